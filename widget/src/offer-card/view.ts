import { primary } from '@vielfalt/feed';
import type { Card, LocalMoment, Occurrence, PublicOffer } from '@vielfalt/feed';
import type { Locale } from '../locales/locale.js';
import type { CardContext } from '../store/card-context.js';

/** All that the parts of a card are drawn from. */
export interface CardView {
  card: Card;
  /** The whole offer, once it has been loaded. */
  offer?: PublicOffer;
  context: CardContext;
  locale: Locale;
  /** The visitor's language tag, which may be one that the interface does not have. */
  language: string;
  /** What calendar and clock of the directory's zone show. */
  moment: LocalMoment;
  /** The occurrence that is running, or else the next one. */
  next?: Occurrence;
  isRunning: boolean;
  /** Whether the visitor wants the original instead of a translation. */
  original: boolean;
}

/** A text of an offer's author and the language it is in. */
export interface Said {
  text: string;
  lang: string;
}

export type TextName =
  | 'title'
  | 'summary'
  | 'description'
  | 'eligibility'
  | 'schedule'
  | 'cost'
  | 'registration'
  | 'bring';

function written({ card, offer }: CardView, name: TextName): string | undefined {
  switch (name) {
    case 'title':
    case 'summary':
    case 'bring':
      return card[name];
    case 'description':
      return offer?.description ?? card.excerpt;
    default:
      return card[name]?.text;
  }
}

function translated({ card: { translation }, offer }: CardView, name: TextName) {
  if (!translation) return undefined;
  if (name !== 'description') return translation.texts[name];
  return (
    offer?.translations?.[translation.language]?.texts.description ?? translation.texts.excerpt
  );
}

/** An offer's text in the visitor's language, where it has been translated, else as written. */
export function said(view: CardView, name: TextName): Said | undefined {
  const { card, context, original } = view;
  const translation = original ? undefined : translated(view, name);
  if (card.translation && translation)
    return { text: translation, lang: card.translation.language };
  const text = written(view, name);
  return text ? { text, lang: card.language ?? context.directory.language } : undefined;
}

/** Whether the card's excerpt leaves something out, so that the whole text is worth a request. */
export function isCut({ excerpt, translation }: Card): boolean {
  return [excerpt, translation?.texts.excerpt].some((text) => text?.endsWith('…'));
}

/** Whether a text is in another language than the visitor's. */
export function isForeign({ lang }: Said, { language }: CardView): boolean {
  return primary(lang) !== primary(language);
}
