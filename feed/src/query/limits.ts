/** The orders that offers can stand in. */
export const SORTS = ['relevance', 'suggested', 'title', 'next', 'distance', 'checked'] as const;
export type Sort = (typeof SORTS)[number];

/** Offers on a page, unless said otherwise. */
export const DEFAULT_LIMIT = 20;
/** Characters of the words that are looked for, at most. */
export const MAX_WORDS = 200;
