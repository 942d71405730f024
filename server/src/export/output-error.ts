import { FileError, reasonOfWriting } from '../files/file-error.js';

/** An output cannot be written; the message says why and what to do about it. */
export class OutputError extends FileError {}

/** A file may not be written there: the existing one would be lost. */
export class OverwriteError extends Error {
  override readonly name = 'OverwriteError';
}

/** @param name the output's name in messages */
export function outputError(name: string, error: unknown): OutputError {
  if (error instanceof OutputError) return error;
  return new OutputError(`${name} cannot be written: ${reasonOfWriting(error)}.`, { cause: error });
}
