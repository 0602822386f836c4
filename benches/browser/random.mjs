// Seeded random numbers: the same seed gives the same sequence on every machine. Not for anything but test data.

/** A generator of 32-bit integers (sfc32, public domain by Chris Doty-Humphrey), with what the generators draw by it. */
export class Random {
  constructor(seed) {
    this.a = 0x9e3779b9;
    this.b = 0x243f6a88;
    this.c = 0xb7e15162;
    this.d = seed >>> 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  next() {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** A number in [0, 1). */
  unit() {
    return this.next() / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  between(low, high) {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  pick(list) {
    return list[Math.floor(this.unit() * list.length)];
  }
}

/** Draws ranks 0..n-1 with a probability that falls as 1 / (rank + 1 + shift) ^ exponent. */
export class Zipf {
  constructor(n, exponent, shift = 0) {
    this.sums = new Float64Array(n);
    let sum = 0;
    for (let rank = 0; rank < n; rank++) {
      sum += (rank + 1 + shift) ** -exponent;
      this.sums[rank] = sum;
    }
  }

  draw(random) {
    const { sums } = this;
    const wanted = random.unit() * sums[sums.length - 1];
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** `count` different ranks. */
  several(random, count) {
    const ranks = new Set();
    while (ranks.size < count) ranks.add(this.draw(random));
    return [...ranks];
  }
}
