// What the reference stores: sorted terms with their postings (records ascending, one byte of weight each) and for each facet,
// and for keywords, rows of value numbers. `read` makes it from JSON, `pack` and `unpack` bring it into bytes and back. The
// records themselves are not kept.
import { Reader } from './json.mjs';
import { Terms } from './terms.mjs';

export const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
const COLUMNS = [...FACETS, 'keywords'];
const FIELDS = [...COLUMNS, 'title', 'summary'];
const TITLE_FIELD = COLUMNS.length;
// Weight of a word by the field it stands in, and the usual constants of BM25.
const WEIGHTS = FIELDS.map((name) => ({ title: 4, keywords: 3, summary: 1 })[name] ?? 0);
const [K1, B] = [1.2, 0.75];
const SCALE = 10;

const doubled = (array) => {
  const twice = new array.constructor(array.length * 2);
  twice.set(array);
  return twice;
};

class Growing {
  constructor(Kind, size) {
    this.array = new Kind(size);
    this.length = 0;
  }

  room(more) {
    if (this.length + more <= this.array.length) return;
    const array = new this.array.constructor(Math.ceil((this.length + more) * 1.5));
    array.set(this.array.subarray(0, this.length));
    this.array = array;
  }
}

/** Collects the words of each record once, with their weights: those of record i end at ends[i] in `owners`. */
class Words {
  constructor() {
    this.terms = new Terms();
    this.owners = new Growing(Uint32Array, 1 << 16);
    this.weights = new Growing(Uint8Array, 1 << 16);
    this.ends = [];
    this.lengths = [];
    this.buffer = new Uint32Array(1 << 12);
    // Where the term stands in this record, plus one, if it does: places in older records lie below `start`.
    this.place = new Uint32Array(1 << 11);
    this.frequencies = new Uint32Array(1 << 11);
    this.start = 0;
    this.length = 0;
  }

  add(source, from, to, weight) {
    if (to - from >= this.buffer.length) this.buffer = new Uint32Array((to - from) * 2);
    const count = this.terms.read(source, from, to, this.buffer);
    this.owners.room(count);
    this.weights.room(count);
    while (this.terms.n > this.place.length) {
      this.place = doubled(this.place);
      this.frequencies = doubled(this.frequencies);
    }
    const { buffer, place, frequencies, start } = this;
    const ids = this.owners.array;
    const sums = this.weights.array;
    let end = this.owners.length;
    for (let i = 0; i < count; i++) {
      const id = buffer[i];
      const at = place[id];
      if (at > start) {
        sums[at - 1] = Math.min(255, sums[at - 1] + weight);
      } else {
        ids[end] = id;
        sums[end] = weight;
        place[id] = ++end;
        frequencies[id]++;
      }
    }
    this.owners.length = this.weights.length = end;
    this.length += count * weight;
  }

  /** The record is complete. */
  close() {
    this.start = this.owners.length;
    this.ends.push(this.start);
    this.lengths.push(this.length);
    this.length = 0;
  }
}

/** Postings by sorted term, from the words by record: a counting sort. */
function invert(renumbered, { owners, weights, ends, lengths, frequencies }) {
  const n = ends.length;
  const n_terms = renumbered.length;
  const offsets = new Uint32Array(n_terms + 1);
  for (let id = 0; id < n_terms; id++) offsets[renumbered[id] + 1] = frequencies[id];
  for (let id = 0; id < n_terms; id++) offsets[id + 1] += offsets[id];
  // By the number that a term had when it was found.
  const next = renumbered.map((id) => offsets[id]);
  const rarity = new Float64Array(n_terms);
  for (let id = 0; id < n_terms; id++) {
    const df = frequencies[id];
    rarity[id] = Math.log(1 + (n - df + 0.5) / (df + 0.5)) * (K1 + 1) * SCALE;
  }
  let average = 0;
  for (const length of lengths) average += length / n;
  const docs = new Uint32Array(owners.length);
  const impacts = new Uint8Array(owners.length);
  const [ids, sums] = [owners.array, weights.array];
  for (let doc = 0, i = 0; doc < n; doc++) {
    const fixed = K1 * (1 - B + (B * lengths[doc]) / average);
    for (; i < ends[doc]; i++) {
      const id = ids[i];
      const at = next[id]++;
      const impact = (rarity[id] * sums[i]) / (sums[i] + fixed);
      docs[at] = doc;
      impacts[at] = impact < 1 ? 1 : impact > 255 ? 255 : impact;
    }
  }
  return { offsets, docs, impacts };
}

