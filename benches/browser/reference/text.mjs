// Text search of the reference: which records hold all words of a query, and their scores. Terms that begin alike have
// postings side by side; the most frequent terms and beginnings have one byte and one bit a record as well ("dense"), made
// beforehand, with the highest byte of every 32 records.
import { size } from './bits.mjs';
import { edits, wordsOf } from './terms.mjs';

const MOST_HITS = 20;
// A word that is shorter has too many neighbours for one wrong letter to mean much.
const SHORTEST_FUZZY = 4;

/** Keeps the best 20 of what it is given; of equal scores the smaller record. */
class Best {
  constructor() {
    this.docs = new Uint32Array(MOST_HITS);
    this.scores = new Float64Array(MOST_HITS);
    this.clear();
  }

  clear() {
    this.size = 0;
    this.least = -1;
  }

  /** Only for scores of at least `least`. */
  add(doc, score) {
    const { docs, scores } = this;
    let at = this.size;
    if (at === MOST_HITS) {
      if (score === this.least && doc > docs[at - 1]) return;
      at--;
    } else {
      this.size++;
    }
    for (; at > 0 && (scores[at - 1] < score || (scores[at - 1] === score && docs[at - 1] > doc)); at--) {
      docs[at] = docs[at - 1];
      scores[at] = scores[at - 1];
    }
    docs[at] = doc;
    scores[at] = score;
    if (this.size === MOST_HITS) this.least = scores[MOST_HITS - 1];
  }

  hits() {
    return Array.from(this.docs.subarray(0, this.size));
  }
}

export class TextIndex {
  constructor(core) {
    this.core = core;
    const { n } = core;
    this.docs = new Uint32Array(n);
    this.scores = new Uint16Array(n);
    this.marks = new Uint8Array(n);
    this.set = new Uint32Array((n + 31) >>> 5);
    this.best = new Best();
    this.dense = new Map();
    if (n > 0) this.densify(0, core.terms.n, 0);
  }

  /** Dense rows for the frequent terms among those from `low` to `high`, which share `depth` letters, and for their beginnings. */
  densify(low, high, depth) {
    const { terms, offsets, n } = this.core;
    const sum = offsets[high] - offsets[low];
    if (high - low === 1 ? sum <= n / 8 : sum <= n / 4) return;
    if (depth > 0 && !this.dense.has(this.key(low, high))) this.dense.set(this.key(low, high), this.row(low, high));
    if (high - low === 1) return;
    let from = low;
    const letter = (id) => terms.bytes[terms.starts[id] + depth];
    // The term that ends here comes first.
    if (terms.starts[from + 1] - terms.starts[from] === depth) {
      this.densify(from, from + 1, depth);
      from++;
    }
    while (from < high) {
      let to = from + 1;
      while (to < high && letter(to) === letter(from)) to++;
      this.densify(from, to, depth + 1);
      from = to;
    }
  }

  key(low, high) {
    return low * 0x200000 + high;
  }

  row(low, high) {
    const { docs, impacts, offsets, n } = this.core;
    const weights = new Uint8Array(n);
    for (let i = offsets[low]; i < offsets[high]; i++) {
      if (impacts[i] > weights[docs[i]]) weights[docs[i]] = impacts[i];
    }
    const peaks = new Uint8Array((n + 31) >>> 5);
    const bits = new Uint32Array((n + 31) >>> 5);
    let count = 0;
    for (let doc = 0; doc < n; doc++) {
      const weight = weights[doc];
      if (weight === 0) continue;
      count++;
      bits[doc >>> 5] |= 1 << (doc & 31);
      if (weight > peaks[doc >>> 5]) peaks[doc >>> 5] = weight;
    }
    return { weights, peaks, bits, count };
  }

  /** What answers one word: ranges of terms as [low, high, penalty as a shift], about how many records, a dense row or null. */
  part(ranges) {
    const { offsets } = this.core;
    const dense = ranges.length === 1 ? (this.dense.get(this.key(ranges[0][0], ranges[0][1])) ?? null) : null;
    let size = 0;
    for (const [low, high] of ranges) size += offsets[high] - offsets[low];
    return { ranges, dense, size: dense ? dense.count : size };
  }

  range(word, length, prefix) {
    const { terms } = this.core;
    if (!prefix) {
      const id = terms.find(word, length);
      return id < 0 ? null : [id, id + 1, 0];
    }
    const low = terms.bound(word, length, false);
    if (low === terms.n || terms.against(low, word, length) !== 0) return null;
    return [low, terms.bound(word, length, true, low), 0];
  }

  parts(query) {
    const words = wordsOf(query);
    return words.map((word, i) => {
      const range = this.range(word, word.length, i === words.length - 1);
      return this.part(range ? [range] : []);
    });
  }

  /** The words as they are and, with less weight, with one edit. */
  fuzzyParts(query) {
    const words = wordsOf(query);
    return words.map((word, i) => {
      const prefix = i === words.length - 1;
      const ranges = [];
      const own = this.range(word, word.length, prefix);
      if (own) ranges.push(own);
      if (word.length >= SHORTEST_FUZZY) {
        edits(word, (other, length) => {
          const range = this.range(other, length, prefix);
          if (range) ranges.push([range[0], range[1], 1]);
        });
      }
      return this.part(ranges);
    });
  }

