import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a file holds: text, in one piece or in many, or bytes. */
export type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file so that whoever reads it finds the old one or the new one, never a part. It is
 * written beside its place first, since only within one file system a rename is a single step.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(draft, 'w');
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
