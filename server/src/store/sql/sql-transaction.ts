import { randomBytes } from 'node:crypto';
import type { DirectoryRecord, OwnLexicon, Source, Vocabulary } from '@vielfalt/feed';
import { KEPT_PAPERS } from '../store.js';
import type {
  Before,
  Changes,
  Head,
  HistoryEntry,
  KeptPaper,
  RecordKey,
  RecordKind,
  Records,
  Transaction,
} from '../store.js';
import { insert, places, statementsOf } from './connection.js';
import type { Connection, SqlRow, Value } from './connection.js';
import type { PaperChanges, PaperKind, Papers } from '../papers.js';
import { documents, parsed, readHead, readHistory, readPapers, readRevision } from './tables.js';

/** The number of entries of the history that can be taken back, besides those of amendments. */
const ENTRIES_KEPT = 10;

const KEYS_AT_ONCE = 5_000;

/** Enough that no two revisions ever have the same stamp. */
const STAMP_BYTES = 16;

/** Reads and writes inside a transaction that its owner begins and ends. */
export class SqlTransaction implements Transaction {
  readonly #connection: Connection;
  #hasPut = false;
  #entry: number | undefined;
  #next: number | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  head(): Promise<Head | undefined> {
    return readHead(this.#connection);
  }

  async keys(kind: RecordKind): Promise<RecordKey[]> {
    const keys: RecordKey[] = [];
    await this.eachKey(kind, (key) => void keys.push(key));
    return keys;
  }

