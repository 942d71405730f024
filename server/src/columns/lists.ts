import type { Move } from './move.js';
import { bytesOfNumbers, numbersIn } from './packed.js';

/** The number of steps that are taken at once. */
const AT_ONCE = 100_000;

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

  /** Makes them of all lists. */
  static of(all: readonly (readonly number[])[]): NumberLists {
    const lists = NumberLists.empty(all.length);
    all.forEach((numbers, at) => lists.add(at, numbers));
    lists.#numbers = Uint32Array.from(lists.#added.splice(0));
    return lists;
  }

  get length(): number {
    return this.#starts.length - 1;
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
    const [before, starts] = [this.#starts, lists.#starts];
    let total = 0;
    for (const { from, length } of move.runs) {
      total += (before[from + length] ?? 0) - (before[from] ?? 0);
    }
    for (const numbers of added.values()) total += numbers.length;
    const all =
      this.#numbers instanceof Uint32Array ? new Uint32Array(total) : new Float64Array(total);
    lists.#numbers = all;
    let ordinal = 0;
    let end = 0;
    const addUpTo = (next: number) => {
      for (; ordinal < next; ordinal += 1) {
        const numbers = added.get(ordinal) ?? [];
        all.set(numbers, end);
        starts[ordinal + 1] = end += numbers.length;
      }
    };
    for (const { from, to, length } of move.runs) {
      addUpTo(to);
      const first = before[from] ?? 0;
      all.set(this.#numbers.subarray(first, before[from + length]), end);
      for (let at = 1; at <= length; at += 1) {
        starts[to + at] = (before[from + at] ?? 0) - first + end;
        if (at % AT_ONCE === 0) yield;
      }
      end = starts[to + length] ?? 0;
      ordinal = to + length;
    }
    addUpTo(move.size);
    return lists;
  }

  /** All of them as bytes. */
  pack(Kind: typeof Uint32Array | typeof Float64Array): Uint8Array[] {
    const numbers = this.#added.length > 0 ? Kind.from(this.#added) : this.#numbers;
    return [this.#starts, numbers].map(bytesOfNumbers);
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
