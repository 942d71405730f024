import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a file holds: text, in one piece or in many, or bytes. */
export type Content = string | Uint8Array | Iterable<string>;

/** Writes a file so that whoever reads it finds the old one or the new one, never a part. */
export async function writeWhole(path: string, content: Content): Promise<void> {
  await makeWhole(path, (draft) => writeFile(draft, content));
}

/**
 * Lets `make` write a file beside its place, since only within one file system a rename is a single
 * step, and puts it there when it is whole and on the disk. What `make` throws is thrown on, and
 * nothing is left behind.
 */
export async function makeWhole<Result>(
  path: string,
  make: (draft: string) => Promise<Result>,
): Promise<Result> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const result = await make(draft);
    const file = await open(draft, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return result;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
