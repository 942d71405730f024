import { stem, stemText, stemmed, tokens, type WordToken } from '../search/index.js';
import { fold } from '../text.js';
import type { LanguageData } from './lexicon.js';
import { wordsTaken } from './phrases.js';

/** Knowledge of German. All words are folded. */
export interface GermanData extends LanguageData {
  /** Names of concepts that say who a question is for. */
  asides: ReadonlySet<string>;
}

/** Words of a German question, and their other names. */
export interface GermanReading {
  asked: string;
  means: string[];
  /** Tells whether they say who the question is for, rather than what for. */
  isAside: boolean;
}

/** Words or a phrase of the lexicon, and all names of its concept. */
interface Entry {
  stems: string[];
  all: readonly string[];
}

/** Endings of verbs that the stemmer leaves: `begleitet`, `übersetzt`, `schreibst`. */
const VERB = /^(ge(?=.{4}))?(.{5,}?)e?t$/;

/** Says whether a word is an age or a time of day, which many texts have as something else. */
export const isNumber = (word: string) => /^\d{1,2}$/.test(word);

/** The German words for the same, by word, by stem and by phrase. */
export class GermanWords {
  readonly #stopWords: ReadonlySet<string>;
  readonly #asides: ReadonlySet<string>;
  readonly #byWord = new Map<string, Set<string>>();
  readonly #byStem = new Map<string, Set<string>>();
  readonly #byHead = new Map<string, string[]>();
  /** By the first stem, the longest first. */
  readonly #phrases = new Map<string, Entry[]>();

  constructor({ concepts, stopWords, asides }: GermanData) {
    this.#stopWords = stopWords;
    this.#asides = asides;
    for (const [head, others] of concepts) {
      this.#byHead.set(head, others);
      const all = [head, ...others];
      for (const name of all) {
        const words = tokens(name);
        const [only, more] = words;
        if (!only) continue;
        if (more) this.#addPhrase(words, all);
        else {
          add(this.#byWord, only.word, all);
          add(this.#byStem, only.stem, all);
        }
      }
    }
    for (const phrases of this.#phrases.values()) {
      phrases.sort((a, b) => b.stems.length - a.stems.length);
    }
  }

  /** Says whether a name of a concept means nothing in a question. */
  isStopWord(name: string): boolean {
    return this.#stopWords.has(fold(name));
  }

  /** Says whether it names who a question is for. */
  isAside(name: string): boolean {
    return this.#asides.has(fold(name));
  }

  /** Says whether a word is German, as far as a lexicon of the field can tell. */
  isKnown({ word, stem: key }: WordToken): boolean {
    return this.#stopWords.has(word) || this.#byStem.has(key);
  }

  /** The other names of a concept, without inflected forms of its name. */
  of(head: string): string[] {
    const own = stemText(head);
    return (this.#byHead.get(head) ?? []).filter((name) => stemText(name) !== own);
  }

  /** Reads the other names of a question's words; leaves out unknown words. */
  read(words: readonly WordToken[]): GermanReading[] {
    const found: GermanReading[] = [];
    for (let at = 0; at < words.length;) {
      const first = words[at];
      if (!first) break;
      const phrase = this.#phrase(words, at);
      const asked = words.slice(at, at + (phrase?.length ?? 1));
      at += asked.length;
      if (!phrase && this.#stopWords.has(first.word)) continue;
      const own = stemmed(asked);
      const all = phrase?.all ?? this.#ofWord(first);
      const means = [...all].filter((name) => stemText(name) !== own);
      const isAside = !phrase && (this.#asides.has(first.word) || isNumber(first.word));
      if (isAside) means.push(first.word);
      const typed = asked.map(({ word }) => word).join(' ');
      if (means.length > 0) found.push({ asked: typed, means, isAside });
    }
    return found;
  }

  /** All names of a word's concepts: by the word itself, else by its stem, else as a verb. */
  #ofWord({ word, stem: key }: WordToken): ReadonlySet<string> {
    const known = this.#byWord.get(word) ?? this.#byStem.get(key) ?? this.#ofVerb(word);
    return known ?? new Set();
  }

  #ofVerb(word: string): ReadonlySet<string> | undefined {
    const base = VERB.exec(word)?.[2];
    return base === undefined ? undefined : this.#byStem.get(stem(base));
  }

  #phrase(
    words: readonly WordToken[],
    at: number,
  ): { length: number; all: readonly string[] } | undefined {
    for (const { stems, all } of this.#phrases.get(words[at]?.stem ?? '') ?? []) {
      const length = wordsTaken(
        stems,
        words.slice(at),
        (key, token) => token.stem === key,
        (token) => this.#stopWords.has(token.word),
      );
      if (length > 0) return { length, all };
    }
    return undefined;
  }

  #addPhrase(words: readonly WordToken[], all: readonly string[]) {
    const stems = words.filter(({ word }) => !this.#stopWords.has(word)).map((each) => each.stem);
    const [first] = stems;
    if (first === undefined || stems.length < 2) return;
    const entry = { stems, all };
    const known = this.#phrases.get(first);
    if (known) known.push(entry);
    else this.#phrases.set(first, [entry]);
  }
}

function add(map: Map<string, Set<string>>, key: string, all: readonly string[]) {
  const known = map.get(key) ?? new Set();
  for (const each of all) known.add(each);
  map.set(key, known);
}
