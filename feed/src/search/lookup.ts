import type { Clause, Join } from './clause.js';
import { compoundParts, partQuality } from './parts.js';
import { rarity } from './score.js';
import { firstFrom, hasWord, type SearchIndex } from './search-index.js';
import type { WordToken } from './tokens.js';
import { findTypos } from './typos.js';

/** What a word of a question finds, told by the dictionary alone. */
export interface WordMatch extends Clause {
  /** The rarity of the word; 0 where the directory does not have it. */
  rarity: number;
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
/** The number of parts of compounds that are. */
const MOST_PARTS = 100;

/** Looks words up: as they are, as the beginning or a part of compounds, taken apart, with typos. */
export function createLookup({
  words,
  counts,
  documents,
}: Pick<SearchIndex, 'words' | 'counts' | 'documents'>): Lookup {
  /** All words in one text: searching it is much faster than a list. */
  const text = ` ${words.join(' ')} `;
  const remembered = new Map<string, Hit[]>();
  const parts = new Map<string, WordMatch>();

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
      count += counts[at] as number;
      if (quality >= SURE) sure += counts[at] as number;
    }
    const told = count > 0 ? rarity(documents, Math.min(sure || count, documents)) : 0;
    return { hits, joins: [], rarity: told, isSure: sure > 0, count };
  }

  /** Remembers parts: the same ones are in many compounds. */
  function part(stem: string): WordMatch {
    const found = parts.get(stem) ?? direct(stem);
    if (parts.size > MOST_PARTS) parts.clear();
    parts.set(stem, found);
    return found;
  }

  return ({ word, stem }, isKnown) => {
    const { hits, isSure, count, rarity: own } = direct(stem, word);
    let told = own;
    const apart = compoundParts(stem, (piece) => hasWord(words, piece)).map(part);
    const joins: Join[] = [];
    // A single part of a known compound is something else: "Sprachcafé" and "Sprache".
    const isWhole = isKnown || count > 0;
    if (apart.length > (isWhole ? 1 : 0)) {
      joins.push(joined(apart, isWhole, PARTS));
      if (!isSure) told = Math.max(told, ...apart.map(({ rarity: each }) => each));
    }
    if (!isKnown && count <= FEW && apart.length < 2) {
      for (const [at, quality] of findTypos(words, stem)) {
        hit(hits, at, quality * (count === 0 ? TYPO : DOUBTFUL));
        if (count === 0) told = Math.max(told, rarity(documents, counts[at] as number));
      }
    }
    return { hits, joins, rarity: told };
  };
}

/**
 * Joins several words for one thing: the share of them that a document has, by their rarity.
 *
 * @param isWhole whether it must have all of them
 * @param weight the worth of all of them
 */
export function joined(of: readonly WordMatch[], isWhole: boolean, weight: number): Join {
  let all = 0;
  for (const { rarity } of of) all += rarity;
  return { of, shares: of.map(({ rarity }) => rarity / (all || 1)), isWhole, weight };
}

/** Adds a hit: a word that is hit in several ways is as good as the best. */
function hit(hits: Map<number, number>, at: number, quality: number) {
  hits.set(at, Math.max(hits.get(at) ?? 0, quality));
}
