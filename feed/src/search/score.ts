import { MOST_IMPACT } from './search-index.js';

/**
 * The score of a document for a question: BM25F (Robertson, Zaragoza: The Probabilistic Relevance
 * Framework, 2009), a pure function of the question, the document and the directory's statistics.
 */

/** The weight of a word by its field, and the normalisation of long texts (0 to 1). */
export const FIELDS = {
  title: { weight: 8, evenness: 0.2 },
  provider: { weight: 2.2, evenness: 0 },
  topic: { weight: 2, evenness: 0 },
  above: { weight: 1, evenness: 0 },
  summary: { weight: 1.8, evenness: 0.4 },
  place: { weight: 3, evenness: 0 },
  term: { weight: 1.2, evenness: 0 },
  text: { weight: 1, evenness: 0.75 },
} as const;
export type FieldName = keyof typeof FIELDS;

/** The point from which more of the same word hardly counts. */
const K1 = 2;

/**
 * The impact of a word in a document, in whole steps from 1 to `MOST_IMPACT`.
 *
 * @param frequency the word's frequency there, weighted by fields and their lengths
 */
export function impact(frequency: number): number {
  return Math.max(1, Math.round((frequency / (K1 + frequency)) * MOST_IMPACT));
}

/** The weight of a field's word, by the field's length compared with the usual one. */
export function share(field: FieldName, length: number, usual: number): number {
  const { weight, evenness } = FIELDS[field];
  return weight / (1 - evenness + (evenness * length) / (usual || 1));
}

/** The number of words in a number of texts. */
export interface TextLengths {
  words: number;
  texts: number;
}

/** The steps in which a usual length grows: four double it. */
const STEPS = 4;

/**
 * The usual length of a field: the mean, in steps, so that the impacts of all documents stay as they
 * are where a few of them change.
 */
export function usualLength({ words, texts }: TextLengths): number {
  if (words === 0) return 1;
  return 2 ** (Math.round(Math.log2(words / texts) * STEPS) / STEPS);
}

/** The rarity of a word, from 0: rare words tell more. */
export function rarity(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

/** The least score of an answer, as a share of the sum of the words' rarities. */
const LEAST = 0.1;
/** The same for whole sentences, which say more than any document. */
const LEAST_OF_SENTENCE = 0.07;

/**
 * The least score of an answer. A document's score is the sum of the impact of each word of the
 * question there times the word's rarity.
 *
 * @param asked the question's words that occur anywhere in the directory
 */
export function leastScore(asked: readonly { rarity: number }[]): number {
  let all = 0;
  for (const each of asked) all += each.rarity;
  return all * (asked.length > 3 ? LEAST_OF_SENTENCE : LEAST);
}
