import type { PlaceReader } from '@vielfalt/feed/search';
import type { Editions, NumberedBytes } from '../store/editions.js';
import { PackedPlaces, bytesOfPlaces, codesIn, endOf } from './packed-places.js';
import { PARTS, goneError } from './parts.js';

const NONE = new Uint16Array();

/** The bytes of places that are remembered, of the words that were asked for last. */
const MOST_BYTES = 24_000_000;

/**
 * The most places of a word that lie in memory: a question finds hundreds of rare compounds, and to
 * read each would take longer than all else. Editions are made by it.
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

/** The places of a word, as they are added up or looked through. */
export interface WordReader extends PlaceReader {
  /** Says whether something holds for the document of a place that has not been read yet. */
  some(holds: (document: number) => boolean): boolean;
}

/** Where the places of words come from. */
export interface PlaceSource {
  /** Reads the places of some words; what comes gives those of each, to be read once. */
  read(words: ReadonlySet<number>): Promise<(word: number) => WordReader>;
}

/** The places of words of an edition: read where a question needs them, and some in memory. */
export class WordPlaces implements PlaceSource {
  readonly #editions: Editions;
  readonly #edition: number;
  readonly #counts: Uint32Array;
  readonly #few: Uint16Array;
  /** For each word: where its places end among these, where it has few. */
  readonly #ends: Uint32Array;
  readonly #remembered = new Map<number, Uint16Array>();
  #bytes = 0;

  /**
   * @param counts for each word: the number of its places
   * @param few the places of words that have few
   */
  constructor(editions: Editions, edition: number, counts: Uint32Array, few: Uint8Array) {
    this.#editions = editions;
    this.#edition = edition;
    this.#counts = counts;
    this.#few = codesIn(few);
    let end = 0;
    this.#ends = counts.map((count) => (end = endOf(this.#few, end, count <= FEW ? count : 0)));
  }

  static async open(editions: Editions, edition: number, counts: Uint32Array): Promise<WordPlaces> {
    const few = await editions.parts(edition, PARTS.fewPlaces);
    if (few.length === 0 && counts.length > 0) throw goneError();
    const bytes = Buffer.concat(few.map((part) => part.bytes));
    return new WordPlaces(editions, edition, counts, bytes);
  }

  async read(words: ReadonlySet<number>): Promise<(word: number) => PackedPlaces> {
    const known = new Map<number, Uint16Array>();
    const others: number[] = [];
    for (const word of words) {
      if (this.#countOf(word) <= FEW) continue;
      const codes = this.#remembered.get(word);
      if (codes) {
        known.set(word, codes);
        // Moved to the end: what was asked for longest ago goes first.
        this.#remembered.delete(word);
        this.#remembered.set(word, codes);
      } else others.push(word);
    }
    if (others.length > 0) {
      const read = await this.#editions.parts(this.#edition, PARTS.places, others);
      if (read.length < others.length) throw goneError();
      for (const { number, bytes } of read) {
        const codes = codesIn(bytes);
        known.set(number, codes);
        this.#remember(number, codes);
      }
    }
    return (word) =>
      this.#countOf(word) > FEW
        ? new PackedPlaces(known.get(word) ?? NONE)
        : new PackedPlaces(this.#few, this.#ends[word - 1], this.#ends[word]);
  }

  #countOf(word: number): number {
    return this.#counts[word] ?? 0;
  }

  #remember(word: number, codes: Uint16Array): void {
    this.#bytes += codes.byteLength - (this.#remembered.get(word)?.byteLength ?? 0);
    this.#remembered.set(word, codes);
    for (const [oldest, { byteLength }] of this.#remembered) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#remembered.delete(oldest);
      this.#bytes -= byteLength;
    }
  }
}
