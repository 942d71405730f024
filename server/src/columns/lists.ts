import type { Move } from './move.js';
import { bytesOfNumbers, numbersIn } from './packed.js';

/** The number of steps that are taken at once. */
const AT_ONCE = 10_000;

/** Some numbers of each offer, of many none, by ordinal. */
export class NumberLists {
  /** Of each offer, where its numbers begin; and where they all end. */
  readonly #starts: Uint32Array;
  readonly #added: number[] = [];
  #numbers: Float64Array | Uint32Array = new Uint32Array();

  private constructor(starts: Uint32Array) {
    this.#starts = starts;
  }

  /** @param size the number of the revision's offers */
  static empty(size: number): NumberLists {
    return new NumberLists(new Uint32Array(size + 1));
  }

  /** Adds an offer's; offers come in the order of their ordinals, and none may be left out. */
  add(ordinal: number, numbers: readonly number[]): void {
    for (const number of numbers) this.#added.push(number);
    this.#starts[ordinal + 1] = this.#added.length;
  }

  of(ordinal: number): Float64Array | Uint32Array {
    return this.#numbers.subarray(this.#starts[ordinal], this.#starts[ordinal + 1]);
  }

  /**
   * The numbers of the next revision's offers, a few steps at a time.
   * @param added of those that it has anew, by ordinal
   */
  *moved(
    move: Move,
    added: ReadonlyMap<number, readonly number[]>,
  ): Generator<undefined, NumberLists> {
    const lists = NumberLists.empty(move.size);
    const starts = lists.#starts;
    for (let ordinal = 0; ordinal + 1 < this.#starts.length; ordinal += 1) {
      const to = move.of(ordinal);
      if (to !== undefined) starts[to + 1] = this.of(ordinal).length;
      if (ordinal % AT_ONCE === 0) yield;
    }
    for (const [ordinal, numbers] of added) starts[ordinal + 1] = numbers.length;
    for (let ordinal = 0; ordinal < move.size; ordinal += 1) {
      starts[ordinal + 1] = (starts[ordinal + 1] ?? 0) + (starts[ordinal] ?? 0);
      if (ordinal % AT_ONCE === 0) yield;
    }
    const Kind = this.#numbers instanceof Uint32Array ? Uint32Array : Float64Array;
    lists.#numbers = new Kind(starts[move.size] ?? 0);
    for (let ordinal = 0; ordinal + 1 < this.#starts.length; ordinal += 1) {
      const to = move.of(ordinal);
      if (to !== undefined) lists.#numbers.set(this.of(ordinal), starts[to]);
      if (ordinal % AT_ONCE === 0) yield;
    }
    for (const [ordinal, numbers] of added) lists.#numbers.set(numbers, starts[ordinal]);
    return lists;
  }

  /** All that were added, as bytes. */
  pack(Kind: typeof Uint32Array | typeof Float64Array): Uint8Array[] {
    return [this.#starts, Kind.from(this.#added)].map(bytesOfNumbers);
  }

  /** Makes them of what `pack` gave. */
  static unpack(
    [starts, numbers]: readonly (Uint8Array | undefined)[],
    Kind: typeof Uint32Array | typeof Float64Array,
  ): NumberLists {
    const lists = new NumberLists(numbersIn(starts, Uint32Array));
    lists.#numbers = numbersIn<Uint32Array | Float64Array>(numbers, Kind);
    return lists;
  }
}
