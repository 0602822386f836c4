// Sets of records as bits, 32 to a number.

/** How many bits of a number are set. */
export function ones(bits) {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many records a set has. */
export function size(set) {
  let count = 0;
  for (let w = 0; w < set.length; w++) count += ones(set[w]);
  return count;
}

/** How many records two sets have in common. */
export function common(set, other) {
  let count = 0;
  for (let w = 0; w < set.length; w++) count += ones(set[w] & other[w]);
  return count;
}
