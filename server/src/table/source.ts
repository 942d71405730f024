import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileError } from '../intake/read-file.js';

/** A file that can be read more than once. What flows in only once is kept beside until close(). */
export class Source {
  private constructor(
    /** As messages call it. */
    readonly name: string,
    readonly path: string,
    readonly size: number,
    private readonly folder?: string,
  ) {}

  /**
   * @param file a path, or `-` for standard input
   * @throws FileError
   */
  static async open(file: string): Promise<Source> {
    const name = file === '-' ? 'Standard input' : basename(file);
    try {
      if (file === '-') return await Source.#keep(name, process.stdin);
      const found = await stat(file);
      if (found.isDirectory()) throw new FileError(`${file} is a folder. Name a file in it.`);
      if (!found.isFile()) return await Source.#keep(name, createReadStream(file));
      await (await open(file)).close();
      return new Source(name, file, found.size);
    } catch (error) {
      throw unreadable(error, file === '-' ? name : file);
    }
  }

  static async #keep(name: string, stream: NodeJS.ReadableStream): Promise<Source> {
    const folder = await mkdtemp(join(tmpdir(), 'vielfalt-'));
    try {
      const path = join(folder, 'input');
      await pipeline(stream, createWriteStream(path));
      return new Source(name, path, (await stat(path)).size, folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The first bytes, or as many as there are from a position. */
  async bytes(length: number, position = 0): Promise<Buffer> {
    const file = await open(this.path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  /** All bytes in parts. */
  async *read(): AsyncGenerator<Buffer> {
    try {
      yield* createReadStream(this.path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
    } catch (error) {
      throw unreadable(error, this.name);
    }
  }

  async close(): Promise<void> {
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }
}

function unreadable(error: unknown, name: string): FileError {
  if (error instanceof FileError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const messages: Record<string, string> = {
    ENOENT: `There is no file ${name}.`,
    ENOTDIR: `There is no file ${name}.`,
    EISDIR: `${name} is a folder. Name a file in it.`,
    EACCES: `${name} may not be read: check its permissions.`,
    EPERM: `${name} may not be read: check its permissions.`,
  };
  const message = messages[String(code)] ?? `${name} cannot be read. (${String(error)})`;
  return new FileError(message, { cause: error });
}
