import { printRequest, type Lock, type QueryProblem, type Sort } from '@vielfalt/feed';
import type { Choices } from './visitor-query.js';

/** What an editor writes on the element that owns a store. */
export interface StoreOptions {
  /** The feed's address. */
  feed: string;
  lock: Lock;
  /** What could not be read in the lock; then nothing is asked and nothing shown. */
  lockProblems: QueryProblem[];
  /** Choices to begin, or begin again, with. */
  start?: Choices;
  lang: string | undefined;
  /** The order where a visitor has chosen none. */
  sort: Sort | undefined;
  /** Offers per page. */
  limit: number | undefined;
}

/** What decides which offers may be shown at all. */
export function fenceOf(options: StoreOptions | undefined): string {
  if (!options) return '';
  const wrong = options.lockProblems.map(({ parameter, value }) => `${parameter}=${value}`);
  return [options.feed, printRequest({ query: {}, lock: options.lock }), ...wrong].join(' ');
}

/** What decides how they are shown. */
export function mannerOf({ lang, sort, limit }: StoreOptions): string {
  return [lang, sort, limit].join(' ');
}
