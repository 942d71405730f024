import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../outlet/output-error.js';
import { FileError } from './read-file.js';

/** Windows removes no open file. */
const KEEPS_NAME = process.platform === 'win32';

/** A file that is there for as long as it is open, and that only this user can read. */
export interface Temporary {
  file: number;
  close(): void;
}

/**
 * Its name goes at once where the system allows it, with nothing awaited in between, so that nothing
 * stays behind even of a process that is killed.
 * @throws FileError
 */
export function openTemporary(): Temporary {
  const path = join(tmpdir(), `vielfalt-${randomUUID()}`);
  try {
    const file = openSync(path, 'wx+', 0o600);
    if (!KEEPS_NAME) rmSync(path);
    return {
      file,
      close() {
        closeSync(file);
        if (KEEPS_NAME) rmSync(path, { force: true });
      },
    };
  } catch (error) {
    throw temporaryError(error);
  }
}

/** Says why nothing can be put aside, and what to do about it. */
export function temporaryError(error: unknown): FileError {
  return new FileError(
    `No temporary file can be kept in ${tmpdir()}: make room there, or name another folder by TMPDIR. (${reasonOf(error)})`,
    { cause: error },
  );
}
