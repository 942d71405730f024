import type { OwnLexicon } from '../model/lexicon.js';
import { stem, tokens, type WordToken } from '../search/index.js';
import { GERMAN, MOST_MEANINGS } from './lexicon.js';
import { MOST_OTHER_WORDS, MOST_WORDS_OF_LANGUAGE } from './own-words.js';

/** The office's meaning of some words of a question. */
export interface OwnMatch {
  /** The first word in the question, and the number of words. */
  at: number;
  length: number;
  /** The German words or names that they stand for; none where they are one themselves. */
  german: string[];
  /** Their other names, where they are a German word of the list. */
  besides: string[];
}

type Said = Pick<OwnMatch, 'german' | 'besides'>;

/** Words of a question that may be written as one of the list: `K.I.E.Z.` */
const MOST_JOINED = 8;
/** The fewest letters, written together; fewer are too many other things. */
const SHORTEST_JOINED = 3;
/** Both genders in the beginning of a compound: `Schülerinnenclub`. */
const FEMININE = /(?<=..[eo]r)innen(?=...)/;
/** Endings that the stemmer leaves, since other words have them: `Muddis`, `Käseigeln`. */
const ENDING = /(?<=[a-z]{3})s$|(?<=[a-z]{2}e[lr])n$/;

/**
 * German words and names of an office's own, also those of several words. They are looked up as
 * wholes, so that a question costs the same however long the list is.
 */
export class OwnGerman {
  /** By the forms of their words, and by the form of all of them written together. */
  readonly #phrases = new Map<string, Said>();
  readonly #isStopWord: (word: string) => boolean;
  /** The most words that a phrase has, without stop words. */
  #longest = 0;

  constructor(lexicon: OwnLexicon, isStopWord: (word: string) => boolean) {
    this.#isStopWord = isStopWord;
    let left = MOST_WORDS_OF_LANGUAGE;
    for (const { german, words } of lexicon) {
      const head = this.#keysOf(german);
      const others = new Map(
        (words[GERMAN] ?? [])
          .slice(0, Math.min(MOST_OTHER_WORDS, left))
          .map((word) => [word, this.#keysOf(word)]),
      );
      left -= others.size;
      // Forms of the German word itself lead to it already.
      const besides = [...others].flatMap(([word, [key]]) => (key === head[0] ? [] : [word]));
      this.#add(head, { german: [], besides });
      for (const [, keys] of others) {
        if (keys[0] !== head[0]) this.#add(keys, { german: [german], besides: [] });
      }
    }
  }

  /** Finds the longest of its phrases from each word on; a word belongs to one phrase only. */
  read(words: readonly WordToken[]): OwnMatch[] {
    const found: OwnMatch[] = [];
    for (let at = 0; at < words.length;) {
      const match = this.#match(words, at);
      if (match) found.push(match);
      at += match?.length ?? 1;
    }
    return found;
  }

  /** The other names of a German word or name. */
  of(german: string): string[] {
    return this.#phrases.get(this.#keysOf(german)[0] ?? '')?.besides ?? [];
  }

  #add(keys: readonly string[], { german, besides }: Said) {
    for (const key of keys) {
      const known = this.#phrases.get(key);
      const said = known ?? { german: [], besides: [] };
      if (!known) this.#phrases.set(key, said);
      addTo(said.german, german);
      addTo(said.besides, besides);
    }
  }

  #match(words: readonly WordToken[], from: number): OwnMatch | undefined {
    const first = words[from];
    if (!first || this.#isStopWord(first.word)) return undefined;
    let best: OwnMatch | undefined;
    const forms: string[] = [];
    let joined = '';
    for (let at = from; at < words.length; at++) {
      const token = words[at];
      const length = at - from + 1;
      const isTold = token && !this.#isStopWord(token.word);
      if (!token || (forms.length >= this.#longest && length > MOST_JOINED)) break;
      joined += token.word;
      if (isTold) forms.push(formOf(token));
      const said =
        (isTold && this.#phrases.get(forms.join(' '))) ||
        (length <= MOST_JOINED && this.#phrases.get(joinedForm(joined)));
      if (said && (said.german.length > 0 || said.besides.length > 0)) {
        best = { at: from, length, ...said };
      }
    }
    return best;
  }

  /** The keys of a phrase, first that of its words; none where all of them are stop words. */
  #keysOf(phrase: string): string[] {
    const all = tokens(phrase);
    const first = all.findIndex(({ word }) => !this.#isStopWord(word));
    if (first < 0) return [];
    const forms = all.filter(({ word }) => !this.#isStopWord(word)).map(formOf);
    this.#longest = Math.max(this.#longest, forms.length);
    const whole = all.slice(first).map(({ word }) => word);
    const key = forms.join(' ');
    const joined = whole.join('');
    const isLong = joined.length >= SHORTEST_JOINED;
    return [...new Set([key, ...(isLong ? [joinedForm(joined)] : [])])];
  }
}

/** Adds new words to a list, up to the number that search looks for. */
function addTo(list: string[], more: readonly string[]) {
  for (const each of more) {
    if (list.length >= MOST_MEANINGS) return;
    if (!list.includes(each)) list.push(each);
  }
}

/** The part that all forms of a word share. */
function formOf({ word, stem: key }: WordToken): string {
  return word === 'st' ? 'sankt' : key.replace(ENDING, '');
}

/** The same of words written together. */
function joinedForm(joined: string): string {
  const word = joined.replace(FEMININE, '');
  return formOf({ word, stem: stem(word) });
}
