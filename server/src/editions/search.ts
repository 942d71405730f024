import {
  createTraits,
  type ProviderHead,
  type SearchData,
  type Sense,
  type Terms,
  type TermTree,
} from '@vielfalt/feed';
import { IndexBuilder, toSearchData, type SearchIndex } from '@vielfalt/feed/search';
import { scoredOffers, type ScoredOffers } from '../columns/answer.js';
import { addBit, hasBit, noBits, type Bits } from '../columns/bits.js';
import { stopWords } from '../languages/languages.js';
import { atOnce } from '../slices.js';
import { documentMaker } from '../snapshot/documents.js';
import { DirectorySearch, type SearchWords } from '../snapshot/search.js';
import type { Editions } from '../store/editions.js';
import { translatedCard, writtenCard } from './cards.js';
import type { SearchedOffer } from './offer-documents.js';
import { readIndex } from './parts.js';
import { WordPlaces, type PlaceSource } from './places.js';
import { Titles, type TitleSource } from './titles.js';

/** The data of an edition that search depends on besides its index. */
export interface EditionSearchSource {
  /** The number of offers. */
  size: number;
  /** The languages in which cards are shown, as documents name them. */
  languages: readonly string[];
  /** The mean length of each field, in words. */
  usual: readonly number[];
  providers: Record<string, ProviderHead>;
  /** In the directory's own language, which is `language`. */
  terms: Terms;
  tree: TermTree;
  language: string;
}

/** What is searched: the words of all documents, and where these stand. */
export interface SearchedIndex {
  words: readonly string[];
  /** For each word: the number of documents that have it. */
  counts: Uint32Array;
  /** For each document: the ordinal of its offer. */
  ordinals: Uint32Array;
  /** For each document: 0 where it is as it was written, else the number of its language from 1. */
  languages: Uint8Array;
  /** The number of documents that there are. */
  documents: number;
  places: PlaceSource;
  titles: TitleSource;
}

/** Reads what is searched of a whole edition. */
export async function readSearched(editions: Editions, edition: number): Promise<SearchedIndex> {
  const { words, counts, ordinals, languages, ...titles } = await readIndex(editions, edition);
  return {
    ...{ words, counts, ordinals, languages, documents: ordinals.length },
    places: new WordPlaces(editions, edition),
    titles: new Titles(titles),
  };
}

/** Searches an edition: its words are in memory, and where they stand is read when asked for. */
export class EditionSearch {
  readonly #source: EditionSearchSource;
  readonly #index: SearchedIndex;
  readonly #search: DirectorySearch<number>;
  /** The offers that are shown in a language by a document of its own. */
  readonly #translated: Bits[];

  constructor(source: EditionSearchSource, index: SearchedIndex, words: SearchWords) {
    this.#source = source;
    this.#index = index;
    this.#search = new DirectorySearch(words);
    this.#search.setIndex(this.#searchIndex(), (document) => index.titles.of(document));
    this.#translated = [undefined, ...source.languages].map(() => noBits(source.size));
    const { languages, ordinals } = index;
    for (let document = 0; document < languages.length; document += 1) {
      const language = languages[document] ?? 0;
      const translated = language > 0 ? this.#translated[language] : undefined;
      if (translated) addBit(translated, ordinals[document] ?? 0);
    }
  }

  get understand(): DirectorySearch['understand'] {
    return this.#search.understand;
  }

  /** The offers that a question finds, of those of which a card in a language is shown. */
  async found(q: string, senses: readonly Sense[], lang: string): Promise<ScoredOffers> {
    const search = this.#search;
    const words = search.wordsOf(q, senses);
    const scores = await this.#index.places.with(words, () => {
      this.#index.titles.ask(search.textOf(q));
      return search.ask(q, senses);
    });
    const own = this.#source.languages.indexOf(lang) + 1;
    const { languages, ordinals } = this.#index;
    const translated = own > 0 ? this.#translated[own] : undefined;
    return scoredOffers(scores, this.#source.size, (document) => {
      const ordinal = ordinals[document] ?? 0;
      const isTranslated = translated !== undefined && hasBit(translated, ordinal);
      return languages[document] === (isTranslated ? own : 0) ? ordinal : undefined;
    });
  }

  /** The stems of words in cards of some offers, in all languages, that a question finds. */
  wordsFound(q: string, senses: readonly Sense[], offers: Bits): Promise<string[]> {
    const search = this.#search;
    const { ordinals } = this.#index;
    return this.#index.places.with(search.wordsOf(q, senses), () =>
      search.wordsFound(q, senses, (document) => hasBit(offers, ordinals[document] ?? 0)),
    );
  }

  /**
   * The data that searching the cards of some offers in a language needs; they are in the order
   * given. It is made of the offers anew, which are few.
   */
  dataOf(offers: readonly SearchedOffer[], lang: string): SearchData {
    const { tree, usual } = this.#source;
    const builder = new IndexBuilder(usual);
    for (const { offer, order, phone } of offers) {
      const makeDocument = documentMaker(this.#source, createTraits(tree));
      const card =
        translatedCard(offer, order, lang, this.#source) ?? writtenCard(offer, order, this.#source);
      builder.add({ id: offer.id, fields: makeDocument(card, offer, phone).fields });
    }
    const part = atOnce(builder.finish());
    const numbers = new Map(part.words.map((word, number) => [word, number]));
    const { words } = this.#index;
    const places = (word: number) =>
      part.places(numbers.get(words[word] ?? '') ?? part.words.length);
    return toSearchData({ ...this.#searchIndex(), places }, stopWords);
  }

  #searchIndex(): SearchIndex<number> {
    const { words, counts, ordinals, documents } = this.#index;
    return {
      documents,
      words,
      counts,
      places: (word) => this.#index.places.of(word),
      ids: ordinals.map((_, document) => document),
    };
  }
}
