import { StoreError } from '../error.js';
import type { StoreTrouble } from '../error.js';
import type { Connection } from '../sql/connection.js';

/** The part of SQLite that packages and Node versions differ in. */
export interface Driver {
  readonly name: string;
  /**
   * @param path a file, or `:memory:`
   * @param options `patience`: how long a statement waits for another program that writes, in
   *   milliseconds, while this thread does other things; default 0
   */
  open(path: string, options: { create: boolean; patience?: number }): Promise<Connection>;
}

/** SQLite's primary result codes that somebody can do something about (sqlite.org/rescode.html). */
const TROUBLES: { readonly [code: number]: [StoreTrouble, (path: string) => string] } = {
  3: ['unreachable', (path) => `The database ${path} may not be read: check its permissions.`],
  5: [
    'busy',
    (path) =>
      `Another program has been writing to the database ${path} for longer than we wait. Try again when it is done.`,
  ],
  6: ['busy', (path) => `The database ${path} is locked. Try again.`],
  8: [
    'read-only',
    (path) =>
      `The database ${path} cannot be written to: check the permissions of the file and its folder.`,
  ],
  10: [
    'failed',
    (path) =>
      `Reading or writing the database ${path} failed: check the disk, and that it is not a network share.`,
  ],
  11: [
    'damaged',
    (path) =>
      `The database ${path} is damaged. Put a backup in its place, or import the data again.`,
  ],
  13: ['full', (path) => `There is no space left for the database ${path}: nothing was changed.`],
  14: [
    'unreachable',
    (path) =>
      `The database ${path} cannot be opened: check that its folder exists and that it may be read and written.`,
  ],
  19: [
    'conflict',
    (path) =>
      `The database ${path} refused a record: its id, its slug or its source and record are another's, or its provider or source is missing.`,
  ],
  26: ['foreign', (path) => `${path} is no SQLite database. Name another file in DATABASE_URL.`],
};

/** Says in words what SQLite answered. @param code a primary or extended result code */
export function storeError(code: number, path: string, cause: unknown): StoreError {
  const [trouble, say] = TROUBLES[code & 0xff] ?? ['failed', undefined];
  const sentence =
    say?.(path) ??
    `The database ${path} failed with SQLite's code ${code}. Try again; if it stays so, put a backup in its place.`;
  return new StoreError(trouble, sentence, { cause });
}
