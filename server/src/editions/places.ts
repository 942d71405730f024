import { numbersIn } from '../columns/packed.js';
import type { Editions } from '../store/editions.js';
import { PARTS, goneError } from './parts.js';

const NONE = new Uint32Array();

/** The bytes of places that are remembered, of the words that were asked for last. */
const MOST_BYTES = 32_000_000;

/** Where the places of words come from. */
export interface PlaceSource {
  /** The places of a word by its number, as `SearchIndex` has them; none of one that is not known. */
  of(word: number): Uint32Array;
  /** Asks something that needs the places of some words, and of no others. */
  with<Result>(words: ReadonlySet<number>, ask: () => Result): Promise<Result>;
}

/** The places of words: read where a question needs them, and known while it is asked. */
export class WordPlaces implements PlaceSource {
  readonly #editions: Editions;
  readonly #edition: number;
  readonly #remembered = new Map<number, Uint32Array>();
  #bytes = 0;
  #known: ReadonlyMap<number, Uint32Array> = new Map();

  constructor(editions: Editions, edition: number) {
    this.#editions = editions;
    this.#edition = edition;
  }

  of(word: number): Uint32Array {
    return this.#known.get(word) ?? NONE;
  }

  async with<Result>(words: ReadonlySet<number>, ask: () => Result): Promise<Result> {
    const known = await this.#read(words);
    this.#known = known;
    try {
      return ask();
    } finally {
      this.#known = new Map();
    }
  }

  async #read(words: ReadonlySet<number>): Promise<ReadonlyMap<number, Uint32Array>> {
    const known = new Map<number, Uint32Array>();
    for (const word of words) {
      const places = this.#remembered.get(word);
      if (!places) continue;
      known.set(word, places);
      // Moved to the end: what was asked for longest ago goes first.
      this.#remembered.delete(word);
      this.#remembered.set(word, places);
    }
    const others = [...words].filter((word) => !known.has(word));
    if (others.length === 0) return known;
    for (const { number, bytes } of await this.#editions.parts(
      this.#edition,
      PARTS.places,
      others,
    )) {
      const places = numbersIn(bytes, Uint32Array);
      known.set(number, places);
      this.#remember(number, places);
    }
    // Each word of the index stands somewhere.
    if (known.size < words.size) throw goneError();
    return known;
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
