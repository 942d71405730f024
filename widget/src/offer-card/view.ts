import type { Card, LocalMoment, Occurrence, PublicOffer } from '@vielfalt/feed';
import { said, type LanguagePreference, type Said, type TextName } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';
import type { CardSettings } from '../store/card-context.js';

/** All that the parts of a card are drawn from. */
export interface CardView {
  card: Card;
  /** The whole offer, where it has been loaded. */
  offer?: PublicOffer | undefined;
  context: CardSettings;
  locale: Locale;
  /** The visitor's language tag, which may be one that the interface does not have. */
  language: string;
  /** What calendar and clock of the directory's zone show. */
  moment: LocalMoment;
  /** The occurrence that is running, or else the next one. */
  next: Occurrence | undefined;
  /** How far it is, where a visitor looks for offers nearby. */
  away?: string | undefined;
  /** Whether the visitor wants the original instead of a translation. */
  original: boolean;
}

/** One of the offer's texts: translated where it has been, unless the visitor wants the original. */
export function saidIn(view: CardView, name: TextName): Said | undefined {
  return said(view.card, name, readingOf(view));
}

/** How the visitor wants to have texts. */
export function readingOf({ context: { directory }, original }: CardView): LanguagePreference {
  return { language: directory.language, original };
}
