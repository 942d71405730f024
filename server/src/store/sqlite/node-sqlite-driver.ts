import { existsSync } from 'node:fs';
import { checkValues } from '../sql/connection.js';
import type { Connection, SqlRow, Value } from '../sql/connection.js';
import { storeError, type Driver } from './driver.js';

/** The part of Node's module that we use; the oldest Node that we run on has no types for it. */
interface NodeSqlite {
  DatabaseSync: new (path: string) => Database;
}
interface Database {
  exec(sql: string): void;
  prepare(sql: string): { all(...values: Value[]): SqlRow[] };
  close(): void;
}

/** The database's own calls are synchronous; what they throw becomes a rejection. */
class NodeSqliteConnection implements Connection {
  readonly #database: Database;
  readonly #path: string;

  constructor(database: Database, path: string) {
    this.#database = database;
    this.#path = path;
  }

  async all(sql: string, ...values: Value[]): Promise<SqlRow[]> {
    checkValues(sql, values);
    // Its rows have no prototype; ours are plain objects.
    return attempt(this.#path, () =>
      this.#database
        .prepare(sql)
        .all(...values)
        .map((row) => ({ ...row })),
    );
  }

  async exec(sql: string): Promise<void> {
    attempt(this.#path, () => this.#database.exec(sql));
  }

  async close(): Promise<void> {
    attempt(this.#path, () => this.#database.close());
  }
}

function attempt<Result>(path: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
    throw storeError(code, path, error);
  }
}

/** SQLITE_CANTOPEN, which this module does not export. */
const CANNOT_OPEN = 14;

/** The SQLite inside newer Node versions. Rejects where this Node has none. */
export async function loadNodeSqlite(): Promise<Driver> {
  const name: string = 'node:sqlite';
  const { DatabaseSync } = (await import(name)) as NodeSqlite;
  return {
    name,
    async open(path, { create }) {
      if (!create && path !== ':memory:' && !existsSync(path)) {
        throw storeError(CANNOT_OPEN, path, 'no such file');
      }
      return new NodeSqliteConnection(
        attempt(path, () => new DatabaseSync(path)),
        path,
      );
    },
  };
}
