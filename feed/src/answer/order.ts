import type { Card } from '../model/wire.js';
import { sortOf, type Query } from '../query/query.js';
import type { LocalMoment } from '../time/local.js';
import { lapseOf, nextOf } from '../time/upcoming.js';
import { distanceTo } from './distance.js';

/** What an order depends on besides the cards. */
export interface OrderContext {
  /** What the clock of the directory's zone shows. */
  moment: LocalMoment;
  /** Scores of the query's words, by id. */
  scores: ReadonlyMap<string, number> | undefined;
}

/**
 * The cards in the asked order; what is unknown comes last. Ties are broken by the rank of the
 * title in the whole directory, then by id, so that every machine agrees.
 */
export function ordered(cards: Card[], query: Query, context: OrderContext): Card[] {
  const key = sortKey(query, context);
  return cards
    .map((card) => ({ card, key: key(card) }))
    .sort(
      (a, b) =>
        compare(a.key, b.key) || a.card.order - b.card.order || (a.card.id < b.card.id ? -1 : 1),
    )
    .map(({ card }) => card);
}

/**
 * The wall-clock moment from which these cards may come in another order; nothing where it does not
 * follow the clock.
 */
export function orderLapses(cards: Card[], query: Query, moment: LocalMoment): string | undefined {
  if (sortOf(query) !== 'next') return undefined;
  const lapses = cards.flatMap(({ upcoming = [] }) => {
    const next = nextOf(upcoming, moment);
    return next ? lapseOf(next) : [];
  });
  return lapses.sort()[0];
}

type Key = string | number | undefined;

function sortKey(query: Query, { moment, scores }: OrderContext): (card: Card) => Key {
  switch (sortOf(query)) {
    case 'relevance':
      return (card) => -(scores?.get(card.id) ?? 0);
    case 'next':
      return (card) => nextOf(card.upcoming ?? [], moment)?.start;
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

function latestFirst(date = ''): Key {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : -time;
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}
