import { FIELDS, impact, share, type FieldName } from './score.js';
import { joinedTokens, phoneNumbers, tokens } from './tokens.js';
import { placeOf, type SearchIndex } from './search-index.js';

/** A document that is searched. */
export interface SearchDocument {
  id: string;
  fields: SearchField[];
}

export interface SearchField {
  text: string;
  field: FieldName;
}

/** A text's words, each with its frequency, and their total number. */
export interface TextWords {
  counts: Map<string, number>;
  length: number;
}

/**
 * Reads the words of texts, each text once: a term's are in every document that has the term. The
 * caller can pass the known words and forget them when everything has been read.
 */
export type ReadText = (text: string) => TextWords;

export function createReadText(known = new Map<string, TextWords>()): ReadText {
  return (text) => {
    let read = known.get(text);
    if (!read) known.set(text, (read = wordsOf(text)));
    return read;
  };
}

function wordsOf(text: string): TextWords {
  const all = tokens(text).map(({ stem }) => stem);
  const counts = new Map<string, number>();
  for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const { stem } of joinedTokens(text)) if (!counts.has(stem)) counts.set(stem, 1);
  for (const number of phoneNumbers(text)) counts.set(number, 1);
  return { counts, length: all.length };
}

/** Builds the index of a directory's documents, one at a time. */
export class IndexBuilder {
  readonly #ids: string[] = [];
  readonly #fields: { field: FieldName; words: TextWords }[][] = [];
  readonly #lengths = new Map<FieldName, { sum: number; count: number }>();

  add({ id, fields }: SearchDocument, read: ReadText): void {
    this.#ids.push(id);
    const all = fields.map(({ field, text }) => ({ field, words: read(text) }));
    for (const { field, words } of all) {
      const known = this.#lengths.get(field) ?? { sum: 0, count: 0 };
      this.#lengths.set(field, { sum: known.sum + words.length, count: known.count + 1 });
    }
    this.#fields.push(all);
  }

  /** Takes one step for each document; the last returns the index. */
  *finish(): Generator<undefined, SearchIndex> {
    const usual = new Map<FieldName, number>();
    for (const [field, { sum, count }] of this.#lengths) usual.set(field, sum / count);
    const places = new Map<string, number[]>();
    for (const [document, fields] of this.#fields.entries()) {
      const frequencies = new Map<string, number>();
      for (const { field, words } of fields) {
        const each = share(field, words.length, usual.get(field) ?? 1);
        for (const [stem, count] of words.counts) {
          // A term has names in many languages; several that are alike still count as one.
          const times = FIELDS[field].evenness > 0 ? count : 1;
          frequencies.set(stem, (frequencies.get(stem) ?? 0) + each * times);
        }
      }
      for (const [stem, frequency] of frequencies) {
        const known = places.get(stem);
        const place = placeOf(document, impact(frequency));
        if (known) known.push(place);
        else places.set(stem, [place]);
      }
      yield;
    }
    const words = [...places.keys()].sort();
    return {
      documents: this.#ids.length,
      words,
      counts: words.map((word) => places.get(word)?.length ?? 0),
      places: words.map((word) => places.get(word) ?? []),
      ids: this.#ids,
    };
  }
}

/** Makes the index of documents at once. */
export function createIndex(documents: Iterable<SearchDocument>): SearchIndex {
  const builder = new IndexBuilder();
  const read = createReadText();
  for (const document of documents) builder.add(document, read);
  const steps = builder.finish();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
