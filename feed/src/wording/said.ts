import type { Card } from '../model/wire.js';

/** A text of an offer's author and the language it is in. */
export interface Said {
  text: string;
  /** BCP 47 */
  lang: string;
  /** The kind of translator; absent in the original. */
  by?: 'person' | 'machine';
}

/** The texts of a card that may be translated. */
export type TextName =
  'title' | 'summary' | 'eligibility' | 'schedule' | 'cost' | 'registration' | 'bring';

/** The languages in which a reader wants to have texts. */
export interface LanguagePreference {
  /** The directory's own language, which texts are in unless they say otherwise. */
  language: string;
  /** Tells whether the original is wanted instead of a translation. */
  original?: boolean;
}

/** The members of a record that name its texts' languages. */
export type Translatable = Pick<Card, 'language' | 'translation'>;

/** The translation of a text where there is one and it is wanted, else the text. */
export function either(
  { language, translation }: Translatable,
  { language: own, original }: LanguagePreference,
  text: string | undefined,
  translated: string | undefined,
): Said | undefined {
  if (translation && translated && !original) {
    return { text: translated, lang: translation.language, by: translation.by };
  }
  return text ? { text, lang: language ?? own } : undefined;
}

/** One of an offer's texts: translated where it has been, else as written; it never lacks a title. */
export function said(
  card: Translatable & Pick<Card, 'title'>,
  name: 'title',
  reading: LanguagePreference,
): Said;
export function said(
  card: Translatable & Pick<Card, TextName>,
  name: TextName,
  reading: LanguagePreference,
): Said | undefined;
export function said(
  card: Translatable & Pick<Card, TextName>,
  name: TextName,
  reading: LanguagePreference,
): Said | undefined {
  const { [name]: own, translation } = card;
  return either(card, reading, typeof own === 'string' ? own : own?.text, translation?.texts[name]);
}
