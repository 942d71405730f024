import { DocumentBlock, FIELD_NAMES } from './document-block.js';
import { usualLength, type FieldName, type TextLengths } from './score.js';
import type { SearchIndex } from './search-index.js';
import { StemTable } from './stem-table.js';
import { TextTable } from './text-table.js';

/** A document that is searched. */
export interface SearchDocument {
  id: string;
  fields: SearchField[];
}

export interface SearchField {
  text: string;
  field: FieldName;
}

/** The words of an index in their order. */
export interface WordOrder {
  /** Sorted by code unit. */
  words: string[];
  /** For each stem, in the order in which they came: the number of its word. */
  ranks: Uint32Array;
}

/**
 * Builds the index of a directory's documents, one at a time. Of a document only the numbers of its
 * texts are kept; its words are placed when all documents are known. Those of a large directory are
 * taken away block by block, and placed one block after the other: see `DocumentBlock`.
 */
export class IndexBuilder {
  readonly #stems = new StemTable();
  #ids: string[] = [];
  #block = new DocumentBlock();
  #texts = new TextTable(this.#stems, this.#block);
  /** Of each field. */
  readonly #lengths: TextLengths[] = FIELD_NAMES.map(() => ({ words: 0, texts: 0 }));
  readonly #usual: readonly number[] | undefined;

  /** @param usual the lengths of fields to go by, of a directory that these documents are a part of */
  constructor(usual?: readonly number[]) {
    this.#usual = usual;
  }

  /** The length of each field, by which its words count. */
  get usual(): readonly number[] {
    return this.#usual ?? this.#lengths.map(usualLength);
  }

  /** The lengths of each field in all documents. */
  get lengths(): readonly TextLengths[] {
    return this.#lengths;
  }

  /** The number of documents since the last block was taken. */
  get size(): number {
    return this.#block.size;
  }

  add({ id, fields }: SearchDocument): void {
    this.#ids.push(id);
    for (const { field, text } of fields) {
      const [number, name] = [this.#texts.read(text), FIELD_NAMES.indexOf(field)];
      this.#block.addField(number, name);
      const known = this.#lengths[name];
      if (!known) continue;
      known.words += this.#block.lengthOf(number);
      known.texts += 1;
    }
    this.#block.endDocument();
  }

  /** Takes the documents away; what comes next makes another block. */
  take(): DocumentBlock {
    const taken = this.#block;
    this.#ids = [];
    this.#block = new DocumentBlock();
    this.#texts = new TextTable(this.#stems, this.#block);
    return taken;
  }

  /** Puts the words of all documents in order, those that were taken away, too; takes many small steps. */
  *order(): Generator<undefined, WordOrder> {
    const stems = this.#stems.all;
    const words = yield* sortedWords(stems.keys());
    const ranks = new Uint32Array(stems.size);
    for (const [rank, word] of words.entries()) {
      ranks[stems.get(word) ?? 0] = rank;
      if (rank % AT_ONCE === 0) yield;
    }
    return { words, ranks };
  }

  /** Takes many small steps; the last returns the index. */
  *finish(): Generator<undefined, SearchIndex> {
    const { words, ranks } = yield* this.order();
    const { starts, places } = yield* this.#block.places(ranks, this.usual, 0);
    return {
      documents: this.#ids.length,
      words,
      counts: starts.subarray(1).map((end, word) => end - (starts[word] ?? 0)),
      places: (word) => places.subarray(starts[word], starts[word + 1]),
      ids: this.#ids,
    };
  }
}

/** The number of words that are dealt with in one step. */
const AT_ONCE = 1_000;

/** Sorts words by code unit, those with the same two first at a time. */
function* sortedWords(words: Iterable<string>): Generator<undefined, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const start = word.slice(0, 2);
    const group = groups.get(start);
    if (group) group.push(word);
    else groups.set(start, [word]);
    yield;
  }
  const sorted: string[] = [];
  for (const start of [...groups.keys()].sort()) {
    // Cut anew from a text of their own: else each would keep the text that it is from.
    const group = groups.get(start)?.sort().join(' ') ?? '';
    for (const word of group.split(' ')) sorted.push(word);
    yield;
  }
  return sorted;
}

/** Makes the index of documents at once. */
export function createIndex(documents: Iterable<SearchDocument>): SearchIndex {
  const builder = new IndexBuilder();
  for (const document of documents) builder.add(document);
  const steps = builder.finish();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
