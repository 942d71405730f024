import { fold } from '@vielfalt/feed';
import type { Field } from './field.js';
import type { Fixed } from './fixed-value.js';
import type { FieldOptions } from './mapping.js';
import { oneLine } from './readers.js';

/** Stands in a mapping for all words that it does not name. */
const OTHER = '*';

const key = (text: string) => fold(oneLine(text));

/** The meanings of a field's words: first the mapping's, then the field's own. */
export class Meanings {
  readonly #meanings: ReadonlyMap<string, Fixed>;
  readonly #own: ReadonlySet<string>;

  constructor({ words = {} }: Field, options: FieldOptions) {
    const all = [words, options.terms ?? {}, options.words ?? {}].flatMap(Object.entries<Fixed>);
    this.#meanings = new Map(all.map(([word, meaning]) => [key(word), meaning]));
    this.#own = new Set(Object.keys(words).map(fold));
  }

  /** Returns the meaning of a whole text. */
  of(text: string): Fixed | undefined {
    return this.#meanings.size === 0 ? undefined : this.#meanings.get(key(text));
  }

  /** The meaning of all words that are not named. */
  get other(): Fixed | undefined {
    return this.#meanings.get(OTHER);
  }

  /** Tells whether the field itself, not the mapping, knows a word. */
  isOwn(text: string): boolean {
    return this.#own.has(key(text));
  }
}
