// What is asked of every contestant: queries drawn from a catalog, the same for the same catalog and seed. Assumes a catalog
// of generate.mjs with a hundred records or more.
import { FACETS, words } from './oracle.mjs';
import { Random } from './random.mjs';

export const TASKS = ['search', 'facets', 'searchFacets', 'cloud', 'fuzzy'];
const SIZES = { search: 200, facets: 100, searchFacets: 100, cloud: 60, fuzzy: 20 };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const textOf = (record) => [record.title, record.keywords.join(' '), record.summary].join(' ');

/** In how many records each word occurs. */
function frequencies(records) {
  const counts = new Map();
  for (const record of records) {
    for (const word of new Set(words(textOf(record)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

class Drawer {
  constructor(records, seed) {
    this.records = records;
    this.random = new Random(seed);
    this.counts = frequencies(records);
    this.sorted = [...this.counts.keys()].sort();
  }

  /** One to `most` words of a record, some frequent, some rare; the last one cut to its first 2 to 8 letters. */
  typed(most) {
    const { random } = this;
    const chosen = [];
    let record = random.pick(this.records);
    for (let left = random.between(1, most); left > 0; left--) {
      // One query in twenty takes words of several records: it may well find nothing.
      if (random.unit() < 0.05) record = random.pick(this.records);
      const all = words(textOf(record));
      let word = random.pick(all);
      const wish = random.unit();
      // A word as it comes is frequent already; a third are the most frequent of four, a third the rarest.
      for (let tries = 0; tries < 3 && wish < 0.66; tries++) {
        const other = random.pick(all);
        const more = this.counts.get(other) > this.counts.get(word);
        if (more === wish < 0.33) word = other;
      }
      chosen.push(word);
    }
    const last = chosen.pop();
    return { q: [...chosen, last.slice(0, random.between(2, 8))].join(' '), record };
  }

  /** One to three facets with one to three values each, by their popularity; one of each is the record's. */
  state(record = this.random.pick(this.records)) {
    const { random } = this;
    const state = {};
    for (let left = random.between(1, 3); left > 0; left--) {
      const facet = random.pick(FACETS);
      const of = (from) => [from[facet]].flat();
      const chosen = new Set(of(record).slice(0, 1));
      const wanted = random.between(1, 3);
      for (let tries = 0; tries < 20 && chosen.size < wanted; tries++) {
        const list = of(random.pick(this.records));
        if (list.length > 0) chosen.add(random.pick(list));
      }
      if (chosen.size > 0) state[facet] = [...chosen].sort();
    }
    return state;
  }

  /** Whether some word of the catalog begins with this. */
  begins(prefix) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    return low < this.sorted.length && this.sorted[low].startsWith(prefix);
  }

  /** The word with one letter more, one less, another one, or two neighbours exchanged. */
  mistype(word, kind) {
    const { random } = this;
    const at = random.between(0, word.length - (kind === 'transpose' ? 2 : 1));
    const letter = random.pick(LETTERS);
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (kind === 'insert') return before + letter + after;
    if (kind === 'delete') return before + after.slice(1);
    if (kind === 'substitute') return before + letter + after.slice(1);
    return before + after[1] + after[0] + after.slice(2);
  }

  /** The two rarest words of five letters or more of a title, one of them mistyped into what no word begins with. */
  mistyped(kind) {
    const { random } = this;
    for (let tries = 0; tries < 10_000; tries++) {
      const record = random.between(0, this.records.length - 1);
      const long = [...new Set(words(this.records[record].title))].filter((word) => word.length >= 5);
      const [first, second] = long.sort((a, b) => this.counts.get(a) - this.counts.get(b));
      if (!second || this.counts.get(second) > Math.max(3, this.records.length / 100)) continue;
      const pair = random.unit() < 0.5 ? [first, second] : [second, first];
      const at = random.between(0, 1);
      const typo = this.mistype(pair[at], kind);
      if (this.begins(typo)) continue;
      pair[at] = typo;
      return { q: pair.join(' '), record };
    }
    throw new Error('no title of this catalog has two distinctive words');
  }
}

/** The queries of each task: `{q}`, `{state}`, `{q, state}`, `{state}`, `{q, record}`. */
export function workload(records, seed = 7) {
  const drawer = new Drawer(records, seed);
  const several = (task, make) => Array.from({ length: SIZES[task] }, (_, i) => make(i));
  const kinds = ['insert', 'delete', 'substitute', 'transpose'];
  return {
    search: several('search', () => ({ q: drawer.typed(3).q })),
    facets: several('facets', () => ({ state: drawer.state() })),
    searchFacets: several('searchFacets', () => {
      const { q, record } = drawer.typed(2);
      return { q, state: drawer.state(record) };
    }),
    cloud: several('cloud', (i) => ({ state: i === 0 ? {} : drawer.state() })),
    fuzzy: several('fuzzy', (i) => drawer.mistyped(kinds[i % 4])),
  };
}
