import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So much is gathered before it is written. */
const BLOCK = 1 << 20;

/**
 * Values put aside in a temporary file that only this user can read, so that a large table's records
 * need not be in memory at once. Its name goes at once where the system allows it, so that nothing
 * stays behind even of a process that is killed.
 */
export class Spool {
  readonly #folder = mkdtempSync(join(tmpdir(), 'vielfalt-'));
  readonly #file: number;
  readonly #block = Buffer.alloc(BLOCK);
  #blockLength = 0;
  #written = 0;
  /** Where each value begins. */
  readonly #starts: number[] = [];

  constructor() {
    this.#file = openSync(join(this.#folder, 'records'), 'wx+', 0o600);
    // Windows removes no open file.
    if (process.platform !== 'win32') this.#removeFolder();
  }

  /** @returns the number by which `get` gives an equal value back */
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
      read += readSync(this.#file, bytes, read, bytes.length - read, start + read);
    }
    return JSON.parse(bytes.toString());
  }

  close(): void {
    closeSync(this.#file);
    this.#removeFolder();
  }

  #removeFolder(): void {
    rmSync(this.#folder, { recursive: true, force: true });
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
    for (let written = 0; written < bytes.length;) {
      written += writeSync(
        this.#file,
        bytes,
        written,
        bytes.length - written,
        this.#written + written,
      );
    }
    this.#written += bytes.length;
  }
}
