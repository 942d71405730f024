import type pg from 'pg';
import { StoreError } from '../error.js';
import { Mutex } from '../mutex.js';
import { checkValues, inTransaction, type Connection, type Value } from '../sql/connection.js';
import type { Access } from '../sql/sql-store.js';
import type { TransactionResult } from '../store.js';
import { Listener } from './listener.js';
import { BEGIN_WRITING, migrate } from './migrations.js';
import { PostgresServer } from './server.js';

/** A writer, and reads beside it. */
const CONNECTIONS = 4;

/** Tells those who listen, when the transaction is kept. */
const TELL = `NOTIFY ${Listener.CHANNEL}`;

/**
 * Opens, and where needed makes or updates, the tables in a database of PostgreSQL.
 * @param options `create: false` refuses (trouble `missing`) where there are none yet
 * @throws StoreError
 */
export async function openPostgres(url: string, options: { create: boolean }): Promise<Access> {
  const server = new PostgresServer(url);
  // By itself, since a pool leaves a connection open that has failed half way in.
  const client = server.client();
  client.on('error', ignore);
  try {
    await client.connect().catch((error: unknown) => {
      throw server.error(error);
    });
    await migrate(new PostgresConnection(client, server), server.name, options);
  } finally {
    await client.end().catch(ignore);
  }
  return new PostgresAccess(server);
}

/** The statement under way fails by itself; between two there is nobody else to tell. */
const ignore = () => undefined;

/** Connections are taken from a pool for each piece of work, and so come back after a failure. */
class PostgresAccess implements Access {
  readonly #server: PostgresServer;
  readonly #pool: pg.Pool;
  /** One writer of this process waits for the others; those of other processes for a lock. */
  readonly #mutex = new Mutex();
  readonly #pending = new Set<Promise<unknown>>();
  #listener: Listener | undefined;
  #isClosed = false;

  constructor(server: PostgresServer) {
    this.#server = server;
    this.#pool = server.pool(CONNECTIONS);
    // Of a connection that nobody uses: it is replaced when somebody needs one.
    this.#pool.on('error', ignore);
  }

  ask<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#track(() => this.#withConnection(work));
  }

  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.ask((connection) =>
      inTransaction(connection, 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY', async () => ({
        result: await work(connection),
      })),
    );
  }

  write<Result>(
    work: (connection: Connection) => Promise<TransactionResult<Result>>,
  ): Promise<Result> {
    return this.#track(() =>
      this.#mutex.run(() => this.#withConnection((connection) => writeIn(connection, work))),
    );
  }

  watch(onChange: () => void): void {
    this.#listener = new Listener(this.#server, onChange);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#listener?.close();
    await Promise.allSettled(this.#pending);
    await this.#pool.end();
  }

  /** Refuses work once it is closed, and remembers what is under way. */
  async #track<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new StoreError('closed', 'The store has been closed.');
    const running = work();
    this.#pending.add(running);
    try {
      return await running;
    } finally {
      this.#pending.delete(running);
    }
  }

  async #withConnection<Result>(
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.#connect();
    client.on('error', ignore);
    let isUsable = false;
    try {
      const result = await work(new PostgresConnection(client, this.#server));
      isUsable = true;
      return result;
    } finally {
      client.off('error', ignore);
      client.release(!isUsable);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw this.#server.error(error);
    }
  }
}

/** Says whether PostgreSQL could keep a value: its text has no U+0000, and no half of a character. */
function isKept(value: Value): boolean {
  return typeof value !== 'string' || !/\0|\p{Surrogate}/u.test(value);
}

/** Said where the answer to COMMIT is lost. */
const MAY_BE_KEPT =
  'It was lost while the change was being kept, which may have been done: vielfalt history says.';

/** @throws StoreError that says what has become of the change where the server was lost meanwhile */
async function writeIn<Result>(
  connection: Connection,
  work: (connection: Connection) => Promise<TransactionResult<Result>>,
): Promise<Result> {
  let outcome = 'Nothing was changed.';
  try {
    return await inTransaction(connection, BEGIN_WRITING, async () => {
      const verdict = await work(connection);
      if (verdict.keep) await connection.exec(TELL);
      if (verdict.keep) outcome = MAY_BE_KEPT;
      return verdict;
    });
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble !== 'unreachable') throw error;
    throw new StoreError(error.trouble, `${error.message} ${outcome}`, { cause: error });
  }
}

class PostgresConnection implements Connection {
  readonly #client: pg.ClientBase;
  readonly #server: PostgresServer;

  constructor(client: pg.ClientBase, server: PostgresServer) {
    this.#client = client;
    this.#server = server;
  }

  async all(sql: string, ...values: Value[]) {
    checkValues(sql, values);
    // Compared with nothing, since nothing is like it.
    const asked = /^\s*SELECT/.test(sql)
      ? values.map((value) => (isKept(value) ? value : null))
      : values;
    let place = 0;
    const text = sql.replaceAll('?', () => `$${++place}`);
    try {
      const { rows } = await this.#client.query<Record<string, unknown>>(text, asked);
      return rows;
    } catch (error) {
      throw this.#server.error(error);
    }
  }

  async exec(sql: string): Promise<void> {
    try {
      await this.#client.query(sql);
    } catch (error) {
      throw this.#server.error(error);
    }
  }

  /** It goes back to where it was taken from. */
  async close(): Promise<void> {}
}
