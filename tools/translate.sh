#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Takes every text for people from the sources into the .ts files of a folder: tools/translate.sh [FOLDER].
# Texts that are gone leave; new ones are marked as unfinished. English needs a translation of its plurals only.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
folder=${1-translations}

lupdate=$(command -v lupdate || true)
[[ ! -x /usr/lib/qt6/bin/lupdate ]] || lupdate=/usr/lib/qt6/bin/lupdate
if [[ -z $lupdate ]]; then
    echo "lupdate is missing; Debian has it in qt6-l10n-tools." >&2
    exit 1
fi

# Without locations: otherwise each new line in a source would change the files.
options=(-silent -locations none -no-obsolete -extensions "cpp,h"
    -tr-function-alias "Q_DECLARE_TR_FUNCTIONS+=JARCHI_DECLARE_SENTENCES" shared server-app tray-client)
"$lupdate" "${options[@]}" -pluralonly -ts "$folder/jarchi_en.ts"
"$lupdate" "${options[@]}" -ts "$folder/jarchi_fa.ts"
