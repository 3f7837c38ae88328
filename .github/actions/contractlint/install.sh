#!/usr/bin/env bash
# Brings the released executable of this action's own version onto the runner, and leaves its path in CONTRACTLINT for
# the steps that follow. What was downloaded counts only when its SHA-256 stands in SHA256SUMS beside this file.
#
# CONTRACTLINT_RELEASES names another place for the releases (a mirror, or a folder as file:///…).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
    echo "::error title=contractlint::$*" >&2
    exit 2
}

version=$(sed -n 's/.*current = "\([^"]*\)".*/\1/p' "$here/../../../Sources/contractlint/Output/Version.swift")
system=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
name=contractlint-$version-$system
wanted=$(awk -v name="$name" '$2 == name { print $1 }' "$here/SHA256SUMS")
[[ $wanted =~ ^[0-9a-f]{64}$ ]] ||
    fail "there is no released executable of $version for $system; name a released tag, or set build-from-source: true"

matches() {
    [[ -f $1 ]] && echo "$wanted  $1" | sha256sum --check --status
}

# On a runner that keeps its tool cache, the file is there already.
folder=${RUNNER_TOOL_CACHE:-$RUNNER_TEMP}/contractlint/$version
executable=$folder/contractlint
if ! matches "$executable"; then
    releases=${CONTRACTLINT_RELEASES:-${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_ACTION_REPOSITORY:-your-organisation/contractlint}/releases/download}
    mkdir -p "$folder"
    scratch=$(mktemp -d "$folder/download.XXXXXX")
    trap 'rm -rf "$scratch"' EXIT
    curl --fail --silent --show-error --location --proto '=https,file' --retry 3 --max-time 120 \
        --output "$scratch/archive" "$releases/v$version/$name.tar.gz" ||
        fail "$releases/v$version/$name.tar.gz could not be downloaded"
    # Nothing of the archive reaches the disk but this one file, under a name of ours.
    tar --extract --gzip --to-stdout --file "$scratch/archive" contractlint >"$scratch/contractlint" ||
        fail "$name.tar.gz holds no executable"
    matches "$scratch/contractlint" || fail "the executable in $name.tar.gz is not the released one: its SHA-256 differs"
    chmod 755 "$scratch/contractlint"
    mv -f "$scratch/contractlint" "$executable"
fi
echo "CONTRACTLINT=$executable" >>"$GITHUB_ENV"
"$executable" --version
