import { isUtf8 } from 'node:buffer';
import type { InputFile } from './input-file.js';

/** The deepest nesting that is read. */
const MOST_DEEP = 100;
/** The most bytes of one element; more than any record has. */
const MOST_BYTES = 1 << 25;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const MARK = Buffer.from('\ufeff');

/** A file is not the JSON that can be read piece by piece: broken, or written in an odd way. */
export class OddJsonError extends Error {
  override readonly name = 'OddJsonError';
  /** The byte at which the piece begins that is odd. */
  readonly position: number;

  constructor(position: number) {
    super(`the JSON is odd in what begins at byte ${position}`);
    this.position = position;
  }
}

/**
 * Reads a file that is one JSON object without having all of it in memory: its lists of objects
 * under some names come element by element, in their order.
 * @param names the names of the lists
 * @param onElement called with each of their elements; absent: they are not even parsed
 * @returns the object, with these lists empty
 * @throws OddJsonError where it is not JSON, and where a list or its elements are anything else
 */
export async function readJsonLists<Name extends string>(
  source: Pick<InputFile, 'read' | 'size'>,
  names: readonly Name[],
  onElement?: (name: Name, element: unknown) => void,
  onProgress?: (share: number) => void,
): Promise<unknown> {
  const scan = new ListScan(names, onElement);
  let read = 0;
  for await (const part of source.read()) {
    scan.push(part);
    read += part.length;
    onProgress?.(read / source.size);
  }
  return scan.end();
}

/** Splits the bytes of an object into the elements of its lists, and the rest. */
class ListScan<Name extends string> {
  readonly #names: ReadonlySet<string>;
  readonly #onElement: ((name: Name, element: unknown) => void) | undefined;
  readonly #met = new Set<string>();
  /** What is not in elements. */
  readonly #rest: Buffer[] = [];
  /** From where the piece begins that is being read: an element, or something between them. */
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Where in the file the piece begins. */
  #start = 0;
  #depth = 0;
  #isText = false;
  /** The last text outside brackets within the object, where it begins and ends in the piece. */
  #key = [0, 0] as [number, number];
  #list: Name | undefined;
  /** Within a list, between elements: whether a comma has to come before the next. */
  #needsComma = false;
  #hasComma = false;

  constructor(names: readonly Name[], onElement?: (name: Name, element: unknown) => void) {
    this.#names = new Set(names);
    this.#onElement = onElement;
  }

  push(part: Buffer): void {
    this.#bytes = this.#bytes.length > 0 ? Buffer.concat([this.#bytes, part]) : part;
    while (this.#at < this.#bytes.length) this.#step();
    if (this.#list !== undefined && this.#bytes.length > MOST_BYTES) this.#refuse();
  }

  end(): unknown {
    if (this.#depth > 0 || this.#isText) this.#refuse();
    this.#rest.push(this.#bytes);
    const all = Buffer.concat(this.#rest);
    return parsed(all.indexOf(MARK) === 0 ? all.subarray(MARK.length) : all, 0);
  }

  /** Reads on to the next sign that matters. */
  #step(): void {
    if (this.#isText) {
      this.#finishText();
      return;
    }
    const sign = this.#bytes[this.#at]!;
    if (this.#list !== undefined && this.#depth === 2) this.#between(sign);
    else if (sign === QUOTE) {
      this.#isText = true;
      if (this.#depth === 1) this.#key = [this.#at, 0];
      this.#at++;
    } else if (sign === OPEN_BRACE || sign === OPEN_BRACKET) this.#open(sign);
    else if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) this.#close();
    else this.#at++;
  }

  #finishText(): void {
    const quote = this.#bytes.indexOf(QUOTE, this.#at);
    if (quote < 0) {
      this.#at = this.#bytes.length;
      return;
    }
    this.#at = quote + 1;
    let before = quote;
    while (this.#bytes[before - 1] === BACKSLASH) before--;
    if ((quote - before) % 2 === 1) return;
    this.#isText = false;
    if (this.#depth === 1) this.#key[1] = this.#at;
  }

  #open(sign: number): void {
    this.#depth++;
    this.#at++;
    if (this.#depth === 1 ? sign !== OPEN_BRACE : this.#depth > MOST_DEEP) this.#refuse();
    if (this.#depth !== 2 || sign !== OPEN_BRACKET) return;
    const name = this.#nameBefore();
    if (name === undefined) return;
    // JSON takes the last of two lists of one name, which cannot be known here.
    if (this.#met.has(name)) this.#refuse();
    this.#met.add(name);
    this.#list = name;
    this.#needsComma = false;
    this.#hasComma = false;
    this.#rest.push(this.#take());
  }

  #close(): void {
    this.#depth--;
    this.#at++;
    if (this.#depth < 0) this.#refuse();
    if (this.#list === undefined || this.#depth !== 2) return;
    const position = this.#start;
    const element = this.#take();
    if (this.#onElement) this.#onElement(this.#list, parsed(element, position));
    this.#needsComma = true;
    this.#hasComma = false;
  }

  /** Within a list, between its elements. */
  #between(sign: number): void {
    if (sign === OPEN_BRACE && this.#needsComma === this.#hasComma) {
      this.#take();
      this.#depth++;
    } else if (sign === COMMA && this.#needsComma && !this.#hasComma) this.#hasComma = true;
    else if (sign === CLOSE_BRACKET && !this.#hasComma) {
      this.#take();
      this.#list = undefined;
      this.#depth--;
    } else if (!BLANKS.has(sign)) this.#refuse();
    this.#at++;
  }

  /** The name of the list that begins here, if it is one of those that are wanted. */
  #nameBefore(): Name | undefined {
    const [start, end] = this.#key;
    const between = this.#bytes.subarray(end, this.#at - 1).toString();
    if (end <= start || between.trim() !== ':') return undefined;
    const name = parsed(this.#bytes.subarray(start, end), this.#start);
    return this.#names.has(String(name)) ? (name as Name) : undefined;
  }

  /** Takes what has been read of the piece, and begins the next one. */
  #take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#at);
    this.#bytes = this.#bytes.subarray(this.#at);
    this.#start += this.#at;
    this.#at = 0;
    this.#key = [0, 0];
    return taken;
  }

  #refuse(): never {
    throw new OddJsonError(this.#start);
  }
}

function parsed(bytes: Buffer, position: number): unknown {
  if (!isUtf8(bytes)) throw new OddJsonError(position);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new OddJsonError(position);
  }
}
