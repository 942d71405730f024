import {
  createFactWords,
  searchFields,
  type Card,
  type Offer,
  type SearchSource,
  type TraitsOf,
} from '@vielfalt/feed';
import { stemText, type SearchField } from '@vielfalt/feed/search';
import type { ProviderHeads } from '../columns/provider-heads.js';

/** What search reads of an offer. */
export interface OfferDocument {
  fields: SearchField[];
  /** As `stemText` reads them. */
  titles: string[];
}

/** The data that documents depend on besides the offers. */
export interface DocumentSource extends Omit<SearchSource, 'providers'> {
  providers: ProviderHeads;
}

/** Makes the document of an offer's card. @param phone its provider's */
export type MakeDocument = (card: Card, offer: Offer, phone: string | undefined) => OfferDocument;

/** Makes documents of a directory's offers: of each as it is written, and of its translations. */
export function documentMaker(
  { providers, ...source }: DocumentSource,
  traits: TraitsOf,
): MakeDocument {
  const factWords = createFactWords({ tree: source.tree, providers: {}, today: '', traits });
  return (card, { description, practice, schedule, translations }, phone) => {
    const { language: shownIn = '' } = card.translation ?? {};
    const shown = translations?.[shownIn]?.texts;
    const results = [practice?.results, shown?.practiceResults];
    const mentioned = { ...source, providers: providers.some([card.provider]) };
    const fields = searchFields(card, mentioned, [description, shown?.description, ...results]);
    // Lists do not show a provider's telephone number, but people look for it.
    if (phone) fields.push({ text: phone, field: 'term' });
    const facts = factWords(card, schedule).join(' ');
    if (facts) fields.push({ text: facts, field: 'topic' });
    return { fields, titles: [card.title, card.translation?.texts.title].map(stemText) };
  };
}

/** The search index's name of a translated card. */
export const translatedName = (id: string, lang: string) => `${id} ${lang}`;
