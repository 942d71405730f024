import { StoreError } from '../error.js';
import { inTransaction, type Connection } from '../sql/connection.js';

/** The oldest PostgreSQL that is tried, as the server counts its versions. */
const OLDEST = 130_000;

/** Held by whoever writes, until its transaction ends: two never come between each other. */
const WRITER_LOCK = 0x5669656c; // "Viel"

/**
 * Begins a transaction that writes: it waits ten seconds for another one. A machine that has gone
 * without a word is noticed within two minutes, and lets others in.
 */
export const BEGIN_WRITING = `
  BEGIN;
  SET LOCAL lock_timeout = '10s';
  SET LOCAL tcp_keepalives_idle = 60;
  SET LOCAL tcp_keepalives_interval = 10;
  SET LOCAL tcp_keepalives_count = 6;
  SELECT pg_advisory_xact_lock(${WRITER_LOCK});
`;

/** Text that is compared by its bytes, as SQLite does. */
const KEY = 'TEXT COLLATE "C"';

const record = (more = '') => `(
    id ${KEY} PRIMARY KEY,
    source ${KEY} NOT NULL REFERENCES source (id),
    record ${KEY} NOT NULL,
    slug ${KEY} NOT NULL UNIQUE,
    status TEXT NOT NULL,${more}
    changed TEXT,
    document JSON NOT NULL,
    UNIQUE (source, record)
  )`;

/**
 * One entry for each version of the tables, forever: a published entry is never edited, a change of
 * the tables is a new one, here and in SQLite's. Columns are named as there, since both are read and
 * written by the same statements. `JSON` keeps a document letter by letter, which `JSONB` does not.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE vielfalt (version INTEGER NOT NULL);
  INSERT INTO vielfalt VALUES (0);
  CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL,
    directory JSON NOT NULL,
    vocabulary JSON NOT NULL,
    lexicon JSON
  );
  CREATE TABLE source (id ${KEY} PRIMARY KEY, document JSON NOT NULL);
  CREATE TABLE provider ${record()};
  CREATE TABLE offer ${record(`
    provider ${KEY} NOT NULL REFERENCES provider (id),`)};
  CREATE INDEX offer_provider ON offer (provider);
  CREATE TABLE network ${record()};
  CREATE TABLE history (id BIGINT PRIMARY KEY, document JSON NOT NULL);
  CREATE TABLE before (
    entry BIGINT NOT NULL,
    kind ${KEY} NOT NULL,
    id ${KEY} NOT NULL,
    document JSON,
    PRIMARY KEY (entry, kind, id)
  );
  `,
  // What waits for the office, what it decided and what was promised, beside the records.
  `
  CREATE TABLE paper (
    kind ${KEY} NOT NULL,
    id ${KEY} NOT NULL,
    document JSON NOT NULL,
    PRIMARY KEY (kind, id)
  );
  `,
  // What is made of a revision in advance, to be answered from.
  `
  CREATE TABLE edition (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL,
    program TEXT NOT NULL,
    complete INTEGER NOT NULL,
    touched BIGINT NOT NULL
  );
  CREATE TABLE edition_part (
    edition BIGINT NOT NULL,
    name ${KEY} NOT NULL,
    number INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (edition, name, number)
  );
  CREATE TABLE edition_record (
    edition BIGINT NOT NULL,
    kind ${KEY} NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id ${KEY} NOT NULL,
    slug ${KEY} NOT NULL,
    status TEXT NOT NULL,
    changed TEXT,
    moment BIGINT,
    document JSON NOT NULL,
    PRIMARY KEY (edition, kind, number)
  );
  CREATE INDEX edition_record_id ON edition_record (edition, kind, id);
  CREATE INDEX edition_record_slug ON edition_record (edition, kind, slug);
  CREATE INDEX edition_record_position ON edition_record (edition, kind, position);
  `,
  // The revision that put a record, and what a later one changes in an edition: NULL: it is whole.
  `
  ALTER TABLE provider ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
  ALTER TABLE offer ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
  ALTER TABLE network ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
  CREATE INDEX provider_revision ON provider (revision);
  CREATE INDEX offer_revision ON offer (revision);
  CREATE INDEX network_revision ON network (revision);
  ALTER TABLE edition ADD COLUMN base BIGINT;
  CREATE TABLE edition_change (
    base BIGINT NOT NULL,
    kind ${KEY} NOT NULL,
    number INTEGER NOT NULL,
    edition BIGINT NOT NULL,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source ${KEY} NOT NULL,
    record ${KEY} NOT NULL,
    id ${KEY} NOT NULL,
    slug ${KEY} NOT NULL,
    status TEXT NOT NULL,
    changed TEXT,
    moment BIGINT,
    document JSON NOT NULL,
    PRIMARY KEY (base, kind, number, edition)
  );
  CREATE INDEX edition_change_id ON edition_change (base, kind, id);
  CREATE INDEX edition_change_slug ON edition_change (base, kind, slug);
  `,
  // A stamp that tells a revision from another one of its number; those that led to the latest one.
  `
  ALTER TABLE head ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
  UPDATE head SET stamp = replace(gen_random_uuid()::text, '-', '');
  CREATE TABLE past_revision (revision BIGINT PRIMARY KEY, stamp TEXT NOT NULL);
  ALTER TABLE edition ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
  UPDATE edition SET stamp = (SELECT stamp FROM head)
  WHERE revision = (SELECT revision FROM head);
  `,
];

const TABLES = [
  ...['vielfalt', 'head', 'past_revision', 'source', 'provider', 'offer', 'network', 'history'],
  ...['before', 'paper'],
  ...['edition', 'edition_part', 'edition_record', 'edition_change'],
];

/**
 * Says whether there are tables; throws where they are another program's, or the server is none
 * that can have ours.
 * @param name the database's, for messages
 */
