/** A value that may be bound to a `?`. */
export type Value = string | number | Buffer | null;
export type SqlRow = Record<string, unknown>;

/** One connection to one database. It does one thing at a time; its owner ensures that. */
export interface Connection {
  /** All rows: a statement that is read to its end holds no snapshot open and lets SQLite's log shrink. */
  all(sql: string, ...values: Value[]): Promise<SqlRow[]>;
  /** Runs statements that take no values. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Refuses values that a database would accept and silently change: too few values become NULL, whole
 * numbers beyond 2^53 lose digits, and anything that is not a value becomes text.
 */
export function checkValues(sql: string, values: readonly Value[]): void {
  const places = sql.split('?').length - 1;
  if (places !== values.length) {
    throw new TypeError(`${values.length} values for ${places} places in: ${sql}`);
  }
  for (const value of values) {
    if (value === null || typeof value === 'string' || Number.isSafeInteger(value)) continue;
    if (Buffer.isBuffer(value)) continue;
    throw new TypeError(`a value of type ${typeof value} cannot be stored exactly in: ${sql}`);
  }
}

/** The bytes in a column, which PostgreSQL writes as hexadecimal digits after `\x`. */
export function bytesIn(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : Buffer.from(String(value).slice(2), 'hex');
}

/** The most values of one statement: an older SQLite refuses more than 999. */
const MOST_PLACES = 900;

/** Cuts what is to be bound into lists that one statement can take. @param width values of each */
export function statementsOf<Item>(items: readonly Item[], width = 1): Item[][] {
  const most = Math.floor(MOST_PLACES / width);
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
}

/** So many places with commas between them: `?, ?, ?`. */
export function places(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/**
 * Inserts rows, many with each statement: over a network each costs its way there and back.
 * @param rows each with a value for each column
 * @param conflict the statement's clause for rows that are there already
 */
export async function insert(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  conflict = '',
): Promise<void> {
  const row = `(${places(columns.length)})`;
  for (const some of statementsOf(rows, columns.length)) {
    await connection.all(
      `INSERT INTO ${table} (${columns.join(', ')})
       VALUES ${some.map(() => row).join(', ')} ${conflict}`,
      ...some.flat(),
    );
  }
}

/** Lets `work` do all of it or nothing: it is kept where that says so, else rolled back. */
export async function inTransaction<Result>(
  connection: Connection,
  begin: string,
  work: (connection: Connection) => Promise<{ keep?: unknown; result: Result }>,
): Promise<Result> {
  try {
    await connection.exec(begin);
    const { keep, result } = await work(connection);
    await connection.exec(keep ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    // Fails where nothing was begun, or the database has rolled back by itself after a full disk.
    await connection.exec('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
