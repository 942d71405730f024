import { constants } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import type { DirectoryFile, Source } from '@vielfalt/feed';
import { asWritten, withPresentNames } from '../files/former-names.js';
import type { InputFile } from '../files/input-file.js';
import { OddJsonError, readJsonLists } from '../files/json-lists.js';
import { JsonError, jsonTrouble, readJson } from '../files/json.js';
import type { Spool } from '../files/spool.js';
import { RECORD_KINDS, RECORD_LISTS } from '../store/store.js';
import type { RecordKind } from '../store/store.js';
import { pathOf } from '../validation/fault.js';
import type { Fault } from '../validation/fault.js';
import { validateFile, validateRecord } from '../validation/validate.js';
import type { ImportBatch } from './batch.js';
import { BatchCheck, checkSources } from './check-batch.js';
import { RecordDraft } from './draft.js';
import type { DraftOrigin } from './draft.js';
import type { FileRecord, FileRecords } from './file-records.js';

/** A directory file that has been read and checked, or the faults of its shape. */
export type ReadDirectoryFile = ImportBatch | { invalid: readonly Fault[] };

/**
 * Reads a file written by `vielfalt export`: a whole directory, or a part of one.
 * @param json the file's content, unchecked
 * @param only the one source to take from it
 */
export function readDirectoryFile(json: unknown, only?: string): ReadDirectoryFile {
  const lists = RECORD_KINDS.flatMap((kind) => {
    const records = (json as Record<string, unknown> | null | undefined)?.[RECORD_LISTS[kind]];
    return Array.isArray(records) ? [{ kind, records: records as unknown[] }] : [];
  });
  const empty = Object.fromEntries(lists.map(({ kind }) => [RECORD_LISTS[kind], []]));
  const rest = lists.length > 0 ? { ...(json as object), ...empty } : json;
  const reading = new DirectoryReading(rest, only, new Kept());
  for (const { kind, records } of lists) for (const record of records) reading.add(kind, record);
  return reading.end();
}

/**
 * Reads such a file record by record, so that a large one fits into little memory. It is read twice:
 * once for what its records refer to, which may stand below them.
 * @param name the file's name in messages
 * @param spool holds the records until they are imported
 * @throws FileError, JsonError
 */
export async function readDirectoryJson(
  source: InputFile,
  name: string,
  { only, spool, onProgress }: ReadOptions,
): Promise<ReadDirectoryFile> {
  const lists = RECORD_KINDS.map((kind) => RECORD_LISTS[kind]);
  const kinds = new Map<string, RecordKind>(RECORD_KINDS.map((kind) => [RECORD_LISTS[kind], kind]));
  try {
    const rest = await readJsonLists(source, lists, undefined, (share) =>
      onProgress(share * FIRST_READING),
    );
    const reading = new DirectoryReading(rest, only, spool);
    await readJsonLists(
      source,
      lists,
      (list, record) => reading.add(kinds.get(list)!, record),
      (share) => onProgress(FIRST_READING + share * (1 - FIRST_READING)),
    );
    return reading.end();
  } catch (error) {
    if (!(error instanceof OddJsonError)) throw error;
    return readDirectoryFile(await readWhole(source, name, error), only);
  }
}

export interface ReadOptions {
  /** The one source to take from the file. */
  only: string | undefined;
  spool: Spool;
  /** Called with the share of the file that has been read, 0 to 1. */
  onProgress: (share: number) => void;
}

/** The share of the time that the first reading takes, in which no record is looked at. */
const FIRST_READING = 0.1;

/** Reads at once what cannot be read in pieces: it is not JSON, and is said to be so, or odd. */
async function readWhole(
  source: InputFile,
  name: string,
  { position }: OddJsonError,
): Promise<unknown> {
  if (source.size <= constants.MAX_STRING_LENGTH) {
    return readJson(await buffer(source.read()), name);
  }
  const reason =
    'a record begins here that is not one of JSON. The file is too large to say more: export it anew, or a part of it';
  throw new JsonError(`${name} ${jsonTrouble({ ...(await placeOf(source, position)), reason })}`);
}

/** The line and column of a byte, from 1. */
async function placeOf(source: InputFile, position: number) {
  let [line, column, read] = [1, 1, 0];
  for await (const part of source.read()) {
    for (const byte of part.subarray(0, Math.max(0, position - read))) {
      if (byte === NEW_LINE) [line, column] = [line + 1, 1];
      else column++;
    }
    read += part.length;
    if (read >= position) break;
  }
  return { line, column };
}

const NEW_LINE = 0x0a;

