import type { DirectoryHead, LocalMoment, Lock, Point, ProviderHead, Terms } from '@vielfalt/feed';
import type { PresentedOffer } from '@vielfalt/feed/presentation';
import type { Locale } from '../locales/locale.js';
import type { FeedClient } from './feed-client.js';

/** Everything that a card needs besides the offer itself. */
export interface CardSettings {
  directory: DirectoryHead;
  /** By id. */
  providers: Record<string, ProviderHead>;
  terms: Terms;
  client: FeedClient;
  /** The lock that the offer was found inside; what the card asks further stays inside it. */
  lock: Lock;
  /** The place near which the visitor looks for offers, if they do. */
  near?: Point | undefined;
  /**
   * Tells whether the visitor, or the page, asks for childcare: then a card says that there is
   * some.
   */
  childcare?: boolean;
  /** A text with marks at the words that the visitor's question has found. */
  mark?: (text: string) => unknown;
  /** The reason why the card was found, where no mark shows it. */
  why?: (view: CardView) => unknown;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The setting that words appear in: the interface's language, and the marks of a question. */
export interface ReaderContext {
  locale: Locale;
  context: Pick<CardSettings, 'mark'>;
}

/** An offer with all that the parts of its card are drawn from. */
export interface CardView extends PresentedOffer {
  context: CardSettings;
  locale: Locale;
  /** The date and time that calendar and clock of the directory's zone show. */
  moment: LocalMoment;
}
