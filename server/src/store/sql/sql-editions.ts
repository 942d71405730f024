import type {
  DerivedEdition,
  EditionAt,
  EditionChange,
  EditionClaim,
  EditionHead,
  EditionRecord,
  Editions,
  NumberedBytes,
  RecordPlace,
} from '../editions.js';
import { isSameRevision, type RevisionId } from '../records.js';
import { RECORD_KINDS, type Head, type RecordKind, type Records } from '../store.js';
import { bytesIn, insert, places, statementsOf } from './connection.js';
import type { SqlRow, Value } from './connection.js';
import { nextEditionId } from './edition-ids.js';
import {
  RECORD_COLUMNS,
  changeIn,
  editionOf,
  insertDerived,
  recordValues,
} from './edition-tables.js';
import { SqlEditionRecords } from './sql-edition-records.js';
import { documents, parsed, readHead, readRevision } from './tables.js';

/** A claim that has not been touched for so long, in milliseconds, is nobody's. */
const PATIENCE = 60_000;

/** The number of rows that are read or deleted at once. */
const ROWS_AT_ONCE = 500;
/** The bytes that one transaction writes, so that no other writer waits for long. */
const BYTES_AT_ONCE = 16_000_000;

/** Editions in the tables of an SQL database. */
export class SqlEditions extends SqlEditionRecords implements Editions {
  async offers(): Promise<number> {
    const [row] = await this.all(`SELECT count(*) AS count FROM offer WHERE status <> 'retired'`);
    return Number(row?.['count']);
  }

  latest(program: string): Promise<EditionHead | undefined> {
    return this.access.ask((connection) => editionOf(connection, program, 'latest'));
  }

  newest(program: string): Promise<EditionHead | undefined> {
    return this.access.ask((connection) => editionOf(connection, program));
  }

  revision(): Promise<RevisionId> {
    return this.access.ask(readRevision);
  }

  head(): Promise<Head | undefined> {
    return this.access.ask(readHead);
  }

  async countSince(revision: number, most: number): Promise<number> {
    let count = 0;
    for (const kind of RECORD_KINDS) {
      const [row] = await this.all(
        `SELECT count(*) AS count FROM
           (SELECT 1 FROM ${kind} WHERE revision > ? LIMIT ${most + 1}) AS found`,
        revision,
      );
      count += Number(row?.['count']);
    }
    return Math.min(count, most + 1);
  }

