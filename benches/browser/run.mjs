// The in-browser benchmark: builds, asks and checks every contestant in headless Chromium and writes the results as JSON and
// as tables. Usually started by scripts/bench.sh, which installs the packages and sets $BENCH_PACKAGES to their folder.
//
//   node run.mjs [--n 1000,10000,100000] [--only reference,minisearch] [--out results.json]
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pieces } from './generate.mjs';
import { LIMITS, measure } from './measure.mjs';
import { Oracle } from './oracle.mjs';
import { markdown } from './report.mjs';
import { serve } from './server.mjs';
import { workload } from './workload.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const packages = resolve(process.env.BENCH_PACKAGES ?? here, 'node_modules');
const dist = resolve(here, '../../dist');
// No browser holds more in one string.
const MOST_RECORDS = 500_000;

/** Contestants by file name: the package that each measures, and its modules as the page names them. */
const CONTESTANTS = {
  ours: null,
  reference: null,
  minisearch: 'minisearch',
  flexsearch: 'flexsearch',
  itemsjs: 'itemsjs',
  orama: '@orama/orama',
  fuse: 'fuse.js',
  sqlite: '@sqlite.org/sqlite-wasm',
  crossfilter: 'crossfilter2',
};
const MODULES = {
  minisearch: 'minisearch/dist/es/index.js',
  flexsearch: 'flexsearch/dist/flexsearch.bundle.module.min.mjs',
  itemsjs: 'itemsjs/dist/index.modern.js',
  '@orama/orama': '@orama/orama/dist/browser/index.js',
  'fuse.js': 'fuse.js/dist/fuse.min.mjs',
  '@sqlite.org/sqlite-wasm': '@sqlite.org/sqlite-wasm/dist/index.mjs',
};

const page = `<!doctype html><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,">
<script src="/npm/crossfilter2/crossfilter.min.js"></script>
<script type="importmap">${JSON.stringify({
  imports: {
    ...Object.fromEntries(Object.entries(MODULES).map(([name, file]) => [name, `/npm/${file}`])),
    crossfilter2: 'data:text/javascript,export default globalThis.crossfilter',
  },
})}</script>
<script type="module" src="/bench/harness.mjs"></script>`;

function options(args) {
  const options = { n: [1000, 10_000, 100_000], only: Object.keys(CONTESTANTS), out: 'target/bench-browser.json' };
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i], args[i + 1] ?? ''];
    if (name === '--n') options.n = value.split(',').map(Number);
    else if (name === '--only') options.only = value.split(',');
    else if (name === '--out') options.out = value;
    else throw new Error(`unknown option ${name}`);
  }
  if (!options.n.every((n) => Number.isInteger(n) && n >= 100 && n <= MOST_RECORDS)) {
    throw new Error(`--n takes sizes from 100 to ${MOST_RECORDS}`);
  }
  const stranger = options.only.find((name) => !(name in CONTESTANTS));
  if (stranger !== undefined) throw new Error(`no contestant ${stranger}; there are ${Object.keys(CONTESTANTS).join(', ')}`);
  return options;
}

async function prepare(tools, n) {
  const text = Buffer.from([...pieces(n)].join(''));
  const { resources } = JSON.parse(text.toString());
  const oracle = new Oracle(resources);
  tools.texts.set('/data.json', text);
  tools.n = n;
  tools.queries = workload(resources);
  const known = new Map();
  tools.expected = (task, i) => {
    const key = `${task} ${i}`;
    if (!known.has(key)) known.set(key, oracle.answer(task, tools.queries[task][i]));
    return known.get(key);
  };
  tools.results.catalogs[n] = { bytes: text.length };
}

function machine() {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model ?? 'unknown',
    cores: cpus.length,
    memory: os.totalmem(),
    os: `${os.type()} ${os.release()} ${os.arch()}`,
    load: os.loadavg()[0],
  };
}

async function versions() {
  const { dependencies } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
  const found = {};
  for (const name of Object.keys(dependencies)) {
    found[name] = JSON.parse(await readFile(join(packages, name, 'package.json'), 'utf8')).version;
  }
  return found;
}

async function main() {
  const { n: sizes, only, out } = options(process.argv.slice(2));
  const entry = createRequire(join(packages, 'here.js')).resolve('puppeteer-core');
  const { default: puppeteer } = await import(pathToFileURL(entry));
  const known = await readdir(join(here, 'contestants'));
  const texts = new Map([['/page.html', page]]);
  const server = await serve({ bench: here, npm: packages, dist }, texts);
  const results = { format: 1, date: new Date().toISOString(), machine: machine(), node: process.version, browser: '', versions: await versions() };
  Object.assign(results, { limits: LIMITS, catalogs: {}, results: [] });
  const tools = { puppeteer, server, texts, results, version: (file) => results.versions[CONTESTANTS[file]] ?? null };
  const files = only.filter((file) => known.includes(`${file}.mjs`) && (file !== 'ours' || existsSync(join(dist, 'bench/bench.js'))));
  if (only.includes('ours') && !files.includes('ours')) console.error('dist/bench/bench.js is missing: ours is left out');
  try {
    for (const n of sizes) {
      console.error(`${n} records ...`);
      await prepare(tools, n);
      for (const file of files) {
        const start = Date.now();
        results.results.push(await measure(tools, file));
        console.error(`  ${file}: ${Math.round((Date.now() - start) / 1000)} s`);
        await writeFile(out, JSON.stringify(results, null, 1));
      }
    }
  } finally {
    server.close();
  }
  await writeFile(out.replace(/(\.json)?$/, '.md'), markdown(results));
  console.log(markdown(results));
  const failed = results.results.filter(({ contestant, tasks, gaveUp }) => {
    const own = contestant === 'ours' || contestant === 'reference';
    return own && (gaveUp || Object.entries(tasks).some(([task, { wrong: fault }]) => task !== 'fuzzy' && fault));
  });
  for (const { contestant, n } of failed) console.error(`${contestant} is wrong or gave up at ${n} records`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

await main();
