#!/usr/bin/env bash
# What a visitor downloads, from dist/: each file raw, gzip and brotli, held against the budgets. kB = 1000 bytes.
# The catalog, and the plain list of it in index.html, are the author's content and do not count.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$explorer_root"

exec node - dist <<'JS'
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const dist = process.argv[2];
const BUDGET_APP = 775_000;    // brotli
const BUDGET_FILE = 2_060_000; // raw
const BUDGET_EMBED = 4_000;    // gzip

const fail = (message) => { console.error("size: " + message); process.exit(1); };
if (!fs.existsSync(dist)) fail("there is no " + dist + ": run make build");

const names = fs.readdirSync(dist);
// The page for making catalogs, which readers do not fetch, has no budget.
const isOwn = (n) => n.startsWith("explorer-own");
const single = "competency-explorer.html";
const parts = [
  ["wasm", (n) => n.endsWith(".wasm") && !isOwn(n)],
  ["glue", (n) => n.startsWith("explorer-web") && n.endsWith(".js")],
  ["boot.js", (n) => n === "boot.js"],
  ["css", (n) => n.endsWith(".css") && n !== "check.css" && !isOwn(n)],
  ["html", (n) => n === "index.html"],
];
const brotli = (bytes) => zlib.brotliCompressSync(bytes, { params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
  [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
} }).length;
const kB = (n) => (n / 1000).toFixed(1).padStart(9);
const row = (name, sizes) => console.log(name.padEnd(24) + sizes.join(" "));

row("kB (1000 bytes)", ["raw", "gzip", "brotli"].map((s) => s.padStart(9)));
const sum = [0, 0, 0];
const measure = (name, bytes) => {
  const sizes = [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  row(name, sizes.map(kB));
  return sizes;
};
for (const [name, wanted] of parts) {
  const found = names.filter(wanted);
  if (found.length === 0) fail("no " + name + " in " + dist);
  let bytes = Buffer.concat(found.map((n) => fs.readFileSync(path.join(dist, n))));
  if (name === "html") {
    bytes = Buffer.from(bytes.toString().replace(/(<!-- plain -->)[^]*(<!-- \/plain -->)/, "$1$2"));
  }
  measure(name, bytes).forEach((n, i) => { sum[i] += n; });
}
row("sum without catalog", sum.map(kB));
const catalog = path.join(dist, "catalog.json");
if (fs.existsSync(catalog)) measure("catalog.json", fs.readFileSync(catalog));
if (!names.includes(single)) fail("no " + single + " in " + dist);
const file = fs.readFileSync(path.join(dist, single));
measure(single, file);

const own = names.filter(isOwn).map((n) => fs.readFileSync(path.join(dist, n)));
if (own.length > 0) measure("make your own", Buffer.concat(own));

const holds = (what, n, budget) => {
  const ok = n <= budget;
  console.log(`${what}: ${(n / 1000).toFixed(1)} kB of ${(budget / 1000).toFixed(0)} kB: ${ok ? "within the budget" : "ABOVE THE BUDGET"}`);
  return ok;
};
const embed = measure("embed.js", fs.readFileSync(path.join(dist, "embed.js")));
const all = [holds("embed.js, gzip", embed[1], BUDGET_EMBED), holds("application, brotli", sum[2], BUDGET_APP), holds("single file, raw", file.length, BUDGET_FILE)];
if (all.includes(false)) process.exit(1);
JS
