import { FileError } from '../importing/read-file.js';

/** What is to be written cannot be; the message says why and what to do about it. */
export class OutputError extends FileError {}

/** A file may not be written there: what stands there would be lost. */
export class OverwriteError extends Error {
  override readonly name = 'OverwriteError';
}

/** What the system says of a write that failed, and what to do about it (errno(3)). */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'check that its folder exists',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'check that its folder may be written to',
  EPERM: 'check that it and its folder may be written to',
  EROFS: 'its disk may only be read',
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the room that this user may fill is full; make room',
  EFBIG: 'it would be larger than its disk allows',
  EIO: 'the disk failed',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it for itself',
  EPIPE: 'whoever should read it has gone',
  ERR_STREAM_DESTROYED: 'whoever should read it has gone',
  ERR_STREAM_PREMATURE_CLOSE: 'whoever should read it has gone',
};

/** A sentence's end: "the disk is full; make room". */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `the system says ${code || 'nothing more'}`;
}

/** The system's name for what went wrong, '' where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** @param name what messages call the output */
export function outputError(name: string, error: unknown): OutputError {
  if (error instanceof OutputError) return error;
  return new OutputError(`${name} cannot be written: ${reasonOf(error)}.`, { cause: error });
}
