import { NumberList } from './number-list.js';
import { FIELDS, impact, share, type FieldName } from './score.js';
import { MOST_IMPACT, placeOf } from './search-index.js';

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** The places of some documents' words, one word after the other. */
export interface PlaceRun {
  /** Where each word's places begin, by its number, and where they all end. */
  starts: Uint32Array;
  places: Uint32Array;
}

/**
 * Documents as numbers: the stems of their texts, and which texts they have in which fields. A word's
 * impact depends on how long fields usually are, so places are made when all documents are known.
 */
export class DocumentBlock {
  /** The stems of all texts, one text after the other, and the frequency of each. */
  readonly #stems: NumberList;
  readonly #times: NumberList;
  /** For each text: where its stems end among these, and how many words it has. */
  readonly #ends: NumberList;
  readonly #lengths: NumberList;
  /** The texts of all documents, one document after the other, and the number of the field of each. */
  readonly #fields: NumberList;
  /** For each document: where its texts end among these. */
  readonly #documents: NumberList;

  /** @param packed what `pack` gave of another one; absent: it has no documents yet */
  constructor(packed: readonly Uint32Array<ArrayBuffer>[] = []) {
    const [stems, times, ends, lengths, fields, documents] = packed;
    this.#stems = new NumberList(stems);
    this.#times = new NumberList(times);
    this.#ends = new NumberList(ends);
    this.#lengths = new NumberList(lengths);
    this.#fields = new NumberList(fields);
    this.#documents = new NumberList(documents);
  }

  /** The number of documents. */
  get size(): number {
    return this.#documents.length;
  }

  /** Adds a text; gives its number. @param stems its stems by their numbers, and their frequencies */
  addText(length: number, stems: ReadonlyMap<number, number>): number {
    for (const [stem, times] of stems) {
      this.#stems.push(stem);
      this.#times.push(times);
    }
    this.#ends.push(this.#stems.length);
    this.#lengths.push(length);
    return this.#ends.length - 1;
  }

  /** The number of words that a text has. */
  lengthOf(text: number): number {
    return this.#lengths.at(text);
  }

  /** Adds a text to the document that is ended next. @param field by its number among `FIELD_NAMES` */
  addField(text: number, field: number): void {
    this.#fields.push(text * FIELD_NAMES.length + field);
  }

  endDocument(): void {
    this.#documents.push(this.#fields.length);
  }

  /** All of it as rows of numbers. */
  pack(): Uint32Array[] {
    const lists = [this.#stems, this.#times, this.#ends, this.#lengths];
    return [...lists, this.#fields, this.#documents].map((list) => list.numbers);
  }

  /**
   * Places the words of all documents; a step for each document.
   * @param ranks the number of the word of each stem
   * @param usual the mean length of each field, in words
   * @param first the number of the first document
   */
  *places(
    ranks: Uint32Array,
    usual: readonly number[],
    first: number,
  ): Generator<undefined, PlaceRun> {
    const starts = new Uint32Array(ranks.length + 1);
    /** The words of all documents with their impacts, one document after the other. */
    const found = new NumberList();
    const ends = new NumberList();
    const frequencies = new Float64Array(ranks.length);
    for (let document = 0; document < this.size; document++) {
      for (const stem of this.#frequencies(document, usual, frequencies)) {
        const word = ranks[stem] ?? 0;
        starts[word + 1] = (starts[word + 1] ?? 0) + 1;
        found.push(placeOf(word, impact(frequencies[stem] ?? 0)));
        frequencies[stem] = 0;
      }
      ends.push(found.length);
      yield;
    }
    for (let word = 0; word < ranks.length; word++) {
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    }
    yield;
    const next = starts.slice();
    const places = new Uint32Array(found.length);
    for (let document = 0, at = 0; document < this.size; document++) {
      for (const end = ends.at(document); at < end; at++) {
        const each = found.at(at);
        const word = Math.floor(each / IMPACTS);
        const place = next[word] ?? 0;
        places[place] = placeOf(first + document, each % IMPACTS);
        next[word] = place + 1;
      }
      yield;
    }
    return { starts, places };
  }

  /** Adds up the frequencies of a document's stems. @returns the stems, each once */
  #frequencies(document: number, usual: readonly number[], frequencies: Float64Array): number[] {
    const stems: number[] = [];
    const from = document === 0 ? 0 : this.#documents.at(document - 1);
    for (let at = from; at < this.#documents.at(document); at++) {
      const field = this.#fields.at(at);
      const text = Math.floor(field / FIELD_NAMES.length);
      const number = field % FIELD_NAMES.length;
      const name = FIELD_NAMES[number] ?? 'text';
      const each = share(name, this.lengthOf(text), usual[number] ?? 1);
      // A term has names in many languages; several that are alike still count as one.
      const isCounted = FIELDS[name].evenness > 0;
      const end = this.#ends.at(text);
      for (let word = text === 0 ? 0 : this.#ends.at(text - 1); word < end; word++) {
        const stem = this.#stems.at(word);
        const known = frequencies[stem] ?? 0;
        if (known === 0) stems.push(stem);
        frequencies[stem] = known + each * (isCounted ? this.#times.at(word) : 1);
      }
    }
    return stems;
  }
}

const IMPACTS = MOST_IMPACT + 1;
