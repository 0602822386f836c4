// Makes what trunk has built smaller: `node scripts/shrink.mjs`. trunk calls it after each build (Cargo.toml).
//
// The style sheets that index.html links, a source beside each feature, become one file in the order of the links. A sheet for a medium
// of its own (the dark one) stays a file, behind the joined one. esbuild takes out of sheets and scripts what only their authors read.
import crypto from "node:crypto";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;

/** How esbuild is asked for each kind of file. The rules of a sheet stay those of its sources, one by one. */
const MINIFY = { js: "--minify", css: "--minify-whitespace" };

/** A script or a style sheet without what only its authors read. */
const minified = (text, kind) =>
  execFileSync("esbuild", [MINIFY[kind], "--charset=utf8", "--legal-comments=none", `--loader=${kind}`], { input: text, encoding: "utf8" });

/** Writes the joined sheet, links it where the first one was linked, and removes the others. */
function joinSheets() {
  const index = path.join(folder, "index.html");
  const html = fs.readFileSync(index, "utf8");
  const links = (html.match(/<link rel="stylesheet"[^>]*>\n?/g) ?? []).filter(link => !link.includes(" media="));
  const files = links.map(link => path.join(folder, link.match(/ href="([^"]*)"/)[1]));
  if (files.length < 2) return;
  const css = files.map(file => fs.readFileSync(file, "utf8")).join("\n");
  files.forEach(file => fs.rmSync(file));
  const name = `explorer-web-${crypto.createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
  fs.writeFileSync(path.join(folder, name), css);
  const [first, ...others] = links;
  const joined = html.replace(first, `<link rel="stylesheet" href="./${name}">\n`);
  fs.writeFileSync(index, others.reduce((page, link) => page.replace(link, ""), joined));
}

joinSheets();
for (const name of fs.readdirSync(folder)) {
  const kind = path.extname(name).slice(1);
  if (kind in MINIFY) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, minified(fs.readFileSync(file, "utf8"), kind));
  }
}
