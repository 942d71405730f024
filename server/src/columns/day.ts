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
import type { OfferColumns } from './columns.js';

/** What a day adds to a revision's columns: the same in every language. */
export interface DayColumns {
  offers: OfferColumns;
  /** The local date in the directory's zone. */
  date: string;
  /** The offers that have not ended. */
  shown: Bits;
  /** Their cards as they are written, with their next dates, by ordinal. */
  cards: readonly (Card | undefined)[];
  appointments: Appointments;
  /**
   * The suggested order of all that are shown, as numbers: what one cannot take part in comes
   * `2 * size` later. What is elsewhere than asked comes `size` later than by this.
   */
  suggested: Float64Array;
}

/** The data that a day depends on besides the cards. */
export interface DaySource {
  offers: OfferColumns;
  filters: Omit<ReadyContext, 'today'>;
  calendar: HolidayCalendar | undefined;
}

/** Makes a day of all cards in the order of their titles, a card at each step. */
export function* dayColumns(
  date: string,
  all: readonly Card[],
  { offers, filters, calendar }: DaySource,
): Generator<undefined, DayColumns> {
  const { size, recurrences } = offers;
  const appointments = new Appointments(size, recurrences, date);
  const shown = noBits(size);
  const cards = new Array<Card | undefined>(size).fill(undefined);
  const ranks: { ordinal: number; rank: string }[] = [];
  const rankOf = suggestedRank({ query: {}, lock: {} }, { ...filters, today: date });
  for (const [ordinal, written] of all.entries()) {
    const [card] = cardsOn(date, [written], calendar);
    if (card) {
      cards[ordinal] = card;
      addBit(shown, ordinal);
      appointments.add(ordinal, card.schedule?.times ?? []);
      ranks.push({ ordinal, rank: rankOf(card) });
    }
    yield;
  }
  yield* appointments.prepare();
  const sorted = yield* sortInSteps(ranks, (a, b) =>
    a.rank === b.rank ? a.ordinal - b.ordinal : a.rank < b.rank ? -1 : 1,
  );
  const suggested = new Float64Array(size);
  for (const [at, { ordinal, rank }] of sorted.entries()) {
    const isFull = rank.startsWith('1');
    suggested[ordinal] = at + (isFull ? 2 * size : 0);
  }
  return { offers, date, shown, cards, appointments, suggested };
}
