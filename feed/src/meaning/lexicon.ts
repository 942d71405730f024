import { fold } from '../text.js';
import { skeleton } from './latin.js';
import { wordsTaken } from './phrases.js';

/**
 * The language that most offers are written in, and that other languages' words are explained in.
 */
export const GERMAN = 'de';

/** Knowledge of a language. All words are folded. */
export interface LanguageData {
  /** BCP 47. */
  tag: string;
  /** Concepts: a German word, and the language's words or phrases for it, the likeliest first. */
  concepts: [german: string, words: string[]][];
  stopWords: ReadonlySet<string>;
  endings: readonly string[];
  beginnings: readonly string[];
  /** The Latin spellings of its letters; empty where they are Latin. */
  latin: ReadonlyMap<string, string>;
}

/** A word or phrase of a language, and the concept that it stands for. */
interface Entry {
  words: string[];
  german: string;
  /** Its position among the concept's words, from 0. */
  rank: number;
  /** Its position among the language's, from 0. */
  at: number;
}

/** The meaning of some words of a question in a language. */
export interface LexiconMatch {
  /** The number of words of the question, from the start of the search. */
  length: number;
  /** German words, the likeliest first. */
  german: string[];
  /** 0 to 1. */
  sureness: number;
  /** Tells whether it is an office's own. */
  isOwn?: true;
}

/** Knowledge of a language's words, wherever they are kept. */
export interface KnownWords {
  readonly tag: string;
  isStopWord(word: string): boolean;
  /** The longest word or phrase that begins a list of folded words. */
  match(words: readonly string[]): LexiconMatch | undefined;
}

/** The number of German words looked for instead of one. */
export const MOST_MEANINGS = 4;
/** The sureness of an inflected form, where the word itself has 1. */
export const INFLECTED = 0.8;
/** The sureness of consonants alone, which may be those of many words. */
const IN_LATIN = 0.55;
/** Letters that remain of a word without its beginning and ending. */
const SHORTEST_STEM = 3;

/** The words of one language, to be looked up in any inflection, and in Latin letters. */
export class Lexicon implements KnownWords {
  readonly tag: string;
  readonly #data: LanguageData;
  /** By the beginnings of their first word's stems: far fewer than those, and quickly made. */
  readonly #entries = new Map<string, Entry[]>();
  /** The entries of each beginning asked for so far, by each stem of their first word. */
  readonly #byStem = new Map<string, Map<string, Entry[]>>();
  readonly #all: Entry[] = [];
  readonly #stems = new Map<string, ReadonlySet<string>>();
  /** The skeletons of words that some Latin letters came near to. */
  readonly #skeletons = new Map<string, ReadonlySet<string>>();
  /** By their Latin spellings; made when they are first needed. */
  #latin: Map<string, Entry[]> | undefined;

