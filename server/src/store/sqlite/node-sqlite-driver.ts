import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** The pause before a call is made again, in milliseconds. */
const PAUSE = 20;

/** The database's own calls are synchronous; what they throw becomes a rejection. */
class NodeSqliteConnection implements Connection {
  readonly #database: Database;
  readonly #path: string;
  readonly #patience: number;

  constructor(database: Database, path: string, patience: number) {
    this.#database = database;
    this.#path = path;
    this.#patience = patience;
  }

  async all(sql: string, ...values: Value[]): Promise<SqlRow[]> {
    checkValues(sql, values);
    // Its rows have no prototype; ours are plain objects.
    return this.#patiently(() =>
      this.#database
        .prepare(sql)
        .all(...values)
        .map((row) => ({ ...row })),
    );
  }

  async exec(sql: string): Promise<void> {
    await this.#patiently(() => this.#database.exec(sql));
  }

  async close(): Promise<void> {
    attempt(this.#path, () => this.#database.close());
  }

  /** Calls again while another program writes: SQLite's own waiting would hold up this thread. */
  async #patiently<Result>(call: () => Result): Promise<Result> {
    const ends = performance.now() + this.#patience;
    for (;;) {
      try {
        return call();
      } catch (error) {
        const code = codeOf(error);
        const isBusy = (code & 0xff) === BUSY;
        if (!isBusy || performance.now() > ends) throw storeError(code, this.#path, error);
      }
      await sleep(PAUSE);
    }
  }
}

function attempt<Result>(path: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw storeError(codeOf(error), path, error);
  }
}

function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}

/** SQLITE_BUSY and SQLITE_CANTOPEN, which this module does not export. */
const BUSY = 5;
const CANNOT_OPEN = 14;

/** The SQLite inside newer Node versions. Rejects where this Node has none. */
export async function loadNodeSqlite(): Promise<Driver> {
  const name: string = 'node:sqlite';
  const { DatabaseSync } = (await import(name)) as NodeSqlite;
  return {
    name,
    async open(path, { create, patience = 0 }) {
      if (!create && path !== ':memory:' && !existsSync(path)) {
        throw storeError(CANNOT_OPEN, path, 'no such file');
      }
      return new NodeSqliteConnection(
        attempt(path, () => new DatabaseSync(path)),
        path,
        patience,
      );
    },
  };
}
