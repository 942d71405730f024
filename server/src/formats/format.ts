import type { Card, Tombstone } from '@vielfalt/feed';
import type { FormatContext } from './entry.js';

/** Where an answer and its neighbours are. */
export interface PageLinks {
  self: string;
  first: string;
  prev?: string;
  next?: string;
}

/** Some of the offers that were asked for, and what a format says about all of them. */
export interface Selection {
  cards: Card[];
  /** How many there are in all. */
  total: number;
  links: PageLinks;
  /** Of a format with the newest first: what has gone since the oldest of these. */
  gone: Tombstone[];
}

/** Offers as something else than our own JSON. */
export interface FeedFormat {
  /** What stands after `/v1/offers`: `.csv` */
  suffix: string;
  /** What it is called in the interface's description. */
  name: string;
  /** Its media type, with parameters. */
  type: string;
  /** At most so many offers in one answer; the next are behind a link. */
  limit: number;
  /** Whether it tells news: what changed last comes first, whatever the query would order by. */
  isNews: boolean;
  /** Whether browsers are told to keep it as a file. */
  isFile: boolean;
  print(source: FormatContext, selection: Selection): string;
}

/** In one answer: a county's whole directory, most of the time. */
export const WHOLE = 1_000;
/** News in one answer. */
export const NEWS = 100;
