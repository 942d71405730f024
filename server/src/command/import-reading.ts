import type { Source } from '@vielfalt/feed';
import { localTime } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import type { ImportOptions, ImportOutcome } from '../intake/carry-out.js';
import type { Fault } from '../intake/fault.js';
import { importFile, importIntake } from '../intake/import-file.js';
import { readJsonFile } from '../intake/read-file.js';
import { readTable } from '../intake/read-table.js';
import { Spool } from '../intake/spool.js';
import { Mapper, readMapping } from '../mapping/index.js';
import type { Mapping, Remark, Unmet } from '../mapping/index.js';
import { isOwnLayout, readOwnBook } from '../outlet/from-sheets.js';
import type { Head, Store } from '../store/store.js';
import { openBook } from '../table/table.js';
import type { Book, Table } from '../table/table.js';
import { looksLikeJson } from './input.js';
import type { Input } from './input.js';
import { UsageError } from './usage.js';

/** Of a table that comes before any directory record says where it is. */
export const DEFAULT_ZONE = 'Europe/Berlin';

/** A file that has been read, whatever its kind, and can be imported. */
export interface Reading {
  /** What the file was found to be, for people: "CSV, windows-1252, delimiter ;". */
  about?: string;
  /** Of a table by a mapping. */
  mapped?: {
    rows: number;
    remarks: readonly Remark[];
    unmet: readonly Unmet[];
    /** That the mapping names and the table does not have. */
    missingColumns: readonly string[];
    /** That the table has and the mapping does not mention. */
    unusedColumns: readonly string[];
  };
  table?: Table;
  carryOut(store: Store, options: ImportOptions): Promise<ImportOutcome>;
  close(): Promise<void>;
}

export interface ReadingOptions {
  mapping?: string;
  source?: string;
  /** Is told which share of the file has been read, 0 to 1. */
  onProgress: (share: number) => void;
}

/** @throws FileError, JsonError, TableError, MappingError, UsageError */
export async function readImport(
  store: Store,
  input: Input,
  options: ReadingOptions,
): Promise<Reading> {
  if (options.mapping !== undefined) {
    return readMapped(store, input, await readMapping(options.mapping), options);
  }
  if (await looksLikeJson(input)) {
    return readFeedJson(await readJsonFile(input.path, input.name), options);
  }
  const book = await openBook(input.path);
  try {
    if (!(await isOwnLayout(book))) {
      throw new UsageError(
        `${input.name} is a table. Say by a mapping what its columns are: vielfalt import ${input.name} --mapping FILE; a first one is written by vielfalt import ${input.name} --suggest.`,
      );
    }
    const { json, placeOf } = await readOwnBook(book);
    return { ...readFeedJson(json, options, placeOf), about: printBook(book) };
  } finally {
    await book.close();
  }
}

function readFeedJson(
  json: unknown,
  { source }: ReadingOptions,
  placeOf: (path: string) => Pick<Fault, 'sheet' | 'line' | 'column'> | undefined = () => undefined,
): Reading {
  return {
    async carryOut(store, options) {
      const outcome = await importFile(store, json, {
        ...options,
        ...(source !== undefined && { source }),
      });
      if (outcome.outcome !== 'faults') return outcome;
      const faults = outcome.faults.map((fault) => ({ ...fault, ...placeOf(fault.path) }));
      return { outcome: 'faults', faults };
    },
    close: async () => undefined,
  };
}

async function readMapped(
  store: Store,
  input: Input,
  mapping: Mapping,
  { source: id = mapping.source?.id, onProgress }: ReadingOptions,
): Promise<Reading> {
  if (id === undefined) {
    throw new UsageError(
      'Say which source the table is: --source ID, or source: { id: … } in the mapping.',
    );
  }
  const head = await store.change(async (transaction) => ({ result: await transaction.head() }));
  const book = await openBook(input.path, mapping.book);
  const spool = new Spool();
  const close = async () => {
    spool.close();
    await book.close();
  };
  try {
    const table = await book.table(mapping.sheet);
    const vocabulary = head?.vocabulary ?? defaultVocabulary;
    const zone = head?.directory.timeZone ?? mapping.directory?.timeZone ?? DEFAULT_ZONE;
    const mapper = new Mapper(mapping, {
      source: id,
      columns: table.columns,
      vocabulary,
      today: localTime(systemClock(), zone).date,
    });
    const { rows, remarks, ...records } = await readTable(table, mapper, id, spool, () =>
      onProgress(book.progress()),
    );
    const intake = {
      ...records,
      ...(mapping.directory && { directory: mapping.directory }),
      sources: [sourceOf(id, mapping, head)],
    };
    return {
      about: [printBook(book), table.name && `sheet ${table.name}`, `${rows} rows`]
        .filter(Boolean)
        .join(', '),
      mapped: {
        rows,
        remarks,
        unmet: mapper.unmet(),
        missingColumns: mapper.missingColumns,
        unusedColumns: mapper.unnamedColumns,
      },
      table,
      carryOut: (into, options) => importIntake(into, intake, { ...options, source: id }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function sourceOf(id: string, { source }: Mapping, head: Head | undefined): Source {
  const known = head?.sources.find((each) => each.id === id);
  return { name: id, ...known, ...source, id };
}

function printBook({ format, encoding, delimiter }: Book): string {
  const between = delimiter === '\t' ? 'tabs' : delimiter;
  return [format.toUpperCase(), encoding, between && `delimiter ${between}`]
    .filter(Boolean)
    .join(', ');
}
