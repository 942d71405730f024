/** The file can be read and is wrong: one sentence that says what, where and what to do. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** There is a header, and nothing below it: wrong for a file to import, right for an empty sheet of ours. */
export class NoRowsError extends TableError {}
