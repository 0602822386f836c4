// Facets of the reference: sets of records as bits, counts by walking the rows of a set or of its complement, whichever is
// smaller; the counts of all records are known beforehand. For large sets the most frequent values are counted by their own
// sets of bits instead, and the rows without these values are walked.
import { common, ones } from './bits.mjs';
import { FACETS } from './core.mjs';

const MOST_HITS = 20;
const CLOUD_SIZE = 60;
// A value of more than every tenth record is frequent.
const FREQUENT = 1 / 10;
// How long a step takes, in the same unit: to the next record of a set, along a row, to the next number of a bit set.
const [RECORD_STEP, ROW_STEP, SET_STEP] = [2, 1.5, 1];

export class FacetIndex {
  constructor({ n, columns }) {
    this.n = n;
    this.columns = columns;
    this.words = (n + 31) >>> 5;
    this.facets = FACETS.map((name, number) => this.facet(name, number));
    this.byName = new Map(this.facets.map((facet) => [facet.name, facet]));
    this.join();
    this.totals = new Uint32Array(this.width);
    for (const facet of this.facets) for (const id of facet.rows) this.totals[facet.first + id]++;
    this.split();
    this.keywordTotals = new Uint32Array(columns.keywords.values.length);
    for (const id of columns.keywords.rows) this.keywordTotals[id]++;
    this.found = new Uint32Array(this.words);
    this.others = new Uint32Array(this.words);
    this.chosen = FACETS.map(() => new Uint32Array(this.words));
  }

  facet(name, number) {
    const { values, starts, rows } = this.columns[name];
    const sets = values.map(() => new Uint32Array(this.words));
    for (let doc = 0; doc < this.n; doc++) {
      for (let i = starts[doc]; i < starts[doc + 1]; i++) sets[rows[i]][doc >>> 5] |= 1 << (doc & 31);
    }
    return { name, number, first: 0, values, starts, rows, sets, ids: new Map(values.map((value, id) => [value, id])) };
  }

  /** One row a record with the values of all facets, numbered through: the place of a value in all counts. */
  join() {
    this.width = 0;
    for (const facet of this.facets) {
      facet.first = this.width;
      this.width += facet.values.length;
    }
    this.starts = new Uint32Array(this.n + 1);
    this.rows = new Uint16Array(this.facets.reduce((sum, { rows }) => sum + rows.length, 0));
    let end = 0;
    for (let doc = 0; doc < this.n; doc++) {
      for (const { starts, rows, first } of this.facets) {
        for (let i = starts[doc]; i < starts[doc + 1]; i++) this.rows[end++] = first + rows[i];
      }
      this.starts[doc + 1] = end;
    }
  }

  /** The frequent values, as places and sets, and the rows without them. */
  split() {
    this.frequent = [];
    const isFrequent = new Uint8Array(this.width);
    for (const { first, sets } of this.facets) {
      sets.forEach((set, id) => {
        if (this.totals[first + id] <= this.n * FREQUENT) return;
        this.frequent.push({ place: first + id, set });
        isFrequent[first + id] = 1;
      });
    }
    this.rareStarts = new Uint32Array(this.n + 1);
    let end = 0;
    const rare = new Uint16Array(this.rows.length);
    for (let doc = 0; doc < this.n; doc++) {
      for (let i = this.starts[doc]; i < this.starts[doc + 1]; i++) {
        if (!isFrequent[this.rows[i]]) rare[end++] = this.rows[i];
      }
      this.rareStarts[doc + 1] = end;
    }
    this.rareRows = rare.slice(0, end);
  }

  /** Counts the values of all facets in a set of `size` records. */
  countAll(set, size, counts) {
    const walked = Math.min(size, this.n - size) / Math.max(1, this.n);
    const saved = walked * (this.rows.length - this.rareRows.length) * ROW_STEP;
    if (saved < this.frequent.length * this.words * SET_STEP) {
      this.count(set, size, this.starts, this.rows, this.totals, counts);
      return;
    }
    this.count(set, size, this.rareStarts, this.rareRows, this.totals, counts);
    for (const { place, set: other } of this.frequent) counts[place] = common(set, other);
  }

  /** Counts the values of one facet in a set of `size` records. */
  countOne({ starts, rows, sets, first, values }, set, size, counts) {
    const totals = this.totals.subarray(first, first + values.length);
    const walked = Math.min(size, this.n - size) / Math.max(1, this.n);
    const walk = walked * (rows.length * ROW_STEP + this.n * RECORD_STEP);
    if (walk < values.length * this.words * SET_STEP) {
      this.count(set, size, starts, rows, totals, counts);
    } else {
      for (let id = 0; id < values.length; id++) counts[id] = common(set, sets[id]);
    }
  }

  /** For each filtered facet the set of the records that pass its filter. */
  filters(state) {
    const filters = [];
    for (const name in state) {
      const facet = this.byName.get(name);
      if (!facet || state[name].length === 0) continue;
      const set = this.chosen[facet.number].fill(0);
      for (const value of state[name]) {
        const id = facet.ids.get(value);
        if (id === undefined) continue;
        const other = facet.sets[id];
        for (let w = 0; w < set.length; w++) set[w] |= other[w];
      }
      filters.push({ facet, set });
    }
    return filters;
  }

