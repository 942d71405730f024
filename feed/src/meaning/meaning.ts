import type { Sense } from '../model/wire.js';
import { tokens, type Token } from '../search/index.js';
import { GermanWords, isNumber } from './german-words.js';
import { INFLECTED, type LanguageData, type Lexicon, type Match } from './lexicon.js';

/** Says what a question's words mean in German; a function of the question alone. */
export type Understand = (q: string) => Sense[];

/** German words are looked for as they are, so that they are the first guess. */
const GERMAN = 'de';
/** How surely a stop word speaks for its language, where a known word counts 1. */
const STOP_WORD = 0.7;
/** By how much another language has to know more than German. */
const DOUBT = 0.2;
/** Longer questions are read so far. */
const MOST_WORDS = 60;
/** Of another language in a German question: shorter words are like too many German ones. */
const SHORTEST_BORROWED = 5;
/** How much a word counts that says for whom somebody asks. */
const ASIDE = 0.25;
/** How much more a phrase counts with each word. */
const PHRASE = 0.3;
/** How many synonyms are looked for besides each German word that something means. */
const MOST_SYNONYMS = 2;

/** What a language makes of a question. */
interface Reading {
  lexicon: Lexicon;
  matches: FoundMatch[];
  /** How many of the words are known, by how surely. */
  score: number;
}

/** A match, from which word of the question on, and what is typed there. */
interface FoundMatch extends Match {
  at: number;
  asked: string;
}

/**
 * Understands questions in the languages given, and with German words among them. The language that
 * knows most of the words decides; German ones are looked for as they are, and with what the German
 * lexicon has for the same.
 */
export function createUnderstanding(
  german: LanguageData,
  lexicons: readonly Lexicon[],
): Understand {
  const own = new GermanWords(german);

  function translation({ asked, german: words }: FoundMatch, language: string): Sense {
    // What means "go" or "find" first tells as little as these do.
    if (words[0] !== undefined && own.isStopWord(words[0])) return { asked, language, means: [] };
    const means = words.flatMap((word) => [word, ...own.of(word).slice(0, MOST_SYNONYMS)]);
    return weighted(
      { asked, language, means: [...new Set(means)] },
      words.some((word) => own.isAside(word)),
    );
  }

  function germanSenses(words: readonly Token[]): Sense[] {
    return own
      .read(words)
      .map(({ isAside, ...read }) => weighted({ ...read, language: GERMAN }, isAside));
  }

  function sensesOf(q: string): Sense[] {
    const words = tokens(q).slice(0, MOST_WORDS);
    const typed = words.map(({ word }) => word);
    const areGerman = words.map((word) => own.isKnown(word));
    const reading = bestReading(lexicons, typed);
    if (!reading) return germanSenses(words);
    const { lexicon, matches, score } = reading;
    if (areGerman.filter(Boolean).length < score - DOUBT) {
      const translations = matches.map((match) => translation(match, lexicon.tag));
      const numbers = germanSenses(words.filter(({ word }) => isNumber(word)));
      return [...translations, ...numbers, ...emptySenses(lexicon, typed)];
    }
    const borrowed = matches.filter((match) => isBorrowed(match, areGerman));
    return [...borrowed.map((match) => translation(match, lexicon.tag)), ...germanSenses(words)];
  }

  return (q) => once(sensesOf(q));
}

/** With how much it counts: little beside what is looked for, and more the more words it takes. */
function weighted(sense: Sense, isAside: boolean): Sense {
  const more = sense.asked.split(' ').length - 1;
  const weight = (isAside ? ASIDE : 1) * (1 + PHRASE * more);
  return weight === 1 ? sense : { ...sense, weight };
}

/** The first of those about the same words, which no other is looked at for. */
function once(senses: readonly Sense[]): Sense[] {
  const byWords = new Map<string, Sense>();
  for (const sense of senses) if (!byWords.has(sense.asked)) byWords.set(sense.asked, sense);
  return [...byWords.values()];
}

/** In a German question only what German does not know may be another language's. */
function isBorrowed(
  { at, length, asked, sureness }: FoundMatch,
  areGerman: readonly boolean[],
): boolean {
  const isGerman = areGerman.slice(at, at + length).some(Boolean);
  return !isGerman && sureness >= INFLECTED && asked.length >= SHORTEST_BORROWED;
}

/** The stop words of a language in a question: they tell nothing. */
function emptySenses(lexicon: Lexicon, typed: readonly string[]): Sense[] {
  const stopWords = [...new Set(typed)].filter((word) => lexicon.isStopWord(word));
  return stopWords.map((asked) => ({ asked, language: lexicon.tag, means: [] }));
}

/** What the language makes of a question that knows most of it; nothing where none knows any. */
function bestReading(lexicons: readonly Lexicon[], typed: readonly string[]): Reading | undefined {
  let best: Reading | undefined;
  for (const lexicon of lexicons) {
    const reading = read(lexicon, typed);
    if (reading.score > (best?.score ?? 0)) best = reading;
  }
  return best;
}

function read(lexicon: Lexicon, typed: readonly string[]): Reading {
  const matches: FoundMatch[] = [];
  let score = 0;
  for (let at = 0; at < typed.length;) {
    const match = lexicon.match(typed.slice(at));
    if (match) {
      const { length, sureness } = match;
      matches.push({ ...match, at, asked: typed.slice(at, at + length).join(' ') });
      score += sureness * length;
      at += length;
      continue;
    }
    if (lexicon.isStopWord(typed[at] ?? '')) score += STOP_WORD;
    at += 1;
  }
  return { lexicon, matches, score };
}
