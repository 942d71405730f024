import { tokensOf } from './tokens.js';

/** The stems of texts, each with a number, in the order in which they came. */
export class StemTable {
  readonly #stems = new Map<string, number>();
  /** The stems of words as they are written: the same few are in most texts. */
  readonly #read = new Map<string, readonly number[]>();

  /** All stems with their numbers. */
  get all(): ReadonlyMap<string, number> {
    return this.#stems;
  }

  /** The numbers of what search reads in a folded word. */
  of(word: string): readonly number[] {
    let known = this.#read.get(word);
    if (!known) {
      const own = detached(word);
      known = tokensOf(own).map(({ stem }) => this.numberOf(stem));
      this.#read.set(own, known);
    }
    return known;
  }

  numberOf(stem: string): number {
    let known = this.#stems.get(stem);
    if (known === undefined) this.#stems.set(detached(stem), (known = this.#stems.size));
    return known;
  }
}

/** The same word in a text of its own: else it would keep the whole text that it was cut from. */
function detached(word: string): string {
  return ` ${word}`.slice(1);
}
