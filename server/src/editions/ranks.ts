import { addBit, hasBit, noBits, type Bits } from '../columns/bits.js';
import { Move } from '../columns/move.js';
import type { EditionChange, EditionRecords } from '../store/editions.js';
import type { RecordKind } from '../store/store.js';

/** An offer that a derived edition puts into the order of the whole one. */
interface PlacedOffer {
  number: number;
  /** The number of offers of the whole edition before it. */
  place: number;
  title: string;
  id: string;
}

/** The number of offers that are dealt with at once. */
const AT_ONCE = 50_000;

/**
 * The offers of an edition by rank of title, and by the numbers under which its records are kept: in
 * a whole one these are the same, and they stay while ranks move.
 */
export class Ranks {
  /** The number of offers of the whole edition. */
  readonly #whole: number;
  /** The number of each offer, by its rank. */
  readonly #numbers: Uint32Array;
  /** The rank of each number; -1: that is not shown. */
  readonly #ranks: Int32Array;
  /** The numbers below `#whole` that stand where the whole edition has them no longer. */
  readonly #replaced: Bits;
  readonly #placed: readonly PlacedOffer[];

  private constructor(
    whole: number,
    replaced: Bits,
    placed: readonly PlacedOffer[],
    numbers: Uint32Array,
  ) {
    this.#whole = whole;
    this.#replaced = replaced;
    this.#placed = placed;
    this.#numbers = numbers;
    const most = placed.reduce((all, { number }) => Math.max(all, number + 1), whole);
    this.#ranks = new Int32Array(most).fill(-1);
    for (let rank = 0; rank < numbers.length; rank += 1) this.#ranks[numbers[rank] ?? 0] = rank;
  }

  /** @param size the number of a whole edition's offers */
  static whole(size: number): Ranks {
    const numbers = new Uint32Array(size);
    for (let number = 0; number < size; number += 1) numbers[number] = number;
    return new Ranks(size, noBits(size), [], numbers);
  }

  /** The number of offers. */
  get size(): number {
    return this.#numbers.length;
  }

  /** The numbers of the offers that have changed since the whole edition. */
  get placed(): readonly number[] {
    return this.#placed.map(({ number }) => number);
  }

  numberOf(rank: number): number | undefined {
    return this.#numbers[rank];
  }

  /** @returns `undefined`: there is no such offer, or it is retired */
  rankOf(number: number): number | undefined {
    const rank = this.#ranks[number] ?? -1;
    return rank < 0 ? undefined : rank;
  }

  /**
   * The ranks after some changes, a few steps at a time.
   * @param compare by the directory's collation
   */
  *after(
    changes: readonly EditionChange<'offer'>[],
    compare: (one: string, other: string) => number,
  ): Generator<undefined, Ranks> {
    const replaced = this.#replaced.slice();
    const placed = new Map(this.#placed.map((each) => [each.number, each]));
    for (const { number, place, record } of changes) {
      if (number < this.#whole) addBit(replaced, number);
      placed.delete(number);
      const { id, title, status } = record;
      if (status !== 'retired') placed.set(number, { number, place, title, id });
    }
    const sorted = [...placed.values()].sort(
      (a, b) => a.place - b.place || compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
    );
    const numbers = new Uint32Array(this.#whole + sorted.length);
    let size = 0;
    let at = 0;
    for (let number = 0; number <= this.#whole; number += 1) {
      for (; sorted[at]?.place === number; at += 1) numbers[size++] = sorted[at]?.number ?? 0;
      if (number < this.#whole && !hasBit(replaced, number)) numbers[size++] = number;
      if (number % AT_ONCE === 0) yield;
    }
    return new Ranks(this.#whole, replaced, sorted, numbers.slice(0, size));
  }

  /** Where these offers stand in the next ranks. @param anew the numbers of those that are made anew */
  moveTo(next: Ranks, anew: ReadonlySet<number>): Move {
    const to = new Int32Array(this.size);
    for (let rank = 0; rank < to.length; rank += 1) {
      to[rank] = next.#ranks[this.#numbers[rank] ?? 0] ?? -1;
    }
    for (const number of anew) {
      const rank = this.rankOf(number);
      if (rank !== undefined) to[rank] = -1;
    }
    return new Move(to, next.size);
  }

  /** Where the offers of the whole edition stand here. */
  moveFromWhole(): Move {
    const to = new Int32Array(this.#whole).fill(-1);
    for (let number = 0; number < to.length; number += 1) {
      if (!hasBit(this.#replaced, number)) to[number] = this.rankOf(number) ?? -1;
    }
    return new Move(to, this.size);
  }
}

/** The records of an edition, where offers are numbered by their ranks. */
export function rankedRecords(records: EditionRecords, ranks: Ranks): EditionRecords {
  const ranked = <Found extends { number: number }>(kind: RecordKind, found: Found[]): Found[] =>
    kind === 'offer'
      ? found.map((each) => ({ ...each, number: ranks.rankOf(each.number) ?? ranks.size }))
      : found;
  return {
    async records(edition, kind, numbers) {
      const kept =
        kind === 'offer' ? numbers.flatMap((rank) => ranks.numberOf(rank) ?? []) : numbers;
      return ranked(kind, await records.records(edition, kind, kept));
    },
    byIds: async (edition, kind, ids) => ranked(kind, await records.byIds(edition, kind, ids)),
    async named(edition, kind, name) {
      const found = await records.named(edition, kind, name);
      return found && ranked(kind, [found])[0];
    },
    range: (edition, kind, range) => records.range(edition, kind, range),
    async *names(edition, kind) {
      for await (const some of records.names(edition, kind)) yield ranked(kind, some);
    },
  };
}
