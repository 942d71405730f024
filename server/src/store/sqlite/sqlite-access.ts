import { open, rm } from 'node:fs/promises';
import { StoreError } from '../error.js';
import { Mutex } from '../mutex.js';
import { inTransaction, type Connection } from '../sql/connection.js';
import type { Access } from '../sql/sql-store.js';
import type { Driver } from './driver.js';
import { migrate } from './migrations.js';

/** The time that a statement waits for another process's transaction, in milliseconds. */
const PATIENCE = 10_000;

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
export async function openSqlite(
  driver: Driver,
  path: string,
  options: { create: boolean },
): Promise<Access> {
  const isNew = options.create && path !== MEMORY && (await makeFile(path));
  const writer = new Guarded(await driver.open(path, { ...options, patience: PATIENCE }));
  try {
    await writer.run(async (connection) => {
      await migrate(connection, path);
      await connection.exec(
        // FULL: an office's entries must survive a power cut, and writing is rare.
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -${CACHE_KIB}`,
      );
    });
    const reader = path === MEMORY ? writer : await openReader(driver, path);
    return {
      ask: (work) => reader.run(work),
      read: (work) =>
        reader.run((connection) =>
          inTransaction(connection, 'BEGIN', async () => ({ result: await work(connection) })),
        ),
      write: (work) =>
        writer.run((connection) => inTransaction(connection, 'BEGIN IMMEDIATE', work)),
      async close() {
        await reader.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    // One without tables is nobody's.
    if (isNew) for (const part of ['', '-wal', '-shm']) await rm(path + part, { force: true });
    throw error;
  }
}

/**
 * Makes the file where there is none yet, for its owner alone, since it holds what is not public. Where
 * it cannot be made, the driver says so.
 * @returns whether it was made
 */
async function makeFile(path: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch(() => undefined);
  await file?.close();
  return file !== undefined;
}

/** Reads go over a connection of their own, and so never wait for an import. */
async function openReader(driver: Driver, path: string): Promise<Guarded> {
  const reader = new Guarded(await driver.open(path, { create: false, patience: PATIENCE }));
  try {
    await reader.run((connection) => connection.exec('PRAGMA query_only = ON'));
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

  close(): Promise<void> {
    return this.#mutex.run(async () => {
      if (this.#closed) return;
      this.#closed = true;
      await this.#connection.close();
    });
  }
}