  constructor(data: LanguageData) {
    this.tag = data.tag;
    this.#data = data;
    for (const [german, words] of data.concepts) {
      words.forEach((phrase, rank) => this.#add(german, phrase, rank));
    }
  }

  /** Prepares what is otherwise made when somebody types Latin letters. */
  prepare(): void {
    this.#byLatin();
  }

  isStopWord(word: string): boolean {
    return this.#data.stopWords.has(word);
  }

  match(words: readonly string[]): LexiconMatch | undefined {
    const [first = ''] = words;
    if (!first || this.isStopWord(first)) return undefined;
    const asked = new Map<string, ReadonlySet<string>>();
    const isInflected = (word: string, other: string) => {
      const stems = asked.get(other) ?? stemsOf(other, this.#data);
      asked.set(other, stems);
      return overlap(this.#of(word), stems);
    };
    const all = this.#near(first);
    const plain = this.#best(all, words, (word, other) => word === other, 1);
    const inflected = this.#best(all, words, isInflected, INFLECTED);
    const isLonger = (inflected?.length ?? 0) > (plain?.length ?? 0);
    return (isLonger ? inflected : plain) ?? this.#inLatin(words);
  }

  #inLatin(words: readonly string[]): LexiconMatch | undefined {
    const [first = ''] = words;
    if (this.#data.latin.size === 0 || !/^[a-z0-9]{4,}$/.test(first)) return undefined;
    const found = this.#byLatin().get(skeleton(first)) ?? [];
    const asked = new Map<string, string>();
    const alike = (word: string, other: string) => {
      const key = asked.get(other) ?? skeleton(other);
      asked.set(other, key);
      return this.#inLatinOf(word).has(key);
    };
    return this.#best(found, words, alike, IN_LATIN);
  }

  #best(
    entries: readonly Entry[],
    words: readonly string[],
    isLike: (word: string, other: string) => boolean,
    sureness: number,
  ): LexiconMatch | undefined {
    let length = 0;
    let best: Entry[] = [];
    for (const entry of entries) {
      const taken = wordsTaken(entry.words, words, isLike, (word) => this.isStopWord(word));
      if (taken < length || taken === 0) continue;
      if (taken > length) best = [];
      length = taken;
      best.push(entry);
    }
    if (length === 0) return undefined;
    best.sort((a, b) => a.rank - b.rank);
    const german = [...new Set(best.map((entry) => entry.german))].slice(0, MOST_MEANINGS);
    return { length, german, sureness };
  }

  #add(german: string, phrase: string, rank: number) {
    const all = phrase.split(' ');
    const words = all.length > 1 ? all.filter((word) => !this.isStopWord(word)) : all;
    const [first] = words;
    if (!first) return;
    const entry = { words, german, rank, at: this.#all.length };
    for (const start of this.#startsOf(first)) push(this.#entries, start, entry);
    this.#all.push(entry);
  }

  #byLatin(): Map<string, Entry[]> {
    if (!this.#latin) {
      this.#latin = new Map();
      for (const entry of this.#all) {
        for (const key of this.#skeletonsOf(entry.words[0] ?? '')) push(this.#latin, key, entry);
      }
    }
    return this.#latin;
  }

  /** The phrases whose first word is the given word, in any inflection. */
  #near(word: string): Entry[] {
    const asked = [...stemsOf(word, this.#data)];
    const near = this.#startsOf(word).flatMap((start) => {
      const byStem = this.#stemsFrom(start);
      return asked.flatMap((each) => byStem.get(each) ?? []).sort((a, b) => a.at - b.at);
    });
    return [...new Set(near)];
  }

  /**
   * The phrases of one beginning by the stems of their first word, so that many do not cost more.
   */
  #stemsFrom(start: string): ReadonlyMap<string, Entry[]> {
    let known = this.#byStem.get(start);
    if (known) return known;
    known = new Map();
    for (const entry of this.#entries.get(start) ?? []) {
      for (const each of this.#of(entry.words[0] ?? '')) push(known, each, entry);
    }
    if (known.size > 0) this.#byStem.set(start, known);
    return known;
  }

  /** The stems of one of the lexicon's words. */
  #of(word: string): ReadonlySet<string> {
    let known = this.#stems.get(word);
    if (!known) this.#stems.set(word, (known = stemsOf(word, this.#data)));
    return known;
  }

  /** The possible Latin skeletons of one of the lexicon's words. */
  #inLatinOf(word: string): ReadonlySet<string> {
    let known = this.#skeletons.get(word);
    if (!known) this.#skeletons.set(word, (known = this.#skeletonsOf(word)));
    return known;
  }

  #startsOf(word: string): string[] {
    return [...new Set([...restsOf(word, this.#data)].map((rest) => rest.slice(0, SHORTEST_STEM)))];
  }

  #skeletonsOf(word: string): Set<string> {
    const { latin } = this.#data;
    if (latin.size === 0) return new Set();
    const written = [...stemsOf(word, this.#data)].map((stem) =>
      skeleton([...stem].map((letter) => latin.get(letter) ?? letter).join('')),
    );
    return new Set(written.filter((each) => each.length >= SHORTEST_STEM));
  }
}

type Inflection = Pick<LanguageData, 'beginnings' | 'endings'>;

/** A word with and without each beginning that it may have. */
function* restsOf(word: string, { beginnings }: Pick<Inflection, 'beginnings'>): Generator<string> {
  yield word;
  for (const each of beginnings) {
    const isLeft = word.length - each.length >= SHORTEST_STEM;
    if (isLeft && word.startsWith(each)) yield word.slice(each.length);
  }
}

/** A word with and without each beginning and ending that it may have. */
export function stemsOf(word: string, inflection: Inflection): Set<string> {
  const stems = new Set<string>();
  for (const rest of restsOf(word, inflection)) {
    stems.add(rest);
    for (const ending of inflection.endings) {
      if (!rest.endsWith(ending) || rest.length - ending.length < SHORTEST_STEM) continue;
      stems.add(rest.slice(0, rest.length - ending.length));
    }
  }
  return stems;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const stem of a) if (b.has(stem)) return true;
  return false;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value) {
  const all = map.get(key);
  if (all) all.push(value);
  else map.set(key, [value]);
}

/**
 * Reads a lexicon's lines: `German word: word; word`.
 *
 * @throws Error naming a line that has no colon
 */
export function readConcepts(lines: readonly string[]): [german: string, words: string[]][] {
  const parts = lines.map((line) => {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error(`"${line}" has no German word with a colon behind it.`);
    return [line.slice(0, colon).trim(), line.slice(colon + 1)] as const;
  });
  // All at once: that is many times faster than word by word.
  const folded = fold(parts.map(([, words]) => words).join('\n'))
    .replace(/[^\p{L}\p{M}\p{N};\n]+/gu, ' ')
    .split('\n');
  return parts.map(([german], at) => {
    const words = (folded[at] ?? '').split(';').map((word) => word.trim());
    return [german, words.filter(Boolean)];
  });
}
