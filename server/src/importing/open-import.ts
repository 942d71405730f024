import type { Source } from '@vielfalt/feed';
import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { isOwnLayout, readOwnBook } from '../export/from-sheets.js';
import type { InputFile } from '../files/input-file.js';
import { Spool } from '../files/spool.js';
import { rowKind, Mapper, ownLexicon, ownWords, visibleTable } from '../mapping/index.js';
import type { Mapping, Remark, Unmet } from '../mapping/index.js';
import type { KnownProvider } from '../office-text/index.js';
import type { Head, RecordKey, Store, Transaction } from '../store/store.js';
import { openBook } from '../table/open-book.js';
import type { Book, Table } from '../table/table.js';
import type { Fault } from '../validation/fault.js';
import { misfit } from '../validation/validate.js';
import { located } from './batch.js';
import type { ImportBatch } from './batch.js';
import { checkSources } from './check-batch.js';
import { batches } from './merge.js';
import { readDirectoryFile, readDirectoryJson } from './read-directory-file.js';
import { readTable } from './read-table.js';
import type { HiddenRow } from './read-table.js';

/** The time zone for a table that comes before any directory record says where it is. */
export const DEFAULT_ZONE = 'Europe/Berlin';

/** A file that has been read, mapped and checked, whatever its kind, and can be imported. */
export interface OpenedImport {
  batch: ImportBatch | { invalid: readonly Fault[] };
  /** The detected format of a table's file. */
  found?: Pick<Book, 'format' | 'encoding' | 'delimiter'>;
  /** For a table read by a mapping. */
  mapped?: MappedTable;
  table?: Table;
  /** Releases the file and its temporary data; nothing can be imported any more. */
  close(): Promise<void>;
}

/** The result of mapping a table, besides its records. */
export interface MappedTable {
  rows: number;
  remarks: readonly Remark[];
  unmet: readonly Unmet[];
  /** Columns that the mapping names and the table lacks. */
  missingColumns: readonly string[];
  /** Columns that the table has and the mapping does not mention. */
  unusedColumns: readonly string[];
  /** Further sheets of the workbook with the office's own words. */
  unreadWordSheets: readonly string[];
  /** Parts that are not for the public, and left out. */
  hidden: { rows: readonly HiddenRow[]; columns: readonly string[]; sheets: readonly string[] };
}

export interface OpenOptions {
  /** The rules by which a table becomes offers. */
  mapping?: Mapping;
  /** The one source to take from the file, or the id of a table's source. */
  source?: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Called with the share of the file that has been read, 0 to 1. */
  onProgress: (share: number) => void;
}

/** The request lacks something that the import of this file needs. */
export class ImportRequestError extends Error {
  override readonly name = 'ImportRequestError';
  readonly lack: 'mapping' | 'source' | 'source id';

  /** @param lack what is missing, or is not an id where one is needed */
  constructor(lack: ImportRequestError['lack']) {
    super(`an import lacks a ${lack}`);
    this.lack = lack;
  }
}

/**
 * Opens a file, detects its kind, and reads it.
 * @param name the file's name in messages
 * @throws FileError, JsonError, TableError, MappingError, ImportRequestError
 */
export async function openImport(
  store: Store,
  { source, name }: { source: InputFile; name: string },
  options: OpenOptions,
): Promise<OpenedImport> {
  const { mapping } = options;
  if (mapping) return openMapped(store, source, mapping, options);
  if (await looksLikeJson(source, name)) {
    return openJson(source, name, options);
  }
  const book = await openBook(source);
  try {
    if (!(await isOwnLayout(book))) throw new ImportRequestError('mapping');
    const { json, placeOf } = await readOwnBook(book);
    const batch = readDirectoryFile(json, options.source);
    return {
      batch:
        'invalid' in batch
          ? { invalid: located(batch.invalid, placeOf) }
          : { ...batch, locate: placeOf },
      found: foundOf(book),
      close: async () => undefined,
    };
  } finally {
    await book.close();
  }
}