  /** Writes the records that pass all filters but one to `into`; their number. */
  intersect(filters, into, but) {
    const sets = filters.filter((filter) => filter !== but).map(({ set }) => set);
    let [first, second, third] = sets;
    if (sets.length === 0) {
      into.fill(-1);
      if (this.n & 31) into[this.words - 1] = (1 << (this.n & 31)) - 1;
      return this.n;
    }
    let count = 0;
    for (let w = 0; w < into.length; w++) {
      let bits = first[w];
      if (second) bits &= second[w];
      if (third) bits &= third[w];
      for (let s = 3; s < sets.length; s++) bits &= sets[s][w];
      into[w] = bits;
      if (bits !== 0) count += ones(bits);
    }
    return count;
  }

  /** Writes to `counts` how often each value stands in the rows of a set of `size` records, given the counts of all. */
  count(set, size, starts, rows, totals, counts) {
    if (size === this.n) return counts.set(totals);
    const inside = size * 2 <= this.n;
    const flip = inside ? 0 : -1;
    // Two arrays in turn, so that a step need not wait for the one before it.
    const even = new Int32Array(counts.length);
    const odd = new Int32Array(counts.length);
    const last = this.words - 1;
    for (let w = 0; w <= last; w++) {
      let bits = set[w] ^ flip;
      if (w === last && this.n & 31) bits &= (1 << (this.n & 31)) - 1;
      while (bits !== 0) {
        const doc = (w << 5) + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const end = starts[doc + 1];
        let i = starts[doc];
        for (; i + 1 < end; i += 2) {
          even[rows[i]]++;
          odd[rows[i + 1]]++;
        }
        if (i < end) even[rows[i]]++;
      }
    }
    for (let id = 0; id < counts.length; id++) counts[id] = inside ? even[id] + odd[id] : totals[id] - even[id] - odd[id];
    return counts;
  }

  firstHits(set) {
    const hits = [];
    for (let w = 0; w < this.words && hits.length < MOST_HITS; w++) {
      for (let bits = set[w]; bits !== 0 && hits.length < MOST_HITS; bits &= bits - 1) {
        hits.push((w << 5) + 31 - Math.clz32(bits & -bits));
      }
    }
    return hits;
  }

  /** Total, first records and counts; of `text` alone, a set, if it is given. `found` is the set afterwards. */
  answer(state, text = null) {
    const filters = this.filters(state);
    if (text) filters.push({ facet: null, set: text });
    const total = this.intersect(filters, this.found);
    const counts = new Uint32Array(this.width);
    this.countAll(this.found, total, counts);
    for (const filter of filters) {
      if (!filter.facet) continue;
      const { first, values } = filter.facet;
      const size = this.intersect(filters, this.others, filter);
      this.countOne(filter.facet, this.others, size, counts.subarray(first, first + values.length));
    }
    return { total, hits: this.firstHits(this.found), counts };
  }

  /** Of the first `count` of a list of records and scores: moves to its front those that pass, and counts. */
  narrow(state, docs, scores, count) {
    const filters = this.filters(state);
    const { starts, rows } = this;
    const counts = new Uint32Array(this.width);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const doc = docs[i];
      let failed = null;
      let n_failed = 0;
      for (let f = 0; f < filters.length; f++) {
        if ((filters[f].set[doc >>> 5] >>> (doc & 31)) & 1) continue;
        failed = filters[f].facet;
        n_failed++;
      }
      if (n_failed === 0) {
        docs[total] = doc;
        scores[total++] = scores[i];
        const end = starts[doc + 1];
        for (let at = starts[doc]; at < end; at++) counts[rows[at]]++;
      } else if (n_failed === 1) {
        const end = failed.starts[doc + 1];
        for (let at = failed.starts[doc]; at < end; at++) counts[failed.first + failed.rows[at]]++;
      }
    }
    return { total, counts };
  }

  cloud(state) {
    const { values, starts, rows } = this.columns.keywords;
    const total = this.intersect(this.filters(state), this.found);
    const counts = new Uint32Array(values.length);
    this.count(this.found, total, starts, rows, this.keywordTotals, counts);
    const best = [];
    for (let id = 0; id < counts.length; id++) {
      if (counts[id] === 0 || (best.length === CLOUD_SIZE && counts[id] <= counts[best[CLOUD_SIZE - 1]])) continue;
      if (best.length === CLOUD_SIZE) best.pop();
      let at = best.length;
      best.push(id);
      for (; at > 0 && counts[best[at - 1]] < counts[id]; at--) best[at] = best[at - 1];
      best[at] = id;
    }
    return { total, cloud: best.map((id) => [values[id], counts[id]]) };
  }

  /** Counts by name. */
  named(counts) {
    const named = {};
    for (const { name, values, first } of this.facets) {
      named[name] = Object.fromEntries(values.map((value, id) => [value, counts[first + id]]));
    }
    return named;
  }
}
