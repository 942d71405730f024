import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError, reasonOfWriting } from './file-error.js';

/** Opens a file that never has a name: O_TMPFILE of Linux, see open(2). */
const NAMELESS = constants.O_DIRECTORY | 0o20_000_000;
/** Tells whether open files keep their name: Windows cannot remove them. */
const KEEPS_NAME = process.platform === 'win32';

/** A file that exists as long as it is open, and that only this user can read. */
export interface Temporary {
  file: number;
  close(): void;
}

/**
 * Opens a file that has no name from the start, or loses it at once, where the system allows that, so
 * that nothing is left behind even by a process that is killed.
 * @throws FileError
 */
export function openTemporary(): Temporary {
  const nameless = openNameless();
  if (nameless !== undefined) return { file: nameless, close: () => closeSync(nameless) };
  const path = join(tmpdir(), `vielfalt-${randomUUID()}`);
  try {
    const file = openSync(path, 'wx+', 0o600);
    if (!KEEPS_NAME) unlinkSync(path);
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

function openNameless(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return openSync(tmpdir(), NAMELESS | constants.O_RDWR, 0o600);
  } catch {
    return undefined; // not every file system has such files
  }
}

/** Says why nothing can be put aside, and what to do about it. */
export function temporaryError(error: unknown): FileError {
  return new FileError(
    `No temporary file can be kept in ${tmpdir()}: make room there, or name another folder by TMPDIR. (${reasonOfWriting(error)})`,
    { cause: error },
  );
}
