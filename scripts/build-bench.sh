#!/usr/bin/env bash
# Builds the engine for the benchmarks into dist/bench/: optimized for speed, with the interface of benches/browser/engine.js.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

in_wasm cargo build --locked --quiet --profile bench-web --target wasm32-unknown-unknown --no-default-features \
    --features bench --bin explorer-bench
wasm=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/bench-web/explorer-bench.wasm
rm -rf dist/bench
mkdir -p dist/bench
wasm-bindgen --target web --no-typescript --out-dir dist/bench "$wasm"
wasm-opt -O3 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue --strip-debug --strip-producers \
    dist/bench/explorer-bench_bg.wasm -o dist/bench/optimized.wasm
mv dist/bench/optimized.wasm dist/bench/explorer-bench_bg.wasm
cp benches/browser/engine.js dist/bench/bench.js