async function hasTables(connection: Connection, name: string): Promise<boolean> {
  const [server] = await connection.all(
    `SELECT current_setting('server_version_num') AS version,
       current_setting('server_version') AS called, current_setting('server_encoding') AS encoding,
       current_schema() AS schema, current_user AS role`,
  );
  if (Number(server?.['version']) < OLDEST) {
    throw new StoreError(
      'outdated',
      `The database server of ${name} is PostgreSQL ${String(server?.['called'])}. Version ${OLDEST / 10_000} or later is needed.`,
    );
  }
  if (server?.['encoding'] !== 'UTF8') {
    throw new StoreError(
      'foreign',
      `The database ${name} has the encoding ${String(server?.['encoding'])}, which has no room for all languages. Make one with UTF8: createdb --encoding UTF8 --template template0 …`,
    );
  }
  if (server['schema'] === null) {
    const role = String(server['role']);
    throw new StoreError(
      'refused',
      `The user "${role}" may use no schema of the database ${name}, and so sees no tables: GRANT USAGE ON SCHEMA public TO "${role}".`,
    );
  }
  const tables = await connection.all(
    `SELECT relname AS name, (
       SELECT count(*) FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'version'
     ) AS versions
     FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
       AND relkind IN ('r', 'p', 'v') AND relname IN (${TABLES.map((table) => `'${table}'`).join(', ')})`,
  );
  if (tables.some(({ name, versions }) => name === 'vielfalt' && Number(versions) > 0)) return true;
  const [first] = tables;
  if (!first) return false;
  throw new StoreError(
    'foreign',
    `The database ${name} has a table "${String(first['name'])}" of another program. Name a database of its own in DATABASE_URL.`,
  );
}

/** The version of the tables; 0 where there are none. Throws where they never can be used. */
async function versionOf(connection: Connection, name: string): Promise<number> {
  if (!(await hasTables(connection, name))) return 0;
  const [row] = await connection.all('SELECT version FROM vielfalt');
  const version = Number(row?.['version']);
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      'newer',
      `The database ${name} was written by a newer Vielfalt (version ${version} of its tables; this program knows up to ${MIGRATIONS.length}). Update this program, or use a backup from before.`,
    );
  }
  return version;
}

/**
 * Brings a database's tables up to date, all or nothing; current ones are only looked at.
 * @param options `create: false` refuses (trouble `missing`) where there are none
 */
export async function migrate(
  connection: Connection,
  name: string,
  { create }: { create: boolean },
): Promise<void> {
  const found = await versionOf(connection, name);
  if (found === MIGRATIONS.length) return;
  if (found === 0 && !create) {
    const [user] = await connection.all(
      `SELECT current_user AS role, has_schema_privilege(current_schema(), 'CREATE')::int AS makes`,
    );
    const role = String(user?.['role']);
    const grant = ` The user "${role}" may make no tables in it: GRANT CREATE ON SCHEMA public TO "${role}".`;
    throw new StoreError(
      'missing',
      `The database ${name} is empty. Import a file first (vielfalt import FILE), or set DATABASE_URL to where the directory is.${user?.['makes'] === '0' ? grant : ''}`,
    );
  }
  await inTransaction(connection, BEGIN_WRITING, async () => {
    // Looked at again: another process may have come first.
    const version = await versionOf(connection, name);
    for (const statements of MIGRATIONS.slice(version)) await connection.exec(statements);
    await connection.exec(`UPDATE vielfalt SET version = ${MIGRATIONS.length}`);
    return { keep: true, result: undefined };
  });
}
