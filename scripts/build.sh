#!/usr/bin/env bash
# Builds the page: compiles it to WebAssembly into target/site, then has the native tool write into dist/ the folder for a
# web host, competency-explorer.html, the whole application in one file, and bench/, the engine alone. Wants what scripts/setup.sh build installs.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

say() { printf '%s\n' "$*" >&2; }
start=$SECONDS

# trunk builds offline, hence the dependencies are fetched first; nothing goes over the network when they are there.
host=$(rustc -vV | sed -n 's/^host: //p')
if ! cargo fetch --locked --quiet --target wasm32-unknown-unknown --target "$host"; then
    say "build failed: cargo could not fetch what Cargo.lock names; its message stands above"
    exit 1
fi

say "compiling the page to WebAssembly ..."
# trunk takes NO_COLOR for a boolean, and stops at the 1 that the convention asks for.
if [ -n "${NO_COLOR:-}" ]; then export NO_COLOR=true; else unset NO_COLOR; fi
# The list of crates is for who watches.
if [ ! -t 2 ]; then export CARGO_TERM_QUIET=true; fi
in_wasm trunk build --log error

say "compiling the page for making catalogs ..."
scripts/build-own.sh target/site

# Exactly the features that rustc emits. With --all-features the result would not load in any browser.
features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types
    --enable-multivalue --strip-debug --strip-producers)
# optimize MODULE PASS...
optimize() {
    local wasm=$1
    shift
    wasm-opt --low-memory-unused "$@" "${features[@]}" "$wasm" -o "$wasm.optimized"
    mv "$wasm.optimized" "$wasm"
}
say "optimizing it ..."
# Flattened first, the passes find more to take away; rustc leaves the low memory to the stack's end.
for wasm in target/site/explorer-web*.wasm; do optimize "$wasm" --flatten --rereloop -Oz -Oz; done
# The other module is larger, and readers do not wait for it: the checks use it as it is.
if [ "${CI:-false}" != true ]; then
    for wasm in target/site/explorer-own*.wasm; do optimize "$wasm" -Oz; done
fi

# In the development profile: the tests use the same build, and the tool's work is small.
say "writing dist ..."
rm -rf dist
explorer=(cargo run --locked --quiet --bin explorer --)
# The licences of what is compiled into the page go where it goes.
cargo metadata --locked --format-version 1 --no-default-features --features web,own --filter-platform wasm32-unknown-unknown >target/metadata.json
"${explorer[@]}" notices target/metadata.json --out target/site/THIRD-PARTY.txt
"${explorer[@]}" render --app target/site --catalog public/catalog.json --out dist
# Nothing that is checked uses it.
if [ "${CI:-false}" != true ]; then
    say "compiling the engine for the benchmarks ..."
    scripts/build-bench.sh
fi
say "built dist in $((SECONDS - start)) s"
