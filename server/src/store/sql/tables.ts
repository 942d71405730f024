import type { DirectoryRecord, OwnLexicon, Source, Vocabulary } from '@vielfalt/feed';
import type {
  DirectoryState,
  Head,
  HistoryEntry,
  RecordKind,
  Records,
  RevisionId,
  StampedState,
} from '../store.js';
import { NO_REVISION } from '../records.js';
import type { PaperKind, Papers } from '../papers.js';
import { Slices } from '../../slices.js';
import { places, statementsOf, type Connection, type SqlRow, type Value } from './connection.js';

/** The records that are read at once. */
const AT_ONCE = 500;

/** Reads the head and what belongs to it; `undefined` while there is none. */
export async function readHead(connection: Connection): Promise<Head | undefined> {
  const [head] = await connection.all('SELECT revision, directory, vocabulary, lexicon FROM head');
  if (!head) return undefined;
  return {
    revision: Number(head['revision']),
    directory: parsed<DirectoryRecord>(head['directory']),
    vocabulary: parsed<Vocabulary>(head['vocabulary']),
    ...(head['lexicon'] !== null && { lexicon: parsed<OwnLexicon>(head['lexicon']) }),
    sources: await documents<Source>(connection, 'SELECT document FROM source ORDER BY id'),
  };
}

/** The latest revision. */
export async function readRevision(connection: Connection): Promise<RevisionId> {
  const [head] = await connection.all('SELECT revision, stamp FROM head');
  return head ? revisionIn(head) : NO_REVISION;
}

/** Whether a revision is the latest one, or one that led to it. */
export async function hasRevision(
  connection: Connection,
  { revision, stamp }: RevisionId,
): Promise<boolean> {
  const found = await connection.all(
    `SELECT 1 FROM head WHERE revision = ? AND stamp = ?
     UNION ALL SELECT 1 FROM past_revision WHERE revision = ? AND stamp = ?`,
    ...[revision, stamp, revision, stamp],
  );
  return found.length > 0;
}

/** The revision in columns of those names. */
export function revisionIn({ revision, stamp }: SqlRow): RevisionId {
  return { revision: Number(revision), stamp: String(stamp) };
}

/** All of it. */
export async function readState(connection: Connection): Promise<DirectoryState | undefined> {
  const head = await readHead(connection);
  if (!head) return undefined;
  return {
    ...head,
    providers: await recordsOf(connection, 'provider'),
    offers: await recordsOf(connection, 'offer'),
    networks: await recordsOf(connection, 'network'),
  };
}

/** All of a kind, some at a time: a service answers others while it reads a revision. */
async function recordsOf<Kind extends RecordKind>(
  connection: Connection,
  kind: Kind,
): Promise<Records[Kind][]> {
  const found: Records[Kind][] = [];
  const slices = new Slices();
  let last: Value[] = ['', ''];
  for (;;) {
    const rows = await connection.all(
      `SELECT source, record, document FROM ${kind} WHERE (source, record) > (?, ?)
       ORDER BY source, record LIMIT ${AT_ONCE}`,
      ...last,
    );
    await slices.each(rows, ({ document }) => void found.push(parsed(document)));
    const end = rows.at(-1);
    if (!end || rows.length < AT_ONCE) return found;
    last = [String(end['source']), String(end['record'])];
  }
}

/** The same with the stamp of its revision. */
export async function readStamped(connection: Connection): Promise<StampedState | undefined> {
  const state = await readState(connection);
  return state && { state, stamp: (await readRevision(connection)).stamp };
}

/** The latest first. */
export function readHistory(connection: Connection): Promise<HistoryEntry[]> {
  return documents<HistoryEntry>(connection, 'SELECT document FROM history ORDER BY id DESC');
}

/** Of all ids, or of some. */
export async function readPapers<Kind extends PaperKind>(
  connection: Connection,
  kind: Kind,
  ids?: readonly string[],
): Promise<Map<string, Papers[Kind]>> {
  const found = new Map<string, Papers[Kind]>();
  const read = async (more: string, values: readonly string[]) => {
    const sql = `SELECT id, document FROM paper WHERE kind = ? ${more} ORDER BY id`;
    for (const { id, document } of await connection.all(sql, kind, ...values)) {
      found.set(String(id), parsed<Papers[Kind]>(document));
    }
  };
  if (!ids) await read('', []);
  for (const some of statementsOf(ids ?? []))
    await read(`AND id IN (${places(some.length)})`, some);
  return found;
}

/** The JSON documents in a column of that name. */
export async function documents<Document>(
  connection: Connection,
  sql: string,
  ...values: Value[]
): Promise<Document[]> {
  const rows = await connection.all(sql, ...values);
  return rows.map((row) => parsed<Document>(row['document']));
}

/** Parses a document of the tables, which was checked when it was written. */
export function parsed<Document>(text: unknown): Document {
  return JSON.parse(String(text)) as Document;
}
