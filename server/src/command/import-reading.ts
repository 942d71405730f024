import type { Source } from '@vielfalt/feed';
import { localTime } from '@vielfalt/feed';
import { Id } from '@vielfalt/feed/schemas';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { systemClock } from '../clock.js';
import type { ImportOptions, ImportOutcome } from '../importing/carry-out.js';
import type { Fault } from '../importing/fault.js';
import { findFaults, importIntake, takeIn } from '../importing/import-file.js';
import type { Intake, PlanOptions } from '../importing/plan-import.js';
import { readTable } from '../importing/read-table.js';
import type { HiddenRow } from '../importing/read-table.js';
import { Spool } from '../importing/spool.js';
import { Mapper, ownLexicon, ownWords, readMapping, visibleTable } from '../mapping/index.js';
import type { Mapping, Remark, Unmet } from '../mapping/index.js';
import { isOwnLayout, readOwnBook } from '../export/from-sheets.js';
import type { Head, Store } from '../store/store.js';
import { openBook } from '../table/open-book.js';
import type { Book, Table } from '../table/table.js';
import { looksLikeJson, readJson } from './input.js';
import type { Input } from './input.js';
import { UsageError } from './usage.js';

/** Of a table that comes before any directory record says where it is. */
export const DEFAULT_ZONE = 'Europe/Berlin';

const ID = new RegExp('pattern' in Id ? String(Id.pattern) : '');

/** A file that has been read, whatever its kind, and can be imported. */
export interface ReadableImport {
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
    /** Of the workbook with the office's own words. */
    unreadWordSheets: readonly string[];
    /** What is not for the public, and left out. */
    hidden: { rows: readonly HiddenRow[]; columns: readonly string[]; sheets: readonly string[] };
  };
  table?: Table;
  /** What stops an import; nothing is written. */
  findFaults(store: Store, options: PlanOptions): Promise<readonly Fault[]>;
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
): Promise<ReadableImport> {
  if (options.mapping !== undefined) {
    return readMapped(store, input, await readMapping(options.mapping), options);
  }
  if (await looksLikeJson(input)) {
    return readFeedJson(await readJson(input), options);
  }
  const book = await openBook(input.source);
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
): ReadableImport {
  const read = takeIn(json);
  const placed = (faults: readonly Fault[]) =>
    faults.map((fault) => ({ ...fault, ...placeOf(fault.path) }));
  if ('invalid' in read) {
    const faults = placed(read.invalid);
    return {
      findFaults: async () => faults,
      carryOut: async () => ({ outcome: 'faults', faults }),
      close: async () => undefined,
    };
  }
  const all = deeds(read, source);
  return {
    findFaults: async (...args) => placed(await all.findFaults(...args)),
    async carryOut(...args) {
      const outcome = await all.carryOut(...args);
      if (outcome.outcome === 'faults') return { ...outcome, faults: placed(outcome.faults) };
      if (outcome.outcome === 'refused') return outcome;
      const { report } = outcome;
      return { ...outcome, report: { ...report, skipped: placed(report.skipped) } };
    },
    close: async () => undefined,
  };
}

/** What can be done with what has been read. @param source the only one to be taken */
function deeds(
  intake: Intake,
  source: string | undefined,
): Pick<ReadableImport, 'findFaults' | 'carryOut'> {
  const only = source === undefined ? {} : { source };
  return {
    findFaults: (store, options) => findFaults(store, intake, { ...options, ...only }),
    carryOut: (store, options) => importIntake(store, intake, { ...options, ...only }),
  };
}

async function readMapped(
  store: Store,
  input: Input,
  mapping: Mapping,
  { source: id = mapping.source?.id, onProgress }: ReadingOptions,
): Promise<ReadableImport> {
  if (id === undefined) {
    throw new UsageError(
      'Say which source the table is: --source ID, or source: { id: … } in the mapping.',
    );
  }
  if (!ID.test(id)) {
    throw new UsageError(
      `${JSON.stringify(id)} is no id of a source: an id has small letters, digits and single hyphens, like sports-2.`,
    );
  }
  const head = await store.change(async (transaction) => ({ result: await transaction.head() }));
  const book = await openBook(input.source, mapping.book);
  const spool = new Spool();
  const close = async () => {
    spool.close();
    await book.close();
  };
  try {
    const table = await visibleTable(book, mapping);
    const known = head?.vocabulary ?? defaultVocabulary;
    const words = await ownWords(mapping, known, head?.directory.language);
    const vocabulary = words ?? known;
    const list = await ownLexicon(mapping);
    const zone = head?.directory.timeZone ?? mapping.directory?.timeZone ?? DEFAULT_ZONE;
    const mapper = new Mapper(mapping, {
      source: id,
      columns: table.columns,
      ...(table.hiddenColumns && { hiddenColumns: table.hiddenColumns }),
      vocabulary,
      today: localTime(systemClock(), zone).date,
      timeZone: zone,
    });
    const { rows, remarks, hidden, ...records } = await readTable(table, mapper, id, spool, () =>
      onProgress(book.progress()),
    );
    records.faults.add(...(list?.faults ?? []));
    const intake = {
      ...records,
      ...(mapping.directory && { directory: mapping.directory }),
      ...(words && { words }),
      ...(list?.faults.length === 0 && { ownLexicon: list.lexicon }),
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
        unreadWordSheets: list?.otherSheets ?? [],
        hidden: {
          rows: hidden,
          columns: mapper.hiddenColumns,
          sheets: (book.hiddenSheets ?? []).filter((name) => name !== table.name),
        },
      },
      table,
      ...deeds(intake, id),
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
