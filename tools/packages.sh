# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# Sourced by ./dev: makes sure that Debian packages are there.

# Those of the named packages that are not installed.
missing_packages() {
    local installed
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    local package
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$installed" || echo "$package"
    done
}

# Installs those of the named packages that are missing, and says which. Returns at once when there are none.
need_packages() {
    [[ ${JARCHI_NO_INSTALL-} != 1 ]] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "./dev installs what it needs on Debian 12 and its relatives, and this system has no apt." >&2
        echo "Install the equivalents of these, then run it again with JARCHI_NO_INSTALL=1: $*" >&2
        exit 1
    fi

    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and without sudo ./dev cannot install them: ${missing[*]}" >&2
            echo "As root: apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    echo "== installing the packages that are missing: ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
    "${apt[@]}" update </dev/null
    "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" </dev/null
}
