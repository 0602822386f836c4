// The engine with the interface that the benchmarks speak: window.__bench. Stands as dist/bench/bench.js beside the module
// and its glue (explorer-bench.js, explorer-bench_bg.wasm). Whole answers are numbers; norm() gives them their names.
import init, { Bench } from "./explorer-bench.js";

const KEYS = { themes: "theme", type: "type", audiences: "audience", levels: "level", places: "place", publishers: "publisher" };
const FACETS = Object.keys(KEYS);
const SLICE = 1 << 16;

let wasm, engine, values, keywords;

const lines = (text) => (text === "" ? [] : text.split("\n"));
const name = () => {
  values = FACETS.map((facet) => lines(engine.values(KEYS[facet])));
  keywords = null;
};
const filter = (state) => {
  let text = "";
  for (const facet in state) for (const value of state[facet]) text += `${KEYS[facet]}\t${value}\n`;
  return text;
};

// [total, number of hits, hits …, counts of each facet …] as views of one list of numbers.
const answer = (numbers) => {
  const end = 2 + numbers[1];
  return { total: numbers[0], hits: numbers.subarray(2, end), counts: end < numbers.length ? numbers.subarray(end) : null };
};

const build = (json) => {
  engine?.free();
  engine = new Bench();
  let longest = 0;
  const slice = (work) => {
    const start = performance.now();
    work();
    longest = Math.max(longest, performance.now() - start);
  };
  if (typeof json === "string") {
    const [coder, bytes] = [new TextEncoder(), new Uint8Array(SLICE)];
    for (let rest = 0; rest < json.length; ) {
      slice(() => {
        const part = json.length - rest > SLICE ? json.slice(rest, rest + SLICE) : json.slice(rest);
        const { read, written } = coder.encodeInto(part, bytes);
        engine.push(bytes.subarray(0, written));
        rest += read;
      });
    }
  } else {
    for (let at = 0; at < json.length; at += SLICE) slice(() => engine.push(json.subarray(at, at + SLICE)));
  }
  slice(() => engine.begin_finish());
  for (let more = true; more; ) slice(() => (more = engine.step()));
  name();
  window.__bench.longestSlice = longest;
};

window.__bench = {
  meta: { name: "competency-explorer", input: "text", text: "last", keepsRecords: true, loadAs: "bytes" },
  async init() {
    wasm = await init();
  },
  build,
  search: (query) => answer(engine.search(query)),
  facets: (state) => answer(engine.facets(filter(state))),
  searchFacets: (query, state) => answer(engine.search_facets(query, filter(state))),
  prepareCloud() {
    keywords = lines(engine.values("keyword"));
  },
  cloud(state) {
    const numbers = engine.cloud(filter(state));
    keywords ??= lines(engine.values("keyword"));
    const cloud = [];
    for (let at = 1; at < numbers.length; at += 2) cloud.push([keywords[numbers[at]], numbers[at + 1]]);
    return { total: numbers[0], cloud };
  },
  fuzzy: (query) => answer(engine.fuzzy(query)),
  norm({ total, hits, counts, cloud }) {
    if (cloud) return { total, cloud };
    const plain = { total, hits: [...hits] };
    if (counts) {
      let at = 0;
      plain.counts = {};
      FACETS.forEach((facet, which) => {
        const of = (plain.counts[facet] = {});
        for (const value of values[which]) of[value] = counts[at++];
      });
    }
    return plain;
  },
  save: () => engine.save(),
  load(bytes) {
    engine?.free();
    engine = new Bench();
    if (!engine.load(bytes)) throw new Error("this is no saved index");
    name();
  },
  wasmBytes: () => wasm.memory.buffer.byteLength,
};
