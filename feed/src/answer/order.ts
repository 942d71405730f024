import type { Occurrence } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { sortOf, type Query } from '../query/query.js';
import { nextOf } from '../time/upcoming.js';
import { distanceTo } from './distance.js';

/** Returns a card's date that is running or comes next, by the caller's clock. */
export type NextOf = (card: Card) => Occurrence | undefined;

/** Returns a finder of the next date from the beginning of a day on. */
export function nextFrom(date: string): NextOf {
  return ({ upcoming = [] }) => nextOf(upcoming, { date, time: '00:00' });
}

/** The data that an order depends on besides the cards. */
export interface OrderContext {
  next: NextOf;
  /** Scores of the query's words, by id. */
  scores: ReadonlyMap<string, number> | undefined;
}

/**
 * The cards in the requested order; unknown values come last. Of cards that match words equally
 * well, the next to take place on the cards' day comes first, then the last checked. Other ties are
 * broken by the rank of the title in the whole directory, then by id, so that every machine agrees.
 */
export function ordered(cards: Card[], query: Query, context: OrderContext): Card[] {
  const key = sortKey(query, context);
  const isByWords = context.scores !== undefined && sortOf(query) === 'relevance';
  return cards
    .map((card) => ({ card, key: key(card) }))
    .sort(
      (a, b) =>
        compare(a.key, b.key) ||
        (isByWords && byUse(a.card, b.card)) ||
        a.card.order - b.card.order ||
        (a.card.id < b.card.id ? -1 : 1),
    )
    .map(({ card }) => card);
}

type Key = string | number | undefined;

function sortKey(query: Query, { next, scores }: OrderContext): (card: Card) => Key {
  switch (sortOf(query)) {
    case 'relevance':
      return (card) => -(scores?.get(card.id) ?? 0);
    case 'next':
      return (card) => next(card)?.start;
    case 'distance': {
      const { near } = query;
      return (card) => near && distanceTo(card, near);
    }
    case 'checked':
      return (card) => latestFirst(card.checked?.on);
    case 'title':
      return () => undefined;
  }
}

/** Compares by the day alone, not by a clock: the answer stays true as long as others. */
function byUse(a: Card, b: Card): number {
  return (
    compare(a.upcoming?.[0]?.start, b.upcoming?.[0]?.start) ||
    compare(latestFirst(a.checked?.on), latestFirst(b.checked?.on))
  );
}

/** The key of a date; an unreadable date is unknown. */
function latestFirst(date = ''): Key {
  return -Number(date.replaceAll('-', '')) || undefined;
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}
