import type { Occurrence } from '../model/schedule.js';
import type { Card, DirectoryHead, ProviderHead, PublicOffer, Terms } from '../model/wire.js';
import { isSameLanguage, languageName } from '../wording/language.js';
import { said, type LanguagePreference, type Said, type TextName } from '../wording/said.js';
import type { CardWording } from '../wording/words.js';

/** An offer, and what of its surroundings decides how it is presented. */
export interface PresentedOffer {
  card: Card;
  /** The whole offer, where it is at hand. */
  offer?: PublicOffer | undefined;
  /** The data that came with the offer. */
  context: {
    directory: DirectoryHead;
    /** By id. */
    providers: Record<string, ProviderHead>;
    terms: Terms;
    /** Tells whether childcare is asked for: then a badge says that there is some. */
    childcare?: boolean;
  };
  locale: CardWording;
  /** The reader's language tag, which may be one that the interface does not have. */
  language: string;
  /**
   * The date and time in the directory's zone. Without a time in what is stored and read
   * later: that says neither "open now" nor "tomorrow".
   */
  moment: { date: string; time?: string };
  /** The occurrence that is running, or else the next one. */
  next: Occurrence | undefined;
  /** The distance, where a visitor looks for offers nearby: `1,8 km entfernt`. */
  away?: string | undefined;
  /** Tells whether the reader wants the original instead of a translation. */
  preference: LanguagePreference;
}

/**
 * A part of a line: plain words, words that matter most, with a time of day that stays on one line, or
 * an author's words in their own language.
 */
export type Piece = string | { strong: string; time?: string } | Said;

/** One of the offer's texts: translated where it has been, unless the original is wanted. */
export function saidIn(view: PresentedOffer, name: TextName): Said | undefined {
  return said(view.card, name, view.preference);
}

/** The offer's title, which it never lacks. */
export function titleOf(view: PresentedOffer): Said {
  return said(view.card, 'title', view.preference);
}

/** The language of a text, where the reader would not expect it, or that it is a machine's. */
export function originOf(
  { lang, by }: Said,
  { locale, language, context: { terms } }: PresentedOffer,
): string | undefined {
  if (by === 'machine') return locale.card.machine;
  return isSameLanguage(lang, language) ? undefined : languageName(lang, locale.tag, terms);
}
