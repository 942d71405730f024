import { MOST_IMPACT } from './search-index.js';

/**
 * What a document is worth for a question: BM25F (Robertson, Zaragoza: The Probabilistic Relevance
 * Framework, 2009), a pure function of the question, the document and the directory's statistics.
 */

/** How much a word says by where it stands, and how much long texts are made even (0 to 1). */
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

/** Where more of the same word stops telling more. */
const K1 = 2;

/**
 * What a word in a document is worth, in whole steps from 1 to `MOST_IMPACT`.
 *
 * @param frequency how often the word stands there, weighted by fields and their lengths
 */
export function impact(frequency: number): number {
  return Math.max(1, Math.round((frequency / (K1 + frequency)) * MOST_IMPACT));
}

/** How much a field's word counts, by how long the field is beside the usual. */
export function share(field: FieldName, length: number, usual: number): number {
  const { weight, evenness } = FIELDS[field];
  return weight / (1 - evenness + (evenness * length) / (usual || 1));
}

/** What is rare tells more: 0 and up. */
export function rarity(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

/** What a document must be worth, as a share of what there is to tell: what says less is no answer. */
const LEAST = 0.1;
/** The same for whole sentences, which say more than any document does. */
const LEAST_OF_SENTENCE = 0.07;

/**
 * What a document has to be worth: less is no answer. A document is worth the sum of what each word
 * of the question is worth there times how rare the word is.
 *
 * @param asked the question's words that stand anywhere in the directory
 */
export function leastScore(asked: readonly { rarity: number }[]): number {
  let all = 0;
  for (const each of asked) all += each.rarity;
  return all * (asked.length > 3 ? LEAST_OF_SENTENCE : LEAST);
}
