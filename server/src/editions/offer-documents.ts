import { createTraits, type Offer, type TermTree } from '@vielfalt/feed';
import { documentMaker, type DocumentSource, type OfferDocument } from '../snapshot/documents.js';
import { translatedCard, writtenCard } from './cards.js';

/** What documents depend on besides their offers. */
export interface OfferDocumentSource extends DocumentSource {
  tree: TermTree;
  /** The directory's own language. */
  language: string;
}

/** An offer with its rank by title, and the telephone number of its provider. */
export interface SearchedOffer {
  offer: Offer;
  order: number;
  phone: string | undefined;
}

/** A document with its language: 0 where it is as it was written, else a number from 1. */
export interface LanguageDocument extends OfferDocument {
  language: number;
}

/** Makes the documents of an offer: as it is written, and in each of some languages that it is translated into. */
export function offerDocuments(
  { offer, order, phone }: SearchedOffer,
  source: OfferDocumentSource,
  languages: readonly string[],
): LanguageDocument[] {
  // What it remembers is of use within one offer.
  const makeDocument = documentMaker(source, createTraits(source.tree));
  const translations = languages.map((lang) =>
    offer.translations ? translatedCard(offer, order, lang, source) : undefined,
  );
  return [writtenCard(offer, order, source), ...translations].flatMap((card, language) =>
    card ? { ...makeDocument(card, offer, phone), language } : [],
  );
}
