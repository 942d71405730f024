import { fold } from '@vielfalt/feed';
import type { Field } from './field.js';
import type { Fixed } from './fixed-value.js';
import type { FieldOptions } from './mapping.js';
import { oneLine } from './readers.js';

/** In a mapping, all words that it does not name. */
const OTHER = '*';

const key = (text: string) => fold(oneLine(text));

/** What the words of a field mean: first by the mapping, then by the field itself. */
export class Meanings {
  readonly #meanings: ReadonlyMap<string, Fixed>;
  readonly #own: ReadonlySet<string>;

  constructor({ words = {} }: Field, options: FieldOptions) {
    const all = [words, options.terms ?? {}, options.words ?? {}].flatMap(Object.entries<Fixed>);
    this.#meanings = new Map(all.map(([word, meaning]) => [key(word), meaning]));
    this.#own = new Set(Object.keys(words).map(fold));
  }

  /** What a text means as a whole. */
  of(text: string): Fixed | undefined {
    return this.#meanings.size === 0 ? undefined : this.#meanings.get(key(text));
  }

  /** What all words mean that are not named. */
  get other(): Fixed | undefined {
    return this.#meanings.get(OTHER);
  }

  /** Whether the field itself, not the mapping, knows a word. */
  isOwn(text: string): boolean {
    return this.#own.has(key(text));
  }
}
