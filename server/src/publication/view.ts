import {
  cardsOn,
  createAnswerer,
  offersWithin,
  searchDocuments,
  termHeads,
  termTree,
  toCard,
  type Answerer,
  type Card,
  type CardContext,
  type Lock,
  type Offer,
  type ProviderHead,
  type Terms,
  type TraitsOf,
} from '@vielfalt/feed';
import {
  addDocument,
  createDictionary,
  searchIn,
  type ReadText,
  type Search,
  type SearchDocument,
} from '@vielfalt/feed/search';
import { textsFor } from '../formats/words.js';
import type { Slices } from '../slices.js';
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

/** A view that is made ready for a day before it is asked about it. */
export interface PreparedView extends View {
  /** Makes what there is on a date, unless it is made. */
  prepare(date: string, slices: Slices): Promise<void>;
}

/** A view on one day. */
export interface DayView {
  /** All that have not ended, by title. */
  cards: Card[];
  answer: Answerer;
  /** The cards inside the lock, by title. */
  within(lock: Lock): Card[];
}

/** What the views of all languages share. */
export interface Shared {
  /** Offers that are not retired, in the order of their titles. */
  ranked: Offer[];
  /** By id. */
  providers: Record<string, ProviderHead>;
  traits: TraitsOf;
  readText: ReadText;
}

/** How many cards are brought to a day at once. */
const AT_ONCE = 20;
/** Days that are kept: today's and the one that is next. */
const DAYS_KEPT = 2;

/**
 * Makes a directory's view in one language. Its search holds the offers of all days, since what a
 * question finds depends on nothing but each offer: a day only leaves out what has ended.
 */
export async function createView(
  { directory, vocabulary }: DirectoryState,
  shared: Shared,
  lang: string,
  slices: Slices,
): Promise<PreparedView> {
  const terms = termHeads(vocabulary, lang, directory.language);
  const tree = termTree(terms);
  const { language, calendar } = directory;
  const { providers, traits } = shared;
  const cards = await project(shared, { tree, language, lang }, slices);
  const about = { providers, terms, directory: { language, date: '' } };
  const search = await index(searchDocuments(cards, about, tree), shared, slices);
  const texts = textsFor(lang);
  const days = new Map<string, DayView>();

  function keep(date: string, offers: Card[]): DayView {
    const data = { directory: { language, date }, offers, providers, terms, traits };
    const day: DayView = {
      cards: offers,
      answer: createAnswerer(data, () => search),
      within: (lock) => offersWithin(offers, lock, { tree, providers, today: date, traits }),
    };
    days.set(date, day);
    for (const oldest of days.keys()) {
      if (days.size <= DAYS_KEPT) break;
      days.delete(oldest);
    }
    return day;
  }

  return {
    lang,
    terms,
    cards,
    on: (date) => days.get(date) ?? keep(date, cardsOn(date, cards, calendar, texts)),
    async prepare(date, slicesOfDay) {
      if (days.has(date)) return;
      const offers: Card[] = [];
      for (let at = 0; at < cards.length; at += AT_ONCE) {
        offers.push(...cardsOn(date, cards.slice(at, at + AT_ONCE), calendar, texts));
        await slicesOfDay.pause();
      }
      keep(date, offers);
    },
  };
}

async function project(
  { ranked, readText }: Shared,
  context: Pick<CardContext, 'tree' | 'language' | 'lang'>,
  slices: Slices,
): Promise<Card[]> {
  const cards: Card[] = [];
  const wordsOf = (text: string) => readText(text).words;
  await slices.each(ranked, (offer) => {
    cards.push(toCard(offer, { ...context, order: cards.length, wordsOf }));
  });
  return cards;
}

async function index(
  documents: Iterable<SearchDocument>,
  { readText }: Shared,
  slices: Slices,
): Promise<Search> {
  const dictionary = createDictionary();
  await slices.each(documents, (document) => addDocument(dictionary, document, readText));
  return searchIn(dictionary);
}
