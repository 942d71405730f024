import type { DerivedEdition, EditionChange, EditionHead, EditionRecord } from '../editions.js';
import type { RecordKind, Records } from '../store.js';
import { insert, type Connection, type SqlRow, type Value } from './connection.js';
import { nextEditionId } from './edition-ids.js';
import { parsed, revisionIn } from './tables.js';

/** The columns that both tables with records of editions have. */
export const RECORD_COLUMNS: readonly string[] = ['number', 'position'].concat(
  ...['id', 'slug', 'status', 'changed', 'moment', 'document'],
);

/** A record in these columns. */
export function recordValues({ number, position, record }: EditionRecord): Value[] {
  const { id, slug, status = 'published', changed } = record;
  const moment = Date.parse(changed ?? '');
  const values = [number, position, id, slug, status, changed ?? null];
  return [...values, Number.isNaN(moment) ? null : moment, JSON.stringify(record)];
}

/** A row of what has changed. */
export function changeIn<Kind extends RecordKind>(kind: Kind, row: SqlRow): EditionChange<Kind> {
  const [number, place, position] = [row['number'], row['place'], row['position']].map(Number);
  const [source, record] = [row['source'], row['record']].map(String);
  return {
    kind,
    ...{ number: number ?? 0, place: place ?? 0, position: position ?? 0 },
    record: parsed<Records[Kind]>(row['document']),
    ...(source && record && { key: { source, record } }),
  };
}

/** The newest complete edition by a program. @param of `latest`: only one of the latest revision */
export async function editionOf(
  connection: Connection,
  program: string,
  of?: 'latest',
): Promise<EditionHead | undefined> {
  const [row] = await connection.all(
    `SELECT edition.id, edition.revision, edition.stamp, edition.base FROM edition
     ${of ? 'JOIN head USING (revision, stamp)' : ''}
     WHERE complete = 1 AND program = ? ORDER BY edition.id DESC LIMIT 1`,
    program,
  );
  if (!row) return undefined;
  const head = { id: Number(row['id']), ...revisionIn(row) };
  return row['base'] === null ? head : { ...head, base: Number(row['base']) };
}

/** Writes a derived edition. */
export async function insertDerived(
  connection: Connection,
  program: string,
  { from, of, changes, parts }: DerivedEdition,
  now: number,
): Promise<EditionHead> {
  const base = from.base ?? from.id;
  const id = await nextEditionId(connection, now);
  const { revision, stamp } = of;
  const head = { id, revision, stamp, program, complete: 1, touched: now, base };
  await insert(connection, 'edition', Object.keys(head), [Object.values(head)]);
  await insert(
    connection,
    'edition_change',
    ['base', 'edition', 'kind', 'place', 'source', 'record', ...RECORD_COLUMNS],
    changes.map((change) => {
      const { kind, place, key } = change;
      const own = [base, id, kind, place, key?.source ?? '', key?.record ?? ''];
      return [...own, ...recordValues(change)];
    }),
  );
  await insert(
    connection,
    'edition_part',
    ['edition', 'name', 'number', 'bytes'],
    parts.map(([name, bytes]) => [id, name, 0, Buffer.from(bytes)]),
  );
  return { id, revision, stamp, base };
}
