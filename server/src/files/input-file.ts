import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, read, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { FileError, fileError } from './file-error.js';
import { openTemporary, temporaryError } from './temporary.js';

const PART = 1 << 18;

const readAt = promisify(read);

/**
 * A file that can be read more than once, open until close(). A stream that flows only once is stored
 * for as long, without a name: readers use the open file and never a path.
 */
export class InputFile {
  private constructor(
    /** Its name in messages. */
    readonly name: string,
    readonly size: number,
    readonly file: number,
    /** The time of the last write, in milliseconds since the epoch. */
    private readonly written: number,
    /** Does nothing where another InputFile has opened the file. */
    private readonly release: () => void,
    /** Its fingerprint once all of it has been read; shared by all that use the open file. */
    private readonly known: { hash?: string } = {},
  ) {}

  /**
   * @param file a path, or `-` for standard input
   * @throws FileError
   */
  static async open(file: string): Promise<InputFile> {
    const name = file === '-' ? 'standard input' : basename(file);
    try {
      if (file === '-') return await InputFile.#keep(name, process.stdin);
      const found = await stat(file);
      if (found.isDirectory()) throw new FileError(`${file} is a folder. Name a file in it.`);
      if (!found.isFile()) return await InputFile.#keep(name, createReadStream(file));
      const opened = openSync(file, 'r');
      const { size, mtimeMs } = fstatSync(opened);
      return new InputFile(name, size, opened, mtimeMs, () => closeSync(opened));
    } catch (error) {
      throw fileError(file === '-' ? name : file, error);
    }
  }

  static async #keep(name: string, stream: NodeJS.ReadableStream): Promise<InputFile> {
    const kept = openTemporary();
    const { file } = kept;
    try {
      for await (const part of stream) put(file, part);
      const { size, mtimeMs } = fstatSync(file);
      return new InputFile(name, size, file, mtimeMs, () => kept.close());
    } catch (error) {
      kept.close();
      throw error;
    }
  }

  /** Returns the same file for a reader that closes what it has read, while others go on. */
  lend(): InputFile {
    const { name, size, file, written, known } = this;
    return new InputFile(name, size, file, written, () => undefined, known);
  }

  /**
   * Refuses a file that another program has written into since it was opened: its rows would be partly
   * old and partly new, or cut.
   * @throws FileError
   */
  refuseChanged(): void {
    const { size, mtimeMs } = fstatSync(this.file);
    if (size === this.size && mtimeMs === this.written) return;
    throw new FileError(
      `${this.name} was changed by another program while it was being read. Save it there, then try again.`,
    );
  }

  /** Returns the first bytes, or as many as there are from a position. */
  async bytes(length: number, position = 0): Promise<Buffer> {
    try {
      const room = Buffer.alloc(length);
      const { buffer, bytesRead } = await readAt(this.file, room, 0, length, position);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      throw fileError(this.name, error);
    }
  }

  /** Reads all bytes in parts. */
  async *read(): AsyncGenerator<Buffer> {
    // The first complete read works out the fingerprint on the way.
    const hash = this.known.hash === undefined ? createHash('sha256') : undefined;
    let position = 0;
    for (let part; (part = await this.bytes(PART, position)).length > 0; position += part.length) {
      hash?.update(part);
      yield part;
    }
    if (hash) this.known.hash ??= hash.digest('hex');
  }

  /** Returns the SHA-256 of all bytes, in hexadecimal; reads the file only if it is not known yet. */
  async hash(): Promise<string> {
    if (this.known.hash === undefined) for await (const _part of this.read());
    return this.known.hash ?? '';
  }

  async close(): Promise<void> {
    this.release();
  }
}

function put(file: number, part: string | Buffer): void {
  try {
    writeFileSync(file, part);
  } catch (error) {
    throw temporaryError(error);
  }
}
