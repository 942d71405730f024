import type {
  EditionClaim,
  EditionHead,
  EditionRecord,
  Editions,
  NumberedBytes,
  RecordName,
  RecordRange,
} from '../editions.js';
import { RECORD_KINDS, type RecordKind, type Records } from '../store.js';
import { bytesIn, insert, places, statementsOf } from './connection.js';
import type { Connection, SqlRow, Value } from './connection.js';
import type { Access } from './access.js';
import { nextEditionId } from './edition-ids.js';
import { documents, parsed, readHead, readRevision, revisionIn } from './tables.js';

/** A claim that has not been touched for so long, in milliseconds, is nobody's. */
const PATIENCE = 60_000;

/** The number of rows that are read or deleted at once. */
const ROWS_AT_ONCE = 500;
/** The bytes that one transaction writes, so that no other writer waits for long. */
const BYTES_AT_ONCE = 16_000_000;

const RECORD_COLUMNS = [
  'edition',
  'kind',
  'number',
  'position',
  'id',
  'slug',
  'status',
  'changed',
].concat('moment', 'document');

/** Editions in the tables of an SQL database. */
export class SqlEditions implements Editions {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  async offers(): Promise<number> {
    const [row] = await this.#all(`SELECT count(*) AS count FROM offer WHERE status <> 'retired'`);
    return Number(row?.['count']);
  }

  async latest(program: string): Promise<EditionHead | undefined> {
    return this.#access.ask((connection) => completeEdition(connection, program));
  }

