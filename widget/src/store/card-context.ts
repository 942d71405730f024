import type { DirectoryHead, Lock, Point, ProviderHead, Terms } from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';

/** What a card needs besides the offer itself. */
export interface CardContext {
  directory: DirectoryHead;
  /** By id. */
  providers: Record<string, ProviderHead>;
  terms: Terms;
  client: FeedClient;
  /** The lock that the offer was found inside; what the card asks further stays inside it. */
  lock: Lock;
  /** Where the visitor looks for offers nearby, if they do. */
  near?: Point;
  /** Whether the visitor, or the page, asks for childcare: then a card says that there is some. */
  childcare?: boolean;
  /** Milliseconds since the epoch. */
  now: () => number;
}
