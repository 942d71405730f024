import type { Card, DirectoryHead, Facets, ProviderHead, Terms } from '../model/wire.js';
import { DEFAULT_LIMIT } from '../query/limits.js';
import type { Lock, Request } from '../query/query.js';
import { termTree } from '../terms/tree.js';
import { countFacets } from './facets.js';
import { matching, readyContext, type FilterContext } from './filter.js';
import { ordered, type NextOf } from './order.js';
import type { TraitsOf } from './traits.js';

/** The cards that questions are put to, and what they refer to. */
export interface DirectoryData {
  directory: Pick<DirectoryHead, 'date' | 'language'>;
  /** As they are on the directory's date: see `cardsOn`. */
  offers: Card[];
  /** By id. */
  providers: Record<string, ProviderHead>;
  terms: Terms;
  /** Of these cards; absent: they are worked out. */
  traits?: TraitsOf;
}

export interface Answer {
  /** The number of offers in all. */
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
 *   the usual one of `createAnswerer`
 */
export type Answerer = (request: Request, next?: NextOf) => Answer;

/** The offers inside the lock, in the order of the data. */
export function offersWithin(offers: Card[], lock: Lock, context: FilterContext): Card[] {
  return offers.filter(matching(lock, readyContext(context)));
}

/**
 * Makes an answerer of a directory's cards.
 *
 * @param search gives the scores of the documents that answer a question, by id; it may know more
 *   documents than there are cards, but no fewer
 * @param usual what comes next, where a request does not come with it
 */
export function createAnswerer(
  data: DirectoryData,
  search: (q: string) => ReadonlyMap<string, number>,
  usual: NextOf,
): Answerer {
  const { directory, offers, providers, terms, traits } = data;
  const tree = termTree(terms);
  const today = directory.date;
  const context = readyContext({ tree, providers, today, ...(traits && { traits }) });

  return ({ query, lock }, next = usual) => {
    const scores = query.q ? search(query.q) : undefined;
    const isInside = matching(lock, context);
    const candidates = offers.filter((card) => (!scores || scores.has(card.id)) && isInside(card));
    const found = candidates.filter(matching(query, context));
    const { limit = DEFAULT_LIMIT, page = 1 } = query;
    return {
      total: found.length,
      offers: ordered(found, { query, lock }, { filters: context, next, scores }).slice(
        (page - 1) * limit,
        page * limit,
      ),
      facets: countFacets(candidates, query, terms, context),
    };
  };
}
