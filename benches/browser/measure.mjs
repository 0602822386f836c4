// Measures one contestant at one size: a page to build and ask, and a fresh one to load what the first has saved. Whatever takes
// too long or breaks is noted in the entry and ends there. `tools` is what run.mjs prepares: puppeteer, the server, the size
// n, the queries of each task, the expected answers, the results so far.
import { loadavg } from 'node:os';
import { brotliCompressSync, constants } from 'node:zlib';
import { GaveUp, memory, within, withPage } from './chromium.mjs';
import { wrong } from './oracle.mjs';
import { TASKS } from './workload.mjs';

export const LIMITS = { buildMs: 120_000, loadMs: 60_000, taskMs: 30_000, brotli: 9 };
// What is larger takes too long to compress.
const LARGEST = 400e6;

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Figures of one task: times in milliseconds, and what was wrong with the answers. */
function judge(task, queries, expected, { answers, times }) {
  const faults = answers.map((answer, i) => wrong(task, queries[i], expected(task, i), answer));
  const bad = faults.map((fault, i) => (fault ? i : -1)).filter((i) => i >= 0);
  const sorted = [...times].sort((a, b) => a - b);
  const figures = { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), max: sorted.at(-1) };
  const counts = { queries: queries.length, measured: times.length, right: answers.length - bad.length, checked: answers.length };
  if (bad.length === 0) return { ...figures, ...counts };
  return { ...figures, ...counts, wrong: { query: queries[bad[0]], fault: faults[bad[0]] } };
}

async function saved(tools, file, entry, tab) {
  const path = `/saved/${file}-${tools.n}`;
  const bytes = await within(LIMITS.buildMs, tab.evaluate((path) => window.harness.save(path), path), 'saving');
  entry.index = { bytes };
  const content = tools.server.saved.get(path);
  if (content?.length !== bytes) throw new GaveUp('the saved index did not arrive');
  if (bytes <= LARGEST) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: LIMITS.brotli,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
    };
    entry.index.brotli = brotliCompressSync(content, { params }).length;
  }
}

/** Loads the saved index in a fresh page and asks it some queries. */
async function loaded(tools, file, entry) {
  const path = `/saved/${file}-${tools.n}`;
  await withPage(tools.puppeteer, `${tools.server.origin}/page.html`, async (tab) => {
    await tab.waitForFunction('window.harness');
    await tab.evaluate((file, n) => window.harness.open(file, n), file, tools.n);
    entry.index.loadMs = await within(LIMITS.loadMs, tab.evaluate((path) => window.harness.load(path), path), 'loading');
    const task = TASKS.find((task) => entry.tasks[task]?.right > 0 && task !== 'fuzzy');
    const queries = tools.queries[task].slice(0, 20);
    const answered = await tab.evaluate((...a) => window.harness.task(...a), task, queries, LIMITS.taskMs / 3);
    const { right } = judge(task, queries, tools.expected, answered);
    entry.index.loaded = { task, right, asked: answered.answers.length };
  });
  tools.server.saved.delete(path);
}

/** Everything about one contestant at one size. */
export async function measure(tools, file) {
  const entry = { contestant: file, n: tools.n, version: tools.version(file), load: loadavg()[0], tasks: {} };
  const step = async (what, work) => {
    try {
      return await work();
    } catch (error) {
      const text = String(error.message ?? error).split('\n')[0];
      entry.gaveUp = [...(entry.gaveUp ?? []), text.startsWith(what) ? text : `${what}: ${text}`];
      return undefined;
    }
  };
  await step('page', () =>
    withPage(tools.puppeteer, `${tools.server.origin}/page.html`, async (tab, browser) => {
      tools.results.browser = browser;
      await tab.waitForFunction('window.harness');
      const opened = await tab.evaluate((file, n) => window.harness.open(file, n), file, tools.n);
      Object.assign(entry, { name: opened.meta.name, meta: opened.meta, initMs: opened.initMs });
      const before = await memory(tab);
      const build = tab.evaluate((path) => window.harness.build(path), '/data.json');
      entry.buildMs = await step('building', () => within(LIMITS.buildMs, build, 'building'));
      if (entry.buildMs === undefined) return;
      const after = await memory(tab);
      const wasm = await tab.evaluate(() => window.harness.wasmBytes());
      entry.memory = { heap: after.heap - before.heap, buffers: after.buffers - before.buffers, wasm };
      entry.meta.lacks ??= {};
      if (!opened.saves) entry.meta.lacks.save ??= 'saves no index';
      const { lacks } = entry.meta;
      for (const task of TASKS.filter((task) => !lacks[task])) {
        const queries = tools.queries[task];
        const asking = tab.evaluate((...args) => window.harness.task(...args), task, queries, LIMITS.taskMs);
        const answered = await step(task, () => within(LIMITS.taskMs * 4, asking, task));
        // A page that still works on one task cannot be asked another.
        if (!answered) return;
        entry.tasks[task] = judge(task, queries, tools.expected, answered);
      }
      if (!lacks.save) await step('saving', () => saved(tools, file, entry, tab));
    }),
  );
  if (entry.index) await step('loading', () => loaded(tools, file, entry));
  return entry;
}
