import { fold } from '../text.js';
import { skeleton } from './latin.js';

/** What is known of a language. All words are folded. */
export interface LanguageData {
  /** BCP 47. */
  tag: string;
  /** Concepts: a German word, and the language's words or phrases for it, the likeliest first. */
  concepts: [german: string, words: string[]][];
  stopWords: ReadonlySet<string>;
  endings: readonly string[];
  beginnings: readonly string[];
  /** How people write its letters with Latin ones; empty where they are Latin. */
  latin: ReadonlyMap<string, string>;
}

/** A word or phrase of a language, and the concept that it stands for. */
interface Entry {
  words: Forms[];
  german: string;
  /** How late it stands among the concept's words. */
  rank: number;
}

/** A word as it is typed, and the forms that it may be an inflection of. */
interface Forms {
  word: string;
  stems: ReadonlySet<string>;
}

/** What some words of a question stand for in a language. */
export interface Match {
  /** How many words of the question, from where it was looked. */
  length: number;
  /** German words, the likeliest first. */
  german: string[];
  /** 0 to 1. */
  sureness: number;
}

/** How many German words are looked for in place of one. */
const MOST_MEANINGS = 4;
export const INFLECTED = 0.8;
/** Consonants alone may be those of many words. */
const IN_LATIN = 0.55;
const SHORTEST_STEM = 3;

/** The words of one language, to be looked up in any inflection, and in Latin letters. */
export class Lexicon {
  readonly tag: string;
  readonly #data: LanguageData;
  readonly #entries = new Map<string, Entry[]>();
  readonly #all: Entry[] = [];
  /** By how people write them with Latin letters; made when somebody does. */
  #latin: Map<string, Entry[]> | undefined;

  constructor(data: LanguageData) {
    this.tag = data.tag;
    this.#data = data;
    for (const [german, words] of data.concepts) {
      words.forEach((phrase, rank) => this.#add(german, phrase, rank));
    }
  }

  isStopWord(word: string): boolean {
    return this.#data.stopWords.has(word);
  }

  /** The longest word or phrase that begins a list of folded words. */
  match(words: readonly string[]): Match | undefined {
    const [first = ''] = words;
    if (!first || this.isStopWord(first)) return undefined;
    const forms = this.#formsOf(first);
    const found = new Set([...forms.stems].flatMap((stem) => this.#entries.get(stem) ?? []));
    const all = [...found];
    const plain = this.#best(all, words, ({ word }, other) => word === other, 1);
    const isInflected = (entry: Forms, other: string) => overlap(entry, this.#formsOf(other));
    const inflected = this.#best(all, words, isInflected, INFLECTED);
    const isLonger = (inflected?.length ?? 0) > (plain?.length ?? 0);
    return (isLonger ? inflected : plain) ?? this.#inLatin(words);
  }

  #inLatin(words: readonly string[]): Match | undefined {
    const [first = ''] = words;
    if (this.#data.latin.size === 0 || !/^[a-z0-9]{4,}$/.test(first)) return undefined;
    const found = this.#written().get(skeleton(first)) ?? [];
    const alike = ({ word }: Forms, other: string) => this.#skeleton(word).has(skeleton(other));
    return this.#best(found, words, alike, IN_LATIN);
  }

  #best(
    entries: readonly Entry[],
    words: readonly string[],
    isLike: (entry: Forms, word: string) => boolean,
    sureness: number,
  ): Match | undefined {
    let length = 0;
    let best: Entry[] = [];
    for (const entry of entries) {
      const taken = this.#taken(entry, words, isLike);
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

  /** How many words of the question an entry stands for; stop words between them count. */
  #taken(
    { words }: Entry,
    asked: readonly string[],
    isLike: (entry: Forms, word: string) => boolean,
  ): number {
    let at = 0;
    for (const [index, word] of words.entries()) {
      while (index > 0 && this.isStopWord(asked[at] ?? '')) at += 1;
      const other = asked[at];
      if (other === undefined || !isLike(word, other)) return 0;
      at += 1;
    }
    return at;
  }

  #add(german: string, phrase: string, rank: number) {
    const words = phrase
      .split(' ')
      .filter((word, _, all) => all.length === 1 || !this.isStopWord(word))
      .map((word) => this.#formsOf(word));
    const [first] = words;
    if (!first) return;
    const entry = { words, german, rank };
    for (const stem of first.stems) push(this.#entries, stem, entry);
    this.#all.push(entry);
  }

  #written(): Map<string, Entry[]> {
    if (!this.#latin) {
      this.#latin = new Map();
      for (const entry of this.#all) {
        for (const key of this.#skeleton(entry.words[0]?.word ?? '')) push(this.#latin, key, entry);
      }
    }
    return this.#latin;
  }

  /** A word without each beginning and ending that it may have. */
  #formsOf(word: string): Forms {
    const { beginnings, endings } = this.#data;
    const starts = beginnings.filter(
      (each) => word.startsWith(each) && word.length - each.length >= SHORTEST_STEM,
    );
    const stems = new Set<string>();
    for (const start of ['', ...starts]) {
      const rest = word.slice(start.length);
      stems.add(rest);
      for (const ending of endings) {
        if (!rest.endsWith(ending) || rest.length - ending.length < SHORTEST_STEM) continue;
        stems.add(rest.slice(0, rest.length - ending.length));
      }
    }
    return { word, stems };
  }

  #skeleton(word: string): Set<string> {
    const { latin } = this.#data;
    if (latin.size === 0) return new Set();
    const written = [...this.#formsOf(word).stems].map((stem) =>
      skeleton([...stem].map((letter) => latin.get(letter) ?? letter).join('')),
    );
    return new Set(written.filter((each) => each.length >= SHORTEST_STEM));
  }
}

function overlap(a: Forms, b: Forms): boolean {
  for (const stem of a.stems) if (b.stems.has(stem)) return true;
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
  return lines.map((line) => {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error(`"${line}" has no German word with a colon behind it.`);
    const words = line.slice(colon + 1).split(';');
    const read = words.map((word) => (fold(word).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' '));
    return [line.slice(0, colon).trim(), read.filter(Boolean)];
  });
}
