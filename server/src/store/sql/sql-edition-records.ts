import type {
  EditionAt,
  EditionRecord,
  EditionRecords,
  RecordName,
  RecordRange,
} from '../editions.js';
import type { RecordKind, Records } from '../store.js';
import type { Access } from './access.js';
import { places, statementsOf, type SqlRow, type Value } from './connection.js';
import { parsed } from './tables.js';

/** The number of addresses that are read at once. */
const NAMES_AT_ONCE = 5_000;

/** The order of source and record key: what has been added since comes after its neighbour. */
const ORDER = 'position, source, record';

const COLUMNS = ['number', 'position', 'id', 'slug', 'status', 'changed', 'moment', 'document'];

/** The records of editions in the tables of an SQL database. */
export class SqlEditionRecords implements EditionRecords {
  protected readonly access: Access;

  constructor(access: Access) {
    this.access = access;
  }

  records<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    numbers: readonly number[],
  ): Promise<EditionRecord<Kind>[]> {
    return this.#recordsBy('number', edition, kind, numbers);
  }

  byIds<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    ids: readonly string[],
  ): Promise<EditionRecord<Kind>[]> {
    return this.#recordsBy('id', edition, kind, ids);
  }

  async named<Kind extends RecordKind>(
    edition: EditionAt,
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
    edition: EditionAt,
    kind: Kind,
    { since, isRetired = false, skip, limit }: RecordRange,
  ): Promise<{ total: number; records: Records[Kind][] }> {
    const wanted = since === undefined ? `status <> 'retired'` : 'moment > ?';
    const gone = isRetired ? ` AND status = 'retired'` : '';
    const from = `FROM ${rowsOf(edition, kind)} WHERE ${wanted}${gone}`;
    const values = since === undefined ? [] : [since];
    const [row] = await this.all(`SELECT count(*) AS count ${from}`, ...values);
    // Documents are read of what is shown, not of what is passed by.
    const order = `SELECT number ${from} ORDER BY ${ORDER} LIMIT ? OFFSET ?`;
    const numbers = (await this.all(order, ...values, limit, skip)).map(({ number }) =>
      Number(number),
    );
    const found = await this.#recordsBy('number', edition, kind, numbers);
    const records = new Map(found.map((each) => [each.number, each.record]));
    return {
      total: Number(row?.['count']),
      records: numbers.flatMap((number) => records.get(number) ?? []),
    };
  }

  async *names(edition: EditionAt, kind: RecordKind): AsyncIterable<RecordName[]> {
    let last: [number, string, string] = [-2, '', ''];
    for (;;) {
      const rows = await this.all(
        `SELECT number, position, source, record, slug, changed FROM ${rowsOf(edition, kind)}
         WHERE (${ORDER}) > (?, ?, ?) AND position >= ? AND status <> 'retired'
         ORDER BY ${ORDER} LIMIT ${NAMES_AT_ONCE}`,
        ...last,
        last[0],
      );
      const { position, source, record } = rows.at(-1) ?? {};
      if (rows.length === 0) return;
      last = [Number(position), String(source), String(record)];
      yield rows.map(({ number, slug, changed }) => ({
        ...{ number: Number(number), slug: String(slug) },
        ...(typeof changed === 'string' && { changed }),
      }));
    }
  }

  protected all(sql: string, ...values: Value[]): Promise<SqlRow[]> {
    return this.access.ask((connection) => connection.all(sql, ...values));
  }

  async #recordsBy<Kind extends RecordKind>(
    column: 'id' | 'slug' | 'number',
    edition: EditionAt,
    kind: Kind,
    values: readonly (string | number)[],
  ): Promise<EditionRecord<Kind>[]> {
    const found: EditionRecord<Kind>[] = [];
    for (const some of statementsOf(values)) {
      const rows = await this.all(
        `SELECT number, position, document FROM ${rowsOf(edition, kind)}
         WHERE ${column} IN (${places(some.length)})`,
        ...some,
      );
      for (const { number, position, document } of rows) {
        const record = parsed<Records[Kind]>(document);
        found.push({ number: Number(number), position: Number(position), record });
      }
    }
    return found;
  }
}

/** The rows of an edition's records: those of the whole one that it is based on, and what changes them. */
export function rowsOf({ id, base }: EditionAt, kind: RecordKind): string {
  const of = (alias: string) => COLUMNS.map((column) => `${alias}.${column}`).join(', ');
  const whole = `SELECT ${of('w')}, '' AS source, '' AS record FROM edition_record AS w
    WHERE w.edition = ${base ?? id} AND w.kind = '${kind}'`;
  if (base === undefined) return `(${whole}) AS found`;
  const later = (than: string) => `NOT EXISTS (SELECT 1 FROM edition_change AS n
    WHERE n.base = ${base} AND n.kind = '${kind}' AND n.edition <= ${id} AND n.number = ${than})`;
  // After a restore from a backup there may be the whole one, but not what changed it.
  const isThere = `EXISTS (SELECT 1 FROM edition WHERE edition.id = ${id})`;
  return `(${whole} AND ${isThere} AND ${later('w.number')} UNION ALL
    SELECT ${of('c')}, c.source, c.record FROM edition_change AS c
    WHERE c.base = ${base} AND c.kind = '${kind}' AND c.edition <= ${id}
      AND ${isThere} AND ${later('c.number AND n.edition > c.edition')}) AS found`;
}
