/** Some of a revision's offers: a bit for each, by its ordinal. */
export type Bits = Uint32Array;

/** @param size the number of the revision's offers */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function addBit(bits: Bits, ordinal: number): void {
  bits[ordinal >>> 5] = (bits[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31));
}

export function hasBit(bits: Bits, ordinal: number): boolean {
  return (((bits[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1;
}

/** Adds to some those that are in others. */
export function addBits(bits: Bits, others: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (others[at] ?? 0);
}

/** Keeps of some only those that are in others as well. */
export function keepBits(bits: Bits, others: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0);
}

/** The number of ones in a word, counted in pairs, fours and bytes at a time. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += ones(word);
  return count;
}

/** The number of those that are in both. */
export function countBoth(bits: Bits, others: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    const both = (bits[at] ?? 0) & (others[at] ?? 0);
    if (both !== 0) count += ones(both);
  }
  return count;
}

/**
 * Counts of some how many are in others, again and again: only the words that hold any of them are
 * looked at.
 */
export function counterOf(bits: Bits): (others: Bits) => number {
  const places = new Uint32Array(bits.length);
  const words = new Uint32Array(bits.length);
  let length = 0;
  for (let at = 0; at < bits.length; at += 1) {
    const word = bits[at] ?? 0;
    if (word === 0) continue;
    places[length] = at;
    words[length] = word;
    length += 1;
  }
  return (others) => {
    let count = 0;
    for (let at = 0; at < length; at += 1) {
      const both = (words[at] ?? 0) & (others[places[at] ?? 0] ?? 0);
      if (both !== 0) count += ones(both);
    }
    return count;
  };
}

/** The ordinals of some, in order. */
export function ordinalsOf(bits: Bits): Uint32Array {
  const ordinals = new Uint32Array(countBits(bits));
  let next = 0;
  bits.forEach((word, at) => {
    for (let left = word; left !== 0; left &= left - 1) {
      ordinals[next] = at * 32 + 31 - Math.clz32(left & -left);
      next += 1;
    }
  });
  return ordinals;
}
