import { cardsOn, suggestedRank, type Card, type HolidayCalendar } from '@vielfalt/feed';
import { sortInSteps } from '../slices.js';
import { addBit, hasBit } from './bits.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns, DaySource } from './day.js';
import type { Move } from './move.js';

/** What a day of the next revision is made of, besides the day as it is. */
export interface NextDay {
  move: Move;
  /** The next revision's. */
  offers: OfferColumns;
  filters: DaySource['filters'];
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
  before: Omit<DayColumns, 'offers'>,
  next: NextDay,
): Generator<undefined, DayColumns> {
  const { move, offers, filters, calendar, added } = next;
  const { date } = before;
  const shown = move.bits(before.shown);
  const rankOf = suggestedRank(
    { query: {}, lock: {} },
    // Nothing is asked of providers.
    { ...filters, providers: {}, today: date },
  );
  const cards = new Map<number, Card>();
  for (const [ordinal, written] of added) {
    const [card] = cardsOn(date, [written], calendar);
    if (card) cards.set(ordinal, card);
    yield;
  }
  const dates = before.dates.moved(move);
  const ranks: Suggested[] = [];
  for (const [ordinal, card] of cards) {
    addBit(shown, ordinal);
    dates.add(ordinal, card.upcoming);
    const rank = rankOf(card);
    ranks.push({ ordinal, rank, isFull: isFull(rank) });
  }
  const times = new Map([...cards].map(([at, { schedule }]) => [at, schedule?.times ?? []]));
  const appointments = yield* before.appointments.moved(move, times, date);
  const suggested = yield* movedOrder(before, next, ranks, rankOf);
  return { offers, date, shown, suggested, appointments, dates: dates.finish() };
}

/** As `suggestedRank` begins. */
const isFull = (rank: string) => rank.startsWith('1');

/** The suggested order with some offers put into it. */
function* movedOrder(
  before: Omit<DayColumns, 'offers'>,
  { move, offers }: NextDay,
  added: readonly Suggested[],
  rankOf: (card: Card) => string,
): Generator<undefined, Uint32Array> {
  const { shown, suggested, dates } = before;
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
      upcoming: dates.of(ordinal),
      checked: { on: String(offers.checked[move.of(ordinal) ?? 0] ?? 0) },
    } as Card);
    return rank === other.rank ? (move.of(ordinal) ?? 0) < other.ordinal : rank < other.rank;
  };
  const sorted = yield* sortInSteps(added, (a, b) =>
    a.rank === b.rank ? a.ordinal - b.ordinal : a.rank < b.rank ? -1 : 1,
  );
  const numbers = new Uint32Array(move.size);
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
