import {
  cardsOn,
  suggestedRank,
  type Card,
  type ReadyContext,
  type HolidayCalendar,
} from '@vielfalt/feed';
import { sortInSteps } from '../slices.js';
import { Appointments } from './appointments.js';
import { addBit, noBits, type Bits } from './bits.js';
import { DatesBuilder, type OfferDates } from './dates.js';
import type { OfferColumns } from './columns.js';

/** What a day adds to a revision's columns: the same in every language. */
export interface DayColumns {
  offers: OfferColumns;
  /** The local date in the directory's zone. */
  date: string;
  /** The offers that have not ended. */
  shown: Bits;
  dates: OfferDates;
  appointments: Appointments;
  /**
   * The suggested order of all that are shown, as numbers: what one cannot take part in comes
   * `2 * size` later. What is elsewhere than asked comes `size` later than by this.
   */
  suggested: Uint32Array;
}

/** The same where cards are held in memory. */
export interface DayCards extends DayColumns {
  /** The cards as they are written, with their next dates, by ordinal. */
  cards: readonly (Card | undefined)[];
}

/** The data that a day depends on besides the cards. */
export interface DaySource {
  offers: OfferColumns;
  filters: Omit<ReadyContext, 'today' | 'providers'>;
  calendar: HolidayCalendar | undefined;
}

/** Makes a day of all cards in the order of their titles, a card at each step. */
export function* dayColumns(
  date: string,
  all: readonly Card[],
  source: DaySource,
): Generator<undefined, DayCards> {
  const day = new DayBuilder(date, source);
  const cards = new Array<Card | undefined>(source.offers.size).fill(undefined);
  for (const [ordinal, written] of all.entries()) {
    cards[ordinal] = day.add(ordinal, written);
    yield;
  }
  return { ...(yield* day.finish()), cards };
}

/** Makes a day of cards that are added one by one, in the order of their titles. */
export class DayBuilder {
  readonly #date: string;
  readonly #source: DaySource;
  readonly #shown: Bits;
  readonly #appointments: Appointments;
  readonly #dates: DatesBuilder;
  readonly #ranks: { ordinal: number; rank: string }[] = [];
  readonly #rankOf: (card: Card) => string;

  constructor(date: string, source: DaySource) {
    const { size, recurrences } = source.offers;
    this.#date = date;
    this.#source = source;
    this.#shown = noBits(size);
    this.#appointments = new Appointments(size, recurrences, date);
    this.#dates = new DatesBuilder(size);
    this.#rankOf = suggestedRank(
      { query: {}, lock: {} },
      // Nothing is asked of providers.
      { ...source.filters, providers: {}, today: date },
    );
  }

  /** Adds a card as it is written; gives it with its next dates, unless it has ended by then. */
  add(ordinal: number, written: Card): Card | undefined {
    const [card] = cardsOn(this.#date, [written], this.#source.calendar);
    if (!card) return undefined;
    addBit(this.#shown, ordinal);
    this.#appointments.add(ordinal, card.schedule?.times ?? []);
    this.#dates.add(ordinal, card.upcoming);
    this.#ranks.push({ ordinal, rank: this.#rankOf(card) });
    return card;
  }

  /** Works out, once all are added, what depends on them together. */
  *finish(): Generator<undefined, DayColumns> {
    const { offers } = this.#source;
    const appointments = this.#appointments;
    yield* appointments.prepare();
    const sorted = yield* sortInSteps(this.#ranks, (a, b) =>
      a.rank === b.rank ? a.ordinal - b.ordinal : a.rank < b.rank ? -1 : 1,
    );
    const suggested = new Uint32Array(offers.size);
    for (const [at, { ordinal, rank }] of sorted.entries()) {
      const isFull = rank.startsWith('1');
      suggested[ordinal] = at + (isFull ? 2 * offers.size : 0);
    }
    return {
      offers,
      date: this.#date,
      shown: this.#shown,
      appointments,
      suggested,
      dates: this.#dates.finish(),
    };
  }
}
