import {
  cardsOn,
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
import { textsFor } from '../formats/words.js';
import type { DirectoryState } from '../store/store.js';

/** A directory in one language: what lists and search read. */
export interface View {
  lang: string;
  /** The whole vocabulary, with its words. */
  terms: Terms;
  /** Cards of all offers that are not retired, by title, without what a day tells of them. */
  cards: Card[];
  /** What there is on a local date of the directory's zone. */
  on(date: string): DayView;
}

/** A view on one day. */
export interface DayView {
  /** All that have not ended, by title. */
  cards: Card[];
  answer: Answerer;
  /** The cards inside the lock, by title. */
  within(lock: Lock): Card[];
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
  const { language, calendar } = directory;
  const cards = ranked.map((offer, order) => toCard(offer, { tree, language, lang, order }));
  let day: (DayView & { date: string }) | undefined;

  return {
    lang,
    terms,
    cards,
    on(date) {
      if (day?.date !== date) {
        const offers = cardsOn(date, cards, calendar, textsFor(lang));
        const data = { directory: { language, date }, offers, providers, terms };
        day = {
          date,
          cards: offers,
          answer: createAnswerer(data, createSearch),
          within: (lock) => offersWithin(offers, lock, { tree, providers, today: date }),
        };
      }
      return day;
    },
  };
}
