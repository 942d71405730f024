import { compoundParts, partQuality } from './parts.js';
import { rarity } from './score.js';
import { MOST_IMPACT, documentAt, impactAt, type SearchIndex } from './search-index.js';
import { createTally, type ScoreTally, type Worth } from './tally.js';
import type { WordToken } from './tokens.js';
import { findTypos } from './typos.js';

/** What a word of a question finds. */
export interface WordMatch {
  /** Up to 1: how good the hit is and how much the word says there. */
  worth: Worth;
  /** How much the word tells; 0 where it stands nowhere in the directory. */
  rarity: number;
  /** The words of the dictionary that it finds, by their number, with how good each is, 0 to 1. */
  words: ReadonlyMap<number, number>;
}

/** @param isKnown whether a lexicon has the word, which then is no typo */
export type Lookup = (token: WordToken, isKnown?: boolean) => WordMatch;

/** What both parts of a compound are worth where they stand apart. */
const PARTS = 0.5;
const TYPO = 0.6;
/** A word that so few offers have may be somebody else's typo; but a sound hit comes first. */
const FEW = 2;
const DOUBTFUL = 0.21;
/** From this quality on a hit is the word meant, so that its typos are not looked for. */
const SURE = 0.5;

/** A word that a stem stands in: its number, how good that is, how many letters more it has. */
type Hit = [at: number, quality: number, more: number];

/** How many stems are looked for once. */
const MOST_REMEMBERED = 2_000;

/** Looks words up: as they are, as the beginning or a part of compounds, taken apart, with typos. */
export function createLookup(index: SearchIndex): Lookup {
  const { words, counts, places, documents, ids } = index;
  /** All words in one text: looking through it is much faster than through a list. */
  const text = `\n${words.join('\n')}\n`;
  const known = new Map(words.map((word, at) => [word, at]));
  const remembered = new Map<string, Hit[]>();
  const tally = createTally(ids.length, Math.max);
  const sums = createTally(ids.length);

  /** The words that a stem stands in; two letters only at their beginning. */
  function find(stem: string): Hit[] {
    const hits: Hit[] = [];
    const needle = stem.length < 3 ? `\n${stem}` : stem;
    let at = text.indexOf(needle);
    while (at >= 0) {
      const start = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', start);
      const word = text.slice(start, end);
      const quality = partQuality(stem, word, Math.max(0, at - start));
      if (quality > 0) hits.push([known.get(word) ?? 0, quality, word.length - stem.length]);
      at = text.indexOf(needle, end);
    }
    return hits;
  }

  /** The same words stand in many questions and in what they mean. */
  function having(stem: string): Hit[] {
    const hits = remembered.get(stem) ?? find(stem);
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    remembered.set(stem, hits);
    return hits;
  }

  function raise(at: number, quality: number) {
    for (const place of places[at] ?? []) {
      tally.put(documentAt(place), (quality * impactAt(place)) / MOST_IMPACT);
    }
  }

  /** What a word finds as it is, inflected, or in compounds. */
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
      count += counts[at] ?? 0;
      if (quality >= SURE) sure += counts[at] ?? 0;
    }
    const told = count > 0 ? rarity(documents, Math.min(sure || count, documents)) : 0;
    return { worth: tally.take(), rarity: told, words: hits, isSure: sure > 0, count };
  }

  return ({ word, stem }, isKnown) => {
    const { worth, words: hits, isSure, count, rarity: own } = direct(stem, word);
    let told = own;
    const parts = compoundParts(stem, (part) => known.has(part)).map((part) => direct(part));
    tally.putAll(worth);
    // Of a compound that is known, a part alone is something else: "Sprachcafé" and "Sprache".
    const least = isKnown || count > 0 ? Math.max(2, parts.length) : 1;
    if (parts.length >= least) {
      tally.putAll(together(parts, sums, least), PARTS);
      for (const part of parts) part.words.forEach((each, at) => hit(hits, at, each * PARTS));
      if (!isSure) told = Math.max(told, ...parts.map(({ rarity: each }) => each));
    }
    if (!isKnown && count <= FEW && parts.length < 2) {
      for (const { index: at, quality } of findTypos(words, stem)) {
        const doubted = quality * (count === 0 ? TYPO : DOUBTFUL);
        raise(at, doubted);
        hit(hits, at, doubted);
        if (count === 0) told = Math.max(told, rarity(documents, counts[at] ?? 0));
      }
    }
    return { worth: tally.take(), rarity: told, words: hits };
  };
}

/**
 * Several words for one thing: what a document has of them, by their rarity.
 *
 * @param least how many of them it must have
 */
export function together(
  findings: readonly Pick<WordMatch, 'worth' | 'rarity'>[],
  sums: ScoreTally,
  least = 1,
): Worth {
  let all = 0;
  for (const { rarity } of findings) all += rarity;
  for (const finding of findings) sums.putAll(finding.worth, finding.rarity / (all || 1));
  return sums.take(least);
}

/** A word that is hit in several ways is as good as the best. */
function hit(hits: Map<number, number>, at: number, quality: number) {
  hits.set(at, Math.max(hits.get(at) ?? 0, quality));
}
