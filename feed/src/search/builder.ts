import { NumberList } from './number-list.js';
import { FIELDS, impact, share, usualLength, type FieldName, type TextLengths } from './score.js';
import { placeOf, type SearchIndex } from './search-index.js';
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

const NAMES = Object.keys(FIELDS) as FieldName[];

/**
 * Builds the index of a directory's documents, one at a time. Of a document only the numbers of its
 * texts are kept; its words are counted, and then placed, when all documents are known: a word's
 * impact depends on how long fields usually are.
 */
export class IndexBuilder {
  readonly #ids: string[] = [];
  readonly #texts = new TextTable();
  /** The texts of all documents, one after the other, and the number of the field of each. */
  readonly #fields = new NumberList();
  /** For each document: where its texts begin among these. */
  readonly #starts = new NumberList();
  /** Of each field. */
  readonly #lengths: TextLengths[] = NAMES.map(() => ({ words: 0, texts: 0 }));
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

  add({ id, fields }: SearchDocument): void {
    this.#ids.push(id);
    this.#starts.push(this.#fields.length);
    for (const { field, text } of fields) {
      const [number, name] = [this.#texts.read(text), NAMES.indexOf(field)];
      this.#fields.push(number * NAMES.length + name);
      const known = this.#lengths[name];
      if (!known) continue;
      known.words += this.#texts.lengthOf(number);
      known.texts += 1;
    }
  }
  /** Takes many small steps; the last returns the index. */
  *finish(): Generator<undefined, SearchIndex> {
    const { stems } = this.#texts;
    const counts = new Uint32Array(stems.size);
    yield* this.#eachDocument((_, stem) => (counts[stem] = (counts[stem] ?? 0) + 1));

    const sorted = yield* sortedWords(stems.keys());
    /** For each word: where its places begin among those of all, and one more would. */
    const starts = new Uint32Array(sorted.length + 1);
    /** For each stem: where its next place will be. */
    const next = new Uint32Array(stems.size);
    let total = 0;
    for (const [word, stem] of sorted.entries()) {
      const number = stems.get(stem) ?? 0;
      starts[word] = next[number] = total;
      total += counts[number] ?? 0;
      if (word % AT_ONCE === 0) yield;
    }
    starts[sorted.length] = total;

    const places = new Uint32Array(total);
    yield* this.#eachDocument((document, stem, frequency) => {
      const at = next[stem] ?? 0;
      places[at] = placeOf(document, impact(frequency));
      next[stem] = at + 1;
    });
    return {
      documents: this.#ids.length,
      words: sorted,
      counts: starts.subarray(1).map((end, word) => end - (starts[word] ?? 0)),
      places: (word) => places.subarray(starts[word], starts[word + 1]),
      ids: this.#ids,
    };
  }

  /** Calls back with each stem of each document and its frequency there; a step for each document. */
  *#eachDocument(
    use: (document: number, stem: number, frequency: number) => void,
  ): Generator<undefined, void> {
    const { usual } = this;
    const frequencies = new Float64Array(this.#texts.stems.size);
    for (let document = 0; document < this.#ids.length; document++) {
      const found: number[] = [];
      const isLast = document + 1 === this.#ids.length;
      const end = isLast ? this.#fields.length : this.#starts.at(document + 1);
      for (let at = this.#starts.at(document); at < end; at++) {
        const [text, name] = this.#fieldAt(at);
        const field = NAMES[name] ?? 'text';
        const each = share(field, this.#texts.lengthOf(text), usual[name] ?? 1);
        // A term has names in many languages; several that are alike still count as one.
        const isCounted = FIELDS[field].evenness > 0;
        this.#texts.each(text, (stem, times) => {
          const known = frequencies[stem] ?? 0;
          if (known === 0) found.push(stem);
          frequencies[stem] = known + each * (isCounted ? times : 1);
        });
      }
      for (const stem of found) {
        use(document, stem, frequencies[stem] ?? 0);
        frequencies[stem] = 0;
      }
      yield;
    }
  }

  #fieldAt(position: number): [text: number, name: number] {
    const field = this.#fields.at(position);
    return [Math.floor(field / NAMES.length), field % NAMES.length];
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
