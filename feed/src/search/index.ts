import { words } from '../text.js';
import {
  addDocument,
  createDictionary,
  createReadText,
  type Dictionary,
  type Places,
} from './dictionary.js';
import { partMatcher, splits } from './parts.js';
import { readQuestion } from './question.js';
import { createTypoFinder, type TypoFinder } from './typos.js';

export { addDocument, createDictionary, createReadText };
export type { Dictionary, ReadText, TextWords } from './dictionary.js';

/** What is searched. */
export interface SearchDocument {
  id: string;
  /** `weight` from 0 (exclusive) to 1: how much a word there says; the title has the greatest. */
  fields: { text: string; weight: number }[];
}

/** The scores of the documents that answer a question, by id; higher is better, never 0. */
export type Search = (q: string) => Map<string, number>;

/** What any sound hit is worth, so that no typo in a title outdoes it. */
const SOUND = 0.1;
const SPLIT_QUALITY = 0.45;
const COMPLETE_BONUS = 0.5;
const TITLE_BONUS = 1;

/**
 * Makes a search over documents. Whether a document answers and its score depend on nothing but the
 * document and the question, so that whoever searches a part of a directory finds the same there.
 *
 * Each word of the question is looked for as it is, inflected, as the beginning or a part of a
 * compound, split in two, joined with its neighbour, and with typos. A document's score is the sum
 * of each word's best place (quality of the hit by weight of the field), and more where all words
 * are there or the question is the title.
 */
export function createSearch(documents: Iterable<SearchDocument>): Search {
  const dictionary = createDictionary();
  const read = createReadText();
  for (const document of documents) addDocument(dictionary, document, read);
  return searchIn(dictionary);
}

/** The same over a dictionary that was filled by the caller, who may take time over it. */
export function searchIn(dictionary: Dictionary): Search {
  let findTypos: TypoFinder | undefined;

  /** What each document scores by one word. */
  function scoresOf(word: string): Map<number, number> {
    const scores = new Map<number, number>();
    const raise = (document: number, score: number) => {
      if (score > (scores.get(document) ?? 0)) scores.set(document, score);
    };
    const raiseAll = (places: Places | undefined, score: (weight: number) => number) => {
      places?.documents.forEach((document, index) => {
        raise(document, score(places.weights[index] ?? 0));
      });
    };

    const qualityOf = partMatcher(word);
    dictionary.words.forEach((known, index) => {
      const quality = qualityOf(known);
      if (quality > 0) {
        raiseAll(dictionary.places[index], (weight) => SOUND + quality * weight);
      }
    });
    for (const [left, right] of splits(word)) {
      const lefts = weightsOf(left);
      if (lefts.size === 0) continue;
      for (const [document, weight] of weightsOf(right)) {
        const other = lefts.get(document);
        if (other) raise(document, SOUND + SPLIT_QUALITY * Math.min(weight, other));
      }
    }
    findTypos ??= createTypoFinder(dictionary.words);
    for (const { index, quality } of findTypos(word)) {
      raiseAll(dictionary.places[index], (weight) => (SOUND * quality * weight) / 2);
    }
    return scores;
  }

  /** The greatest weight of any of the words, by document. */
  function weightsOf(some: string[]): Map<number, number> {
    const weights = new Map<number, number>();
    for (const word of some) {
      const places = dictionary.places[dictionary.indexOf.get(word) ?? -1];
      places?.documents.forEach((document, index) => {
        const weight = places.weights[index] ?? 0;
        weights.set(document, Math.max(weights.get(document) ?? 0, weight));
      });
    }
    return weights;
  }

  return (q) => {
    const question = readQuestion(q);
    const perWord = question.words.map(scoresOf);
    for (const { word, of } of question.pairs) {
      for (const [document, score] of scoresOf(word)) {
        for (const index of of) {
          const scores = perWord[index];
          if (score > (scores?.get(document) ?? 0)) scores?.set(document, score);
        }
      }
    }
    const title = words(q).join(' ');
    const found = new Map<string, number>();
    dictionary.ids.forEach((id, document) => {
      const hits = perWord.flatMap((scores) => scores.get(document) ?? []);
      if (hits.length === 0 || hits.length < question.needed) return;
      let sum = 0;
      for (const score of hits) sum += score;
      const complete = hits.length === perWord.length ? COMPLETE_BONUS : 0;
      const named = dictionary.titles[document]?.includes(title) ? TITLE_BONUS : 0;
      found.set(id, Math.round((sum + complete + named) * 1e6) / 1e6);
    });
    return found;
  };
}
