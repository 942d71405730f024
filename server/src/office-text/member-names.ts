import { nameKey } from '@vielfalt/feed';

/** The names of the providers that the directory has, as names are compared. */
export class KnownNames {
  readonly #keys: ReadonlySet<string>;
  readonly #questions: ReadonlySet<string>;
  /** The most commas within one of them. */
  readonly mostCommas: number;

  constructor(names: readonly string[]) {
    this.#keys = new Set(names.map(nameKey).filter(Boolean));
    this.#questions = new Set(names.filter((name) => name.includes('?')));
    this.mostCommas = names.reduce((most, name) => Math.max(most, name.split(',').length - 1), 0);
  }

  /** A question mark is no part of a spelling: "Kita Sonne?" is in doubt. */
  has(text: string): boolean {
    return text.includes('?') ? this.#questions.has(text) : this.#keys.has(nameKey(text));
  }
}
