import { checkValues } from '../sql/connection.js';
import type { Connection, SqlRow, Value } from '../sql/connection.js';
import { storeError, type Driver } from './driver.js';

type Done = (error: Error | null) => void;

/**
 * The part of the package that we use; it may be absent and so cannot be imported for its types.
 */
interface Package {
  default: {
    Database: new (path: string, mode: number, done: Done) => Database;
    OPEN_READWRITE: number;
    OPEN_CREATE: number;
    OPEN_FULLMUTEX: number;
  };
}
interface Database {
  all(sql: string, values: Value[], done: (error: Error | null, rows: SqlRow[]) => void): void;
  exec(sql: string, done: Done): void;
  close(done: Done): void;
}

/** Every call has its callback: an error without one would end the process. */
function promised(path: string, call: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => {
      if (error) reject(failure(path, error));
      else resolve();
    });
  });
}

function failure(path: string, error: Error): Error {
  return storeError('errno' in error ? Number(error.errno) : 0, path, error);
}

class Sqlite3Connection implements Connection {
  readonly #database: Database;
  readonly #path: string;

  constructor(database: Database, path: string) {
    this.#database = database;
    this.#path = path;
  }

  async all(sql: string, ...values: Value[]): Promise<SqlRow[]> {
    checkValues(sql, values);
    let found: SqlRow[] = [];
    await promised(this.#path, (done) => {
      this.#database.all(sql, values, (error, rows) => {
        found = rows;
        done(error);
      });
    });
    return found;
  }

  exec(sql: string): Promise<void> {
    return promised(this.#path, (done) => this.#database.exec(sql, done));
  }

  close(): Promise<void> {
    return promised(this.#path, (done) => this.#database.close(done));
  }
}

/** The `sqlite3` package: its queries run beside the event loop. Rejects where it cannot be loaded. */
export async function loadSqlite3(): Promise<Driver> {
  const name: string = 'sqlite3';
  const { default: sqlite3 } = (await import(name)) as Package;
  return {
    name,
    async open(path, { create, patience = 0 }) {
      const mode =
        sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX | (create ? sqlite3.OPEN_CREATE : 0);
      let database: Database | undefined;
      await promised(path, (done) => {
        database = new sqlite3.Database(path, mode, done);
      });
      const connection = new Sqlite3Connection(database!, path);
      await connection.exec(`PRAGMA busy_timeout = ${patience}`);
      return connection;
    },
  };
}