  /** Starts the list of matches with the records of one part; their number. */
  seed(part) {
    const { docs, scores, core } = this;
    let count = 0;
    if (part.dense) {
      const { weights } = part.dense;
      for (let doc = 0; doc < core.n; doc++) {
        if (weights[doc] === 0) continue;
        docs[count] = doc;
        scores[count++] = weights[doc];
      }
      return count;
    }
    if (part.ranges.length === 1 && part.ranges[0][1] - part.ranges[0][0] === 1) {
      const [from, to] = [core.offsets[part.ranges[0][0]], core.offsets[part.ranges[0][1]]];
      docs.set(core.docs.subarray(from, to));
      scores.set(core.impacts.subarray(from, to));
      return to - from;
    }
    const { marks } = this;
    for (const [low, high, shift] of part.ranges) {
      for (let i = core.offsets[low]; i < core.offsets[high]; i++) {
        const doc = core.docs[i];
        const weight = (core.impacts[i] >>> shift) | 1;
        if (marks[doc] === 0) docs[count++] = doc;
        if (weight > marks[doc]) marks[doc] = weight;
      }
    }
    for (let i = 0; i < count; i++) {
      scores[i] = marks[docs[i]];
      marks[docs[i]] = 0;
    }
    return count;
  }

  /** Keeps of the list what `weights` knows, and adds its weight. */
  keep(count, weights) {
    const { docs, scores } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const weight = weights[docs[i]];
      if (weight === 0) continue;
      docs[kept] = docs[i];
      scores[kept++] = scores[i] + weight;
    }
    return kept;
  }

  /** The same for a single term whose list is much longer than that of the matches: looks each of these up. */
  lookUp(count, low) {
    const { docs, scores, core } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      let [from, to] = [core.offsets[low], core.offsets[low + 1]];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if (core.docs[middle] < docs[i]) from = middle + 1;
        else to = middle;
      }
      if (from === core.offsets[low + 1] || core.docs[from] !== docs[i]) continue;
      docs[kept] = docs[i];
      scores[kept++] = scores[i] + core.impacts[from];
    }
    return kept;
  }

  /** Lists the records that match all parts in `docs` and `scores`; their number. */
  match(parts) {
    if (parts.length === 0 || parts.some((part) => part.size === 0)) return 0;
    const order = [...parts].sort((a, b) => a.size - b.size);
    let count = this.seed(order[0]);
    for (let i = 1; i < order.length && count > 0; i++) count = this.narrow(count, order[i]);
    return count;
  }

  narrow(count, part) {
    if (part.dense) return this.keep(count, part.dense.weights);
    const { marks, core } = this;
    const [low, high] = part.ranges[0];
    if (part.ranges.length === 1 && high - low === 1 && count * 8 < part.size) return this.lookUp(count, low);
    for (const [from, to, shift] of part.ranges) {
      for (let i = core.offsets[from]; i < core.offsets[to]; i++) {
        const weight = (core.impacts[i] >>> shift) | 1;
        if (weight > marks[core.docs[i]]) marks[core.docs[i]] = weight;
      }
    }
    const kept = this.keep(count, marks);
    for (const [from, to] of part.ranges) {
      for (let i = core.offsets[from]; i < core.offsets[to]; i++) marks[core.docs[i]] = 0;
    }
    return kept;
  }

  /** The best of the first `count` of the list. */
  top(count) {
    const { best, docs, scores } = this;
    best.clear();
    for (let i = 0; i < count; i++) if (scores[i] >= best.least) best.add(docs[i], scores[i]);
    return best.hits();
  }

  /** The records that match all parts, as bits, if all parts are dense; else null. */
  bits(parts) {
    if (parts.length === 0 || parts.some((part) => !part.dense)) return null;
    if (parts.length === 1) return parts[0].dense.bits;
    const set = this.set;
    set.set(parts[0].dense.bits);
    for (let p = 1; p < parts.length; p++) {
      const { bits } = parts[p].dense;
      for (let w = 0; w < set.length; w++) set[w] &= bits[w];
    }
    return set;
  }

  /** The best of a set of matches of dense parts; 32 records that cannot be among the best are left out at once. */
  topDense(parts, set) {
    const { best } = this;
    const rows = parts.map(({ dense }) => dense);
    const [{ peaks, weights }] = rows;
    best.clear();
    for (let w = 0; w < set.length; w++) {
      let bits = set[w];
      if (bits === 0) continue;
      let peak = peaks[w];
      for (let r = 1; r < rows.length; r++) peak += rows[r].peaks[w];
      if (peak <= best.least) continue;
      for (; bits !== 0; bits &= bits - 1) {
        const doc = (w << 5) + 31 - Math.clz32(bits & -bits);
        let score = weights[doc];
        for (let r = 1; r < rows.length; r++) score += rows[r].weights[doc];
        if (score > best.least) best.add(doc, score);
      }
    }
    return best.hits();
  }

  answer(parts) {
    const set = this.bits(parts);
    if (set) return { total: parts.length === 1 ? parts[0].size : size(set), hits: this.topDense(parts, set) };
    const total = this.match(parts);
    return { total, hits: this.top(total) };
  }
}
