import { StoreError } from '../error.js';
import { Mutex } from '../mutex.js';
import type {
  DirectoryState,
  HistoryEntry,
  Store,
  Transaction,
  TransactionResult,
} from '../store.js';
import type { Connection, Driver } from './driver.js';
import { migrate } from './migrations.js';
import { SqliteTransaction } from './sqlite-transaction.js';
import { readHistory, readState } from './tables.js';

/** The time a writer waits for another process's transaction. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * How much of the tables a writer keeps in memory. Ids are in no order: with SQLite's own 2 MB a large
 * import would write each page of their index many times.
 */
const CACHE_KIB = 32 * 1024;

const MEMORY = ':memory:';

/**
 * Opens, and where needed creates or updates, the SQLite database at `path` (a file or `:memory:`).
 * @throws StoreError
 */
export async function openSqliteStore(
  driver: Driver,
  path: string,
  options: { create: boolean },
): Promise<Store> {
  const writer = new Guarded(await driver.open(path, options));
  try {
    await writer.run(async (connection) => {
      await connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      await migrate(connection, path);
      await connection.exec(
        // FULL: an office's entries must survive a power cut, and writing is rare.
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -${CACHE_KIB}`,
      );
    });
    return new SqliteStore(writer, path === MEMORY ? writer : await openReader(driver, path));
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** Reads go over a connection of their own, and so never wait for an import. */
async function openReader(driver: Driver, path: string): Promise<Guarded> {
  const reader = new Guarded(await driver.open(path, { create: false }));
  try {
    await reader.run((connection) =>
      connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA query_only = ON`),
    );
    return reader;
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** A connection with a queue: transactions on one connection would run into each other. */
class Guarded {
  readonly #connection: Connection;
  readonly #mutex = new Mutex();
  #closed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  run<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#mutex.run(() => {
      if (this.#closed) throw new StoreError('closed', 'The store has been closed.');
      return work(this.#connection);
    });
  }

  /** @param begin the statement that starts the transaction */
  transaction<Result>(
    begin: 'BEGIN' | 'BEGIN IMMEDIATE',
    work: (connection: Connection) => Promise<TransactionResult<Result>>,
  ): Promise<Result> {
    return this.run(async (connection) => {
      await connection.exec(begin);
      try {
        const { keep, result } = await work(connection);
        await connection.exec(keep ? 'COMMIT' : 'ROLLBACK');
        return result;
      } catch (error) {
        // Fails where SQLite has rolled back by itself, after a full disk for one.
        await connection.exec('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#mutex.run(async () => {
      if (this.#closed) return;
      this.#closed = true;
      await this.#connection.close();
    });
  }
}

class SqliteStore implements Store {
  readonly #writer: Guarded;
  readonly #reader: Guarded;

  constructor(writer: Guarded, reader: Guarded) {
    this.#writer = writer;
    this.#reader = reader;
  }

  read(): Promise<DirectoryState | undefined> {
    return this.#reader.transaction('BEGIN', async (connection) => ({
      result: await readState(connection),
    }));
  }

  revision(): Promise<number> {
    return this.#reader.run(async (connection) => {
      const [head] = await connection.all('SELECT revision FROM head');
      return Number(head?.['revision'] ?? 0);
    });
  }

  history(): Promise<HistoryEntry[]> {
    return this.#reader.run(readHistory);
  }

  change<Result>(
    work: (transaction: Transaction) => Promise<TransactionResult<Result>>,
  ): Promise<Result> {
    return this.#writer.transaction('BEGIN IMMEDIATE', async (connection) => {
      const transaction = new SqliteTransaction(connection);
      const verdict = await work(transaction);
      if (verdict.keep) await transaction.finish(verdict.keep.entry);
      return verdict;
    });
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#writer.close();
  }
}
