import { compoundParts, partQuality } from './parts.js';
import { rarity } from './score.js';
import {
  MOST_IMPACT,
  documentAt,
  firstFrom,
  hasWord,
  impactAt,
  type SearchIndex,
} from './search-index.js';
import { createTally, type ScoreTally, type Worth } from './tally.js';
import type { WordToken } from './tokens.js';
import { findTypos } from './typos.js';

/** The matches of a word of a question. */
export interface WordMatch {
  /** Up to 1: the quality of the hit times the weight of the word there. */
  worth: Worth;
  /** The rarity of the word; 0 where the directory does not have it. */
  rarity: number;
  /**
   * The words of the dictionary that it finds, by their number, with the quality of each, 0 to 1.
   */
  words: ReadonlyMap<number, number>;
}

/** @param isKnown whether a lexicon has the word, which then is not a typo */
export type Lookup = (token: WordToken, isKnown?: boolean) => WordMatch;

/** The worth of a compound's parts where they are apart. */
const PARTS = 0.5;
const TYPO = 0.6;
/** A word that so few offers have may itself be a typo; but a sound hit comes first. */
const FEW = 2;
const DOUBTFUL = 0.21;
/** The quality from which a hit is the word meant, so that its typos are not looked for. */
const SURE = 0.5;

/** A word that contains a stem: its number, the quality, the number of additional letters. */
type Hit = [at: number, quality: number, more: number];

/** The number of stems whose hits are remembered. */
const MOST_REMEMBERED = 2_000;

/** Looks words up: as they are, as the beginning or a part of compounds, taken apart, with typos. */
export function createLookup(index: SearchIndex<unknown>): Lookup {
  const { words, counts, places, documents, ids } = index;
  /** All words in one text: searching it is much faster than a list. */
  const text = ` ${words.join(' ')} `;
  const remembered = new Map<string, Hit[]>();
  const tally = createTally(ids.length, Math.max);
  const sums = createTally(ids.length);

  /** Finds the words that contain a stem; two letters only at their beginning. */
  function find(stem: string): Hit[] {
    const hits: Hit[] = [];
    const needle = stem.length < 3 ? ` ${stem}` : stem;
    let at = text.indexOf(needle);
    while (at >= 0) {
      const start = text.lastIndexOf(' ', at) + 1;
      const end = text.indexOf(' ', start);
      const word = text.slice(start, end);
      const quality = partQuality(stem, word, Math.max(0, at - start));
      if (quality > 0) hits.push([firstFrom(words, word), quality, word.length - stem.length]);
      at = text.indexOf(needle, end);
    }
    return hits;
  }

  /** Remembers hits: the same words are in many questions and their meanings. */
  function having(stem: string): Hit[] {
    const hits = remembered.get(stem) ?? find(stem);
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    remembered.set(stem, hits);
    return hits;
  }

  function raise(at: number, quality: number) {
    for (const place of places(at)) {
      tally.put(documentAt(place), (quality * impactAt(place)) / MOST_IMPACT);
    }
  }

  /** Finds a word as it is, inflected, or in compounds. */
  function direct(stem: string, typed = stem) {
    const hits = new Map<number, number>();
    for (const form of new Set([stem, typed])) {
      const isShort = form !== typed && form.length < 4;
      for (const [at, quality, more] of having(form)) {
        // Three letters begin words of other kinds, but compounds, too: "nähen" and "Nähkurs".
        if (isShort && quality < 1 && (more < 4 || !/en$/.test(typed))) continue;
        hit(hits, at, quality);
      }
    }
    let count = 0;
    let sure = 0;
    for (const [at, quality] of hits) {
      raise(at, quality);
      count += counts[at] as number;
      if (quality >= SURE) sure += counts[at] as number;
    }
    const told = count > 0 ? rarity(documents, Math.min(sure || count, documents)) : 0;
    return { worth: tally.take(), rarity: told, words: hits, isSure: sure > 0, count };
  }

  return ({ word, stem }, isKnown) => {
    const { worth, words: hits, isSure, count, rarity: own } = direct(stem, word);
    let told = own;
    const parts = compoundParts(stem, (part) => hasWord(words, part)).map((part) => direct(part));
    tally.putAll(worth);
    // A single part of a known compound is something else: "Sprachcafé" and "Sprache".
    const least = isKnown || count > 0 ? Math.max(2, parts.length) : 1;
    if (parts.length >= least) {
      tally.putAll(joinedShare(parts, sums, least), PARTS);
      for (const part of parts) part.words.forEach((each, at) => hit(hits, at, each * PARTS));
      if (!isSure) told = Math.max(told, ...parts.map(({ rarity: each }) => each));
    }
    if (!isKnown && count <= FEW && parts.length < 2) {
      for (const [at, quality] of findTypos(words, stem)) {
        const doubted = quality * (count === 0 ? TYPO : DOUBTFUL);
        raise(at, doubted);
        hit(hits, at, doubted);
        if (count === 0) told = Math.max(told, rarity(documents, counts[at] as number));
      }
    }
    return { worth: tally.take(), rarity: told, words: hits };
  };
}

/**
 * Joins several words for one thing: the share of them that a document has, by their rarity.
 *
 * @param least the number of them that it must have
 */
export function joinedShare(
  findings: readonly Pick<WordMatch, 'worth' | 'rarity'>[],
  sums: ScoreTally,
  least = 1,
): Worth {
  let all = 0;
  for (const { rarity } of findings) all += rarity;
  for (const finding of findings) sums.putAll(finding.worth, finding.rarity / (all || 1));
  return sums.take(least);
}

/** Adds a hit: a word that is hit in several ways is as good as the best. */
function hit(hits: Map<number, number>, at: number, quality: number) {
  hits.set(at, Math.max(hits.get(at) ?? 0, quality));
}
