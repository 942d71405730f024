import {
  createAnswerer,
  offersWithin,
  termHeads,
  termTree,
  toCard,
  type Answerer,
  type Card,
  type Lock,
  type Offer,
  type ProviderHead,
  type Terms,
} from '@vielfalt/feed';
import { createSearch } from '@vielfalt/feed/search';
import type { DirectoryState } from '../store/store.js';

/** A directory in one language: what lists and search read. */
export interface View {
  lang: string;
  cards: Card[];
  /** The whole vocabulary, with its words. */
  terms: Terms;
  answer: Answerer;
  /** The cards inside the lock that are shown on the date, by title. */
  within(lock: Lock, date: string): Card[];
}

/** @param ranked offers that are not retired, in the order of their titles */
export function createView(
  { directory, vocabulary }: DirectoryState,
  ranked: Offer[],
  providers: Record<string, ProviderHead>,
  lang: string,
): View {
  const terms = termHeads(vocabulary, lang, directory.language);
  const tree = termTree(terms);
  const { language } = directory;
  const cards = ranked.map((offer, order) => toCard(offer, { tree, language, lang, order }));
  const data = {
    directory: { language, ...(directory.calendar && { calendar: directory.calendar }) },
    offers: cards,
    providers,
    terms,
  };
  return {
    lang,
    cards,
    terms,
    answer: createAnswerer(data, createSearch),
    within: (lock, today) => offersWithin(cards, lock, { tree, providers, today }),
  };
}
