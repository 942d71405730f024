import type { Level } from '../model/common.js';
import type { Day } from '../time/days.js';
import type { Sort } from './limits.js';
import {
  ANSWER_PARAMETERS,
  FLAG_PARAMETERS,
  LIST_PARAMETERS,
  PERSON_PARAMETERS,
} from './parameters.js';

/** A parameter that a visitor may ask by `yes`. */
export type Flag = keyof typeof FLAG_PARAMETERS;
export const FLAGS = Object.keys(FLAG_PARAMETERS) as Flag[];

/**
 * A parameter with values of which a visitor may choose several; these are ids (or BCP 47 tags, or
 * times of day).
 */
export type List = keyof typeof LIST_PARAMETERS;
export const LISTS = Object.keys(LIST_PARAMETERS) as List[];

/** The members of a query that an editor may fix on an element. */
export type LockName = List | keyof typeof PERSON_PARAMETERS | Flag;
export const LOCKS = [...LISTS, ...Object.keys(PERSON_PARAMETERS), ...FLAGS] as LockName[];

/** Every parameter, in the order in which they are printed. */
export const NAMES = ['q', ...LOCKS, ...Object.keys(ANSWER_PARAMETERS)] as (keyof Query)[];

export const isFlag = (name: string): name is Flag => (FLAGS as readonly string[]).includes(name);
export const isList = (name: string): name is List => (LISTS as readonly string[]).includes(name);

export interface Point {
  /** Degrees, WGS 84. */
  lat: number;
  lng: number;
}

/**
 * The visitor's choices. The same thing is written as a URL's query, as an element's attributes and
 * as a request to the feed; `parseQuery` and `printQuery` convert it. An absent member asks for
 * nothing; a list is never empty, and a flag is there or not.
 */
export interface Query extends Partial<Record<Flag, true>> {
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

/** An editor's lock: a query of its own. An answer is inside both the query and the lock. */
export type Lock = Pick<Query, LockName>;

/** A request to a directory. */
export interface Request {
  query: Query;
  lock: Lock;
}

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

/** The order a query means where it names none: by words, by nearness, else as suggested. */
export function sortOf({ sort, q, near }: Query): Sort {
  return sort ?? (q ? 'relevance' : near ? 'distance' : 'suggested');
}