  async *writtenSince<Kind extends RecordKind>(
    kind: Kind,
    revision: number,
  ): AsyncIterable<Records[Kind][]> {
    for (let last = '', found = ROWS_AT_ONCE; found === ROWS_AT_ONCE;) {
      const rows = await this.all(
        `SELECT id, document FROM ${kind} WHERE revision > ? AND id > ?
         ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
        revision,
        last,
      );
      found = rows.length;
      last = String(rows.at(-1)?.['id']);
      if (found > 0) yield rows.map((row) => parsed<Records[Kind]>(row['document']));
    }
  }

  writtenBy(providers: readonly string[]): Promise<Records['offer'][]> {
    return this.access.ask(async (connection) => {
      const found: Records['offer'][] = [];
      for (const some of statementsOf(providers)) {
        const sql = `SELECT document FROM offer
          WHERE provider IN (${places(some.length)}) AND status <> 'retired'`;
        found.push(...(await documents<Records['offer']>(connection, sql, ...some)));
      }
      return found;
    });
  }

  async positionBefore(
    { id, base = id }: EditionAt,
    kind: RecordKind,
    { source, record }: RecordPlace,
  ): Promise<number> {
    const [row] = await this.all(
      `SELECT w.position FROM ${kind} AS o
       JOIN edition_record AS w ON w.edition = ${base} AND w.kind = '${kind}' AND w.id = o.id
       WHERE (o.source, o.record) < (?, ?) ORDER BY o.source DESC, o.record DESC LIMIT 1`,
      source,
      record,
    );
    return Number(row?.['position'] ?? -1);
  }

  derive(program: string, edition: DerivedEdition, now: number): Promise<EditionHead | undefined> {
    return this.access.write<EditionHead | undefined>(async (connection) => {
      const newest = await editionOf(connection, program);
      const isLatest = isSameRevision(await readRevision(connection), edition.of);
      if (!isLatest || newest?.id !== edition.from.id) return { result: undefined };
      return { result: await insertDerived(connection, program, edition, now), keep: {} };
    });
  }

  async changes<Kind extends RecordKind>(
    { id, base = id }: EditionAt,
    kind: Kind,
    after: number,
  ): Promise<EditionChange<Kind>[]> {
    const found: EditionChange<Kind>[] = [];
    for (let last = [after + 1, -1], length = ROWS_AT_ONCE; length === ROWS_AT_ONCE;) {
      const rows = await this.all(
        `SELECT edition, number, place, position, source, record, document FROM edition_change
         WHERE base = ${base} AND kind = '${kind}' AND edition <= ${id}
           AND (edition, number) > (?, ?) ORDER BY edition, number LIMIT ${ROWS_AT_ONCE}`,
        ...last,
      );
      length = rows.length;
      last = [Number(rows.at(-1)?.['edition']), Number(rows.at(-1)?.['number'])];
      found.push(...rows.map((row) => changeIn(kind, row)));
    }
    return found;
  }

  claim(program: string, now: number): Promise<EditionClaim> {
    return this.access.write<EditionClaim>(async (connection) => {
      const head = await readHead(connection);
      if (!head) return { result: { is: 'empty' } };
      const complete = await editionOf(connection, program, 'latest');
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
    return this.access.write(async (connection) => {
      const found = await connection.all('SELECT id FROM edition WHERE id = ?', edition);
      await connection.all('UPDATE edition SET touched = ? WHERE id = ?', now, edition);
      return { result: found.length > 0, keep: {} };
    });
  }

  async isCurrent(edition: number): Promise<boolean> {
    const found = await this.all(
      'SELECT 1 FROM edition JOIN head USING (revision, stamp) WHERE edition.id = ?',
      edition,
    );
    return found.length > 0;
  }

  async *written<Kind extends RecordKind>(kind: Kind): AsyncIterable<Records[Kind][]> {
    let last = { source: '', record: '' };
    for (let found = ROWS_AT_ONCE; found === ROWS_AT_ONCE;) {
      const rows = await this.all(
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
    return this.access.ask(async (connection) => {
      const found: Records[Kind][] = [];
      for (const some of statementsOf(ids)) {
        const sql = `SELECT document FROM ${kind} WHERE id IN (${places(some.length)})`;
        found.push(...(await documents<Records[Kind]>(connection, sql, ...some)));
      }
      return found;
    });
  }

  putRecords(edition: number, kind: RecordKind, records: readonly EditionRecord[]): Promise<void> {
    const rows = records.map((each) => [edition, kind, ...recordValues(each)]);
    const columns = ['edition', 'kind', ...RECORD_COLUMNS];
    return this.#insert('edition_record', columns, rows);
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
    return this.access.write(async (connection) => {
      const sql = 'DELETE FROM edition_part WHERE edition = ? AND name = ?';
      await connection.all(sql, edition, name);
      return { result: undefined, keep: {} };
    });
  }

  complete(edition: number): Promise<void> {
    return this.access.write(async (connection) => {
      await connection.all('UPDATE edition SET complete = 1 WHERE id = ?', edition);
      return { result: undefined, keep: {} };
    });
  }

  async removeBefore(edition: number, now: number): Promise<void> {
    const old = await this.all(
      `WITH kept AS (SELECT id, base FROM edition WHERE id = ? OR id =
         (SELECT max(id) FROM edition WHERE id < ? AND complete = 1))
       SELECT id, base FROM edition WHERE id < ? AND (complete = 1 OR touched <= ?)
         AND id NOT IN (SELECT id FROM kept UNION SELECT base FROM kept WHERE base IS NOT NULL)`,
      ...[edition, edition, edition],
      now - PATIENCE,
    );
    for (const { id, base } of old) await this.#remove(Number(id), base === null);
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
    if (!numbers) return found(await this.all(`${sql} ORDER BY number`, edition, name));
    const all: NumberedBytes[] = [];
    for (const some of statementsOf(numbers)) {
      const rows = await this.all(
        `${sql} AND number IN (${places(some.length)})`,
        edition,
        name,
        ...some,
      );
      all.push(...found(rows));
    }
    return all;
  }

  async partSizes(edition: number, name: string): Promise<{ number: number; size: number }[]> {
    const rows = await this.all(
      `SELECT number, length(bytes) AS size FROM edition_part
       WHERE edition = ? AND name = ? ORDER BY number`,
      edition,
      name,
    );
    return rows.map(({ number, size }) => ({ number: Number(number), size: Number(size) }));
  }

  async partNames(edition: number): Promise<string[]> {
    const rows = await this.all(
      'SELECT name FROM edition_part WHERE edition = ? AND number = 0',
      edition,
    );
    return rows.map(({ name }) => String(name));
  }

  #insert(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<void> {
    return this.access.write(async (connection) => {
      await insert(connection, table, columns, rows, 'ON CONFLICT DO NOTHING');
      return { result: undefined, keep: {} };
    });
  }

  /** Deletes an edition, a little at a time, so that no other writer waits for long. */
  async #remove(edition: number, isWhole = true): Promise<void> {
    const remove = (table: string, key: string, more = '', owner = 'edition') =>
      this.access.write(async (connection) => {
        const where = `${owner} = ${edition}${more}`;
        await connection.exec(
          `DELETE FROM ${table} WHERE ${where} AND (${key}) IN
             (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${ROWS_AT_ONCE})`,
        );
        const [left] = await connection.all(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`);
        return { result: left !== undefined, keep: {} };
      });
    while (await remove('edition_part', 'name, number'));
    for (const kind of isWhole ? RECORD_KINDS : []) {
      const of = ` AND kind = '${kind}'`;
      while (await remove('edition_record', 'number', of));
      while (await remove('edition_change', 'number, edition', of, 'base'));
    }
    await this.access.write(async (connection) => {
      await connection.all('DELETE FROM edition WHERE id = ?', edition);
      return { result: undefined, keep: {} };
    });
  }
}
