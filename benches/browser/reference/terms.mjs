// The terms of an index: words [a-z0-9]+ as bytes in one array, found by a hash table, by binary search once sorted, or with
// one letter wrong. Texts are UTF-8; all but ASCII letters and digits separates words.

const FOLD = new Uint8Array(256);
for (let c = 48; c < 58; c++) FOLD[c] = c;
for (let c = 97; c < 123; c++) FOLD[c] = FOLD[c - 32] = c;
const ALPHABET = [...FOLD.subarray(48, 58), ...FOLD.subarray(97, 123)];
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const grown = (array) => {
  const twice = new array.constructor(array.length * 2);
  twice.set(array);
  return twice;
};
const spread = (hash) => (hash ^ (hash >>> 15)) | 0;

/** Gives every different word a number. */
export class Terms {
  constructor(bytes = new Uint8Array(1 << 14), starts = new Uint32Array(1 << 10), n = 0) {
    this.bytes = bytes;
    this.starts = starts;
    this.n = n;
    this.rehash(1 << 11);
  }

  rehash(size) {
    this.table = new Int32Array(Math.max(size, 1 << Math.ceil(Math.log2(this.n * 3 + 1)))).fill(-1);
    for (let id = 0; id < this.n; id++) {
      let hash = BASIS;
      for (let i = this.starts[id]; i < this.starts[id + 1]; i++) hash = Math.imul(hash ^ this.bytes[i], PRIME);
      const mask = this.table.length - 1;
      let slot = spread(hash) & mask;
      while (this.table[slot] >= 0) slot = (slot + 1) & mask;
      this.table[slot] = id;
    }
  }

  /** The number of the word that stands behind the last one's bytes, and which is added if it is new. */
  intern(hash, length) {
    const { table, bytes, starts } = this;
    const mask = table.length - 1;
    const end = starts[this.n];
    let slot = spread(hash) & mask;
    for (let id = table[slot]; id >= 0; id = table[slot]) {
      const at = starts[id];
      if (starts[id + 1] - at === length) {
        let i = 0;
        while (i < length && bytes[at + i] === bytes[end + i]) i++;
        if (i === length) return id;
      }
      slot = (slot + 1) & mask;
    }
    const id = this.n++;
    table[slot] = id;
    if (id + 2 >= starts.length) this.starts = grown(starts);
    this.starts[id + 1] = end + length;
    if (this.n * 2 > table.length) this.rehash(table.length * 2);
    return id;
  }

  reserve(size) {
    while (this.starts[this.n] + size + 1 > this.bytes.length) this.bytes = grown(this.bytes);
  }

  /** Writes the numbers of the words of a text to `into`, which has to have room for them; says how many there are. */
  read(source, from, to, into) {
    this.reserve(to - from);
    const { bytes } = this;
    let count = 0;
    let hash = BASIS;
    let length = 0;
    let end = this.starts[this.n];
    for (let i = from; i <= to; i++) {
      const letter = i < to ? FOLD[source[i]] : 0;
      if (letter !== 0) {
        bytes[end + length++] = letter;
        hash = Math.imul(hash ^ letter, PRIME);
      } else if (length > 0) {
        into[count++] = this.intern(hash, length);
        end = this.starts[this.n];
        hash = BASIS;
        length = 0;
      }
    }
    return count;
  }

  /** The number of a text as it stands. */
  whole(source, from, to) {
    this.reserve(to - from);
    const end = this.starts[this.n];
    let hash = BASIS;
    for (let i = from; i < to; i++) {
      this.bytes[end + i - from] = source[i];
      hash = Math.imul(hash ^ source[i], PRIME);
    }
    return this.intern(hash, to - from);
  }

  /** All texts, by number. */
  names() {
    const decoder = new TextDecoder();
    return Array.from({ length: this.n }, (_, id) => decoder.decode(this.bytes.subarray(this.starts[id], this.starts[id + 1])));
  }

  /** The terms in the order of the alphabet, and the new number of each old one. */
  sorted() {
    const names = this.names();
    const order = new Map(names.map((name, id) => [name, id]));
    names.sort();
    const bytes = new Uint8Array(this.starts[this.n]);
    const starts = new Uint32Array(this.n + 1);
    const renumbered = new Uint32Array(this.n);
    names.forEach((name, id) => {
      const old = order.get(name);
      bytes.set(this.bytes.subarray(this.starts[old], this.starts[old + 1]), starts[id]);
      starts[id + 1] = starts[id] + name.length;
      renumbered[old] = id;
    });
    return { terms: new Terms(bytes, starts, this.n), renumbered };
  }

  /** The number of a word, given as its bytes, or -1. */
  find(word, length = word.length) {
    let hash = BASIS;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ word[i], PRIME);
    const mask = this.table.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = this.table[slot];
      if (id < 0) return -1;
      const at = this.starts[id];
      if (this.starts[id + 1] - at !== length) continue;
      let i = 0;
      while (i < length && this.bytes[at + i] === word[i]) i++;
      if (i === length) return id;
    }
  }

  /** How a term compares with a prefix: negative before it, 0 when it begins with it. Of sorted terms. */
  against(id, prefix, length) {
    const at = this.starts[id];
    const own = this.starts[id + 1] - at;
    for (let i = 0; i < length; i++) {
      if (i >= own) return -1;
      const difference = this.bytes[at + i] - prefix[i];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The first term that begins with a prefix, or sorts behind all that do; `past` asks for the first behind them. */
  bound(prefix, length, past, low = 0) {
    let high = this.n;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.against(middle, prefix, length);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The bytes of the words of a query. */
export const wordsOf = (query) =>
  (query.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));

/** Calls `found` with every string that one edit makes of a word: a buffer, which is used again, and a length. */
export function edits(word, found) {
  const size = word.length;
  const buffer = new Uint8Array(size + 1);
  for (let at = 0; at < size; at++) {
    buffer.set(word.subarray(0, at));
    buffer.set(word.subarray(at + 1), at);
    if (at + 1 === size || word[at] !== word[at + 1]) found(buffer, size - 1);
    buffer.set(word.subarray(at), at);
    for (const letter of ALPHABET) {
      if (letter === word[at]) continue;
      buffer[at] = letter;
      found(buffer, size);
    }
    if (at + 1 < size && word[at] !== word[at + 1]) {
      buffer[at] = word[at + 1];
      buffer[at + 1] = word[at];
      found(buffer, size);
    }
  }
  for (let at = 0; at <= size; at++) {
    buffer.set(word.subarray(0, at));
    buffer.set(word.subarray(at), at + 1);
    for (const letter of ALPHABET) {
      if (at > 0 && letter === word[at - 1]) continue;
      buffer[at] = letter;
      found(buffer, size + 1);
    }
  }
}
