import { NumberList } from './number-list.js';
import { foldedWords, joinedTokens, phoneNumbers, tokensOf } from './tokens.js';

/**
 * The texts of documents, each read once: a term's are in every document that has the term. Texts
 * and stems are named by numbers, in the order in which they came.
 */
export class TextTable {
  readonly #texts = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  /** The stems of words as they are written: the same few are in most texts. */
  readonly #read = new Map<string, readonly number[]>();
  /** For each text: where its words begin among those of all. */
  readonly #starts = new NumberList();
  readonly #words = new NumberList();
  readonly #times = new NumberList();
  readonly #lengths = new NumberList();

  /** Reads a text, unless it is known; gives its number. */
  read(text: string): number {
    let known = this.#texts.get(text);
    if (known === undefined) {
      this.#texts.set(text, (known = this.#texts.size));
      this.#add(text);
    }
    return known;
  }

  /** The number of words that a text has. */
  lengthOf(text: number): number {
    return this.#lengths.at(text);
  }

  /** Calls back with the number of each stem of a text and its frequency there. */
  each(text: number, use: (stem: number, times: number) => void): void {
    const end = text + 1 < this.#starts.length ? this.#starts.at(text + 1) : this.#words.length;
    for (let at = this.#starts.at(text); at < end; at++)
      use(this.#words.at(at), this.#times.at(at));
  }

  /** All stems with their numbers. */
  get stems(): ReadonlyMap<string, number> {
    return this.#stems;
  }

  #add(text: string): void {
    const counts = new Map<number, number>();
    let length = 0;
    for (const word of foldedWords(text)) {
      for (const stem of this.#stemsOf(word)) {
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
        length += 1;
      }
    }
    for (const { stem } of joinedTokens(text)) {
      const number = this.#numberOf(stem);
      if (!counts.has(number)) counts.set(number, 1);
    }
    for (const number of phoneNumbers(text)) counts.set(this.#numberOf(number), 1);
    this.#starts.push(this.#words.length);
    this.#lengths.push(length);
    for (const [stem, times] of counts) {
      this.#words.push(stem);
      this.#times.push(times);
    }
  }

  #stemsOf(word: string): readonly number[] {
    let known = this.#read.get(word);
    if (!known)
      this.#read.set(word, (known = tokensOf(word).map(({ stem }) => this.#numberOf(stem))));
    return known;
  }

  #numberOf(stem: string): number {
    let known = this.#stems.get(stem);
    if (known === undefined) this.#stems.set(stem, (known = this.#stems.size));
    return known;
  }
}
