import { isList, lockTexts, printQuery, SORTS, type Lock, type Sort } from '@vielfalt/feed';

/** The options that an editor writes on the element that owns a store. */
export interface StoreOptions {
  /** The feed's address. */
  feed: string;
  lock: Lock;
  /** The element, where an attribute of it may be a lock with a wrong name, or have an address. */
  odd?: Element | false;
  /** Choices to begin, or begin again, with: a query's text or object. */
  start?: unknown;
  /** Tells whether the choices in the page's address, where there are any, come before these. */
  isRestored?: boolean;
  /** The element whose choices are kept in the page's address, where any are; `sync-url` says how. */
  address?: { element: Element; how: string };
  lang?: string | undefined;
  /** The order where a visitor has chosen none. */
  sort?: Sort | undefined;
  /** Offers per page. */
  limit?: number | undefined;
}

/**
 * The lock that an element's attributes are (`null` where one is absent): see `lockTexts`. It is
 * taken as written: the feed reads it, and refuses what it does not know.
 */
export function lockOf(attribute: (name: string) => string | null): Lock {
  const lock: Record<string, unknown> = {};
  for (const [name, written] of lockTexts(attribute)) {
    const text = written.trim().toLowerCase();
    const words = text.split(/[\s,]*,\s*/).filter(Boolean);
    if (!isList(name)) lock[name] = text === 'yes' || text;
    else if (words[0]) lock[name] = words;
  }
  return lock;
}

/** The order that an editor has written; nothing where that is none. */
export function sortOption(text: string): Sort | undefined {
  return SORTS.find((sort) => sort === text);
}

/** The number of offers that an editor wants on a page; nothing where that is none. */
export function limitOption(text: string): number | undefined {
  return /^([1-9]\d?|100)$/.test(text) ? Number(text) : undefined;
}

/** Tells locks of feeds apart: what decides which offers may be shown at all. */
export function lockKey({ feed, lock }: Pick<StoreOptions, 'feed' | 'lock'>): string {
  return `${feed} ${printQuery(lock)}`;
}

/** Tells apart how offers are shown. */
export function displayKey({ lang, sort, limit }: StoreOptions): string {
  return [lang, sort, limit].join(' ');
}
