import type {
  Card,
  DirectoryHead,
  Facets,
  Lock,
  OffersAnswer,
  ProviderHead,
  Query,
  QueryProblem,
  Terms,
} from '@vielfalt/feed';
import type { CardSettings } from './card-context.js';
import type { FeedError } from './feed-error.js';

/**
 * - `loading`: nothing to show yet
 * - `ready`: `offers` are shown
 * - `failed`: the feed gives nothing, and there was nothing before
 * - `refused`: the lock holds a value that the directory does not know; nothing is shown
 */
export type StoreStatus = 'loading' | 'ready' | 'failed' | 'refused';

/**
 * - `idle`: there is no request
 * - `due`: the first page is to be asked for, once options are complete and waiting acts done
 * - `sent`: an answer is awaited
 */
export type AskingState = 'idle' | 'due' | 'sent';

/**
 * - `done`: none of a visitor's acts is waiting
 * - `loading`: an act waits for its code
 * - `failed`: that code could not be loaded; the next try asks for it again
 */
export type ActsState = 'done' | 'loading' | 'failed';

/** One moment of a directory store, never changed, only replaced; docs/store.md draws the states. */
export interface StoreState {
  readonly status: StoreStatus;
  readonly asking: AskingState;
  readonly acts: ActsState;
  /** Tells whether an answer will come: to a request, or to a visitor's act. */
  readonly busy: boolean;
  /** Tells whether the feed fails; `offers` are those of the last good answer. */
  readonly stale: boolean;
  /** The visitor's choices. */
  readonly query: Query;
  /** The query that `offers` were found by: not `query` while an answer is on its way, or fails. */
  readonly answered: Query;
  /** The editor's lock, as written. */
  readonly lock: Lock;
  /** The number of offers for the query inside the lock. */
  readonly total: number;
  /** The offers that have been fetched, in order. */
  readonly offers: readonly Card[];
  readonly facets: Facets;
  /** By id. */
  readonly providers: Record<string, ProviderHead>;
  readonly terms: Terms;
  /** Absent before the first answer. */
  readonly directory: DirectoryHead | undefined;
  /** Links to the answer in other forms; absent before the feed has given one. */
  readonly links?: OffersAnswer['links'] | undefined;
  /** The settings that cards need; absent before the first answer. */
  readonly context?: CardSettings;
  /** The language that a visitor has chosen, for as long as the page is open. */
  readonly language?: string;
  /** The problems of the lock, where the status is `refused`. */
  readonly problems: readonly QueryProblem[];
  /**
   * The reason why the feed gives nothing (`failed`, or `stale`); absent where a part of the widget
   * is missing.
   */
  readonly error: FeedError | undefined;
}

/** The state that remains when the lock changes, before any answer to it. */
export function emptyState(query: Query, lock: Lock) {
  return {
    status: 'loading',
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
  } satisfies Partial<StoreState>;
}
