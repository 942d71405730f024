import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileError } from '../intake/read-file.js';
import { writeWhole } from '../outlet/write-whole.js';
import type { Content } from '../outlet/write-whole.js';

/**
 * Writes a whole file, or to standard output where none is named.
 * @throws FileError
 */
export async function writeOutput(file: string | undefined, content: Content): Promise<void> {
  if (file === undefined) {
    const isPiece = typeof content === 'string' || content instanceof Uint8Array;
    await pipeline(Readable.from(isPiece ? [content] : content), process.stdout, { end: false });
    return;
  }
  try {
    await writeWhole(file, content);
  } catch (error) {
    throw new FileError(
      `${file} cannot be written: check that its folder exists and may be written to. (${String(error)})`,
      { cause: error },
    );
  }
}
