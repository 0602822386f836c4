#!/usr/bin/env bash
# The checks that need no browser: format, lints of the native and of the WebAssembly code, documentation.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

# The profile of the page, so that what its build compiles for this machine is compiled once.
web=(--locked --profile web --target wasm32-unknown-unknown --no-default-features --features web --lib)
own=(--locked --profile web --target wasm32-unknown-unknown --no-default-features --features own --lib --bin explorer-own)

step() {
    local what=$1 start=$SECONDS
    shift
    printf '== %s\n' "$what"
    if ! "$@"; then
        printf '== %s: FAILED after %s s\n' "$what" "$((SECONDS - start))"
        exit 1
    fi
    printf '== %s: %s s\n' "$what" "$((SECONDS - start))"
}

export RUSTDOCFLAGS=-Dwarnings
step "format" cargo fmt --check
step "lints" cargo clippy --locked --quiet --all-targets -- -D warnings
step "lints of the page" in_wasm cargo clippy --quiet "${web[@]}" --bin explorer-web -- -D warnings
step "lints of the page for making catalogs" in_wasm cargo clippy --quiet "${own[@]}" -- -D warnings
step "documentation" cargo doc --locked --quiet --no-deps
step "documentation of the page" in_wasm cargo doc --quiet --no-deps "${web[@]}"
