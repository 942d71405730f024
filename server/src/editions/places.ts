import type { Editions, NumberedBytes } from '../store/editions.js';
import { PackedPlaces, bytesOfPlaces } from './packed-places.js';
import { PARTS, goneError } from './parts.js';

const NONE = new Uint32Array();

/** The bytes of places that are remembered, of the words that were asked for last. */
const MOST_BYTES = 24_000_000;

/**
 * The most places of a word that lie in memory: a question finds hundreds of rare compounds, and to
 * read each would take longer than all else.
 */
const FEW = 512;

/**
 * The parts that places are kept in: words with few of them together, others each by itself.
 * @param first the number of the first of some words that follow one another
 * @param places of each
 */
export function placeParts(
  first: number,
  places: readonly ArrayLike<number>[],
): [name: string, parts: NumberedBytes[]][] {
  const few: Uint8Array[] = [];
  const parts: NumberedBytes[] = [];
  for (const [at, each] of places.entries()) {
    const bytes = bytesOfPlaces(each);
    if (each.length <= FEW) few.push(bytes);
    else parts.push({ number: first + at, bytes });
  }
  return [
    [PARTS.fewPlaces, [{ number: first, bytes: Buffer.concat(few) }]],
    [PARTS.places, parts],
  ];
}

/** The places of words of an edition: read where a question needs them, and some in memory. */
export class WordPlaces {
  readonly #editions: Editions;
  readonly #edition: number;
  readonly #counts: Uint32Array;
  readonly #few: PackedPlaces;
  /** For each word with few places: where they begin. */
  readonly #starts: Uint32Array;
  readonly #remembered = new Map<number, Uint8Array>();
  #bytes = 0;

  /**
   * @param counts for each word: the number of its places
   * @param few the places of words that have few
   */
  constructor(editions: Editions, edition: number, counts: Uint32Array, few: Uint8Array) {
    this.#editions = editions;
    this.#edition = edition;
    this.#counts = counts;
    this.#few = new PackedPlaces(few);
    this.#starts = counts.map((count) => {
      const { next } = this.#few;
      if (count <= FEW) this.#few.places(count);
      return next;
    });
  }

  static async open(editions: Editions, edition: number, counts: Uint32Array): Promise<WordPlaces> {
    const few = await editions.parts(edition, PARTS.fewPlaces);
    if (few.length === 0) throw goneError();
    const bytes = Buffer.concat(few.map((part) => part.bytes));
    return new WordPlaces(editions, edition, counts, bytes);
  }

  /** Reads the places of some words; what comes gives those of each, as `SearchIndex` has them. */
  async read(words: ReadonlySet<number>): Promise<(word: number) => Uint32Array> {
    const known = new Map<number, Uint8Array>();
    const others: number[] = [];
    for (const word of words) {
      if (this.#countOf(word) <= FEW) continue;
      const bytes = this.#remembered.get(word);
      if (bytes) {
        known.set(word, bytes);
        // Moved to the end: what was asked for longest ago goes first.
        this.#remembered.delete(word);
        this.#remembered.set(word, bytes);
      } else others.push(word);
    }
    if (others.length > 0) {
      const read = await this.#editions.parts(this.#edition, PARTS.places, others);
      if (read.length < others.length) throw goneError();
      for (const { number, bytes } of read) {
        known.set(number, bytes);
        this.#remember(number, bytes);
      }
    }
    return (word) => {
      const count = this.#countOf(word);
      if (count <= FEW) return this.#few.places(count, this.#starts[word]);
      const bytes = known.get(word);
      return bytes ? new PackedPlaces(bytes).places(count) : NONE;
    };
  }

  #countOf(word: number): number {
    return this.#counts[word] ?? 0;
  }

  #remember(word: number, bytes: Uint8Array): void {
    this.#bytes += bytes.length - (this.#remembered.get(word)?.length ?? 0);
    this.#remembered.set(word, bytes);
    for (const [oldest, { length }] of this.#remembered) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#remembered.delete(oldest);
      this.#bytes -= length;
    }
  }
}
