import { StoreError } from '../error.js';
import type { Connection } from '../sql/connection.js';

/** "Viel", so that a database of another program is never mistaken for ours. */
const APPLICATION_ID = 0x5669656c;

/**
 * One entry for each version of the tables, forever: a published entry is never edited, a change of
 * the tables is a new one. Records are JSON documents; there are other columns only where the
 * database itself must enforce a rule (unique keys, references).
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL,
    directory TEXT NOT NULL CHECK (json_valid(directory)),
    vocabulary TEXT NOT NULL CHECK (json_valid(vocabulary))
  ) STRICT;
  CREATE TABLE source (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL CHECK (json_valid(document))
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE provider (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    record TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    changed TEXT,
    document TEXT NOT NULL CHECK (json_valid(document)),
    UNIQUE (source, record)
  ) STRICT;
  CREATE TABLE offer (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    record TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    provider TEXT NOT NULL REFERENCES provider (id),
    changed TEXT,
    document TEXT NOT NULL CHECK (json_valid(document)),
    UNIQUE (source, record)
  ) STRICT;
  CREATE INDEX offer_provider ON offer (provider);
  `,
  // The records that an entry of the history replaced; NULL: there was nothing.
  `
  CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL CHECK (json_valid(document))
  ) STRICT;
  CREATE TABLE before (
    entry INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT CHECK (json_valid(document)),
    PRIMARY KEY (entry, kind, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // Words of the office's own; NULL: none.
  `
  ALTER TABLE head ADD COLUMN lexicon TEXT CHECK (json_valid(lexicon));
  `,
  // Whether an offer has seats left stood under `places`, as towns do.
  `
  UPDATE offer
  SET document = json_remove(
    json_set(document, '$.openings', json_extract(document, '$.places')), '$.places'
  )
  WHERE json_type(document, '$.places') = 'object';
  UPDATE before
  SET document = json_remove(
    json_set(document, '$.openings', json_extract(document, '$.places')), '$.places'
  )
  WHERE kind = 'offer' AND json_type(document, '$.places') = 'object';
  `,
  // Members are no references: a network keeps who was in it when a provider has gone.
  `
  CREATE TABLE network (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    record TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    changed TEXT,
    document TEXT NOT NULL CHECK (json_valid(document)),
    UNIQUE (source, record)
  ) STRICT;
  `,
  // What waits for the office, what it decided and what was promised, beside the records.
  `
  CREATE TABLE paper (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // What is made of a revision in advance, to be answered from.
  `
  CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    program TEXT NOT NULL,
    complete INTEGER NOT NULL,
    touched INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE edition_part (
    edition INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (edition, name, number)
  ) STRICT;
  CREATE TABLE edition_record (
    edition INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    changed TEXT,
    moment INTEGER,
    document TEXT NOT NULL,
    PRIMARY KEY (edition, kind, number)
  ) STRICT;
  CREATE INDEX edition_record_id ON edition_record (edition, kind, id);
  CREATE INDEX edition_record_slug ON edition_record (edition, kind, slug);
  CREATE INDEX edition_record_position ON edition_record (edition, kind, position);
  `,
  // The revision that put a record, and what a later one changes in an edition: NULL: it is whole.
  `
  ALTER TABLE provider ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE offer ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE network ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX provider_revision ON provider (revision);
  CREATE INDEX offer_revision ON offer (revision);
  CREATE INDEX network_revision ON network (revision);
  ALTER TABLE edition ADD COLUMN base INTEGER;
  CREATE TABLE edition_change (
    base INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    record TEXT NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    changed TEXT,
    moment INTEGER,
    document TEXT NOT NULL,
    PRIMARY KEY (base, kind, number, edition)
  ) STRICT;
  CREATE INDEX edition_change_id ON edition_change (base, kind, id);
  CREATE INDEX edition_change_slug ON edition_change (base, kind, slug);
  `,
  // A stamp that tells a revision from another one of its number; those that led to the latest one.
  `
  ALTER TABLE head ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
  UPDATE head SET stamp = lower(hex(randomblob(16)));
  CREATE TABLE past_revision (revision INTEGER PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
  ALTER TABLE edition ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
  UPDATE edition SET stamp = (SELECT stamp FROM head)
  WHERE revision = (SELECT revision FROM head);
  `,
];

async function pragma(connection: Connection, name: string): Promise<number> {
  const [row] = await connection.all(`PRAGMA ${name}`);
  return Number(row?.[name] ?? 0);
}

/** Says whether there are tables; throws where they are another program's. */
export async function hasTables(connection: Connection, path: string): Promise<boolean> {
  const [tables] = await connection.all(`SELECT count(*) AS count FROM sqlite_schema`);
  if (Number(tables?.['count']) === 0) return false;
  if ((await pragma(connection, 'application_id')) === APPLICATION_ID) return true;
  throw new StoreError(
    'foreign',
    `${path} is a database of another program. Name another file in DATABASE_URL.`,
  );
}

/** Says whether the tables are those that this program writes; throws where they never can be. */
async function isCurrent(connection: Connection, path: string): Promise<boolean> {
  const version = await pragma(connection, 'user_version');
  if (await hasTables(connection, path)) {
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        'newer',
        `The database ${path} was written by a newer Vielfalt (version ${version} of its tables; this program knows up to ${MIGRATIONS.length}). Update this program, or use a backup from before.`,
      );
    }
  }
  return version === MIGRATIONS.length;
}

/** Brings a database's tables up to date, all or nothing; a current one is only looked at. */
export async function migrate(connection: Connection, path: string): Promise<void> {
  if (await isCurrent(connection, path)) return;
  await connection.exec('BEGIN IMMEDIATE');
  try {
    // Checked again: another process may have come first.
    if (!(await isCurrent(connection, path))) {
      const version = await pragma(connection, 'user_version');
      for (const statements of MIGRATIONS.slice(version)) await connection.exec(statements);
      await connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      await connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    }
    await connection.exec('COMMIT');
  } catch (error) {
    await connection.exec('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
