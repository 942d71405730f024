import type { EditionIndex } from './parts.js';

const [SPACE, LINE] = [0x20, 0x0a];
const NONE: readonly string[] = [];

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

/** Where the titles of documents come from. */
export interface TitleSource {
  /** Has a question asked. @param text the stems of its words */
  ask(text: string): void;
  /** The titles of a document, where they may be part of the question, or it of them. */
  of(document: number): readonly string[];
}

/**
 * The titles of documents, kept as bytes. While a question is asked only those come that may be part
 * of it, or it of them: to read all that are found would take longer than finding them.
 */
export class Titles implements TitleSource {
  readonly #index: Pick<EditionIndex, 'titles' | 'titleStarts'>;
  /** The bits of each document's own title, and of its translation. */
  readonly #own: Int32Array;
  readonly #other: Int32Array;
  #asked = 0;

  constructor(index: Pick<EditionIndex, 'titles' | 'titleStarts'>) {
    this.#index = index;
    const { titles, titleStarts } = index;
    this.#own = new Int32Array(titleStarts.length - 1);
    this.#other = new Int32Array(titleStarts.length - 1);
    for (let document = 0; document < this.#own.length; document += 1) {
      const [from, to] = [titleStarts[document] ?? 0, titleStarts[document + 1] ?? 0];
      let line = from;
      while (line < to && titles[line] !== LINE) line += 1;
      this.#own[document] = wordBits(titles, from, line);
      this.#other[document] = wordBits(titles, line + 1, to);
    }
  }

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
