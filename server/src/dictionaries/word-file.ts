import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  Lexicon,
  stemsOf,
  type KnownWords,
  type LanguageData,
  type LexiconMatch,
} from '@vielfalt/feed/meaning';
import { wordForms } from '../languages/languages.js';

/** The first line of a dictionary's file, as JSON. */
export interface DictionaryHead {
  'vielfalt-dictionary': 1;
  title: string;
  licence: string;
  /** The address of the licence's text; absent where that is not known. */
  licenceUrl?: string;
  /** The address the dictionary comes from; absent where its file does not say so. */
  sourceUrl?: string;
  /** BCP 47; the language of its words, which are explained in German. */
  language: string;
  /** The number of words and phrases. */
  words: number;
  /** RFC 3339. */
  added: string;
}

/** The separators between a word and its German ones, and between these. */
export const BEHIND_WORD = '\t';
export const BETWEEN = ';';

/**
 * The limit of a line's length, so that a block has the end of one line and the beginning of the
 * next.
 */
export const LONGEST_LINE = 2_000;
const BLOCK = 4_096;
/**
 * The most that is read of words that begin alike; where there are more, they have to be more
 * alike.
 */
const LARGEST_RANGE = 1 << 16;
/** A range that is nearly always enough. */
const USUAL_RANGE = 2 * BLOCK;
const LINE_END = 10;

/**
 * A dictionary that stays on disk: lines sorted by word, found by binary search. Nothing of it is
 * in memory; the system caches what is asked often. Questions are understood at once, without
 * waiting for anything, so it is read synchronously: some 15 reads of 4 kB for a word.
 */
export class WordFile implements KnownWords {
  readonly head: DictionaryHead;
  readonly tag: string;
  readonly #file: number;
  readonly #start: number;
  readonly #size: number;
  readonly #forms: Omit<LanguageData, 'tag' | 'concepts'>;
  readonly #endings: ReadonlySet<string>;
  readonly #block = Buffer.alloc(LARGEST_RANGE);

  /** @throws Error where it is not such a file */
  constructor(path: string) {
    this.#file = openSync(path, 'r');
    try {
      this.#size = fstatSync(this.#file).size;
      const first = this.#read(0, BLOCK);
      const end = first.indexOf(LINE_END);
      const head: unknown = JSON.parse(first.toString('utf8', 0, Math.max(end, 0)));
      if (!isHead(head)) throw new Error('This is another format.');
      this.head = head;
      this.#start = end + 1;
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
    this.tag = this.head.language;
    this.#forms = wordForms(this.tag);
    this.#endings = new Set(['', ...this.#forms.endings]);
  }

  isStopWord(word: string): boolean {
    return this.#forms.stopWords.has(word);
  }

  match(words: readonly string[]): LexiconMatch | undefined {
    const [first = ''] = words;
    if (!first || this.isStopWord(first)) return undefined;
    const stems = [...stemsOf(first, this.#forms)];
    const concepts = this.#near(stems).flatMap(([phrase, german]) =>
      german.split(BETWEEN).map((each): [string, string[]] => [each, [phrase]]),
    );
    if (concepts.length === 0) return undefined;
    const { stopWords, endings, beginnings } = this.#forms;
    const data = { tag: this.tag, concepts, stopWords, endings, beginnings, latin: new Map() };
    return new Lexicon(data).match(words);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** The lines whose first word may be another form of one with some stems. */
  #near(stems: readonly string[]): [phrase: string, german: string][] {
    const isNear = (phrase: string) => {
      const [first = ''] = phrase.split(' ', 1);
      return stems.some(
        (stem) => first.startsWith(stem) && this.#endings.has(first.slice(stem.length)),
      );
    };
    // A stem that begins a longer one finds everything that the longer one finds.
    const shortest = [...stems].sort((one, other) => one.length - other.length);
    const found = new Map<string, string>();
    const done: string[] = [];
    for (const stem of shortest) {
      if (done.some((each) => stem.startsWith(each))) continue;
      const { lines, isWhole } = this.#beginningWith(stem);
      if (isWhole) done.push(stem);
      for (const [phrase, german] of lines) if (isNear(phrase)) found.set(phrase, german);
    }
    return [...found];
  }

  /** The lines that begin with some letters, unless they are too many. */
  #beginningWith(start: string): { lines: [string, string][]; isWhole: boolean } {
    const from = this.#firstFrom(start);
    const some = this.#range(from, USUAL_RANGE, start);
    return some.isWhole ? some : this.#range(from, LARGEST_RANGE, start);
  }

  #range(
    from: number,
    most: number,
    start: string,
  ): { lines: [string, string][]; isWhole: boolean } {
    const read = this.#read(from, most);
    const lines: [string, string][] = [];
    const all = read.toString().split('\n');
    // The last one is empty, or cut off.
    for (const line of all.slice(0, -1)) {
      const [phrase = '', german = ''] = line.split(BEHIND_WORD);
      if (phrase < start) continue;
      if (!phrase.startsWith(start)) return { lines, isWhole: true };
      lines.push([phrase, german]);
    }
    return { lines, isWhole: read.length < most };
  }

  /** The start of a line at or shortly before the first one from some letters on. */
  #firstFrom(start: string): number {
    let [from, to] = [this.#start, this.#size];
    while (to - from > BLOCK) {
      const middle = Math.floor((from + to) / 2);
      const block = this.#read(middle, BLOCK);
      const line = block.indexOf(LINE_END) + 1;
      const end = block.indexOf(BEHIND_WORD, line);
      const isBefore = line > 0 && end > 0 && block.toString('utf8', line, end) < start;
      if (isBefore) from = middle + line;
      else to = middle;
    }
    return from;
  }

  #read(from: number, most: number): Buffer {
    const read = readSync(this.#file, this.#block, 0, Math.min(most, LARGEST_RANGE), from);
    return this.#block.subarray(0, read);
  }
}

/** Reads the head of a dictionary's file. @throws Error where it is not such a file */
export function headOf(path: string): DictionaryHead {
  const file = new WordFile(path);
  file.close();
  return file.head;
}

function isHead(value: unknown): value is DictionaryHead {
  const name = 'vielfalt-dictionary';
  return typeof value === 'object' && value !== null && name in value && value[name] === 1;
}
