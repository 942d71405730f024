import type { DirectoryRecord, OwnLexicon, Source, Vocabulary } from '@vielfalt/feed';
import type {
  Before,
  Changes,
  Head,
  HistoryEntry,
  RecordKey,
  RecordKind,
  Records,
  Transaction,
} from '../store.js';
import type { Connection, SqlRow, Value } from './driver.js';
import { documents, parsed, readHead, readHistory } from './tables.js';

/** The number of entries of the history that can be taken back. */
const ENTRIES_KEPT = 10;

const KEYS_AT_ONCE = 5_000;

/** SQLite may refuse a statement with more placeholders. */
const MOST_PLACES = 500;

/** Reads and writes inside a transaction that its owner begins and ends. */
export class SqliteTransaction implements Transaction {
  readonly #connection: Connection;
  #hasPut = false;
  #entry: number | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  head(): Promise<Head | undefined> {
    return readHead(this.#connection);
  }

  async keys(kind: RecordKind): Promise<RecordKey[]> {
    const keys: RecordKey[] = [];
    // The driver makes new strings for each row, but only a few of these differ.
    const sharedTexts = new Map<unknown, string>();
    const one = (text: unknown): string => {
      const known = sharedTexts.get(text) ?? String(text);
      sharedTexts.set(text, known);
      return known;
    };
    for (let last = 0, rows: SqlRow[]; ;) {
      rows = await this.#connection.all(
        `SELECT rowid AS number, id, slug, source, record, status FROM ${kind}
         WHERE rowid > ? ORDER BY rowid LIMIT ${KEYS_AT_ONCE}`,
        last,
      );
      for (const { id, slug, source, record, status } of rows) {
        keys.push({ id, slug, source: one(source), record, status: one(status) } as RecordKey);
      }
      if (rows.length < KEYS_AT_ONCE) return keys;
      last = Number(rows.at(-1)?.['number']);
    }
  }

  async records<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<Records[Kind][]> {
    const found: Records[Kind][] = [];
    for (let start = 0; start < ids.length; start += MOST_PLACES) {
      const some = ids.slice(start, start + MOST_PLACES);
      const places = some.map(() => '?').join(', ');
      found.push(
        ...(await documents<Records[Kind]>(
          this.#connection,
          `SELECT document FROM ${kind} WHERE id IN (${places})`,
          ...some,
        )),
      );
    }
    return found;
  }

  history(): Promise<HistoryEntry[]> {
    return readHistory(this.#connection);
  }

  async before(entry: number): Promise<Before | undefined> {
    if (entry < (await this.#nextEntry()) - ENTRIES_KEPT) return undefined;
    const rows = await this.#connection.all(
      'SELECT kind, id, document FROM before WHERE entry = ? ORDER BY kind, id',
      entry,
    );
    const of = <Document>(kind: string) =>
      rows
        .filter((row) => row['kind'] === kind)
        .map(({ id, document }) => ({
          id: String(id),
          ...(document !== null && { document: parsed<Document>(document) }),
        }));
    const [directory] = of<DirectoryRecord>('directory');
    const [vocabulary] = of<Vocabulary>('vocabulary');
    const [lexicon] = of<OwnLexicon>('lexicon');
    return {
      ...(directory?.document && { directory: directory.document }),
      ...(vocabulary?.document && { vocabulary: vocabulary.document }),
      ...(lexicon?.document && { lexicon: lexicon.document }),
      providers: of('provider'),
      offers: of('offer'),
      networks: of('network'),
    };
  }

  async put(changes: Changes): Promise<void> {
    await this.#putHead(changes);
    await this.#upsert('source', changes.sources ?? [], ({ id }) => ({ id }));
    await this.#upsert('provider', changes.providers ?? [], columnsOf);
    await this.#upsert('offer', changes.offers ?? [], (offer) => ({
      ...columnsOf(offer),
      provider: offer.provider,
    }));
    await this.#upsert('network', changes.networks ?? [], columnsOf);
  }

  /** Increments the revision where something was put, and records the entry. */
  async finish(entry: Omit<HistoryEntry, 'id' | 'revision'> | undefined): Promise<void> {
    const id = await this.#nextEntry();
    if (this.#hasPut) await this.#connection.exec('UPDATE head SET revision = revision + 1');
    if (entry) {
      const revision = (await this.head())?.revision ?? 0;
      await this.#connection.runEach('INSERT INTO history (id, document) VALUES (?, ?)', [
        [id, JSON.stringify({ id, revision, ...entry } satisfies HistoryEntry)],
      ]);
    }
    const ending = entry ? `<= ${id - ENTRIES_KEPT}` : `= ${id}`;
    await this.#connection.exec(`DELETE FROM before WHERE entry ${ending}`);
  }

  async #nextEntry(): Promise<number> {
    if (this.#entry === undefined) {
      const [row] = await this.#connection.all('SELECT max(id) AS latest FROM history');
      this.#entry = Number(row?.['latest'] ?? 0) + 1;
    }
    return this.#entry;
  }

  async #putHead({ directory, vocabulary, lexicon }: Changes): Promise<void> {
    if (!directory && !vocabulary && !lexicon) return;
    const before = await this.head();
    const next = {
      directory: directory ?? before?.directory,
      vocabulary: vocabulary ?? before?.vocabulary,
      lexicon: lexicon ?? before?.lexicon ?? [],
    };
    if (!next.directory || !next.vocabulary) {
      throw new TypeError('the first changes must bring a directory and a vocabulary');
    }
    if (before) {
      if (directory) await this.#keepBefore('directory', before.directory);
      if (vocabulary) await this.#keepBefore('vocabulary', before.vocabulary);
      if (lexicon) await this.#keepBefore('lexicon', before.lexicon ?? []);
    }
    await this.#connection.runEach(
      `INSERT INTO head (id, revision, directory, vocabulary, lexicon) VALUES (1, 0, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET
         directory = excluded.directory, vocabulary = excluded.vocabulary,
         lexicon = excluded.lexicon`,
      [
        [
          JSON.stringify(next.directory),
          JSON.stringify(next.vocabulary),
          next.lexicon.length > 0 ? JSON.stringify(next.lexicon) : null,
        ],
      ],
    );
    this.#hasPut = true;
  }

  async #keepBefore(kind: 'directory' | 'vocabulary' | 'lexicon', document: object): Promise<void> {
    await this.#connection.runEach(
      'INSERT OR IGNORE INTO before (entry, kind, id, document) VALUES (?, ?, ?, ?)',
      [[await this.#nextEntry(), kind, kind, JSON.stringify(document)]],
    );
  }

  async #upsert<Document extends Source | Records[RecordKind]>(
    table: 'source' | RecordKind,
    records: readonly Document[],
    columnsOf: (record: Document) => Record<string, Value>,
  ): Promise<void> {
    const [first] = records;
    if (!first) return;
    if (table !== 'source') {
      const entry = await this.#nextEntry();
      await this.#connection.runEach(
        `INSERT OR IGNORE INTO before (entry, kind, id, document)
         SELECT ?, '${table}', ids.value, ${table}.document
         FROM json_each(?) AS ids LEFT JOIN ${table} ON ${table}.id = ids.value`,
        [[entry, JSON.stringify(records.map(({ id }) => id))]],
      );
    }
    const columns = [...Object.keys(columnsOf(first)), 'document'];
    const updates = columns.filter((column) => column !== 'id');
    await this.#connection.runEach(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${updates.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      records.map((record) => [...Object.values(columnsOf(record)), JSON.stringify(record)]),
    );
    this.#hasPut = true;
  }
}

function columnsOf({ id, source, record, slug, status, changed }: Records[RecordKind]) {
  return { id, source, record, slug, status: status ?? 'published', changed: changed ?? null };
}
