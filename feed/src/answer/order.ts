import type { Occurrence } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { sortOf, type Request } from '../query/query.js';
import { nextOf } from '../time/upcoming.js';
import { distanceTo } from './distance.js';
import type { ReadyContext } from './filter.js';
import { dateNumber, suggestedRank } from './suggested.js';

/** Returns a card's date that is running or comes next, by the caller's clock. */
export type NextOf = (card: Pick<Card, 'upcoming'>) => Occurrence | undefined;

/** Returns a finder of the next date from the beginning of a day on. */
export function nextFrom(date: string): NextOf {
  return ({ upcoming = [] }) => nextOf(upcoming, { date, time: '00:00' });
}

/** The data that an order depends on besides the cards. */
export interface OrderContext {
  filters: ReadyContext;
  next: NextOf;
  /** Scores of the query's words, by id. */
  scores: ReadonlyMap<string, number> | undefined;
}

/**
 * The cards in the requested order; unknown values come last. Cards that match words equally well
 * stand in the suggested order. Other ties are broken by the rank of the title in the whole
 * directory, then by id, so that every machine agrees.
 */
export function ordered(cards: Card[], request: Request, context: OrderContext): Card[] {
  const key = sortKey(request, context);
  const use = sortOf(request.query) === 'relevance' && suggestedRank(request, context.filters);
  return cards
    .map((card) => ({ card, key: key(card), use: use && use(card) }))
    .sort(
      (a, b) =>
        compare(a.key, b.key) ||
        compare(a.use, b.use) ||
        a.card.order - b.card.order ||
        (a.card.id < b.card.id ? -1 : 1),
    )
    .map(({ card }) => card);
}

type Key = string | number | false | undefined;

function sortKey(request: Request, { filters, next, scores }: OrderContext): (card: Card) => Key {
  const { query } = request;
  switch (sortOf(query)) {
    case 'suggested':
      return suggestedRank(request, filters);
    case 'relevance':
      return (card) => -(scores?.get(card.id) ?? 0);
    case 'next':
      return (card) => next(card)?.start;
    case 'distance': {
      const { near } = query;
      return (card) => near && distanceTo(card, near);
    }
    case 'checked':
      return (card) => -dateNumber(card.checked?.on);
    case 'title':
      return () => undefined;
  }
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}
