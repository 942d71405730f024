import {
  cardsOn,
  createTraits,
  searchDocuments,
  termHeads,
  termTree,
  toCard,
  type Card,
  type Offer,
  type ProviderHead,
  type TermTree,
  type TraitsOf,
} from '@vielfalt/feed';
import {
  addDocument,
  createDictionary,
  createReadText,
  searchIn,
  type ReadText,
  type Search,
  type TextWords,
} from '@vielfalt/feed/search';
import type { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import { Days } from './days.js';

/**
 * What the views of all languages share, so that it is made once for a revision: few offers are
 * translated, and those that are not are the same in every language.
 */
export interface Base {
  /** Offers that are not retired, in the order of their titles. */
  ranked: Offer[];
  /** By id. */
  providers: Record<string, ProviderHead>;
  /** The offers as they are written. */
  cards: Card[];
  /** Which term lies below which is the same in every language. */
  tree: TermTree;
  traits: TraitsOf;
  /** The cards of a date by id, without what has ended. */
  days: Days<Map<string, Card>>;
  /** Over the offers of all days: what a question finds depends on nothing but each offer. */
  search: Search;
  /** Lets search know a translated card by a name of its own. */
  addToSearch: (name: string, card: Card) => void;
  readText: ReadText;
  /** Forgets what only making views needs. */
  complete(): void;
}

/**
 * @param ranked offers that are not retired, in the order of their titles
 * @param providers by id
 */
export async function createBase(
  { directory, vocabulary }: DirectoryState,
  ranked: Offer[],
  providers: Record<string, ProviderHead>,
  slices: Slices,
): Promise<Base> {
  const { language, calendar } = directory;
  const terms = termHeads(vocabulary, language, language);
  const tree = termTree(terms);
  const texts = new Map<string, TextWords>();
  const readText = createReadText(texts);
  const wordsOf = (text: string) => readText(text).words;
  const cards: Card[] = [];
  await slices.each(ranked, ({ translations: _, ...offer }) => {
    cards.push(toCard(offer, { tree, language, lang: language, order: cards.length, wordsOf }));
  });
  const dictionary = createDictionary();
  const about = { providers, terms, directory: { language, date: '' } };
  await slices.each(searchDocuments(cards, about, tree), (document) => {
    addDocument(dictionary, document, readText);
  });
  return {
    ranked,
    providers,
    cards,
    tree,
    traits: createTraits(tree),
    days: new Days(
      cards,
      (some, date, day: Map<string, Card>) => {
        for (const card of cardsOn(date, some, calendar)) day.set(card.id, card);
      },
      () => new Map<string, Card>(),
    ),
    search: searchIn(dictionary),
    addToSearch(name, card) {
      for (const { fields } of searchDocuments([card], about, tree)) {
        addDocument(dictionary, { id: name, fields }, readText);
      }
    },
    readText,
    complete: () => texts.clear(),
  };
}
