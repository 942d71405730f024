import type { Sense } from '../model/wire.js';
import { stem, tokens, type Token } from '../search/index.js';
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
  const synonyms = new Synonyms(german.concepts);
  const { stopWords } = german;

  const isKnown = ({ word, stem: key }: Token) => stopWords.has(word) || synonyms.knows(key);

  function translation({ asked, german: words }: FoundMatch, language: string): Sense {
    const means = words.flatMap((word) => [word, ...synonyms.of(word).slice(0, MOST_SYNONYMS)]);
    return { asked, language, means: [...new Set(means)] };
  }

  function germanSenses(words: readonly Token[]): Sense[] {
    return words.flatMap(({ word, stem: key }) => {
      const means = stopWords.has(word) ? [] : synonyms.ofStem(key);
      return means.length > 0 ? { asked: word, language: GERMAN, means } : [];
    });
  }

  function sensesOf(q: string): Sense[] {
    const words = tokens(q).slice(0, MOST_WORDS);
    const typed = words.map(({ word }) => word);
    const areGerman = words.map(isKnown);
    const reading = bestReading(lexicons, typed);
    if (!reading) return germanSenses(words);
    const { lexicon, matches, score } = reading;
    if (areGerman.filter(Boolean).length < score - DOUBT) {
      const translations = matches.map((match) => translation(match, lexicon.tag));
      return [...translations, ...emptySenses(lexicon, typed)];
    }
    const borrowed = matches.filter((match) => isBorrowed(match, areGerman));
    return [...borrowed.map((match) => translation(match, lexicon.tag)), ...germanSenses(words)];
  }

  return (q) => once(sensesOf(q));
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

/** The German words for the same, by word and by stem. */
class Synonyms {
  readonly #byStem = new Map<string, Set<string>>();
  readonly #byWord = new Map<string, string[]>();

  constructor(concepts: LanguageData['concepts']) {
    for (const [head, others] of concepts) {
      const all = [head, ...others];
      this.#byWord.set(head, others);
      for (const word of all) {
        const [only, more] = tokens(word);
        if (!only || more) continue;
        const known = this.#byStem.get(only.stem) ?? new Set();
        for (const other of all) if (stem(other) !== only.stem) known.add(other);
        this.#byStem.set(only.stem, known);
      }
    }
  }

  knows(key: string): boolean {
    return this.#byStem.has(key);
  }

  /** What a concept is called besides. */
  of(head: string): string[] {
    return this.#byWord.get(head) ?? [];
  }

  /** What words of a stem are called besides, leaving out words of the same stem. */
  ofStem(key: string): string[] {
    const own = this.#byStem.get(key) ?? [];
    return [...own].filter((word) => tokens(word).some((token) => token.stem !== key));
  }
}
