import type { DirectoryRecord, Offer, Provider, Source, Vocabulary } from '@vielfalt/feed';
import { StoreError } from '../error.js';
import { Mutex } from '../mutex.js';
import { isEmpty } from '../store.js';
import type { Changes, DirectoryState, Store } from '../store.js';
import { migrate } from './migrations.js';
import type { Connection, Driver, Value } from './driver.js';

/** How long a writer waits for another process's transaction. */
const BUSY_TIMEOUT_MS = 10_000;

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
        // FULL: what an office typed must outlast a power cut, and writing is rare.
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
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
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    return this.run(async (connection) => {
      await connection.exec(begin);
      try {
        const result = await work(connection);
        await connection.exec('COMMIT');
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
    return this.#reader.transaction('BEGIN', readState);
  }

  revision(): Promise<number> {
    return this.#reader.run(async (connection) => {
      const [head] = await connection.all('SELECT revision FROM head');
      return Number(head?.['revision'] ?? 0);
    });
  }

  update<Result>(
    work: (current: DirectoryState | undefined) => { changes: Changes; result: Result },
  ): Promise<Result> {
    return this.#writer.transaction('BEGIN IMMEDIATE', async (connection) => {
      const current = await readState(connection);
      const { changes, result } = work(current);
      if (!isEmpty(changes)) await write(connection, current, changes);
      return result;
    });
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#writer.close();
  }
}

async function readState(connection: Connection): Promise<DirectoryState | undefined> {
  const [head] = await connection.all('SELECT revision, directory, vocabulary FROM head');
  if (!head) return undefined;
  return {
    revision: Number(head['revision']),
    directory: parsed<DirectoryRecord>(head['directory']),
    vocabulary: parsed<Vocabulary>(head['vocabulary']),
    sources: await documents<Source>(connection, 'SELECT document FROM source ORDER BY id'),
    providers: await documents<Provider>(
      connection,
      'SELECT document FROM provider ORDER BY source, record',
    ),
    offers: await documents<Offer>(
      connection,
      'SELECT document FROM offer ORDER BY source, record',
    ),
  };
}

async function documents<Document>(connection: Connection, sql: string): Promise<Document[]> {
  const rows = await connection.all(sql);
  return rows.map((row) => parsed<Document>(row['document']));
}

/** What stands in the tables was checked when it was written. */
function parsed<Document>(text: unknown): Document {
  return JSON.parse(String(text)) as Document;
}

async function write(
  connection: Connection,
  current: DirectoryState | undefined,
  changes: Changes,
): Promise<void> {
  const directory = changes.directory ?? current?.directory;
  const vocabulary = changes.vocabulary ?? current?.vocabulary;
  if (!directory || !vocabulary) {
    throw new TypeError('the first changes must bring a directory and a vocabulary');
  }
  await connection.runEach(
    `INSERT INTO head (id, revision, directory, vocabulary) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       revision = excluded.revision,
       directory = excluded.directory,
       vocabulary = excluded.vocabulary`,
    [[(current?.revision ?? 0) + 1, JSON.stringify(directory), JSON.stringify(vocabulary)]],
  );
  await upsert(connection, 'source', changes.sources ?? [], ({ id }) => ({ id }));
  await upsert(connection, 'provider', changes.providers ?? [], (provider) => ({
    ...keys(provider),
    status: provider.status ?? 'published',
  }));
  await upsert(connection, 'offer', changes.offers ?? [], (offer) => ({
    ...keys(offer),
    status: offer.status,
    provider: offer.provider,
  }));
}

function keys({ id, source, record, slug, changed }: Provider | Offer) {
  return { id, source, record, slug, changed: changed ?? null };
}

async function upsert<Document>(
  connection: Connection,
  table: string,
  records: Document[],
  columnsOf: (record: Document) => Record<string, Value>,
): Promise<void> {
  const [first] = records;
  if (!first) return;
  const columns = [...Object.keys(columnsOf(first)), 'document'];
  const updates = columns.filter((column) => column !== 'id');
  await connection.runEach(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${updates.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    records.map((record) => [...Object.values(columnsOf(record)), JSON.stringify(record)]),
  );
}
