import { MAX_CELL } from '../limits.js';
import { decodeText } from './text.js';
import { readXml, TextRunError } from './xml-reader.js';

const PAGE = 1 << 20;
/** Stands for a text that is longer than a cell may be. */
const TOO_LONG = -1;

/**
 * The texts that cells share, as bytes in pages: a large workbook has a million of them, and as
 * strings they would take several times as much memory.
 */
export class SharedStrings {
  readonly #pages: Buffer[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #used = PAGE;
  /** Tells whether reading stopped at the text after the last one, which is far too long. */
  #isCut = false;

  /** @throws XmlError */
  static async read(pieces: AsyncIterable<Buffer>): Promise<SharedStrings> {
    const strings = new SharedStrings();
    let text = '';
    let isText = false;
    let phonetic = 0;
    try {
      await readXml(pieces, {
        open: (name) => {
          if (name === 'si') text = '';
          else if (name === 'rPh') phonetic++;
          isText = name === 't' && phonetic === 0;
        },
        text: (part) => {
          if (isText) text += part;
        },
        close: (name) => {
          isText = false;
          if (name === 'rPh') phonetic--;
          else if (name === 'si') strings.#add(decodeText(text));
        },
      });
    } catch (error) {
      if (!(error instanceof TextRunError)) throw error;
      strings.#isCut = true;
    }
    return strings;
  }

  /** Tells whether some text is so long that the texts after it were not read. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Returns a text; `undefined` where it is longer than a cell may be, '' where there is none. */
  at(index: number): string | undefined {
    const start = this.#starts[index];
    if (start === TOO_LONG || (this.#isCut && index === this.#starts.length)) return undefined;
    if (start === undefined) return '';
    const offset = start % PAGE;
    return this.#pages[Math.floor(start / PAGE)]!.toString(
      'utf8',
      offset,
      offset + this.#lengths[index]!,
    );
  }

  #add(text: string): void {
    if (text.length > MAX_CELL) {
      this.#starts.push(TOO_LONG);
      this.#lengths.push(0);
      return;
    }
    const length = Buffer.byteLength(text);
    if (this.#used + length >= PAGE) {
      this.#pages.push(Buffer.allocUnsafeSlow(PAGE));
      this.#used = 0;
    }
    this.#pages.at(-1)!.write(text, this.#used);
    this.#starts.push((this.#pages.length - 1) * PAGE + this.#used);
    this.#lengths.push(length);
    this.#used += length;
  }
}
