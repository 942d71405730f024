import type { Sense } from '../model/wire.js';
import { worthOf } from './clause.js';
import { createLookup, joined, type Lookup, type WordMatch } from './lookup.js';
import { readQuestion, stemmed, type QueryConcept, type Question } from './question.js';
import { leastScore } from './score.js';
import type { SearchIndex } from './search-index.js';
import { holds, tokens } from './tokens.js';

export {
  IndexBuilder,
  createIndex,
  type SearchDocument,
  type SearchField,
  type WordOrder,
} from './builder.js';
export { eachHit, type Clause, type Join } from './clause.js';
export { DocumentBlock, type PlaceRun } from './document-block.js';
export { MOST_FOUND, wordsByWeight, wordsFound } from './found.js';
export { createLookup, type WordMatch, type Lookup } from './lookup.js';
export { usualLength, type FieldName, type TextLengths } from './score.js';
export { readQuestion, stemmed } from './question.js';
export {
  MOST_IMPACT,
  documentAt,
  firstFrom,
  hasWord,
  impactAt,
  partOf,
  placeOf,
  toSearchData,
  type SearchIndex,
} from './search-index.js';
export { stem } from './stem.js';
export {
  BLOCK,
  NO_DOCUMENT,
  PlaceList,
  Tally,
  type ScoreLayer,
  type PlaceReader,
  type PlacesOf,
  type Worth,
} from './tally.js';
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

/** A question whose words have been looked up. */
export interface WeighedQuestion {
  /** What it asks for and the directory has, with how much each tells. */
  concepts: readonly WordMatch[];
  /** The least score of an answer. */
  least: number;
  /** The stems of all its words. */
  text: string;
}

/** Looks up all words of a question; a step for each thing that it asks for. */
export function* weigh(
  { asked, pairs, text }: Question,
  lookup: Lookup,
): Generator<undefined, WeighedQuestion> {
  const all: WordMatch[] = [];
  for (const each of asked) {
    all.push(bestOf(each, lookup));
    yield;
  }
  for (const { token, of } of pairs) {
    const match = lookup(token);
    yield;
    for (const at of of) {
      const concept = all[at];
      if (!concept || match.rarity === 0) continue;
      // The word occurs nowhere by itself: it counts half of what both tell together.
      if (concept.rarity === 0) concept.rarity = match.rarity / 2;
      concept.joins.push(joined([match], false, JOINED));
    }
  }
  const concepts = all.filter(({ rarity }) => rarity > 0);
  // What asks for nothing that there is finds nothing.
  return { concepts, least: leastScore(concepts) || Infinity, text };
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
  return (q, senses) => {
    const steps = weigh(readQuestion(q, isStopWord, senses), lookup);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { concepts, least, text } = step.value;
    const all = concepts.map((each) => worthOf(each, index));
    const found = new Map<Id, number>();
    for (const [document, id] of [...index.ids].entries()) {
      let worth = 0;
      for (const [at, { rarity }] of concepts.entries()) {
        worth += (all[at]?.[document] as number) * rarity;
      }
      if (worth >= least) found.set(id, scoreOf(worth, titlesOf(id), text));
    }
    return found;
  };
}

/** The score of a document: what its words are worth, and more where a title is asked for. */
export function scoreOf(worth: number, titles: readonly string[], text: string): number {
  const more = titles.length > 0 ? named(titles, text) : 0;
  return Math.round((worth + more) * 1e4) / 1e4;
}

/**
 * The best way to say something counts, for each document. Its rarity is that of the first way that
 * occurs anywhere: for a translation, the German words, which texts have.
 */
function bestOf({ ways, isTranslated, weight: counts }: QueryConcept, lookup: Lookup): WordMatch {
  const told: number[] = [];
  const joins = ways.map(({ tokens: said, weight, isKnown }, at) => {
    const matches = said.map((token) => lookup(token, isKnown));
    told.push(Math.max(...matches.map(({ rarity }) => rarity)));
    return joined(matches, at > 0, weight);
  });
  const [typed = 0, ...others] = told;
  const other = others.find((each) => each > 0) ?? 0;
  const rarity = counts * (isTranslated ? other || typed : typed || other);
  return { hits: new Map(), joins, rarity };
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