/** Keeps records and finds them again. */
type Keeper = Pick<Spool, 'add' | 'get'>;

/** Keeps the records of a small file in memory. */
class Kept implements Keeper {
  readonly #records: object[] = [];

  add(record: object): number {
    return this.#records.push(record) - 1;
  }

  get(number: number): object | undefined {
    return this.#records[number];
  }
}

/** Reads a directory file's records one after the other. */
class DirectoryReading {
  readonly #check = new BatchCheck();
  readonly #faults: Fault[] = [];
  /** Without its records; absent: its shape is wrong. */
  readonly #file: DirectoryFile | undefined;
  readonly #sources: ReadonlySet<string>;
  readonly #taken: readonly Source[];
  readonly #only: string | undefined;
  readonly #lists: { readonly [Kind in RecordKind]: DraftList<FileRecords[Kind]> };

  /** @param rest the file's content without its records, unchecked */
  constructor(rest: unknown, only: string | undefined, keeper: Keeper) {
    const valid = validateFile(rest);
    if ('file' in valid) this.#file = valid.file;
    else this.#faults.push(...valid.faults);
    const { sources = [] } = this.#file ?? {};
    this.#only = only;
    this.#check.faults.add(...checkSources(sources, only));
    this.#sources = new Set(sources.map(({ id }) => id));
    this.#taken = sources.filter(({ id }) => only === undefined || id === only);
    this.#lists = {
      provider: new DraftList('provider', keeper),
      offer: new DraftList('offer', keeper),
      network: new DraftList('network', keeper),
    };
  }

  /** @param given the next record of its list, unchecked */
  add<Kind extends RecordKind>(kind: Kind, given: unknown): void {
    const list: DraftList<FileRecords[Kind]> = this.#lists[kind];
    const at = list.next();
    const record = kind === 'offer' ? withPresentNames(given) : given;
    const faults = validateRecord(kind, record);
    for (const fault of faults) {
      this.#faults.push(inRecord(list.nameOf(at), given, asWritten(given, fault)));
    }
    if (faults.length > 0 || this.#faults.length > 0) return;
    const content = record as FileRecords[Kind];
    const draft = new RecordDraft(content, at, list);
    this.#check.source(draft, this.#sources);
    if (!this.#taken.some(({ id }) => id === draft.source)) return;
    list.keep(draft, content);
    this.#check.record(kind, draft, content);
  }

  end(): ReadDirectoryFile {
    if (!this.#file || this.#faults.length > 0) return { invalid: this.#faults };
    const { directory, vocabulary, lexicon, networks } = this.#file;
    const { provider, offer, network } = this.#lists;
    return {
      ...(this.#only !== undefined && { only: this.#only }),
      ...(directory && { directory }),
      ...(vocabulary && { vocabulary }),
      ...(lexicon && { lexicon }),
      sources: this.#taken,
      records: {
        provider: provider.drafts,
        offer: offer.drafts,
        ...(networks && { network: network.drafts }),
      },
      terms: this.#check.terms,
      faults: this.#check.faults,
    };
  }
}

/** The drafts of a list of the file; the records themselves are with the keeper. */
class DraftList<Content extends FileRecord> implements DraftOrigin<Content> {
  readonly drafts: RecordDraft<Content>[] = [];
  readonly #kind: RecordKind;
  readonly #keeper: Keeper;
  /** By a record's number in the list: its number with the keeper. */
  readonly #kept: number[] = [];

  constructor(kind: RecordKind, keeper: Keeper) {
    this.#kind = kind;
    this.#keeper = keeper;
  }

  /** Counts one more record. @returns its number, from 0 */
  next(): number {
    return this.#kept.push(Number.NaN) - 1;
  }

  keep(draft: RecordDraft<Content>, content: Content): void {
    this.drafts.push(draft);
    this.#kept[this.#kept.length - 1] = this.#keeper.add(content);
  }

  content(at: number): Content {
    return this.#keeper.get(this.#kept[at]!) as Content;
  }

  nameOf(at: number): string {
    return pathOf(RECORD_LISTS[this.#kind], at);
  }

  locate(at: number, member: string) {
    return { path: `${this.nameOf(at)}.${member}` };
  }
}

/** A fault inside a record as one of the file. */
function inRecord(name: string, given: unknown, { path, ...what }: Fault): Fault {
  const record: unknown =
    typeof given === 'object' && given !== null && 'record' in given ? given.record : undefined;
  return {
    path: path === '' || path.startsWith('[') ? `${name}${path}` : `${name}.${path}`,
    ...(typeof record === 'string' && { record }),
    ...what,
  };
}
