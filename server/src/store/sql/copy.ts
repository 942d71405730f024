import { createHash, type Hash } from 'node:crypto';
import { StoreError } from '../error.js';
import { insert, places, type Connection, type SqlRow, type Value } from './connection.js';
import type { Access } from './sql-store.js';
import { readRevision } from './tables.js';

/** A table of the database with its columns; the first ones are its key. */
interface Kept {
  name: string;
  key: readonly string[];
  columns: readonly string[];
  /** Columns that hold numbers. */
  numbers: readonly string[];
}

const table = (name: string, key: string[], more: string[], numbers: string[] = []): Kept => ({
  ...{ name, key, numbers },
  columns: [...key, ...more],
});

const IDENTITY = ['source', 'record', 'slug', 'status', 'changed', 'document'];

/** All that a directory is kept in; tables that others refer to come first. */
const TABLES: readonly Kept[] = [
  table(
    'head',
    ['id'],
    ['revision', 'stamp', 'directory', 'vocabulary', 'lexicon'],
    ['id', 'revision'],
  ),
  table('past_revision', ['revision'], ['stamp'], ['revision']),
  table('source', ['id'], ['document']),
  table('provider', ['id'], IDENTITY),
  table('offer', ['id'], [...IDENTITY, 'provider']),
  table('network', ['id'], IDENTITY),
  table('history', ['id'], ['document'], ['id']),
  table('before', ['entry', 'kind', 'id'], ['document'], ['entry']),
  table('paper', ['kind', 'id'], ['document']),
];

const ROWS_AT_ONCE = 500;

/** The numbers and the digest of all that a database holds of a directory. */
export interface Holdings {
  revision: number;
  /** Rows by table. */
  rows: Readonly<Record<string, number>>;
  /** Of all rows, letter by letter. */
  digest: string;
}

/**
 * Copies a directory with its history into an empty database, as of one moment, in one transaction:
 * all of it, compared with where it came from, or nothing.
 * @param onProgress called with the share that is done, from 0 to 1
 * @throws StoreError `missing` where there is nothing to copy, `occupied` where the target has some
 */
export function copyDirectory(
  from: Access,
  to: Access,
  onProgress: (share: number) => void = () => undefined,
): Promise<Holdings> {
  return from.read(async (source) => {
    const { revision } = await readRevision(source);
    if (revision === 0) throw new StoreError('missing', 'There is no directory to copy.');
    const total = await countRows(source);
    return to.write(async (target) => {
      if ((await countRows(target)) > 0) {
        throw new StoreError(
          'occupied',
          'The database to copy into is not empty: nothing was changed. Name another one.',
        );
      }
      let done = 0;
      const copied = await eachRow(source, async ({ name, columns }, rows) => {
        await insert(target, name, columns, rows);
        onProgress((done += rows.length) / total);
      });
      const found = await eachRow(target, async () => undefined);
      if (found.digest !== copied.digest) {
        throw new StoreError('failed', 'The copy differs from what was copied: nothing was kept.');
      }
      return { result: { revision, ...found }, keep: {} };
    });
  });
}

async function countRows(connection: Connection): Promise<number> {
  let total = 0;
  for (const { name } of TABLES) {
    const [row] = await connection.all(`SELECT count(*) AS count FROM ${name}`);
    total += Number(row?.['count']);
  }
  return total;
}

/** Reads all rows in an order that every engine has, and adds them up. */
async function eachRow(
  connection: Connection,
  take: (from: Kept, rows: Value[][]) => Promise<void>,
): Promise<Omit<Holdings, 'revision'>> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  for (const each of TABLES) {
    counts[each.name] = 0;
    for await (const rows of pages(connection, each)) {
      for (const row of rows) addRow(hash, each, row);
      counts[each.name] = (counts[each.name] ?? 0) + rows.length;
      await take(each, rows);
    }
  }
  return { rows: counts, digest: hash.digest('hex') };
}

function addRow(hash: Hash, { name }: Kept, row: readonly Value[]): void {
  hash.update(`${JSON.stringify([name, ...row])}\n`);
}

async function* pages(connection: Connection, each: Kept): AsyncGenerator<Value[][]> {
  const { name, key, columns, numbers } = each;
  const order = key.join(', ');
  let last: Value[] = key.map((column) => (numbers.includes(column) ? 0 : ''));
  for (let found = ROWS_AT_ONCE; found === ROWS_AT_ONCE;) {
    const rows = await connection.all(
      `SELECT ${columns.join(', ')} FROM ${name} WHERE (${order}) > (${places(key.length)})
       ORDER BY ${order} LIMIT ${ROWS_AT_ONCE}`,
      ...last,
    );
    const values = rows.map((row) => columns.map((column) => valueOf(row, column, numbers)));
    if (values.length > 0) yield values;
    found = values.length;
    last = values.at(-1)?.slice(0, key.length) ?? last;
  }
}

function valueOf(row: SqlRow, column: string, numbers: readonly string[]): Value {
  const value = row[column];
  if (value === null) return null;
  return numbers.includes(column) ? Number(value) : (value as string);
}
