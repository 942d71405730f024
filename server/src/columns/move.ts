import { noBits, type Bits } from './bits.js';

/** Offers of a revision that the next one has too, and that stay together in its order. */
export interface Run {
  from: number;
  to: number;
  length: number;
}

/** Arrays that are moved. */
type Numbers = Float64Array | Uint32Array | Int8Array | Uint8Array;

/** Of an ordinal: the next revision does not have that offer, or has it otherwise. */
const GONE = -1;

/** Where the offers of a revision stand in the next one, by their ordinals. */
export class Move {
  /** The number of the next revision's offers. */
  readonly size: number;
  readonly #ordinals: Int32Array;
  /** The offers that stay, in their order. */
  readonly runs: readonly Run[];

  /**
   * @param ordinals for each offer: its ordinal in the next revision, -1 where that does not have it;
   *   they grow
   * @param size the number of the next revision's offers
   */
  constructor(ordinals: Int32Array, size: number) {
    this.#ordinals = ordinals;
    this.size = size;
    let run: Run | undefined;
    const runs: Run[] = [];
    for (let from = 0; from < ordinals.length; from += 1) {
      const to = ordinals[from] ?? GONE;
      if (to === GONE) run = undefined;
      else if (run && to === run.to + run.length) run.length += 1;
      else runs.push((run = { from, to, length: 1 }));
    }
    this.runs = runs;
  }

  /** The ordinal in the next revision; `undefined`: it is gone, or added anew. */
  of(ordinal: number): number | undefined {
    const to = this.#ordinals[ordinal] ?? GONE;
    return to === GONE ? undefined : to;
  }

  /** Puts a number of each offer into the place where the next revision has it. */
  numbers<Kind extends Numbers>(before: Kind, next: Kind): void {
    for (const { from, to, length } of this.runs) {
      next.set(before.subarray(from, from + length), to);
    }
  }

  /** The same offers among those of the next revision. */
  bits(before: Bits): Bits {
    const next = noBits(this.size);
    for (const run of this.runs) moveBits(before, next, run);
    return next;
  }
}

/** Copies some bits to others, 32 at a time. */
function moveBits(before: Bits, next: Bits, { from, to, length }: Run): void {
  const end = to + length;
  for (let word = to >>> 5; word * 32 < end; word += 1) {
    const first = word * 32 - to + from;
    const [at, shift] = [first >> 5, first & 31];
    let bits = (before[at] ?? 0) >>> shift;
    if (shift > 0) bits |= (before[at + 1] ?? 0) << (32 - shift);
    if (word * 32 < to) bits &= -1 << (to & 31);
    if (end < word * 32 + 32) bits &= ~(-1 << (end & 31));
    next[word] = (next[word] ?? 0) | bits;
  }
}
