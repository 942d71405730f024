import type { DirectoryHead, Lock, Point, ProviderHead, Terms } from '@vielfalt/feed';
import type { CardView } from '../offer-card/view.js';
import type { FeedClient } from './feed-client.js';

/** What a card needs besides the offer itself. */
export interface CardSettings {
  directory: DirectoryHead;
  /** By id. */
  providers: Record<string, ProviderHead>;
  terms: Terms;
  client: FeedClient;
  /** The lock that the offer was found inside; what the card asks further stays inside it. */
  lock: Lock;
  /** Where the visitor looks for offers nearby, if they do. */
  near?: Point | undefined;
  /** Whether the visitor, or the page, asks for childcare: then a card says that there is some. */
  childcare?: boolean;
  /** A text with marks at the words that the visitor's question has found. */
  mark?: (text: string) => unknown;
  /** What the card was found for, where no mark shows it. */
  why?: (view: CardView) => unknown;
  /** Milliseconds since the epoch. */
  now: () => number;
}
