// Measures the page: from a key in the search box to the painted page, for one build or several beside each other in one run.
//
//   node page.mjs DIST [DIST ...] [--n 398,10000,100000]
//
// Each letter of some words is typed with five values chosen. Two times are taken: until scripts and layout are done, and until
// the next frame is painted. Wants $BENCH_PACKAGES, as run.mjs does.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withPage } from './chromium.mjs';
import { pieces } from './generate.mjs';
import { serve } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const packages = resolve(process.env.BENCH_PACKAGES ?? here, 'node_modules');
const N_WORDS = 6;
const READY_MS = 180_000;

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const p95 = (times) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))];

/** Five chosen values of which most resources have one, and words of summaries. */
function workload(catalog) {
  const { resources } = catalog;
  const common = (key, n) => {
    const counts = new Map();
    for (const value of resources.flatMap((resource) => resource[key] ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, n).map(([value]) => value);
  };
  const chosen = [...common('themes', 3).map((id) => ['theme', id]), ...common('levels', 2).map((id) => ['level', id])];
  const words = resources.slice(0, 200).flatMap((resource) => resource.summary.split(/\W+/));
  const long = [...new Set(words.filter((word) => /^[a-z]{6,8}$/.test(word)))];
  return { address: `#/?${new URLSearchParams(chosen)}`, words: long.slice(0, N_WORDS) };
}

/** In the page: types the words letter by letter, and returns the two times of each letter. */
async function type(words) {
  const input = document.querySelector('#search');
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  const task = () =>
    new Promise((go) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = go;
      channel.port2.postMessage(0);
    });
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const [done, painted] = [[], []];
  for (const word of words) {
    for (let n = 0; n <= word.length; n++) {
      await wait(500);
      await frame();
      const start = performance.now();
      input.value = word.slice(0, n);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await task();
      document.body.getBoundingClientRect();
      const end = performance.now();
      await frame();
      await task();
      if (n === 0) continue;
      done.push(end - start);
      painted.push(performance.now() - start);
    }
  }
  return { done, painted };
}

async function main(args) {
  const at = args.indexOf('--n');
  const sizes = (at < 0 ? '398,10000,100000' : args[at + 1]).split(',').map(Number);
  const builds = args.filter((arg, i) => at < 0 || (i !== at && i !== at + 1)).map((path) => resolve(path));
  if (builds.length === 0 || builds.some((path) => !existsSync(join(path, 'index.html')))) {
    console.error('usage: node page.mjs DIST [DIST ...] [--n 398,10000,100000]; a DIST is a folder with index.html');
    process.exit(2);
  }
  const puppeteer = createRequire(pathToFileURL(packages + '/'))('puppeteer-core');
  console.log('ms, median / p95 | resources | scripts and layout | painted');
  for (const n of sizes) {
    const text = [...pieces(n)].join('');
    const { address, words } = workload(JSON.parse(text));
    for (const [number, build] of builds.entries()) {
      const server = await serve({ [number]: build }, new Map([[`/${number}/catalog.json`, text]]));
      try {
        const times = await withPage(puppeteer.default ?? puppeteer, `${server.origin}/${number}/index.html${address}`, async (page) => {
          await page.waitForFunction(() => document.documentElement.dataset.state === 'ready', { timeout: READY_MS });
          return page.evaluate(type, words);
        });
        const row = [times.done, times.painted].map((of) => `${median(of).toFixed(1)} / ${p95(of).toFixed(1)}`);
        console.log([build, n, ...row].join(' | '));
      } finally {
        server.close();
      }
    }
  }
}

await main(process.argv.slice(2));
