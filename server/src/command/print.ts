import { fstatSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileContent } from '../export/draft.js';
import { outputError } from '../export/output-error.js';

const STANDARD_OUTPUT = 1;

/**
 * Writes to standard output, and waits until all of it is written.
 * @throws OutputError, also where the reader has gone (`| head`)
 */
export async function print(content: FileContent): Promise<void> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    // Node considers a file written where the disk has taken only part of it.
    if (isFile()) for (const piece of pieces) writeWhole(Buffer.from(piece));
    else await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    throw outputError('Standard output', error);
  }
}

function isFile(): boolean {
  try {
    return fstatSync(STANDARD_OUTPUT).isFile();
  } catch {
    return false;
  }
}

function writeWhole(bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(STANDARD_OUTPUT, bytes, written);
  }
}
