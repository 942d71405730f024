import type { Tombstone } from '@vielfalt/feed';
import type { FormatContext, OfferEntry } from './entry.js';

/** The addresses of an answer and its neighbours. */
export interface PageLinks {
  self: string;
  first: string;
  prev?: string;
  next?: string;
}

/** Some of the requested offers, and what a format says about all of them. */
export interface Selection {
  entries: OfferEntry[];
  /** The number of offers in all. */
  total: number;
  links: PageLinks;
  /** For a format with the newest first: the offers that have gone since the oldest of these. */
  gone: Tombstone[];
}

/** A format of offers other than our own JSON. */
export interface FeedFormat {
  /** The ending after `/v1/offers`: `.csv` */
  suffix: string;
  /** Its name in the API's description. */
  name: string;
  /** Its media type, with parameters. */
  type: string;
  /** The most offers in one answer; a link leads to the next ones. */
  limit: number;
  /**
   * Tells whether it is a news feed: the last changed come first, whatever the order of the query.
   */
  isNews: boolean;
  /** Tells whether browsers are told to save it as a file. */
  isFile: boolean;
  /** Gives it in pieces, each made when it is asked for. */
  print(source: FormatContext, selection: Selection): Iterable<string>;
}

/** The offers in one answer: usually a county's whole directory. */
export const WHOLE = 1_000;
/** The news in one answer. */
export const NEWS = 100;
