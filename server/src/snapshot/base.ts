import {
  createTraits,
  termHeads,
  termTree,
  toCard,
  type Card,
  type Offer,
  type SearchData,
  type TermTree,
} from '@vielfalt/feed';
import { createNearTerms, type KnownWords, type FindNearTerms } from '@vielfalt/feed/meaning';
import { IndexBuilder, createIndex, partOf, toSearchData } from '@vielfalt/feed/search';
import { OfferColumns } from '../columns/columns.js';
import { dayColumns, type DayCards } from '../columns/day.js';
import type { ProviderHeads } from '../columns/provider-heads.js';
import { widening } from '../languages/choices.js';
import { stopWords } from '../languages/languages.js';
import type { Slices } from '../slices.js';
import type { DirectoryState } from '../store/store.js';
import { DayCache } from './days.js';
import { documentMaker } from './documents.js';
import { Titles, packTitles } from './titles.js';
import { DirectorySearch } from './search.js';

/**
 * The data that the views of all languages share, made once for a revision: few offers are
 * translated, and the others are the same in every language.
 */
export interface SnapshotBase {
  /** Offers that are not retired, in the order of their titles. */
  ranked: Offer[];
  providers: ProviderHeads;
  /** The offers as they are written. */
  cards: Card[];
  /** The tree of terms is the same in every language. */
  tree: TermTree;
  /** What offers are filtered and ordered by. */
  columns: OfferColumns;
  /** The ordinals of offers, by id. */
  ordinals: ReadonlyMap<string, number>;
  /** The same on a date, with the cards as they are then. */
  days: DayCache<DayCards>;
  /**
   * Search over the offers of all days: whether a question finds an offer depends only on that
   * offer.
   */
  search: DirectorySearch;
  /** Searches the names of topics and places, which are the same in every language's view. */
  nearTerms: FindNearTerms;
  /** Lets search know a translated card, by a name of its own; gives its document's number. */
  addToSearch: (name: string, card: Card, offer: Offer) => number;
  /** The offer of each document, by ordinal: first all offers as they are written. */
  documents: readonly number[];
  /** The data that searching some documents needs; they are in the order of the names given. */
  searchData: (names: readonly string[]) => SearchData;
  /** Makes the search index; forgets what only making it needs. */
  complete(slices: Slices): Promise<void>;
}

/**
 * @param ranked offers that are not retired, in the order of their titles
 * @param dictionaries that the operator has installed, one for each language
 */
export async function createBase(
  { directory, vocabulary, lexicon = [], providers: records }: DirectoryState,
  ranked: Offer[],
  providers: ProviderHeads,
  slices: Slices,
  dictionaries: () => readonly KnownWords[],
): Promise<SnapshotBase> {
  const { language, calendar } = directory;
  const terms = termHeads(vocabulary, language, language);
  const tree = termTree(terms);
  const cards: Card[] = [];
  let builder = new IndexBuilder();
  const search = new DirectorySearch({
    lexicon,
    dictionaries,
    widen: widening(vocabulary, language, terms),
  });
  const traits = createTraits(tree);
  const source = { providers, terms, tree, language };
  const makeDocument = documentMaker(source, traits);
  const allTitles: string[] = [];
  const documents: number[] = [];
  let index = createIndex([]);
  const phones = new Map(records.map(({ id, contact }) => [id, contact?.phone]));
  const addToSearch: SnapshotBase['addToSearch'] = (name, card, offer) => {
    const { fields, titles } = makeDocument(card, offer, phones.get(card.provider));
    builder.add({ id: name, fields });
    allTitles.push(titles.join('\n'));
    return documents.push(card.order) - 1;
  };
  await slices.each(ranked, (offer) => {
    const { translations: _, ...plain } = offer;
    const card = toCard(plain, { tree, language, lang: language, order: cards.length });
    cards.push(card);
    addToSearch(card.id, card, offer);
  });
  const nearTerms = await slices.run(createNearTerms(terms, (word) => stopWords.has(word)));
  await slices.pause();
  const columns = await slices.run(OfferColumns.of(cards, { ...source, traits }));
  const filters = { traits, tree };
  return {
    ranked,
    providers,
    cards,
    tree,
    columns,
    ordinals: new Map(cards.map(({ id }, ordinal) => [id, ordinal])),
    days: new DayCache((date) => dayColumns(date, cards, { offers: columns, filters, calendar })),
    search,
    nearTerms,
    addToSearch,
    documents,
    searchData: (names) => toSearchData(partOf(index, names), stopWords),
    async complete(slicesOfIndex) {
      index = await slicesOfIndex.run(builder.finish());
      const titles = await slicesOfIndex.run(Titles.of(packTitles(allTitles)));
      search.setIndex({ ...index, size: documents.length }, titles);
      builder = new IndexBuilder();
    },
  };
}
