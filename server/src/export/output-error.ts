import { FileError, reasonOfWriting } from '../files/file-error.js';

/** What is to be written cannot be; the message says why and what to do about it. */
export class OutputError extends FileError {}

/** A file may not be written there: what stands there would be lost. */
export class OverwriteError extends Error {
  override readonly name = 'OverwriteError';
}

/** @param name what messages call the output */
export function outputError(name: string, error: unknown): OutputError {
  if (error instanceof OutputError) return error;
  return new OutputError(`${name} cannot be written: ${reasonOfWriting(error)}.`, { cause: error });
}
