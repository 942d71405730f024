import type {
  Card,
  DirectoryHead,
  ProviderHead,
  PublicOffer,
  SearchData,
  Terms,
} from '../model/wire.js';
import { printQuery } from '../query/print.js';
import type { Lock } from '../query/query.js';
import type { OfferedWords } from '../meaning/index.js';
import type { DetailWording } from '../wording/index.js';

/** The way files lie in a folder; elements know no other. */
export const LAYOUT = 2;

/** The file at the address that elements ask first: says that there is no service, but files. */
export interface StaticIndex {
  staticFeed: typeof LAYOUT;
  /** On the day that the files were written. */
  directory: DirectoryHead;
  /** The languages that there are words in, the directory's own first. */
  languages: string[];
  /** The number of offers in each set, by its lock as a query; `''` is the whole directory. */
  sets: Record<string, number>;
  /** The scripts of the languages that search knows (ISO 15924), by their tags. */
  lexicons: Record<string, string>;
}

/** The words of one language. */
export interface StaticWords {
  /** The whole vocabulary, with its words. */
  terms: Terms;
  texts: DetailWording & OfferedWords;
}

type Translation = NonNullable<Card['translation']>;

/** A card on no day and in no language. */
export interface StaticCard extends Omit<Card, 'upcoming' | 'rhythm' | 'translation'> {
  /** By language. */
  translations?: Record<string, Omit<Translation, 'language'>>;
}

/** The offers of a lock. */
export interface StaticSet {
  offers: StaticCard[];
  /** By id. */
  providers: Record<string, ProviderHead>;
}

/** The words of the whole directory and their frequency, which searching any set needs. */
export type StaticDictionary = Omit<SearchData, 'places'>;

/** The places of these words in some documents. */
export interface StaticPlaces {
  /** The language of translation that the documents are in; absent: offers as they are written. */
  lang?: string;
  /** The ids of the offers. */
  ids: string[];
  /** The numbers of the words that stand there in the dictionary, each as its distance to the one before. */
  words: number[];
  /** Of each of these words. */
  places: number[][];
}

/** What searching a set needs. */
export interface StaticSearch {
  /** The name of the dictionary's file: another export may have other words. */
  dictionary: string;
  parts: StaticPlaces[];
}

/** What is known of a language, as lines of text. */
export interface StaticLexicon {
  concepts: string[];
  stopWords: string[];
  endings: string[];
  beginnings: string[];
  latin: [letter: string, written: string][];
  /** Of German: names of concepts that say who a question is for. */
  asides: string[];
}

/** What filters are called in each language, as lines of text; it is the same whatever is asked. */
export type StaticChoices = Record<
  string,
  { lines: string[] } & Pick<StaticLexicon, 'stopWords' | 'endings' | 'beginnings'>
>;

/** An offer's file; the rest of an answer about it stands in sets. */
export interface StaticOffer {
  offer: PublicOffer;
  provider: ProviderHead;
}

/** A provider's or network's answer, without what all answers have and what depends on the day. */
export type StaticRecord<Answer> = Omit<Answer, 'directory' | 'terms' | 'upcoming' | 'rhythm'> & {
  /** What is another in some languages. */
  translated?: Record<string, Partial<Answer>>;
};

/** The longest name of a set's file, in characters. */
export const LONGEST_NAME = 180;

/** The set of a lock as `StaticIndex` names it. */
export function setKey(lock: Lock): string {
  return printQuery(lock);
}

/** The end of the names of a set's files: what is no letter for all file systems becomes a hyphen. */
export function setName(key: string): string {
  return key.replaceAll('%2C', ',').replace(/[^\w=&,.]/g, '-') || 'all';
}

/** The paths of files below the feed's address. */
export const FILES = {
  index: 'v1/offers',
  words: (lang: string) => `v1/words/${lang.toLowerCase()}.json`,
  areas: 'v1/areas.json',
  set: (key: string) => `v1/sets/${setName(key)}.json`,
  search: (key: string) => `v1/search/${setName(key)}.json`,
  dictionary: (name: string) => `v1/search/words-${name}.json`,
  lexicon: (tag: string) => `v1/lexicons/${tag}.json`,
  choices: 'v1/lexicons/choices.json',
  ownLexicon: 'v1/lexicons/own.json',
  vocabulary: 'v1/vocabulary.json',
  providers: 'v1/providers.json',
  ids: 'v1/ids.json',
  record: (kind: 'offers' | 'providers' | 'networks', slug: string) =>
    `v1/records/${kind}/${slug}.json`,
};
