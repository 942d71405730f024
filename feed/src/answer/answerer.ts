import type { Card, DirectoryHead, Facets, ProviderHead, Terms } from '../model/wire.js';
import { DEFAULT_LIMIT, type Lock, type Request } from '../query/query.js';
import type { createSearch as CreateSearch, Search } from '../search/index.js';
import { termTree } from '../terms/tree.js';
import { nextOf } from '../time/upcoming.js';
import { searchFields } from './documents.js';
import { countFacets } from './facets.js';
import { matches, type FilterContext } from './filter.js';
import { ordered, type NextOf } from './order.js';

/** The cards that questions are put to, and what they refer to. */
export interface DirectoryData {
  directory: Pick<DirectoryHead, 'date' | 'language'>;
  /** As they are on the directory's date: see `cardsOn`. */
  offers: Card[];
  /** By id. */
  providers: Record<string, ProviderHead>;
  /** With `words`, where words are searched for. */
  terms: Terms;
}

export interface Answer {
  /** How many offers there are in all. */
  total: number;
  /** The asked page of them. */
  offers: Card[];
  facets: Facets;
}

/**
 * Answers requests. Server and browser both ask this function: over the same cards the answers are
 * the same, order included.
 *
 * @param next what comes next by the clock of the directory's zone, where that is asked for; absent:
 *   by the beginning of the data's day
 */
export type Answerer = (request: Request, next?: NextOf) => Answer;

/** The offers inside the lock, in the order of the data. */
export function offersWithin(offers: Card[], lock: Lock, context: FilterContext): Card[] {
  return offers.filter((card) => matches(card, lock, context));
}

/** @param createSearch given by the caller, so that who never searches never loads it */
export function createAnswerer(data: DirectoryData, createSearch: typeof CreateSearch): Answerer {
  const tree = termTree(data.terms);
  let search: Search | undefined;

  function scoresOf(q: string): Map<string, number> {
    search ??= createSearch(
      data.offers.map((card) => ({
        id: card.id,
        fields: searchFields(
          card,
          data.providers[card.provider],
          data.terms,
          tree,
          data.directory.language,
        ),
      })),
    );
    return search(q);
  }

  const today = data.directory.date;
  const nextToday: NextOf = ({ upcoming = [] }) => nextOf(upcoming, { date: today, time: '00:00' });
  const context: FilterContext = { tree, providers: data.providers, today };

  return ({ query, lock }, next = nextToday) => {
    const scores = query.q ? scoresOf(query.q) : undefined;
    const candidates = offersWithin(data.offers, lock, context).filter(
      (card) => !scores || scores.has(card.id),
    );
    const found = candidates.filter((card) => matches(card, query, context));
    const { limit = DEFAULT_LIMIT, page = 1 } = query;
    return {
      total: found.length,
      offers: ordered(found, query, { next, scores }).slice((page - 1) * limit, page * limit),
      facets: countFacets(candidates, query, data.terms, context),
    };
  };
}
