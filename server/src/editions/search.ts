import {
  createTraits,
  type SearchData,
  type Sense,
  type Terms,
  type TermTree,
} from '@vielfalt/feed';
import { IndexBuilder, MOST_FOUND, eachHit, toSearchData, type Worth } from '@vielfalt/feed/search';
import { scoredOffers, type ScoredOffers } from '../columns/answer.js';
import { addBit, hasBit, noBits, type Bits } from '../columns/bits.js';
import type { ProviderHeads } from '../columns/provider-heads.js';
import { stopWords } from '../languages/languages.js';
import { Slices, atOnce } from '../slices.js';
import { documentMaker } from '../snapshot/documents.js';
import { DirectorySearch, type SearchWords, type TitleSource } from '../snapshot/search.js';
import { Titles } from '../snapshot/titles.js';
import type { Editions } from '../store/editions.js';
import { translatedCard, writtenCard } from './cards.js';
import type { SearchedOffer } from './offer-documents.js';
import { readIndex } from './parts.js';
import { WordPlaces, type PlaceSource } from './places.js';

/** The data of an edition that search depends on besides its index. */
export interface EditionSearchSource {
  /** The number of offers. */
  size: number;
  /** The languages in which cards are shown, as documents name them. */
  languages: readonly string[];
  /** The mean length of each field, in words. */
  usual: readonly number[];
  providers: ProviderHeads;
  /** In the directory's own language, which is `language`. */
  terms: Terms;
  tree: TermTree;
  language: string;
}

/** Above all ordinals. */
export const NO_OFFER = 2 ** 32 - 1;

/** What is searched: the words of all documents, and where these stand. */
export interface SearchedIndex {
  words: readonly string[];
  /** For each word: the number of documents that have it. */
  counts: Uint32Array;
  /** For each document: the ordinal of its offer; `NO_OFFER`: it is not there any longer. */
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
    places: await WordPlaces.open(editions, edition, counts),
    titles: await new Slices().run(Titles.of(titles)),
  };
}

/** Searches an edition: its words are in memory, and where they stand is read when asked for. */
export class EditionSearch {
  readonly #source: EditionSearchSource;
  readonly #index: SearchedIndex;
  readonly #search: DirectorySearch;
  /** The last question with its meaning, and its results. */
  #last: { asked: string; found: Promise<Worth> } | undefined;
  /** The offers that are shown in a language by a document of its own. */
  readonly #translated: Bits[];

  constructor(source: EditionSearchSource, index: SearchedIndex, words: SearchWords) {
    this.#source = source;
    this.#index = index;
    this.#search = new DirectorySearch(words);
    const { words: all, counts, ordinals, languages, documents } = index;
    this.#search.setIndex(
      // Places are read for each question.
      { documents, words: all, counts, size: ordinals.length, places: () => [] },
      index.titles,
    );
    this.#translated = [undefined, ...source.languages].map(() => noBits(source.size));
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
    const scores = await this.#ask(q, senses);
    const own = this.#source.languages.indexOf(lang) + 1;
    const { languages, ordinals } = this.#index;
    const translated = own > 0 ? this.#translated[own] : undefined;
    return scoredOffers(scores, this.#source.size, (document) => {
      const ordinal = ordinals[document] ?? NO_OFFER;
      if (ordinal === NO_OFFER) return undefined;
      const isTranslated = translated !== undefined && hasBit(translated, ordinal);
      return languages[document] === (isTranslated ? own : 0) ? ordinal : undefined;
    });
  }

  /** The scores of the documents that answer a question. */
  #ask(q: string, senses: readonly Sense[]): Promise<Worth> {
    const asked = JSON.stringify([q, senses]);
    if (this.#last?.asked === asked) return this.#last.found;
    const last = { asked, found: this.#add(q, senses) };
    this.#last = last;
    last.found.catch(() => {
      if (this.#last === last) this.#last = undefined;
    });
    return last.found;
  }

  /** Adds up what a question asks for, one thing after the other: all their places may be many. */
  async #add(q: string, senses: readonly Sense[]): Promise<Worth> {
    const slices = new Slices();
    const question = await slices.run(this.#search.weigh(q, senses));
    const tally = this.#search.tally();
    for (const concept of question.concepts) {
      const words = new Set<number>();
      eachHit(concept, (word) => words.add(word));
      const places = await this.#index.places.read(words);
      await slices.run(tally.add(concept, concept.rarity, places));
    }
    return slices.run(this.#search.scored(question, tally));
  }

  /** The stems of words in cards of some offers, in all languages, that a question finds. */
  async wordsFound(q: string, senses: readonly Sense[], offers: Bits): Promise<string[]> {
    const { ordinals, words } = this.#index;
    const isShown = (document: number) => hasBit(offers, ordinals[document] ?? NO_OFFER);
    const sought = this.#search.wordsByWeight(q, senses);
    const found: string[] = [];
    for (let from = 0; from < sought.length && found.length < MOST_FOUND; from += MOST_FOUND) {
      const some = sought.slice(from, from + MOST_FOUND);
      const places = await this.#index.places.read(new Set(some));
      for (const word of some) if (places(word).some(isShown)) found.push(words[word] ?? '');
    }
    return found.slice(0, MOST_FOUND);
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
    const { documents, words, counts } = this.#index;
    const places = (word: number) =>
      part.places(numbers.get(words[word] ?? '') ?? part.words.length);
    return toSearchData({ documents, words, counts, places }, stopWords);
  }
}
