/** The file can be read and is wrong: one sentence that says what, where and what to do. */
export class TableError extends Error {
  override readonly name = 'TableError';
}
