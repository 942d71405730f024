import { words } from '../text.js';
import type { SearchDocument } from './index.js';

/** Where a word stands: documents by index, and in each the weight of its weightiest field. */
export interface Places {
  documents: number[];
  weights: number[];
}

/** The distinct folded words of all documents. */
export interface Dictionary {
  ids: string[];
  /** Of each document, the folded words of its weightiest fields: its title, in one language or two. */
  titles: string[][];
  words: string[];
  /** For each of `words`. */
  places: Places[];
  indexOf: Map<string, number>;
}

export function createDictionary(): Dictionary {
  return { ids: [], titles: [], words: [], places: [], indexOf: new Map() };
}

/** What is read of a text. */
export interface TextWords {
  words: string[];
  /** Each once, and those with hyphens as one word too. */
  distinct: string[];
}

/**
 * Reads the words of texts, each text once: a term's are in every document that has the term. Who
 * gives what is known can forget it when all has been read.
 */
export type ReadText = (text: string) => TextWords;

export function createReadText(known = new Map<string, TextWords>()): ReadText {
  return (text) => {
    let read = known.get(text);
    if (!read) {
      const all = words(text);
      read = { words: all, distinct: [...new Set([...all, ...joinedWords(text)])] };
      known.set(text, read);
    }
    return read;
  };
}

export function addDocument(
  dictionary: Dictionary,
  { id, fields }: SearchDocument,
  read: ReadText,
): void {
  const document = dictionary.ids.push(id) - 1;
  const weights = new Map<string, number>();
  const most = Math.max(...fields.map(({ weight }) => weight));
  for (const { text, weight } of fields) {
    for (const word of read(text).distinct) {
      if ((weights.get(word) ?? 0) < weight) weights.set(word, weight);
    }
  }
  dictionary.titles.push(
    fields.filter(({ weight }) => weight === most).map(({ text }) => read(text).words.join(' ')),
  );
  for (const [word, weight] of weights) addPlace(dictionary, word, document, weight);
}

function addPlace(dictionary: Dictionary, word: string, document: number, weight: number): void {
  let index = dictionary.indexOf.get(word);
  if (index === undefined) {
    index = dictionary.words.push(word) - 1;
    dictionary.indexOf.set(word, index);
    dictionary.places.push({ documents: [], weights: [] });
  }
  dictionary.places[index]?.documents.push(document);
  dictionary.places[index]?.weights.push(weight);
}

/** The words of a text that are written with hyphens, without them: "Eltern-Kind-Gruppe". */
function joinedWords(text: string): string[] {
  const hyphenated = text.match(/\S+[-‐‑]\S+/g) ?? [];
  return hyphenated.flatMap((each) => words(each.replace(/[-‐‑]/g, '')));
}