/** The values of one field: numbers in rows, one row a record. */
class Column {
  constructor() {
    this.values = new Terms();
    this.rows = new Growing(Uint16Array, 1 << 12);
    this.starts = [];
  }

  add(source, from, to) {
    this.rows.room(1);
    this.rows.array[this.rows.length++] = this.values.whole(source, from, to);
  }

  finish() {
    const starts = Uint32Array.from([...this.starts, this.rows.length]);
    return { values: this.values.names(), starts, rows: this.rows.array.slice(0, this.rows.length) };
  }
}

/** The core of a catalog given as JSON. */
export function read(text) {
  const reader = new Reader(text, FIELDS);
  const words = new Words();
  const columns = COLUMNS.map(() => new Column());
  let n = 0;
  const begun = () => {
    if (n++ > 0) words.close();
    for (const column of columns) column.starts.push(column.rows.length);
  };
  reader.records(begun, (field) => {
    const { source, from, to } = reader;
    if (field < TITLE_FIELD) columns[field].add(source, from, to);
    const weight = WEIGHTS[field];
    if (weight > 0) words.add(source, from, to, weight);
  });
  if (n > 0) words.close();
  const { terms, renumbered } = words.terms.sorted();
  const finished = Object.fromEntries(COLUMNS.map((name, i) => [name, columns[i].finish()]));
  return { n, terms, ...invert(renumbered, words), columns: finished };
}

/** Differences of ascending runs as bytes of seven bits, the last of each number without the eighth. */
function shrink(numbers, offsets) {
  const bytes = new Growing(Uint8Array, numbers.length * 2 + 16);
  for (let run = 0; run + 1 < offsets.length; run++) {
    let before = -1;
    for (let i = offsets[run]; i < offsets[run + 1]; i++) {
      let step = numbers[i] - before - 1;
      before = numbers[i];
      bytes.room(5);
      for (; step > 127; step >>>= 7) bytes.array[bytes.length++] = (step & 127) | 128;
      bytes.array[bytes.length++] = step;
    }
  }
  return bytes.array.subarray(0, bytes.length);
}

function expand(bytes, offsets) {
  const numbers = new Uint32Array(offsets[offsets.length - 1]);
  let at = 0;
  for (let run = 0; run + 1 < offsets.length; run++) {
    let before = -1;
    for (let i = offsets[run]; i < offsets[run + 1]; i++) {
      let step = bytes[at++];
      if (step > 127) {
        step &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++];
          step |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      numbers[i] = before += step + 1;
    }
  }
  return numbers;
}

const sizes = (offsets, Kind) => Kind.from({ length: offsets.length - 1 }, (_, i) => offsets[i + 1] - offsets[i]);

function offsetsOf(lengths) {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  return offsets;
}

/** The core as bytes: a header of JSON, then the arrays one after another, each at a multiple of four. */
export function pack({ n, terms, offsets, docs, impacts, columns }) {
  const parts = [terms.bytes, sizes(terms.starts.subarray(0, terms.n + 1), Uint8Array), sizes(offsets, Uint32Array)];
  parts.push(shrink(docs, offsets), impacts);
  for (const name of COLUMNS) parts.push(sizes(columns[name].starts, Uint8Array), columns[name].rows);
  const values = COLUMNS.map((name) => columns[name].values);
  const header = new TextEncoder().encode(JSON.stringify({ n, values, lengths: parts.map((part) => part.length) }));
  const aligned = (length) => (length + 3) & ~3;
  const size = parts.reduce((sum, part) => sum + aligned(part.byteLength), 4 + aligned(header.length));
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  let at = 4 + aligned(header.length);
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
}

export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { n, values, lengths } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  let at = bytes.byteOffset + 4 + ((length + 3) & ~3);
  let part = 0;
  const take = (Kind) => {
    const array = new Kind(bytes.buffer, at, lengths[part++]);
    at += (array.byteLength + 3) & ~3;
    return array;
  };
  const letters = take(Uint8Array);
  const starts = offsetsOf(take(Uint8Array));
  const offsets = offsetsOf(take(Uint32Array));
  const docs = expand(take(Uint8Array), offsets);
  const impacts = take(Uint8Array);
  const columns = {};
  COLUMNS.forEach((name, i) => {
    columns[name] = { values: values[i], starts: offsetsOf(take(Uint8Array)), rows: take(Uint16Array) };
  });
  return { n, terms: new Terms(letters, starts, starts.length - 1), offsets, docs, impacts, columns };
}
