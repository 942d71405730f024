import type { Sense } from '../model/wire.js';
import { createLookup, joinedShare, type WordMatch, type Lookup } from './lookup.js';
import { readQuestion, stemmed, type QueryConcept } from './question.js';
import { leastScore } from './score.js';
import type { SearchIndex } from './search-index.js';
import { createTally, type ScoreTally } from './tally.js';
import { holds, tokens } from './tokens.js';

export { IndexBuilder, createIndex, type SearchDocument, type SearchField } from './builder.js';
export { wordsFound } from './found.js';
export { createLookup, type WordMatch, type Lookup } from './lookup.js';
export { usualLength, type FieldName, type TextLengths } from './score.js';
export { readQuestion, stemmed } from './question.js';
export {
  firstFrom,
  hasWord,
  partOf,
  placeOf,
  toSearchData,
  type SearchIndex,
} from './search-index.js';
export { stem } from './stem.js';
export { holds, tokens, type WordToken } from './tokens.js';

/** The scores of the documents that answer a question, by id; higher is better, never 0. */
export type Search<Id = string> = (q: string, senses?: readonly Sense[]) => Map<Id, number>;

/** The worth of neighbouring words that are written together. */
const JOINED = 0.5;
/** The score added by a title that is the question, or contains it or is contained in it. */
const IS_TITLE = 6;
const IN_TITLE = 2;

/** The data that a search needs besides the index. */
export interface SearchContext<Id = string> {
  /** The titles of a document, by its id, as `stemText` reads them. */
  titlesOf: (id: Id) => readonly string[];
  /** Says whether a folded word means nothing in a question. */
  isStopWord: (word: string) => boolean;
}

/**
 * Searches an index. Whether a document answers and its score depend only on the document, the
 * question and the statistics of the whole directory, so that a search of a part of it finds the
 * same there.
 */
export function createSearch<Id = string>(
  index: SearchIndex<Id>,
  { titlesOf, isStopWord }: SearchContext<Id>,
  lookup = createLookup(index),
): Search<Id> {
  const { ids } = index;
  const best = createTally(ids.length, Math.max);
  const sums = createTally(ids.length);

  return (q, senses) => {
    const { asked, pairs, text } = readQuestion(q, isStopWord, senses);
    const findings = asked.map((each) => bestOf(each, lookup, best, sums));
    for (const { token, of } of pairs) {
      const { worth, rarity } = lookup(token);
      for (const at of of) {
        const finding = findings[at];
        if (!finding || rarity === 0) continue;
        // The word occurs nowhere by itself: it counts half of what both tell together.
        if (finding.rarity === 0) finding.rarity = rarity / 2;
        best.putAll(finding.worth);
        best.putAll(worth, JOINED);
        finding.worth = best.take();
      }
    }
    const known = findings.filter(({ rarity }) => rarity > 0);
    for (const { worth, rarity } of known) sums.putAll(worth, rarity);
    const { documents, values } = sums.take();
    const least = leastScore(known);
    const found = new Map<Id, number>();
    documents.forEach((document, at) => {
      const value = values[at] as number;
      const id = ids[document] as Id;
      if (value >= least)
        found.set(id, Math.round((value + named(titlesOf(id), text)) * 1e4) / 1e4);
    });
    return found;
  };
}

/**
 * The best way to say something counts, for each document. Its rarity is that of the first way that
 * occurs anywhere: for a translation, the German words, which texts have.
 */
function bestOf(
  { ways, isTranslated, weight: counts }: QueryConcept,
  lookup: Lookup,
  best: ScoreTally,
  sums: ScoreTally,
): Pick<WordMatch, 'worth' | 'rarity'> {
  const told: number[] = [];
  ways.forEach(({ tokens: said, weight, isKnown }, at) => {
    const findings = said.map((token) => lookup(token, isKnown));
    told.push(Math.max(...findings.map(({ rarity }) => rarity)));
    const [only, more] = findings;
    const all = only && !more ? only.worth : joinedShare(findings, sums, at && findings.length);
    best.putAll(all, weight);
  });
  const [typed = 0, ...others] = told;
  const other = others.find((each) => each > 0) ?? 0;
  const rarity = counts * (isTranslated ? other || typed : typed || other);
  return { worth: best.take(), rarity };
}

/** The stems of a text, to compare texts regardless of the forms of their words. */
export function stemText(text = ''): string {
  return stemmed(tokens(text));
}

/** The score added to a document that is named in the question. */
function named(titles: readonly string[], text: string): number {
  if (!text) return 0;
  if (titles.includes(text)) return IS_TITLE;
  return titles.some((title) => holds(title, text) || holds(text, title)) ? IN_TITLE : 0;
}
