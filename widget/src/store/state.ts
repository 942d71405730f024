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
 * - `failed`: the feed gives nothing, and nothing was had before
 * - `refused`: the lock holds a value that the directory does not know; nothing is shown
 */
export type StoreStatus = 'loading' | 'ready' | 'failed' | 'refused';

/**
 * - `idle`: nothing is asked
 * - `due`: the first page is to be asked for, once all is said, and done that waits
 * - `sent`: an answer is awaited
 */
export type AskingState = 'idle' | 'due' | 'sent';

/**
 * - `done`: nothing that a visitor has done waits
 * - `loading`: it waits for the code that does it
 * - `failed`: that code could not be had; it is asked for again at the next try
 */
export type ActsState = 'done' | 'loading' | 'failed';

/** One moment of a directory store, never changed, only replaced; docs/store.md draws the states. */
export interface StoreState {
  readonly status: StoreStatus;
  readonly asking: AskingState;
  readonly acts: ActsState;
  /** An answer will come: for what is asked, or for what a visitor has done. */
  readonly busy: boolean;
  /** The feed fails; `offers` are those of the last good answer. */
  readonly stale: boolean;
  /** The visitor's choices. */
  readonly query: Query;
  /** What `offers` were found by: other than `query` while an answer is on its way, or fails. */
  readonly answered: Query;
  /** The editor's lock, as written. */
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
  /** Where else the answer is to be had; absent before the feed has given one. */
  readonly links?: OffersAnswer['links'] | undefined;
  /** What cards need; absent before the first answer. */
  readonly context?: CardSettings;
  /** The language that a visitor has chosen, for as long as the page is open. */
  readonly language?: string;
  /** What is wrong with the lock, where the status is `refused`. */
  readonly problems: readonly QueryProblem[];
  /** Why the feed gives nothing (`failed`, or `stale`); absent where a part of the widget is missing. */
  readonly error: FeedError | undefined;
}

/** What is left of the state when the lock changes, which no answer has been given for yet. */
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
