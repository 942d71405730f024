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

export function createDictionary(documents: Iterable<SearchDocument>): Dictionary {
  const dictionary: Dictionary = { ids: [], titles: [], words: [], places: [], indexOf: new Map() };
  for (const { id, fields } of documents) {
    const document = dictionary.ids.push(id) - 1;
    const weights = new Map<string, number>();
    const most = Math.max(...fields.map(({ weight }) => weight));
    for (const field of fields) {
      for (const word of fieldWords(field.text)) {
        weights.set(word, Math.max(weights.get(word) ?? 0, field.weight));
      }
    }
    dictionary.titles.push(
      fields.filter(({ weight }) => weight === most).map(({ text }) => words(text).join(' ')),
    );
    for (const [word, weight] of weights) addPlace(dictionary, word, document, weight);
  }
  return dictionary;
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

/** The words of a text, and those with hyphens as one word too: "Eltern-Kind-Gruppe". */
function fieldWords(text: string): string[] {
  const hyphenated = text.match(/\S+[-‐‑]\S+/g) ?? [];
  return [...words(text), ...hyphenated.flatMap((each) => words(each.replace(/[-‐‑]/g, '')))];
}
