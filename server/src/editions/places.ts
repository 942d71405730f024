import { numbersIn } from '../columns/packed.js';
import type { Editions } from '../store/editions.js';
import { PARTS, goneError } from './parts.js';

const NONE = new Uint32Array();

/** The bytes of places that are remembered, of the words that were asked for last. */
const MOST_BYTES = 32_000_000;

/** The places of words of an edition: read where a question needs them. */
export class WordPlaces {
  readonly #editions: Editions;
  readonly #edition: number;
  readonly #remembered = new Map<number, Uint32Array>();
  #bytes = 0;

  constructor(editions: Editions, edition: number) {
    this.#editions = editions;
    this.#edition = edition;
  }

  /** Reads the places of some words; what comes gives those of each, as `SearchIndex` has them. */
  async read(words: ReadonlySet<number>): Promise<(word: number) => Uint32Array> {
    const known = new Map<number, Uint32Array>();
    const others: number[] = [];
    for (const word of words) {
      const places = this.#remembered.get(word);
      if (!places) {
        others.push(word);
        continue;
      }
      known.set(word, places);
      // Moved to the end: what was asked for longest ago goes first.
      this.#remembered.delete(word);
      this.#remembered.set(word, places);
    }
    if (others.length > 0) {
      for (const { number, bytes } of await this.#editions.parts(
        this.#edition,
        PARTS.places,
        others,
      )) {
        const places = numbersIn(bytes, Uint32Array);
        known.set(number, places);
        this.#remember(number, places);
      }
    }
    // Each word of the index stands somewhere.
    if (known.size < words.size) throw goneError();
    return (word) => known.get(word) ?? NONE;
  }

  #remember(word: number, places: Uint32Array): void {
    this.#bytes += places.byteLength - (this.#remembered.get(word)?.byteLength ?? 0);
    this.#remembered.set(word, places);
    for (const [oldest, { byteLength }] of this.#remembered) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#remembered.delete(oldest);
      this.#bytes -= byteLength;
    }
  }
}