  async eachKey(kind: RecordKind, use: (key: RecordKey) => void): Promise<void> {
    // The driver makes new strings for each row, but only a few of these differ.
    const sharedTexts = new Map<unknown, string>();
    const one = (text: unknown): string => {
      const known = sharedTexts.get(text) ?? String(text);
      sharedTexts.set(text, known);
      return known;
    };
    for (let last = '', rows: SqlRow[]; ;) {
      rows = await this.#connection.all(
        `SELECT id, slug, source, record, status FROM ${kind}
         WHERE id > ? ORDER BY id LIMIT ${KEYS_AT_ONCE}`,
        last,
      );
      for (const { id, slug, source, record, status } of rows) {
        use({ id, slug, source: one(source), record, status: one(status) } as RecordKey);
      }
      if (rows.length < KEYS_AT_ONCE) return;
      last = String(rows.at(-1)?.['id']);
    }
  }

  async records<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<Records[Kind][]> {
    const found: Records[Kind][] = [];
    for (const some of statementsOf(ids)) {
      found.push(
        ...(await documents<Records[Kind]>(
          this.#connection,
          `SELECT document FROM ${kind} WHERE id IN (${places(some.length)})`,
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
    if (entry < oldestKept(await this.history())) return undefined;
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
    const papers = KEPT_PAPERS.flatMap((kind) => {
      const were = of<Papers[typeof kind]>(kind);
      return were.length > 0 ? [[kind, were]] : [];
    });
    return {
      ...(directory?.document && { directory: directory.document }),
      ...(vocabulary?.document && { vocabulary: vocabulary.document }),
      ...(lexicon?.document && { lexicon: lexicon.document }),
      providers: of('provider'),
      offers: of('offer'),
      networks: of('network'),
      ...(papers.length > 0 && { papers: Object.fromEntries(papers) as Before['papers'] }),
    };
  }

  papers<Kind extends PaperKind>(
    kind: Kind,
    ids?: readonly string[],
  ): Promise<Map<string, Papers[Kind]>> {
    return readPapers(this.#connection, kind, ids);
  }

  async putPapers<Kind extends PaperKind>(kind: Kind, changes: PaperChanges<Kind>): Promise<void> {
    if (isKept(kind)) await this.#keepPapers(kind, [...changes.keys()]);
    const rows: [string, string, string][] = [];
    const gone: string[] = [];
    for (const [id, paper] of changes) {
      if (paper) rows.push([kind, id, JSON.stringify(paper)]);
      else gone.push(id);
    }
    await insert(
      this.#connection,
      'paper',
      ['kind', 'id', 'document'],
      rows,
      'ON CONFLICT (kind, id) DO UPDATE SET document = excluded.document',
    );
    for (const some of statementsOf(gone)) {
      await this.#connection.all(
        `DELETE FROM paper WHERE kind = ? AND id IN (${places(some.length)})`,
        kind,
        ...some,
      );
    }
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
    if (this.#hasPut) await this.#beginRevision();
    if (entry) {
      const revision = (await this.head())?.revision ?? 0;
      const document = JSON.stringify({ id, revision, ...entry } satisfies HistoryEntry);
      await insert(this.#connection, 'history', ['id', 'document'], [[id, document]]);
    }
    const ending = entry ? `< ${oldestKept(await this.history())}` : `= ${id}`;
    await this.#connection.exec(`DELETE FROM before WHERE entry ${ending}`);
  }

  /** Gives what was put a number and a stamp, and remembers those of before. */
  async #beginRevision(): Promise<void> {
    await this.#connection.exec(
      `INSERT INTO past_revision (revision, stamp)
       SELECT revision, stamp FROM head WHERE revision > 0
       ON CONFLICT (revision) DO UPDATE SET stamp = excluded.stamp`,
    );
    const stamp = randomBytes(STAMP_BYTES).toString('hex');
    await this.#connection.all('UPDATE head SET revision = revision + 1, stamp = ?', stamp);
  }

  async #nextEntry(): Promise<number> {
    if (this.#entry === undefined) {
      const [row] = await this.#connection.all('SELECT max(id) AS latest FROM history');
      this.#entry = Number(row?.['latest'] ?? 0) + 1;
    }
    return this.#entry;
  }

  /** The revision that what is put belongs to. */
  async #revision(): Promise<number> {
    return (this.#next ??= (await readRevision(this.#connection)).revision + 1);
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
    const row = {
      id: 1,
      revision: 0,
      directory: JSON.stringify(next.directory),
      vocabulary: JSON.stringify(next.vocabulary),
      lexicon: next.lexicon.length > 0 ? JSON.stringify(next.lexicon) : null,
    };
    await insert(
      this.#connection,
      'head',
      Object.keys(row),
      [Object.values(row)],
      replacing('directory', 'vocabulary', 'lexicon'),
    );
    this.#hasPut = true;
  }

  async #keepBefore(kind: 'directory' | 'vocabulary' | 'lexicon', document: object): Promise<void> {
    await insert(
      this.#connection,
      'before',
      ['entry', 'kind', 'id', 'document'],
      [[await this.#nextEntry(), kind, kind, JSON.stringify(document)]],
      'ON CONFLICT DO NOTHING',
    );
  }

  /** Keeps the records as they are, and of those that are not there that they were not. */
  async #keepRecords(kind: RecordKind, ids: readonly string[]): Promise<void> {
    const entry = await this.#nextEntry();
    for (const some of statementsOf(ids)) {
      await this.#connection.all(
        `INSERT INTO before (entry, kind, id, document)
         SELECT ${entry}, '${kind}', ids.column1, ${kind}.document
         FROM (VALUES ${some.map(() => '(?)').join(', ')}) AS ids
         LEFT JOIN ${kind} ON ${kind}.id = ids.column1
         WHERE true ON CONFLICT DO NOTHING`,
        ...some,
      );
    }
  }

  /** Keeps papers as they are, and of those that are not there that they were not. */
  async #keepPapers(kind: KeptPaper, ids: readonly string[]): Promise<void> {
    const were = await this.papers(kind, ids);
    const rows = ids.map((id) => {
      const paper = were.get(id);
      return [id, paper ? JSON.stringify(paper) : null] as const;
    });
    const entry = await this.#nextEntry();
    await insert(
      this.#connection,
      'before',
      ['entry', 'kind', 'id', 'document'],
      rows.map(([id, document]) => [entry, kind, id, document]),
      'ON CONFLICT DO NOTHING',
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
      await this.#keepRecords(
        table,
        records.map(({ id }) => id),
      );
    }
    const revision: Record<string, Value> =
      table === 'source' ? {} : { revision: await this.#revision() };
    const columns = [...Object.keys({ ...columnsOf(first), ...revision }), 'document'];
    await insert(
      this.#connection,
      table,
      columns,
      records.map((record) => [
        ...Object.values({ ...columnsOf(record), ...revision }),
        JSON.stringify(record),
      ]),
      replacing(...columns.filter((column) => column !== 'id')),
    );
    this.#hasPut = true;
  }
}

/** The oldest entry of the history, the latest first, that what it replaced is kept of. */
function oldestKept(history: readonly HistoryEntry[]): number {
  return history.filter(({ amended }) => !amended)[ENTRIES_KEPT - 1]?.id ?? 1;
}

function isKept(kind: PaperKind): kind is KeptPaper {
  return KEPT_PAPERS.some((kept) => kept === kind);
}

/** The clause by which a row takes the place of the one with its id. */
function replacing(...columns: string[]): string {
  const updates = columns.map((name) => `${name} = excluded.${name}`);
  return `ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;
}

function columnsOf({ id, source, record, slug, status, changed }: Records[RecordKind]) {
  return { id, source, record, slug, status: status ?? 'published', changed: changed ?? null };
}
