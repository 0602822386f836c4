#!/usr/bin/env bash
# Builds the page on which catalogs are made, a second module that readers do not fetch, into the built page in a folder: a script, a
# module of WebAssembly and a style sheet, called after what is in them, and the name of them in index.html. The module is not optimized yet.
#
#   scripts/build-own.sh FOLDER
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"
site=${1:?usage: scripts/build-own.sh FOLDER}

# The profile, and so the compiled dependencies, of the page itself.
in_wasm cargo build --locked --offline --quiet --profile web --target wasm32-unknown-unknown --no-default-features \
    --features own --bin explorer-own
target=${CARGO_TARGET_DIR:-target}
scratch=$target/own
rm -rf "$scratch"
mkdir -p "$scratch"
wasm-bindgen --target no-modules --no-modules-global own_bindgen --no-typescript --out-dir "$scratch" \
    "$target/wasm32-unknown-unknown/web/explorer-own.wasm"
minify=(esbuild --minify --charset=utf8 --legal-comments=none --log-level=warning)
cat "$scratch/explorer-own.js" public/own.js | "${minify[@]}" --loader=js >"$scratch/own.js"
"${minify[@]}" --loader=css <src/own/own.css >"$scratch/own.css"
name=explorer-own-$(cat "$scratch/own.js" "$scratch/explorer-own_bg.wasm" "$scratch/own.css" | sha256sum | cut -c1-16)
rm -f "$site"/explorer-own-*
cp "$scratch/own.js" "$site/$name.js"
cp "$scratch/explorer-own_bg.wasm" "$site/$name.wasm"
cp "$scratch/own.css" "$site/$name.css"
sed -i.before -E "s|<div id=\"app\"( data-own=\"[^\"]*\")?|<div id=\"app\" data-own=\"./$name\"|" "$site/index.html"
rm -f "$site/index.html.before"
