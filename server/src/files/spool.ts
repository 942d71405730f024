import { readSync, writeSync } from 'node:fs';
import { openTemporary, temporaryError } from './temporary.js';

/** The number of bytes that are collected before they are written. */
const BLOCK = 1 << 20;

/** Keeps values in a temporary file, so that a large table's records need not all be in memory. */
export class Spool {
  readonly #temporary = openTemporary();
  readonly #block = Buffer.alloc(BLOCK);
  #blockLength = 0;
  #written = 0;
  /** The position at which each value begins. */
  readonly #starts: number[] = [];

  /**
   * @returns the number with which `get` returns an equal value
   * @throws FileError where there is no room
   */
  add(value: object): number {
    const bytes = Buffer.from(JSON.stringify(value));
    if (this.#blockLength + bytes.length > BLOCK) this.#flush();
    const start = this.#end;
    if (bytes.length > BLOCK) this.#write(bytes);
    else this.#blockLength += bytes.copy(this.#block, this.#blockLength);
    return this.#starts.push(start) - 1;
  }

  get(number: number): unknown {
    this.#flush();
    const start = this.#starts[number] ?? Number.NaN;
    const bytes = Buffer.allocUnsafe((this.#starts[number + 1] ?? this.#end) - start);
    for (let read = 0; read < bytes.length;) {
      read += readSync(this.#temporary.file, bytes, read, bytes.length - read, start + read);
    }
    return JSON.parse(bytes.toString());
  }

  close(): void {
    this.#temporary.close();
  }

  get #end(): number {
    return this.#written + this.#blockLength;
  }

  #flush(): void {
    if (this.#blockLength === 0) return;
    const bytes = this.#block.subarray(0, this.#blockLength);
    this.#blockLength = 0;
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    try {
      for (let written = 0; written < bytes.length;) {
        const [rest, place] = [bytes.length - written, this.#written + written];
        written += writeSync(this.#temporary.file, bytes, written, rest, place);
      }
    } catch (error) {
      throw temporaryError(error);
    }
    this.#written += bytes.length;
  }
}
