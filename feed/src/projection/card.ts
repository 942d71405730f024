import type { Location, Offer, OfferTexts } from '../model/offer.js';
import type { VocabularyList } from '../model/vocabulary.js';
import type { Card } from '../model/wire.js';
import { nearestTag } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';
import { toPublicOffer } from './private.js';

/** The length of a description's excerpt in a card, in characters. */
const EXCERPT_LENGTH = 400;

/** The data that an offer's card depends on besides the offer. */
export interface CardContext {
  tree: TermTree;
  /** The directory's source language. */
  language: string;
  /** The requested language. */
  lang: string;
  /** The offer's rank by title in the whole directory. */
  order: number;
}

/** Projects an offer to the fields that lists show and filters read. */
export function toCard(offer: Offer, { tree, language, lang, order }: CardContext): Card {
  const { description, translations, practice, sourceUrl: _, ...rest } = toPublicOffer(offer);
  const current = (list: VocabularyList, ids: string[]) => [
    ...new Set(ids.map((id) => tree.current(list, id))),
  ];
  const located = ({ town, district, ...location }: Location): Location => ({
    ...location,
    ...(town && { town: tree.current('place', town) }),
    ...(district && { district: tree.current('place', district) }),
  });
  const translation = translated(offer, language, lang);
  const shown = translation && excerpted(translation.texts);
  const excerpt = description && cut(description);
  return {
    ...rest,
    ...(rest.kind && { kind: tree.current('kind', rest.kind) }),
    ...(rest.topics && { topics: current('topic', rest.topics) }),
    ...(rest.audiences && { audiences: current('audience', rest.audiences) }),
    ...(rest.locations && { locations: rest.locations.map(located) }),
    ...(rest.serves && { serves: current('place', rest.serves) }),
    ...(practice && { practice: { reason: practice.reason } }),
    ...(excerpt && { excerpt }),
    ...(translation &&
      shown && {
        translation: { language: translation.language, by: translation.by, texts: shown },
      }),
    order,
  };
}

/** A record's translation into `lang`, unless its own language is as near. */
export function translated<Translation extends object>(
  {
    language: own,
    translations = {},
  }: { language?: string; translations?: Record<string, Translation> },
  language: string,
  lang: string,
): (Translation & { language: string }) | undefined {
  const written = own ?? language;
  const nearest = nearestTag([written, ...Object.keys(translations)], lang);
  const found = Object.entries(translations).find(([tag]) => tag === nearest && tag !== written);
  return found && { language: found[0], ...found[1] };
}

/** A translation's texts as a card has them. */
function excerpted({
  description,
  practicePeople,
  practiceMoney,
  practiceRooms,
  practicePartners,
  practiceResults,
  ...texts
}: OfferTexts) {
  return { ...texts, ...(description && { excerpt: cut(description) }) };
}

/** Cuts a text that is too long between words, or at least between characters. */
function cut(text: string): string {
  if (text.length <= EXCERPT_LENGTH) return text;
  const start = text.slice(0, EXCERPT_LENGTH);
  const space = start.search(/\s\S*$/);
  const kept = start.slice(0, space > EXCERPT_LENGTH / 2 ? space : EXCERPT_LENGTH - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