/** Tells whether a file begins like JSON, or has a name that ends in .json. */
async function looksLikeJson(source: InputFile, name: string): Promise<boolean> {
  const start = (await source.bytes(1024)).toString('utf8').replace(/^[\uFEFF\s]+/, '');
  return /^[{[]/.test(start) || name.toLowerCase().endsWith('.json');
}

async function openJson(
  file: InputFile,
  name: string,
  { source: only, onProgress }: OpenOptions,
): Promise<OpenedImport> {
  const spool = new Spool();
  try {
    const batch = await readDirectoryJson(file, name, { only, spool, onProgress });
    return { batch, close: async () => spool.close() };
  } catch (error) {
    spool.close();
    throw error;
  }
}

async function openMapped(
  store: Store,
  file: InputFile,
  mapping: Mapping,
  { source: id = mapping.source?.id, now, onProgress }: OpenOptions,
): Promise<OpenedImport> {
  if (id === undefined) throw new ImportRequestError('source');
  if (misfit(['source'], id) !== undefined) throw new ImportRequestError('source id');
  const { head, providers, networks } = await store.change(async (transaction) => ({
    result: {
      head: await transaction.head(),
      ...(rowKind(mapping) === 'network'
        ? {
            providers: await knownProviders(transaction),
            networks: await knownNetworks(transaction, id),
          }
        : { providers: [], networks: [] }),
    },
  }));
  const book = await openBook(file, mapping.book);
  const spool = new Spool();
  const close = async () => {
    spool.close();
    await book.close();
  };
  try {
    const table = await visibleTable(book, mapping);
    const known = head?.vocabulary ?? defaultVocabulary;
    const words = await ownWords(mapping, known, head?.directory.language);
    const list = await ownLexicon(mapping);
    const zone = head?.directory.timeZone ?? mapping.directory?.timeZone ?? DEFAULT_ZONE;
    const mapper = new Mapper(mapping, {
      source: id,
      columns: table.columns,
      ...(table.hiddenColumns && { hiddenColumns: table.hiddenColumns }),
      vocabulary: words ?? known,
      today: localTime(now, zone).date,
      timeZone: zone,
      ...{ providers, networks },
    });
    const read = await readTable(table, mapper, id, spool, () => onProgress(book.progress()));
    const { records, check, rows, remarks, hidden } = read;
    const sources = [sourceOf(id, mapping, head)];
    check.faults.add(...(list?.faults ?? []));
    check.faults.add(...checkSources(sources, id));
    return {
      batch: {
        only: id,
        ...(mapping.directory && { directory: mapping.directory }),
        ...(words && { words }),
        ...(list?.faults.length === 0 && { ownLexicon: list.lexicon }),
        ...{ sources, records },
        terms: check.terms,
        faults: check.faults,
      },
      found: foundOf(book),
      mapped: {
        ...{ rows, remarks },
        unmet: mapper.unmet(),
        missingColumns: mapper.missingColumns,
        unusedColumns: mapper.unnamedColumns,
        unreadWordSheets: list?.otherSheets ?? [],
        hidden: {
          rows: hidden,
          columns: mapper.hiddenColumns,
          sheets: (book.hiddenSheets ?? []).filter((name) => name !== table.name),
        },
      },
      table,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The providers that members of networks may be, of all sources. */
async function knownProviders(transaction: Transaction): Promise<KnownProvider[]> {
  const keys = await transaction.keys('provider');
  const isRetired = ({ status }: RecordKey) => status === 'retired';
  const known: KnownProvider[] = keys
    .filter(isRetired)
    .map(({ source, record }) => ({ source, record }));
  const living = keys.filter((key) => !isRetired(key)).map(({ id }) => id);
  for (const ids of batches(living)) {
    const records = await transaction.records('provider', ids);
    known.push(...records.map(({ name, source, record }) => ({ name, source, record })));
  }
  return known;
}

/** The keys of a source's networks. */
async function knownNetworks(transaction: Transaction, source: string): Promise<string[]> {
  const keys = await transaction.keys('network');
  return keys.flatMap((key) =>
    key.source === source && key.status !== 'retired' ? key.record : [],
  );
}

function sourceOf(id: string, { source }: Mapping, head: Head | undefined): Source {
  const known = head?.sources.find((each) => each.id === id);
  return { name: id, ...known, ...source, id };
}

function foundOf({ format, encoding, delimiter }: Book): NonNullable<OpenedImport['found']> {
  return {
    format,
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
}
