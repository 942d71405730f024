import type { Card, DirectoryHead, Facets, ProviderHead, Terms } from '../model/wire.js';
import { DEFAULT_LIMIT, type Lock, type Request } from '../query/query.js';
import type { Search, SearchDocument } from '../search/index.js';
import { termTree, type TermTree } from '../terms/tree.js';
import { nextOf } from '../time/upcoming.js';
import { searchFields } from './documents.js';
import { countFacets } from './facets.js';
import { matches, readyContext, type FilterContext } from './filter.js';
import { ordered, type NextOf } from './order.js';
import type { TraitsOf } from './traits.js';

/** The cards that questions are put to, and what they refer to. */
export interface DirectoryData {
  directory: Pick<DirectoryHead, 'date' | 'language'>;
  /** As they are on the directory's date: see `cardsOn`. */
  offers: Card[];
  /** By id. */
  providers: Record<string, ProviderHead>;
  /** With `words`, where words are searched for. */
  terms: Terms;
  /** Of these cards; absent: they are worked out. */
  traits?: TraitsOf;
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
  const ready = readyContext(context);
  return offers.filter((card) => matches(card, lock, ready));
}

/** What a search reads of some cards. */
export function* searchDocuments(
  cards: Iterable<Card>,
  { providers, terms, directory }: Pick<DirectoryData, 'providers' | 'terms' | 'directory'>,
  tree: TermTree,
): Generator<SearchDocument> {
  for (const card of cards) {
    const provider = providers[card.provider];
    yield { id: card.id, fields: searchFields(card, provider, terms, tree, directory.language) };
  }
}

/**
 * @param createSearch given by the caller, so that who never searches never loads it; it may know
 *   more documents than are asked for, but no fewer
 */
export function createAnswerer(
  data: DirectoryData,
  createSearch: (documents: Iterable<SearchDocument>) => Search,
): Answerer {
  const { directory, offers, providers, terms, traits } = data;
  const tree = termTree(terms);
  const today = directory.date;
  const context = readyContext({ tree, providers, today, ...(traits && { traits }) });
  let search: Search | undefined;

  function scoresOf(q: string): Map<string, number> {
    search ??= createSearch(searchDocuments(offers, data, tree));
    return search(q);
  }

  const nextToday: NextOf = ({ upcoming = [] }) => nextOf(upcoming, { date: today, time: '00:00' });

  return ({ query, lock }, next = nextToday) => {
    const scores = query.q ? scoresOf(query.q) : undefined;
    const candidates = offers.filter(
      (card) => (!scores || scores.has(card.id)) && matches(card, lock, context),
    );
    const found = candidates.filter((card) => matches(card, query, context));
    const { limit = DEFAULT_LIMIT, page = 1 } = query;
    return {
      total: found.length,
      offers: ordered(found, query, { next, scores }).slice((page - 1) * limit, page * limit),
      facets: countFacets(candidates, query, terms, context),
    };
  };
}
