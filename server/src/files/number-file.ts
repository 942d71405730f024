import { readSync, writeSync } from 'node:fs';
import { openTemporary, temporaryError } from './temporary.js';

/** Numbers in a temporary file, so that they need not all be in memory. */
export class NumberFile {
  readonly #temporary = openTemporary();
  #length = 0;

  /**
   * Adds numbers at the end.
   * @returns the position of the first of them
   * @throws FileError where there is no room
   */
  add(numbers: Uint32Array): number {
    const first = this.#length;
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    try {
      for (let written = 0; written < bytes.length;) {
        const [rest, place] = [bytes.length - written, first * BYTES + written];
        written += writeSync(this.#temporary.file, bytes, written, rest, place);
      }
    } catch (error) {
      throw temporaryError(error);
    }
    this.#length += numbers.length;
    return first;
  }

  /** So many numbers from a position. */
  read(position: number, length: number): Uint32Array<ArrayBuffer> {
    const numbers = new Uint32Array(length);
    const bytes = new Uint8Array(numbers.buffer);
    for (let read = 0; read < bytes.length;) {
      const [rest, place] = [bytes.length - read, position * BYTES + read];
      const got = readSync(this.#temporary.file, bytes, read, rest, place);
      if (got === 0) throw new RangeError(`nothing was kept at ${position + read / BYTES}`);
      read += got;
    }
    return numbers;
  }

  close(): void {
    this.#temporary.close();
  }
}

/** The bytes of a number. */
const BYTES = Uint32Array.BYTES_PER_ELEMENT;
