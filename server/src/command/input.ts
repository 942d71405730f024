import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readJson as parse } from '../intake/read-file.js';
import { Source } from '../table/source.js';

/** A file that a command reads, open for as long. */
export interface Input {
  source: Source;
  /** As it was given; messages call it so. */
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
  const source = await Source.open(file);
  try {
    return await work({ source, name: file === '-' ? source.name : file });
  } finally {
    await source.close();
  }
}

/** What the history keeps of a file: its name without folders, and the SHA-256 of its bytes. */
export async function fingerprint({
  source,
  name,
}: Input): Promise<{ name: string; hash: string }> {
  const hash = createHash('sha256');
  for await (const bytes of source.read()) hash.update(bytes);
  return { name: basename(name), hash: hash.digest('hex') };
}

/** Whether a file begins as JSON does; or says so by its name. */
export async function looksLikeJson({ source, name }: Input): Promise<boolean> {
  const start = (await source.bytes(1024)).toString('utf8').replace(/^[\uFEFF\s]+/, '');
  return /^[{[]/.test(start) || name.toLowerCase().endsWith('.json');
}

/** @throws FileError, JsonError */
export async function readJson({ source, name }: Input): Promise<unknown> {
  return parse(await buffer(source.read()), name);
}
