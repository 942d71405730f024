import { OutputError } from '../export/output-error.js';
import { TableError } from '../table/table-error.js';
import { FileError } from '../files/file-error.js';

/** Something was done, but the report of it could not be written. */
export class UnwrittenError extends Error {
  override readonly name = 'UnwrittenError';
}

/**
 * Writes the report of something that has been done: each part, even where another fails.
 * @param done a sentence about it, without its full stop
 * @throws UnwrittenError
 */
export async function sayAfterwards(
  done: string,
  parts: readonly (() => Promise<void>)[],
): Promise<void> {
  const troubles: string[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      if (!isExpected(error)) throw error;
      troubles.push(error.message);
    }
  }
  if (troubles.length > 0) throw new UnwrittenError(`${done}. But: ${troubles.join(' ')}`);
}

/**
 * Says whether an error is expected: an input may have been cut between being read and being
 * quoted.
 */
function isExpected(error: unknown): error is Error {
  return [OutputError, TableError, FileError].some((kind) => error instanceof kind);
}
