import type { Card } from '@vielfalt/feed';

/** The marked offers of one directory, as what shows them sees them. */
export interface Marked {
  /** By slug, in the order of marking; the card is absent until it is known. */
  readonly offers: Map<string, Card | undefined>;
  /** Draws anew what depends on them. */
  changed(): void;
}
