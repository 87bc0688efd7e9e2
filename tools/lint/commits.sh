#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Checks the subjects of the commits that origin does not have yet: "area: what it does now", at most 70 characters.
set -euo pipefail

wrong=0
while IFS=$'\t' read -r commit subject; do
    if ((${#subject} > 70)); then
        echo "$commit: ${#subject} characters, and at most 70 are wanted: $subject"
        wrong=1
    fi
    if [[ ! $subject =~ ^[a-z][a-z0-9_,./\ -]*:\ [^\ ] ]]; then
        echo "$commit: not of the form 'area: what it does now': $subject"
        wrong=1
    fi
done < <(git log --no-merges --format='%h%x09%s' HEAD --not --remotes=origin)
exit "$wrong"