  claim(program: string, now: number): Promise<EditionClaim> {
    return this.#access.write<EditionClaim>(async (connection) => {
      const head = await readHead(connection);
      if (!head) return { result: { is: 'empty' } };
      const complete = await completeEdition(connection, program);
      if (complete) {
        const { timeZone } = head.directory;
        return { result: { is: 'complete', edition: complete, timeZone } };
      }
      const [other] = await connection.all(
        'SELECT id FROM edition WHERE complete = 0 AND program = ? AND touched > ?',
        program,
        now - PATIENCE,
      );
      if (other) return { result: { is: 'taken' } };
      const { revision, stamp } = await readRevision(connection);
      const edition = { id: await nextEditionId(connection, now), revision, stamp };
      await insert(
        connection,
        'edition',
        ['id', 'revision', 'stamp', 'program', 'complete', 'touched'],
        [[edition.id, revision, stamp, program, 0, now]],
      );
      return { result: { is: 'mine', edition, head }, keep: {} };
    });
  }

  touch(edition: number, now: number): Promise<boolean> {
    return this.#access.write(async (connection) => {
      const found = await connection.all('SELECT id FROM edition WHERE id = ?', edition);
      await connection.all('UPDATE edition SET touched = ? WHERE id = ?', now, edition);
      return { result: found.length > 0, keep: {} };
    });
  }

  async isCurrent(edition: number): Promise<boolean> {
    const found = await this.#all(
      `SELECT 1 FROM edition JOIN head USING (revision, stamp) WHERE edition.id = ?`,
      edition,
    );
    return found.length > 0;
  }

  async *written<Kind extends RecordKind>(kind: Kind): AsyncIterable<Records[Kind][]> {
    let last = { source: '', record: '' };
    for (let found = ROWS_AT_ONCE; found === ROWS_AT_ONCE;) {
      const rows = await this.#all(
        `SELECT source, record, document FROM ${kind} WHERE (source, record) > (?, ?)
         ORDER BY source, record LIMIT ${ROWS_AT_ONCE}`,
        last.source,
        last.record,
      );
      found = rows.length;
      const { source, record } = rows.at(-1) ?? {};
      last = { source: String(source), record: String(record) };
      if (found > 0) yield rows.map((row) => parsed<Records[Kind]>(row['document']));
    }
  }

  writtenByIds<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<Records[Kind][]> {
    return this.#access.ask(async (connection) => {
      const found: Records[Kind][] = [];
      for (const some of statementsOf(ids)) {
        const sql = `SELECT document FROM ${kind} WHERE id IN (${places(some.length)})`;
        found.push(...(await documents<Records[Kind]>(connection, sql, ...some)));
      }
      return found;
    });
  }

  putRecords(edition: number, kind: RecordKind, records: readonly EditionRecord[]): Promise<void> {
    const rows = records.map(({ number, position, record }): Value[] => {
      const { id, slug, status = 'published', changed } = record;
      const moment = Date.parse(changed ?? '');
      return [
        ...[edition, kind, number, position, id, slug, status, changed ?? null],
        ...[Number.isNaN(moment) ? null : moment, JSON.stringify(record)],
      ];
    });
    return this.#insert('edition_record', RECORD_COLUMNS, rows);
  }

  async putParts(edition: number, name: string, parts: readonly NumberedBytes[]): Promise<void> {
    const columns = ['edition', 'name', 'number', 'bytes'];
    let rows: Value[][] = [];
    let bytes = 0;
    for (const part of parts) {
      const { buffer, byteOffset, byteLength } = part.bytes;
      rows.push([edition, name, part.number, Buffer.from(buffer, byteOffset, byteLength)]);
      bytes += byteLength;
      if (bytes < BYTES_AT_ONCE) continue;
      await this.#insert('edition_part', columns, rows);
      rows = [];
      bytes = 0;
    }
    if (rows.length > 0) await this.#insert('edition_part', columns, rows);
  }

  removePart(edition: number, name: string): Promise<void> {
    return this.#access.write(async (connection) => {
      const sql = 'DELETE FROM edition_part WHERE edition = ? AND name = ?';
      await connection.all(sql, edition, name);
      return { result: undefined, keep: {} };
    });
  }

  complete(edition: number): Promise<void> {
    return this.#access.write(async (connection) => {
      await connection.all('UPDATE edition SET complete = 1 WHERE id = ?', edition);
      return { result: undefined, keep: {} };
    });
  }

  async removeBefore(edition: number): Promise<void> {
    const old = await this.#all(
      `SELECT id FROM edition WHERE id < ? AND id <>
         (SELECT coalesce(max(id), 0) FROM edition WHERE id < ? AND complete = 1)`,
      edition,
      edition,
    );
    for (const { id } of old) await this.#remove(Number(id));
  }

  abandon(edition: number): Promise<void> {
    return this.#remove(edition);
  }

  async parts(
    edition: number,
    name: string,
    numbers?: readonly number[],
  ): Promise<NumberedBytes[]> {
    const sql = 'SELECT number, bytes FROM edition_part WHERE edition = ? AND name = ?';
    const found = (rows: readonly SqlRow[]) =>
      rows.map(({ number, bytes }) => ({ number: Number(number), bytes: bytesIn(bytes) }));
    if (!numbers) return found(await this.#all(`${sql} ORDER BY number`, edition, name));
    const all: NumberedBytes[] = [];
    for (const some of statementsOf(numbers)) {
      const rows = await this.#all(
        `${sql} AND number IN (${places(some.length)})`,
        edition,
        name,
        ...some,
      );
      all.push(...found(rows));
    }
    return all;
  }

  async partNames(edition: number): Promise<string[]> {
    const rows = await this.#all(
      'SELECT name FROM edition_part WHERE edition = ? AND number = 0',
      edition,
    );
    return rows.map(({ name }) => String(name));
  }

  records<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    numbers: readonly number[],
  ): Promise<EditionRecord<Kind>[]> {
    return this.#recordsBy('number', edition, kind, numbers);
  }

  byIds<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    ids: readonly string[],
  ): Promise<EditionRecord<Kind>[]> {
    return this.#recordsBy('id', edition, kind, ids);
  }

  async named<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    name: string,
  ): Promise<EditionRecord<Kind> | undefined> {
    // An id that is another's slug means the record that has it as its id.
    for (const column of ['id', 'slug'] as const) {
      const [found] = await this.#recordsBy(column, edition, kind, [name]);
      if (found) return found;
    }
    return undefined;
  }

  async range<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    { since, isRetired = false, skip, limit }: RecordRange,
  ): Promise<{ total: number; records: Records[Kind][] }> {
    const wanted = since === undefined ? `status <> 'retired'` : 'moment > ?';
    const gone = isRetired ? ` AND status = 'retired'` : '';
    const where = `FROM edition_record WHERE edition = ? AND kind = ? AND ${wanted}${gone}`;
    const values = [edition, kind, ...(since === undefined ? [] : [since])];
    const [row] = await this.#all(`SELECT count(*) AS count ${where}`, ...values);
    const records = await this.#access.ask((connection) =>
      documents<Records[Kind]>(
        connection,
        `SELECT document ${where} ORDER BY position LIMIT ? OFFSET ?`,
        ...values,
        limit,
        skip,
      ),
    );
    return { total: Number(row?.['count']), records };
  }

  async *names(edition: number, kind: RecordKind): AsyncIterable<RecordName[]> {
    let last = -1;
    for (;;) {
      const rows = await this.#all(
        `SELECT number, position, slug, changed FROM edition_record
         WHERE edition = ? AND kind = ? AND position > ? AND status <> 'retired'
         ORDER BY position LIMIT ${10 * ROWS_AT_ONCE}`,
        edition,
        kind,
        last,
      );
      if (rows.length === 0) return;
      last = Number(rows.at(-1)?.['position']);
      yield rows.map(({ number, slug, changed }) => ({
        ...{ number: Number(number), slug: String(slug) },
        ...(typeof changed === 'string' && { changed }),
      }));
    }
  }

  #all(sql: string, ...values: Value[]): Promise<SqlRow[]> {
    return this.#access.ask((connection) => connection.all(sql, ...values));
  }

  #insert(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<void> {
    return this.#access.write(async (connection) => {
      await insert(connection, table, columns, rows, 'ON CONFLICT DO NOTHING');
      return { result: undefined, keep: {} };
    });
  }

  async #recordsBy<Kind extends RecordKind>(
    column: 'id' | 'slug' | 'number',
    edition: number,
    kind: Kind,
    values: readonly (string | number)[],
  ): Promise<EditionRecord<Kind>[]> {
    const found: EditionRecord<Kind>[] = [];
    for (const some of statementsOf(values)) {
      const rows = await this.#all(
        `SELECT number, position, document FROM edition_record
         WHERE edition = ? AND kind = ? AND ${column} IN (${places(some.length)})`,
        edition,
        kind,
        ...some,
      );
      for (const { number, position, document } of rows) {
        const record = parsed<Records[Kind]>(document);
        found.push({ number: Number(number), position: Number(position), record });
      }
    }
    return found;
  }

  /** Deletes an edition, a little at a time, so that no other writer waits for long. */
  async #remove(edition: number): Promise<void> {
    const remove = (table: string, key: string, more = '') =>
      this.#access.write(async (connection) => {
        const where = `edition = ${edition}${more}`;
        await connection.exec(
          `DELETE FROM ${table} WHERE ${where} AND (${key}) IN
             (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${ROWS_AT_ONCE})`,
        );
        const [left] = await connection.all(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`);
        return { result: left !== undefined, keep: {} };
      });
    while (await remove('edition_part', 'name, number'));
    for (const kind of RECORD_KINDS) {
      while (await remove('edition_record', 'number', ` AND kind = '${kind}'`));
    }
    await this.#access.write(async (connection) => {
      await connection.all('DELETE FROM edition WHERE id = ?', edition);
      return { result: undefined, keep: {} };
    });
  }
}

async function completeEdition(
  connection: Connection,
  program: string,
): Promise<EditionHead | undefined> {
  const [row] = await connection.all(
    `SELECT edition.id, revision, stamp FROM edition JOIN head USING (revision, stamp)
     WHERE complete = 1 AND program = ? ORDER BY edition.id DESC LIMIT 1`,
    program,
  );
  return row && { id: Number(row['id']), ...revisionIn(row) };
}
