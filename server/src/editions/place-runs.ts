import {
  DocumentBlock,
  IndexBuilder,
  type SearchField,
  type TextLengths,
  type WordOrder,
} from '@vielfalt/feed/search';
import { NumberFile } from '../files/number-file.js';
import type { Slices } from '../slices.js';

/** How much is in memory at once. */
const AT_ONCE = {
  /** The documents that are placed. */
  documents: 8_000,
  /** The places that are merged, unless one word has more. */
  places: 1_000_000,
};

/** Rows of numbers in the file: where each begins, and its length. */
type Rows = readonly { position: number; length: number }[];

/** The places of some words that follow one another. */
export interface MergedPlaces {
  /** The number of the first word. */
  first: number;
  places: Uint32Array[];
}

/**
 * The places of the words of many documents, of which little is in memory: some thousand documents at
 * a time are put into a temporary file, then placed as a run of it, and all runs are merged word by
 * word.
 */
export class PlaceRuns {
  readonly #file = new NumberFile();
  readonly #atOnce: typeof AT_ONCE;
  readonly #builder = new IndexBuilder();
  readonly #blocks: Rows[] = [];
  readonly #runs: Rows[] = [];
  #counts = new Uint32Array();

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  /** The mean length of each field, in words. */
  get usual(): readonly number[] {
    return this.#builder.usual;
  }

  /** The lengths of each field in all documents. */
  get lengths(): readonly TextLengths[] {
    return this.#builder.lengths;
  }

  /** For each word: the number of documents that have it; once they are placed. */
  get counts(): Uint32Array {
    return this.#counts;
  }

  /** Adds a document. @throws FileError where there is no room for it */
  add(fields: SearchField[]): void {
    this.#builder.add({ id: '', fields });
    if (this.#builder.size === this.#atOnce.documents) this.#putAway();
  }

  #putAway(): void {
    this.#blocks.push(this.#kept(this.#builder.take().pack()));
  }

  #kept(rows: readonly Uint32Array[]): Rows {
    return rows.map((row) => ({ position: this.#file.add(row), length: row.length }));
  }

  #read(rows: Rows): Uint32Array<ArrayBuffer>[] {
    return rows.map(({ position, length }) => this.#file.read(position, length));
  }

  /**
   * Places the words of all documents that were added.
   * @param onProgress called with the share of them that is placed
   * @returns the words in their order
   */
  async place(slices: Slices, onProgress: (share: number) => void): Promise<readonly string[]> {
    this.#putAway();
    const { words, ranks }: WordOrder = await slices.run(this.#builder.order());
    this.#counts = new Uint32Array(words.length);
    let first = 0;
    for (const [number, rows] of this.#blocks.entries()) {
      const block = new DocumentBlock(this.#read(rows));
      const { starts, places } = await slices.run(block.places(ranks, this.usual, first));
      this.#counts.forEach((count, word) => {
        this.#counts[word] = count + (starts[word + 1] ?? 0) - (starts[word] ?? 0);
      });
      this.#runs.push(this.#kept([starts, places]));
      first += block.size;
      onProgress((number + 1) / this.#blocks.length);
    }
    return words;
  }

  /** Merges the runs: the places of all words in their order, some words at a time. */
  *merged(): Generator<MergedPlaces> {
    const { length } = this.#counts;
    for (let first = 0, end = 0; first < length; first = end) {
      let total = 0;
      do total += this.#counts[end++] ?? 0;
      while (end < length && total + (this.#counts[end] ?? 0) <= this.#atOnce.places);
      yield { first, places: this.#mergedWords(first, end, total) };
    }
  }

  #mergedWords(first: number, end: number, total: number): Uint32Array[] {
    const all = new Uint32Array(total);
    const begins = new Uint32Array(end - first + 1);
    for (let word = first; word < end; word++) {
      begins[word - first + 1] = (begins[word - first] ?? 0) + (this.#counts[word] ?? 0);
    }
    const next = begins.slice();
    // A run has the documents that come after those of the run before.
    for (const [starts, places] of this.#runs) {
      if (!starts || !places) continue;
      const at = this.#file.read(starts.position + first, end - first + 1);
      const from = at[0] ?? 0;
      const some = this.#file.read(places.position + from, (at.at(-1) ?? 0) - from);
      for (let word = 0; word < end - first; word++) {
        const [begin = 0, until = 0] = [at[word], at[word + 1]];
        if (begin === until) continue;
        all.set(some.subarray(begin - from, until - from), next[word]);
        next[word] = (next[word] ?? 0) + until - begin;
      }
    }
    return Array.from({ length: end - first }, (_, word) =>
      all.subarray(begins[word], begins[word + 1]),
    );
  }

  close(): void {
    this.#file.close();
  }
}
