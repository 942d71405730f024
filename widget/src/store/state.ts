import type {
  Card,
  DirectoryHead,
  Facets,
  Lock,
  ProviderHead,
  Query,
  QueryProblem,
  Terms,
} from '@vielfalt/feed';
import type { FeedError } from './feed-error.js';

/**
 * - `loading`: nothing to show yet
 * - `ready`: `offers` are shown
 * - `failed`: the feed gives nothing, and nothing was had before
 * - `refused`: the lock holds a value that the directory does not know; nothing is shown
 */
export type StoreStatus = 'loading' | 'ready' | 'failed' | 'refused';

/** One moment of a directory store; never changed, only replaced. */
export interface StoreState {
  readonly status: StoreStatus;
  /** An answer is on its way. */
  readonly busy: boolean;
  /** The feed fails; `offers` are those of the last good answer. */
  readonly stale: boolean;
  /** The visitor's choices. */
  readonly query: Query;
  /** What `offers` were found by: other than `query` while an answer is on its way, or fails. */
  readonly answered: Query;
  /** The editor's lock. */
  readonly lock: Lock;
  /** How many offers there are for the query inside the lock. */
  readonly total: number;
  /** Those of them that have been fetched, in order. */
  readonly offers: readonly Card[];
  readonly facets: Facets;
  /** By id. */
  readonly providers: Record<string, ProviderHead>;
  readonly terms: Terms;
  /** Absent before the first answer. */
  readonly directory: DirectoryHead | undefined;
  /** What is wrong with the lock, where the status is `refused`. */
  readonly problems: readonly QueryProblem[];
  /** Why the feed gives nothing (`failed`, or `stale`); absent where a part of the widget is missing. */
  readonly error: FeedError | undefined;
}

/** A store that has had no answer: also what is left when the lock changes. */
export function emptyState(query: Query, lock: Lock): StoreState {
  return {
    status: 'loading',
    busy: false,
    stale: false,
    query,
    answered: query,
    lock,
    total: 0,
    offers: [],
    facets: {},
    providers: {},
    terms: { topic: {}, audience: {}, kind: {}, place: {}, language: {} },
    directory: undefined,
    problems: [],
    error: undefined,
  };
}
