import type { Card } from '@vielfalt/feed';

/** The fragment of a link to marked offers; their slugs follow, with commas. */
export const SHORTLIST = '#vielfalt-shortlist=';

/** The marked offers of one directory, as what shows them sees them. */
export interface Marked {
  /** By slug, in the order of marking; the card is absent until it is known. */
  readonly offers: Map<string, Card | undefined>;
  /** Draws anew what depends on them. */
  changed(): void;
}
