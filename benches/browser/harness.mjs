// The part of the benchmark that runs inside the page: calls one contestant and times it. Sets window.harness, which run.mjs
// calls. One page holds one contestant and one catalog.

// The clock of an isolated page ticks every 5 microseconds. What takes less than some ticks is repeated.
const SHORT_MS = 0.02;
const REPEATED_MS = 0.1;
const MOST_REPEATS = 50;

let contestant;
// Keeps results from being optimized away.
let sink;

const isPromise = (value) => typeof value?.then === 'function';

function call(task, { q, state }) {
  if (task === 'search' || task === 'fuzzy') return contestant[task](q);
  return task === 'searchFacets' ? contestant.searchFacets(q, state) : contestant[task](state);
}

async function timed(work) {
  const start = performance.now();
  sink = work();
  if (isPromise(sink)) sink = await sink;
  return performance.now() - start;
}

async function timedOften(work) {
  const once = await timed(work);
  if (once >= SHORT_MS) return once;
  const repeats = Math.min(MOST_REPEATS, Math.ceil(REPEATED_MS / Math.max(once, 0.002)));
  const start = performance.now();
  for (let i = 0; i < repeats; i++) {
    sink = work();
    if (isPromise(sink)) sink = await sink;
  }
  return (performance.now() - start) / repeats;
}

window.harness = {
  /** Loads a contestant; says what it is, and how long its `init` took. */
  async open(file, n) {
    contestant = (await import(`/bench/contestants/${file}.mjs`)).default;
    const initMs = await timed(() => contestant.init?.({ n }));
    return { meta: contestant.meta, initMs, saves: typeof contestant.save === 'function' };
  },

  async build(path) {
    let text = await (await fetch(path)).text();
    const ms = await timed(() => contestant.build(text));
    text = null;
    sink = null;
    return ms;
  },

  /**
   * Asks a task's queries until `budget` milliseconds are over: once for the answers, once more to warm up, then timed. Says
   * how long each took, with the answers of the first round in plain form.
   */
  async task(task, queries, budget) {
    if (task === 'cloud') await contestant.prepareCloud?.();
    const answers = [];
    let end = performance.now() + budget;
    for (const query of queries) {
      let answer = call(task, query);
      if (isPromise(answer)) answer = await answer;
      answers.push(contestant.norm ? contestant.norm(answer) : answer);
      if (performance.now() > end) break;
    }
    const asked = queries.slice(0, answers.length);
    end = performance.now() + budget / 6;
    for (const query of asked) {
      sink = call(task, query);
      if (isPromise(sink)) sink = await sink;
      if (performance.now() > end) break;
    }
    const times = [];
    end = performance.now() + budget;
    for (const query of asked) {
      times.push(await timedOften(() => call(task, query)));
      if (performance.now() > end) break;
    }
    sink = null;
    return { answers, times };
  },

  wasmBytes: () => contestant.wasmBytes?.() ?? 0,

  /** Sends the prebuilt index to `path`; its size. */
  async save(path) {
    let saved = await contestant.save();
    if (typeof saved === 'string') saved = new TextEncoder().encode(saved);
    await fetch(path, { method: 'PUT', body: saved });
    return saved.byteLength;
  },

  /** From the bytes of the index to being ready. */
  async load(path) {
    const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
    const text = contestant.meta.loadAs === 'text';
    return timed(() => contestant.load(text ? new TextDecoder().decode(bytes) : bytes));
  },
};
