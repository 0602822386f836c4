// What the reference stores: sorted terms with their postings (records ascending, one byte of weight each) and for each facet,
// and for keywords, rows of value numbers. `read` makes it from JSON, `pack` and `unpack` bring it into bytes and back. The
// records themselves are not kept.
import { Terms } from './terms.mjs';

export const FACETS = ['themes', 'type', 'audiences', 'levels', 'places', 'publishers'];
const COLUMNS = [...FACETS, 'keywords'];
// Weight of a word by the field it stands in, and the usual constants of BM25.
const [TITLE, KEYWORDS, SUMMARY] = [4, 3, 1];
const [K1, B] = [1.2, 0.75];
const SCALE = 10;

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

/** The words of each record once, with their weights: `owners` of record i end at ends[i]. */
function scan(resources, terms) {
  const n = resources.length;
  const owners = new Growing(Uint32Array, n * 50 + 1024);
  const weights = new Growing(Uint8Array, n * 50 + 1024);
  const ends = new Uint32Array(n);
  const lengths = new Uint32Array(n);
  let buffer = new Uint32Array(1 << 12);
  // Where the term stands in this record, plus one, if it does: `place` of older records lies below `start`.
  let place = new Uint32Array(1 << 17);
  let start = 0;
  const add = (text, weight, doc) => {
    if (text.length >= buffer.length) buffer = new Uint32Array(text.length * 2);
    const count = terms.read(text, buffer);
    owners.room(count);
    weights.room(count);
    if (terms.n > place.length) {
      const wider = new Uint32Array(terms.n * 2);
      wider.set(place);
      place = wider;
    }
    lengths[doc] += count * weight;
    const [ids, sums] = [owners.array, weights.array];
    let end = owners.length;
    for (let i = 0; i < count; i++) {
      const id = buffer[i];
      const at = place[id];
      if (at > start) {
        sums[at - 1] = Math.min(255, sums[at - 1] + weight);
      } else {
        ids[end] = id;
        sums[end] = weight;
        place[id] = ++end;
      }
    }
    owners.length = weights.length = end;
  };
  for (let doc = 0; doc < n; doc++) {
    const record = resources[doc];
    start = owners.length;
    add(record.title, TITLE, doc);
    if (record.keywords) for (const keyword of record.keywords) add(keyword, KEYWORDS, doc);
    if (record.summary) add(record.summary, SUMMARY, doc);
    ends[doc] = owners.length;
  }
  return { owners: owners.array, weights: weights.array, ends, lengths };
}

/** Postings by sorted term, from the words by record: a counting sort. */
function invert(n, n_terms, renumbered, { owners, weights, ends, lengths }) {
  const size = n === 0 ? 0 : ends[n - 1];
  const offsets = new Uint32Array(n_terms + 1);
  for (let i = 0; i < size; i++) offsets[(owners[i] = renumbered[owners[i]]) + 1]++;
  for (let id = 0; id < n_terms; id++) offsets[id + 1] += offsets[id];
  const next = offsets.slice(0, n_terms);
  const rarity = new Float64Array(n_terms);
  for (let id = 0; id < n_terms; id++) {
    const df = offsets[id + 1] - offsets[id];
    rarity[id] = Math.log(1 + (n - df + 0.5) / (df + 0.5)) * (K1 + 1) * SCALE;
  }
  let average = 0;
  for (let doc = 0; doc < n; doc++) average += lengths[doc] / n;
  const docs = new Uint32Array(size);
  const impacts = new Uint8Array(size);
  for (let doc = 0, i = 0; doc < n; doc++) {
    const fixed = K1 * (1 - B + (B * lengths[doc]) / average);
    for (; i < ends[doc]; i++) {
      const id = owners[i];
      const at = next[id]++;
      docs[at] = doc;
      impacts[at] = Math.max(1, Math.min(255, (rarity[id] * weights[i]) / (weights[i] + fixed)));
    }
  }
  return { offsets, docs, impacts };
}

function column(resources, name) {
  const ids = new Map();
  const starts = new Uint32Array(resources.length + 1);
  const rows = new Growing(Uint16Array, resources.length * 4 + 64);
  const add = (value) => {
    let id = ids.get(value);
    if (id === undefined) ids.set(value, (id = ids.size));
    rows.room(1);
    rows.array[rows.length++] = id;
  };
  for (let doc = 0; doc < resources.length; doc++) {
    const value = resources[doc][name];
    if (typeof value === 'string') add(value);
    else if (value) for (const one of value) add(one);
    starts[doc + 1] = rows.length;
  }
  return { values: [...ids.keys()], starts, rows: rows.array.slice(0, rows.length) };
}

/** The core of a catalog given as JSON. */
export function read(text) {
  const { resources } = JSON.parse(text);
  const found = new Terms();
  const scanned = scan(resources, found);
  const { terms, renumbered } = found.sorted();
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, column(resources, name)]));
  return { n: resources.length, terms, ...invert(resources.length, terms.n, renumbered, scanned), columns };
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
