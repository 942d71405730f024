import type { Level } from '../model/common.js';
import type { Day } from './values.js';

export const SORTS = ['relevance', 'title', 'next', 'distance', 'checked'] as const;
export type Sort = (typeof SORTS)[number];

/** What a visitor may ask by `yes`. */
export const FLAGS = ['free', 'stepfree', 'online', 'childcare', 'openings', 'women'] as const;
export type Flag = (typeof FLAGS)[number];

/** What a visitor may choose several of; the values are ids (or BCP 47 tags, or times of day). */
export const LISTS = [
  'topic',
  'audience',
  'kind',
  'place',
  'at',
  'provider',
  'spoken',
  'day',
  'time',
] as const;
export type List = (typeof LISTS)[number];

export interface Point {
  /** Degrees, WGS 84. */
  lat: number;
  lng: number;
}

/**
 * What is looked for. The same thing is written as a URL's query, as an element's attributes and as
 * a request to the feed; `parseQuery` and `printQuery` convert it. An absent member asks for nothing;
 * a list is never empty.
 */
export interface Query {
  /** Words, at most 200 characters. */
  q?: string;
  topic?: string[];
  audience?: string[];
  kind?: string[];
  /** Places there or served from elsewhere. */
  place?: string[];
  /** Places with a location there. */
  at?: string[];
  /** Ids or slugs. */
  provider?: string[];
  /** BCP 47. */
  spoken?: string[];
  /** The level the visitor has. */
  level?: Level;
  /** Whole years. */
  age?: number;
  free?: true;
  stepfree?: true;
  online?: true;
  childcare?: true;
  openings?: true;
  /** Only for women. */
  women?: true;
  day?: Day[];
  /** A name from `TIMES_OF_DAY` or `HH:MM-HH:MM`. */
  time?: string[];
  near?: Point;
  /** Kilometres round `near`, 1 to 100. */
  km?: number;
  /** RFC 3339 instant: only what changed since, with tombstones. */
  changed?: string;
  sort?: Sort;
  /** 1 to 100. */
  limit?: number;
  /** From 1. */
  page?: number;
  /** BCP 47: labels and translations wanted. */
  lang?: string;
}

/** The members of a query that an editor may fix on an element. */
export const LOCKS = [...LISTS, 'level', 'age', ...FLAGS] as const;
export type LockName = (typeof LOCKS)[number];

/** An editor's lock: a query of its own. An answer is inside both the query and the lock. */
export type Lock = Pick<Query, LockName>;

/** What is asked of a directory. */
export interface Request {
  query: Query;
  lock: Lock;
}

export const DEFAULT_LIMIT = 20;
export const MAX_WORDS = 200;

/** One thing wrong with a request, for the person who wrote it. */
export interface QueryProblem {
  /** As written, with `within.` before a lock's. */
  parameter: string;
  value: string;
  /** One sentence: what is wrong. */
  detail: string;
  /** The nearest thing that would have been right. */
  nearest?: string;
}

/** The order a query means where it names none: by words, by nearness, else by title. */
export function sortOf({ sort, q, near }: Query): Sort {
  return sort ?? (q ? 'relevance' : near ? 'distance' : 'title');
}
