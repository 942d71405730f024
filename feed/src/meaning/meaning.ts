import type { Sense } from '../model/wire.js';
import { stem, tokens } from '../search/index.js';
import type { Lexicon } from './lexicon.js';
import { INFLECTED, type LanguageData, type Match } from './lexicon.js';

/** Says what a question's words mean in German; a function of the question alone. */
export type Understand = (q: string) => Sense[];

const STOP_WORD = 0.7;
/** By how much another language has to know more than German. */
const DOUBT = 0.2;
/** German words are looked for as they are, so that they are the first guess. */
const GERMAN = 'de';

/** One reading of a question: what each language makes of it. */
interface Reading {
  lexicon: Lexicon;
  matches: (Match & { at: number })[];
  /** How many of the words are known, by how surely. */
  score: number;
}

/**
 * Understands questions in the languages given, and with German words among them. The language that
 * knows most of the words decides; German ones are looked for as they are, and with what the German
 * lexicon has for the same.
 */
export function createUnderstanding(german: LanguageData, others: readonly Lexicon[]): Understand {
  const synonyms = new Synonyms(german.concepts);
  const germanStops = german.stopWords;

  return (q) => {
    const words = tokens(q).slice(0, MOST_WORDS);
    const typed = words.map(({ word }) => word);
    const inGerman = typed.map(
      (word, index) => germanStops.has(word) || synonyms.knows(words[index]?.stem ?? ''),
    );
    const own = inGerman.filter(Boolean).length;
    let best: Reading | undefined;
    for (const lexicon of others) {
      const reading = read(lexicon, typed);
      if (reading.score > (best?.score ?? 0)) best = reading;
    }
    const isGerman = !best || own >= best.score - DOUBT;
    const senses: Sense[] = [];
    for (const { at, length, german: means, sureness } of best?.matches ?? []) {
      const asked = typed.slice(at, at + length).join(' ');
      // In a German question only what German does not know may be somebody else's.
      const isOwn = inGerman.slice(at, at + length).some(Boolean);
      if (isGerman && (isOwn || sureness < INFLECTED || asked.length < 5)) continue;
      const all = [...new Set(means.flatMap((word) => [word, ...synonyms.of(word).slice(0, 2)]))];
      senses.push({ asked, language: best?.lexicon.tag ?? GERMAN, means: all });
    }
    if (best && !isGerman) {
      for (const word of new Set(typed)) {
        if (best.lexicon.isStopWord(word)) {
          senses.push({ asked: word, language: best.lexicon.tag, means: [] });
        }
      }
    }
    if (isGerman) {
      words.forEach(({ word, stem: key }) => {
        if (germanStops.has(word)) return;
        const means = synonyms.ofStem(key);
        if (means.length > 0) senses.push({ asked: word, language: GERMAN, means });
      });
    }
    return senses;
  };
}

/** Longer questions are read so far. */
const MOST_WORDS = 60;

function read(lexicon: Lexicon, typed: readonly string[]): Reading {
  const matches: Reading['matches'] = [];
  let score = 0;
  for (let at = 0; at < typed.length;) {
    const word = typed[at] ?? '';
    const match = lexicon.match(typed.slice(at, at + 6));
    if (match) {
      matches.push({ ...match, at });
      score += match.sureness * match.length;
      at += match.length;
      continue;
    }
    if (lexicon.isStopWord(word)) score += STOP_WORD;
    at += 1;
  }
  return { lexicon, matches, score };
}

/** German words for the same. */
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

  ofStem(key: string): string[] {
    const own = this.#byStem.get(key) ?? [];
    return [...own].filter((word) => tokens(word).some((token) => token.stem !== key));
  }
}
