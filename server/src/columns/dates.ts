import type { Occurrence } from '@vielfalt/feed';
import { NumberLists } from './lists.js';
import type { Move } from './move.js';
import { bytesOfNumbers, numbersIn, type Packed } from './packed.js';

/** Each occurrence that there is, once. */
export type DateFacts = readonly Occurrence[];

/** The next dates of a day's offers: many have the same, so each list of dates is there once. */
export class OfferDates {
  readonly #occurrences: DateFacts;
  /** The list of each offer, by ordinal. */
  readonly #listOf: Uint32Array;
  /** The numbers of occurrences, by list. */
  readonly #lists: NumberLists;

  constructor(occurrences: DateFacts, listOf: Uint32Array, lists: NumberLists) {
    this.#occurrences = occurrences;
    this.#listOf = listOf;
    this.#lists = lists;
  }

  of(ordinal: number): Occurrence[] {
    return this.at(this.listOf(ordinal));
  }

  /** The number of lists. */
  get lists(): number {
    return this.#lists.length;
  }

  /** The number of an offer's list. */
  listOf(ordinal: number): number {
    return this.#listOf[ordinal] ?? 0;
  }

  /** A list by its number. */
  at(list: number): Occurrence[] {
    return Array.from(this.#lists.of(list), (number) => this.#occurrences[number] as Occurrence);
  }

  /** Begins the dates of the next revision with those of the offers that it has, too. */
  moved(move: Move): DatesBuilder {
    const next = new DatesBuilder(move.size);
    for (let list = 0; list < this.lists; list += 1) next.addList(this.at(list));
    move.numbers(this.#listOf, next.listOf);
    return next;
  }

  pack(): Packed<DateFacts> {
    const rows = [bytesOfNumbers(this.#listOf), ...this.#lists.pack(Uint32Array)];
    return { facts: this.#occurrences, rows };
  }

  /** Makes them of what `pack` gave. */
  static unpack({ facts, rows: [listOf, ...lists] }: Packed<DateFacts>): OfferDates {
    return new OfferDates(
      facts,
      numbersIn(listOf, Uint32Array),
      NumberLists.unpack(lists, Uint32Array),
    );
  }
}

/** Collects the next dates of offers. */
export class DatesBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #occurrences: Occurrence[] = [];
  readonly #listNumbers = new Map<string, number>();
  readonly #lists: number[][] = [];
  /** The number of each offer's list, by ordinal. */
  readonly listOf: Uint32Array;

  /** @param size the number of the revision's offers */
  constructor(size: number) {
    this.listOf = new Uint32Array(size);
    // Of offers that are not added.
    this.addList([]);
  }

  add(ordinal: number, upcoming: readonly Occurrence[] = []): void {
    this.listOf[ordinal] = this.addList(upcoming);
  }

  /** Adds a list of dates, unless it is there; gives its number. */
  addList(upcoming: readonly Occurrence[]): number {
    const numbers = upcoming.map((each) => {
      const key = `${each.start} ${each.end ?? ''}`;
      const number = this.#numbers.get(key) ?? this.#occurrences.push(each) - 1;
      this.#numbers.set(key, number);
      return number;
    });
    const key = numbers.join(' ');
    const number = this.#listNumbers.get(key) ?? this.#lists.push(numbers) - 1;
    this.#listNumbers.set(key, number);
    return number;
  }

  finish(): OfferDates {
    return new OfferDates(this.#occurrences, this.listOf, NumberLists.of(this.#lists));
  }
}
