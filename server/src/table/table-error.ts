/** A file that can be read but is wrong: one sentence that says what, where and what to do. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A header with nothing below it: wrong for a file to import, right for an empty sheet of ours. */
export class NoRowsError extends TableError {}
