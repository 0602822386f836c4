// Reads CSL-JSON items from standard input and prints a JSON list with the entry that citeproc-js makes of each in the style of
// the given file, as a list of works of its own; what is in italics stands between two `_`.
const fs = require("fs");
const path = require("path");

const CSL = require(process.env.CITEPROC_PATH);
const read = (name) => fs.readFileSync(path.join(process.env.CSL_STYLES, name), "utf8");

const items = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const locale = read("locales-en-US.xml");
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => byId.get(id) }, read(process.argv[2]), "en-US");

const plain = (html) =>
  html
    .replace(/<\/?i>/g, "_")
    .replace(/<[^>]*>/g, "")
    .replace(/&#60;/g, "<")
    .replace(/&#62;/g, ">")
    .replace(/&#38;/g, "&")
    .trim();

const entries = items.map((item) => {
  engine.updateItems([item.id]);
  return plain(engine.makeBibliography()[1][0]);
});
process.stdout.write(JSON.stringify(entries));
