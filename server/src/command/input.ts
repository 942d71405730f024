import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileError } from '../intake/read-file.js';

/** A file that a command reads; standard input has been put into one for as long. */
export interface Input {
  path: string;
  /** As messages call it. */
  name: string;
}

/**
 * Lets `work` read a file as often as it likes.
 * @param file a path, or `-` for standard input
 * @throws FileError
 */
export async function withInput<Result>(
  file: string,
  work: (input: Input) => Promise<Result>,
): Promise<Result> {
  if (file !== '-') return work({ path: file, name: file });
  const folder = await mkdtemp(join(tmpdir(), 'vielfalt-'));
  try {
    // Messages about tables name a file by its last part.
    const name = 'standard input';
    const path = join(folder, name);
    await pipeline(process.stdin, createWriteStream(path));
    return await work({ path, name });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the history keeps of a file: its name without folders, and the SHA-256 of its bytes. */
export async function fingerprint({ path, name }: Input): Promise<{ name: string; hash: string }> {
  const hash = createHash('sha256');
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  } catch (error) {
    throw fileError(name, error);
  }
  return { name: basename(name), hash: hash.digest('hex') };
}

/** Whether a file begins as JSON does; or says so by its name. */
export async function looksLikeJson({ path, name }: Input): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
      const start = buffer.toString('utf8', 0, bytesRead).replace(/^[\uFEFF\s]+/, '');
      return /^[{[]/.test(start) || name.toLowerCase().endsWith('.json');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError(name, error);
  }
}
