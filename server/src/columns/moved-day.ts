import {
  cardsOn,
  suggestedRank,
  type Card,
  type HolidayCalendar,
  type Occurrence,
  type ReadyContext,
} from '@vielfalt/feed';
import { sortInSteps } from '../slices.js';
import { addBit, hasBit } from './bits.js';
import type { OfferColumns } from './columns.js';
import type { Move } from './move.js';
import { listedDay, type ListedDay } from './packed-day.js';

/** What a day of the next revision is made of, besides the day as it is. */
export interface NextDay {
  move: Move;
  /** The next revision's. */
  offers: OfferColumns;
  filters: Omit<ReadyContext, 'today'>;
  calendar: HolidayCalendar | undefined;
  /** The cards that it has anew, as they are written, by ordinal. */
  added: ReadonlyMap<number, Card>;
}

/** An offer with its place in the suggested order. */
interface Suggested {
  ordinal: number;
  rank: string;
  isFull: boolean;
}

/** The number of offers that are dealt with at once. */
const AT_ONCE = 50_000;

/** Makes a day of the next revision of the same day as it is, a few steps at a time. */
export function* movedDay(
  before: Omit<ListedDay, 'offers'>,
  next: NextDay,
): Generator<undefined, ListedDay> {
  const { move, offers, filters, calendar, added } = next;
  const { date } = before;
  const shown = move.bits(before.shown);
  const rankOf = suggestedRank({ query: {}, lock: {} }, { ...filters, today: date });
  const cards = new Map<number, Card>();
  for (const [ordinal, written] of added) {
    const [card] = cardsOn(date, [written], calendar);
    if (card) cards.set(ordinal, card);
    yield;
  }
  const occurrences = [...before.occurrences];
  const numberOf = numbering(occurrences);
  const dates = new Map<number, number[]>();
  const ranks: Suggested[] = [];
  for (const [ordinal, card] of cards) {
    addBit(shown, ordinal);
    dates.set(ordinal, (card.upcoming ?? []).map(numberOf));
    const rank = rankOf(card);
    ranks.push({ ordinal, rank, isFull: isFull(rank) });
  }
  const upcoming = yield* before.upcoming.moved(move, dates);
  const times = new Map([...cards].map(([at, { schedule }]) => [at, schedule?.times ?? []]));
  const appointments = yield* before.appointments.moved(move, times, date);
  const suggested = yield* movedOrder(before, next, ranks, rankOf);
  return listedDay({
    ...{ offers, date, shown, suggested, appointments },
    ...{ occurrences, upcoming },
  });
}

/** As `suggestedRank` begins. */
const isFull = (rank: string) => rank.startsWith('1');

/** Numbers occurrences by a list that it adds those to that are new. */
function numbering(known: Occurrence[]): (occurrence: Occurrence) => number {
  const keyOf = ({ start, end = '' }: Occurrence) => `${start} ${end}`;
  const numbers = new Map(known.map((each, number) => [keyOf(each), number]));
  return (occurrence) => {
    const number = numbers.get(keyOf(occurrence)) ?? known.push(occurrence) - 1;
    numbers.set(keyOf(occurrence), number);
    return number;
  };
}

/** The suggested order with some offers put into it. */
function* movedOrder(
  before: Omit<ListedDay, 'offers'>,
  { move, offers }: NextDay,
  added: readonly Suggested[],
  rankOf: (card: Card) => string,
): Generator<undefined, Float64Array> {
  const { shown, suggested, datesOf } = before;
  const size = suggested.length;
  /** The offers as they were suggested, and then those that stay. */
  const order = new Int32Array(size).fill(-1);
  for (let ordinal = 0; ordinal < size; ordinal += 1) {
    const number = suggested[ordinal] ?? 0;
    if (hasBit(shown, ordinal)) order[number < size ? number : number - 2 * size] = ordinal;
    if (ordinal % AT_ONCE === 0) yield;
  }
  let kept = 0;
  for (let at = 0; at < order.length; at += 1) {
    const ordinal = order[at] ?? -1;
    if (ordinal >= 0 && move.of(ordinal) !== undefined) order[kept++] = ordinal;
    if (at % AT_ONCE === 0) yield;
  }
  const wasFull = (ordinal: number) => (suggested[ordinal] ?? 0) >= 2 * size;
  const comesBefore = (ordinal: number, other: Suggested) => {
    const rank = rankOf({
      status: wasFull(ordinal) ? 'retired' : 'published',
      ...datesOf(ordinal),
      checked: { on: String(offers.checked[move.of(ordinal) ?? 0] ?? 0) },
    } as Card);
    return rank === other.rank ? (move.of(ordinal) ?? 0) < other.ordinal : rank < other.rank;
  };
  const sorted = yield* sortInSteps(added, (a, b) =>
    a.rank === b.rank ? a.ordinal - b.ordinal : a.rank < b.rank ? -1 : 1,
  );
  const numbers = new Float64Array(move.size);
  let number = 0;
  const place = (ordinal: number, full: boolean) => {
    numbers[ordinal] = number + (full ? 2 * move.size : 0);
    number += 1;
  };
  let from = 0;
  const placeKept = (to: number) => {
    for (; from < to; from += 1) place(move.of(order[from] ?? 0) ?? 0, wasFull(order[from] ?? 0));
  };
  for (const each of sorted) {
    let [low, high] = [from, kept];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesBefore(order[middle] ?? 0, each)) low = middle + 1;
      else high = middle;
    }
    for (; from < low; yield) placeKept(Math.min(low, from + AT_ONCE));
    place(each.ordinal, each.isFull);
    yield;
  }
  for (; from < kept; yield) placeKept(Math.min(kept, from + AT_ONCE));
  return numbers;
}
