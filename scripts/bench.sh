#!/usr/bin/env bash
# Measures: the native benchmarks (cargo bench), then the engine in Chromium beside JavaScript libraries (benches/browser).
# Results of the latter come into target/bench-browser.json and .md. Takes half an hour; wants an idle machine.
#
#   scripts/bench.sh [native|browser] [option of benches/browser/run.mjs ...]
#
# The packages go into a folder of the cache that is named by what package.json says, never into the tree.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

say() { printf '%s\n' "$*" >&2; }

which=all
case ${1:-} in
native | browser)
    which=$1
    shift
    ;;
esac

native() {
    if ! compgen -G 'benches/*.rs' >/dev/null; then
        say "no native benchmarks here"
        return 0
    fi
    cargo bench --locked --benches
}

# Sets BENCH_PACKAGES to the folder that has node_modules, and fills it if it is new.
packages() {
    local hash scratch
    hash=$( (sha256sum 2>/dev/null || shasum -a 256) <benches/browser/package.json | cut -c 1-12)
    export BENCH_PACKAGES=$EXPLORER_TOOLS/bench-$hash
    if [ -d "$BENCH_PACKAGES/node_modules" ]; then return 0; fi
    say "fetching the packages of the browser benchmark ..."
    mkdir -p "$EXPLORER_TOOLS"
    scratch=$(mktemp -d "$EXPLORER_TOOLS/bench-new-XXXXXX")
    cp benches/browser/package.json "$scratch/"
    if ! npm install --prefix "$scratch" --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error >&2; then
        rm -rf "$scratch"
        say "npm could not fetch them: see whether its registry can be reached, then run this again"
        return 1
    fi
    rm -rf "$BENCH_PACKAGES"
    mv "$scratch" "$BENCH_PACKAGES"
}

browser() {
    local program
    for program in node npm; do
        if ! command -v "$program" >/dev/null; then
            say "the browser benchmark needs $program: run scripts/setup.sh test"
            return 1
        fi
    done
    if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
        say "the browser benchmark needs Chromium: run scripts/setup.sh test, or set CHROMIUM to its path"
        return 1
    fi
    packages
    scripts/setup.sh build
    scripts/build-bench.sh
    mkdir -p target
    node benches/browser/run.mjs "$@"
}

if [ "$which" != browser ]; then native; fi
if [ "$which" != native ]; then browser "$@"; fi
