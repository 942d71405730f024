import { primary } from '@vielfalt/feed';
import type { Card, LocalMoment, Occurrence, PublicOffer } from '@vielfalt/feed';
import type { Locale } from '../locales/locale.js';
import type { CardContext } from '../store/card-context.js';

/** All that the parts of a card are drawn from. */
export interface CardView {
  card: Card;
  /** The whole offer, where it has been loaded. */
  offer?: PublicOffer | undefined;
  context: CardContext;
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

/** A text of an offer's author and the language it is in. */
export interface Said {
  text: string;
  lang: string;
  /** It is a machine's translation. */
  byMachine?: boolean;
}

export type TextName =
  'title' | 'summary' | 'eligibility' | 'schedule' | 'cost' | 'registration' | 'bring';

/** The text in the visitor's language, where it has been translated, else as written. */
export function either(
  { card: { language, translation }, context, original }: CardView,
  text: string | undefined,
  translated: string | undefined,
): Said | undefined {
  if (translation && translated && !original) {
    return {
      text: translated,
      lang: translation.language,
      byMachine: translation.by === 'machine',
    };
  }
  return text ? { text, lang: language ?? context.directory.language } : undefined;
}

/** One of the offer's texts. */
export function said(view: CardView, name: TextName): Said | undefined {
  const { [name]: own, translation } = view.card;
  return either(view, typeof own === 'string' ? own : own?.text, translation?.texts[name]);
}

/** Whether two tags (BCP 47) are of one language. */
export function isSame(tag: string, other: string): boolean {
  return primary(tag) === primary(other);
}
