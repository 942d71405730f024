import type { VocabularyList } from '@vielfalt/feed';
import type { TermFinder } from '../office-text/index.js';

/** A word of the table that matches no term of the vocabulary. */
export interface Unmet {
  list: VocabularyList;
  column: string;
  value: string;
  /** The number of times it occurs. */
  count: number;
  /** The term that may be meant. */
  nearest?: { id: string; label: string };
}

/** The most words counted: nobody would go through a longer list. */
const MOST = 10_000;

/** Counts the words that matched no term. */
export class UnmetWords {
  readonly #words = new Map<string, Omit<Unmet, 'nearest'>>();

  add(list: VocabularyList, column: string, value: string): void {
    const key = JSON.stringify([list, column, value]);
    const known = this.#words.get(key);
    if (known) known.count += 1;
    else if (this.#words.size < MOST) this.#words.set(key, { list, column, value, count: 1 });
  }

  /** Returns the most frequent first. */
  all(finders: Readonly<Record<VocabularyList, TermFinder>>): Unmet[] {
    return [...this.#words.values()]
      .map((word) => {
        const nearest = finders[word.list].nearest(word.value);
        return { ...word, ...(nearest && { nearest }) };
      })
      .sort((one, other) => other.count - one.count);
  }
}
