const [SPACE, LINE] = [0x20, 0x0a];
const NONE: readonly string[] = [];

/** The number of documents whose titles are read in one step. */
const AT_ONCE = 10_000;

/** A bit for each word of a line: two that share a word share a bit, and seldom others do. */
function wordBits(bytes: Uint8Array, from: number, to: number): number {
  let bits = 0;
  let start = from;
  let hash = 0;
  for (let at = from; at <= to; at += 1) {
    if (at < to && bytes[at] !== SPACE) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    else {
      if (at > start) bits |= 1 << (Math.imul(hash, 0x9e3779b1) >>> 27);
      start = at + 1;
      hash = 0;
    }
  }
  return bits;
}

/** Titles of documents as bytes. */
export interface PackedTitles {
  /** The titles of documents, in lines, one document after the other. */
  titles: Uint8Array;
  /** For each document: where its titles begin; and where they all end. */
  titleStarts: Uint32Array;
}

/** @param titles of each document, in lines */
export function packTitles(titles: readonly string[]): PackedTitles {
  const encoded = titles.map((each) => Buffer.from(each));
  const titleStarts = new Uint32Array(titles.length + 1);
  encoded.forEach((each, at) => (titleStarts[at + 1] = (titleStarts[at] ?? 0) + each.length));
  return { titles: Buffer.concat(encoded), titleStarts };
}

/**
 * The titles of documents, kept as bytes. While a question is asked only those come that may be part
 * of it, or it of them: to read all that are found would take longer than finding them.
 */
export class Titles {
  readonly #index: PackedTitles;
  /** The bits of each document's own title, and of its translation. */
  readonly #own: Int32Array;
  readonly #other: Int32Array;
  #asked = 0;

  private constructor(index: PackedTitles) {
    this.#index = index;
    this.#own = new Int32Array(index.titleStarts.length - 1);
    this.#other = new Int32Array(index.titleStarts.length - 1);
  }

  /** Makes them of what `packTitles` gave, a few steps at a time. */
  static *of(index: PackedTitles): Generator<undefined, Titles> {
    const made = new Titles(index);
    const { titles, titleStarts } = index;
    for (let document = 0; document < made.#own.length; document += 1) {
      const [from, to] = [titleStarts[document] ?? 0, titleStarts[document + 1] ?? 0];
      let line = from;
      while (line < to && titles[line] !== LINE) line += 1;
      made.#own[document] = wordBits(titles, from, line);
      made.#other[document] = wordBits(titles, line + 1, to);
      if (document % AT_ONCE === 0) yield;
    }
    return made;
  }

  /** Has a question asked. @param text the stems of its words */
  ask(text: string): void {
    const bytes = Buffer.from(text);
    this.#asked = wordBits(bytes, 0, bytes.length);
  }

  of(document: number): readonly string[] {
    if (!this.#mayHold(this.#own[document]) && !this.#mayHold(this.#other[document])) return NONE;
    const { titles, titleStarts } = this.#index;
    const { buffer, byteOffset, byteLength } = titles;
    const [from, to] = [titleStarts[document], titleStarts[document + 1]];
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf8', from, to).split('\n');
  }

  /** Whether all words of one may be in the other. */
  #mayHold(title = 0): boolean {
    const both = title & this.#asked;
    return both !== 0 && (both === title || both === this.#asked);
  }
}
