import { tokens } from '@vielfalt/feed/search';
import { wordForms } from '../languages/languages.js';
import { SortedLines } from './sorted-lines.js';
import type { DictionaryEntry } from './tei.js';
import { BEHIND_WORD, BETWEEN, LONGEST_LINE, type DictionaryHead } from './word-file.js';

const LONGEST_PHRASE = 60;
const MOST_WORDS = 4;
/** Nobody would look for the last of more. */
const MOST_GERMAN = 6;
/** The most that an entry has on either side, so that none takes the square of its length. */
const MOST_PHRASES = 100;
/** Brackets within each other. */
const DEEPEST_ASIDE = 5;
const DIGITS = 9;

/** A dictionary's remarks on grammar and use, in any of the brackets that dictionaries have. */
const ASIDE = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>|\/[^/]*\//g;

/** Makes a dictionary's file from its entries. */
export class DictionaryBuilder {
  readonly #lines = new SortedLines();
  readonly #stopWords: ReadonlySet<string>;
  readonly #isFromGerman: boolean;
  #count = 0;

  /** @param isFromGerman whether the entries' words are German, and their translations are not */
  constructor(language: string, isFromGerman: boolean) {
    this.#stopWords = wordForms(language).stopWords;
    this.#isFromGerman = isFromGerman;
  }

  /** @throws FileError where there is no room to put anything aside */
  add({ words, translations }: DictionaryEntry): void {
    const [others, german] = this.#isFromGerman ? [translations, words] : [words, translations];
    const means = german.flatMap(phrasesIn).filter(isSearched).slice(0, MOST_PHRASES);
    for (const other of others.flatMap(phrasesIn).slice(0, MOST_PHRASES)) {
      const phrase = this.#asLookedUp(other);
      if (!phrase) continue;
      for (const each of means) {
        const order = String(this.#count++).padStart(DIGITS, '0');
        this.#lines.add([phrase, order, each].join(BEHIND_WORD));
      }
    }
  }

  /** The lines of the file but for the first, each with its end, in pieces; counted in `words`. */
  *lines(): Generator<string> {
    let phrase = '';
    let german: string[] = [];
    for (const line of this.#lines) {
      const [next = '', , means = ''] = line.split(BEHIND_WORD);
      if (next !== phrase) {
        yield* lineOf(phrase, german);
        [phrase, german] = [next, []];
      }
      if (german.length < MOST_GERMAN && !german.includes(means)) german.push(means);
    }
    yield* lineOf(phrase, german);
  }

  close(): void {
    this.#lines.close();
  }

  /** A text as questions are read, without stop words; undefined where no word is left. */
  #asLookedUp(text: string): string | undefined {
    const all = tokens(text).map(({ word }) => word);
    const words = all.filter((word) => !this.#stopWords.has(word));
    const phrase = words.join(' ');
    const isKept = words.length <= MOST_WORDS && phrase.length <= LONGEST_PHRASE;
    return isKept && /\p{L}/u.test(phrase) ? phrase : undefined;
  }
}

export function printHead(head: DictionaryHead): string {
  return `${JSON.stringify(head)}\n`;
}

function* lineOf(phrase: string, german: readonly string[]): Generator<string> {
  if (!phrase) return;
  const line = `${phrase}${BEHIND_WORD}${german.join(BETWEEN)}\n`;
  if (Buffer.byteLength(line) < LONGEST_LINE) yield line;
}

/** The words or phrases of a text, without what stands in brackets. */
function phrasesIn(text: string): string[] {
  let plain = text;
  for (let depth = 0; depth < DEEPEST_ASIDE; depth++) plain = plain.replace(ASIDE, ' ');
  const parts = plain.split(/[;,،؛|\n]/).map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  return parts.filter(Boolean);
}

function isSearched(german: string): boolean {
  const words = german.split(' ').length;
  return words <= MOST_WORDS && german.length <= LONGEST_PHRASE && /\p{L}{2}/u.test(german);
}
