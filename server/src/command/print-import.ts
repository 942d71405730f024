import type { ImportOutcome, ImportReport, Shrinking } from '../importing/apply-import.js';
import type { Difference } from '../importing/differences.js';
import { printFault } from '../validation/fault.js';
import type { Fault } from '../validation/fault.js';
import type { Detail } from '../importing/merge.js';
import type { Ended } from '../importing/overlay.js';
import type { FeedNotes } from '../importing/feed/feed-batch.js';
import type { MappedTable, OpenedImport } from '../importing/open-import.js';
import type { HiddenRow } from '../importing/read-table.js';
import type { Remark } from '../mapping/index.js';
import { visible, visibleJson, visibleLines } from '../text/visible.js';
import type { Counts } from '../store/store.js';
import { countsOf, printLexicon, printSource } from './history.js';

/** The result of an import, or of a dry run; `--json` prints it as it is. */
export interface PrintedImport {
  file: string;
  /** The file's format as it was detected, for people: "CSV, windows-1252, delimiter ;". */
  about?: string;
  mapped?: MappedTable;
  /** Of another directory's feed. */
  notes?: FeedNotes;
  outcome: ImportOutcome['outcome'];
  dryRun: boolean;
  report?: Omit<ImportReport, 'skipped'>;
  shrinking?: Shrinking[];
  /** With `outcome: "done"`: the faults of the records that were left out. */
  faults: readonly Fault[];
  /** In a dry run, record by record. */
  changes?: readonly Detail[];
}

/** What is worth saying of what was opened. */
type Opened = Pick<OpenedImport, 'found' | 'mapped' | 'table'> & { notes?: FeedNotes };

export function reportOf(
  file: string,
  opened: Opened,
  outcome: ImportOutcome,
  { dryRun, changes }: { dryRun: boolean; changes: readonly Detail[] },
): PrintedImport {
  const { mapped, notes } = opened;
  const about = aboutOf(opened);
  const common = {
    file,
    ...(about !== undefined && { about }),
    outcome: outcome.outcome,
    dryRun,
    ...(mapped && { mapped }),
    ...(notes && { notes }),
  };
  switch (outcome.outcome) {
    case 'faults':
      return { ...common, faults: outcome.faults };
    case 'refused':
      return { ...common, shrinking: outcome.shrinking, faults: [] };
    case 'done': {
      const { skipped, ...report } = outcome.report;
      return { ...common, report, faults: skipped, ...(dryRun && { changes }) };
    }
  }
}

function aboutOf({ found, table, mapped }: Opened): string | undefined {
  if (!found) return undefined;
  const { format, encoding, delimiter } = found;
  const between = delimiter === '\t' ? 'tabs' : delimiter;
  return [
    ...[format.toUpperCase(), encoding, between && `delimiter ${between}`],
    ...[table?.name && `sheet ${table.name}`, mapped && `${mapped.rows} rows`],
  ]
    .filter(Boolean)
    .join(', ');
}

/** More than anybody reads before correcting the first. */
const MOST_LINES = 50;

/**
 * Describes an outcome for people: what was done, for standard output, and what stands in the way,
 * for standard error.
 */
export function printOutcome(printed: PrintedImport): { done: string; trouble: string } {
  const { outcome, about, file } = printed;
  const lines = [
    ...(about === undefined ? [] : [`${file}: ${about}`]),
    ...printMapped(printed.mapped),
    ...printNotes(printed.notes),
    ...(outcome === 'done' ? printDone(printed) : []),
  ];
  const trouble =
    outcome === 'faults'
      ? printFaults(printed)
      : outcome === 'refused'
        ? printRefusal(printed.shrinking ?? [])
        : '';
  return {
    done: visibleLines(lines.map((line) => `${line}\n`).join('')),
    trouble: visibleLines(trouble),
  };
}

/** Says what an import did, in one sentence without its full stop. */
export function summaryOf({ revision, sources }: Omit<ImportReport, 'skipped'>): string {
  const counts = sources.map(
    (counted) => `source ${counted.source}: ${printSource(counted, printCounts)}`,
  );
  return `The import has happened: revision ${revision}; ${counts.join('; ')}`;
}

function printMapped(mapped: MappedTable | undefined): string[] {
  if (!mapped) return [];
  const { missingColumns, unusedColumns, unreadWordSheets, remarks, unmet, hidden } = mapped;
  return [
    ...(missingColumns.length > 0
      ? [`columns that the mapping names and the table lacks: ${list(missingColumns)}`]
      : []),
    ...(unusedColumns.length > 0
      ? [`columns that the mapping does not mention: ${list(unusedColumns)}`]
      : []),
    ...(unreadWordSheets.length > 0
      ? [
          `sheets of the list of words that are not read: ${list(unreadWordSheets)}. Only the first one with words is.`,
        ]
      : []),
    ...printHidden(hidden),
    ...shortened(
      `values that meet no term of the vocabulary`,
      unmet,
      ({ column, value, count, nearest }) =>
        `"${visible(column)}": ${visibleJson(value)}, ${count} times${nearest ? `; nearest: ${nearest.id} (${nearest.label})` : ''}`,
    ),
    ...shortened('kept as text', alike(remarks), printRemarks, remarks.length),
  ];
}

function printNotes(notes: FeedNotes | undefined): string[] {
  if (!notes) return [];
  const { own, direct, twins, reidentified, terms, reworded } = notes;
  return [
    ...(own > 0 ? [`your own records, which came back and are left out: ${own}`] : []),
    ...Object.entries(direct).map(
      ([source, count]) => `records that come directly from ${source}, and are left out: ${count}`,
    ),
    ...Object.entries(twins).map(
      ([source, count]) => `records that are here from ${source} already, and left out: ${count}`,
    ),
    ...shortened('records whose id is in use here, and that get another', reidentified, visible),
    ...shortened('added to the vocabulary', terms, visible),
    ...shortened('terms that are worded otherwise there; yours stay', reworded, visible),
  ];
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${visible(name)}"`).join(', ');
}

/** Lists the data that is not for the public, by its marking. */
function printHidden({ rows, columns, sheets }: MappedTable['hidden']): string[] {
  const lines = [
    ...shortened(
      'rows that are not public, and left out',
      alike(rows),
      (group) => {
        const [{ column, value }] = group as [HiddenRow];
        const what =
          column === undefined
            ? 'hidden in the table'
            : `column "${visible(column)}" ${value ? `says ${visibleJson(value)}` : 'is empty'}`;
        return `${printLines(group)}: ${what}`;
      },
      rows.length,
    ),
    ...(columns.length > 0 ? [`columns that are hidden, and left out: ${list(columns)}`] : []),
    ...(sheets.length > 0 ? [`sheets that are hidden, and not read: ${list(sheets)}`] : []),
  ];
  if (rows.length === 0 && columns.length === 0) return lines;
  return [...lines, 'To publish what is hidden all the same, write "hidden: take" in the mapping.'];
}

/** Groups the items that say the same of several lines. */
function alike<Item extends { line: number }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify({ ...item, line: undefined });
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function printRemarks(remarks: readonly Remark[]): string {
  const [{ column, value, reason }] = remarks as [Remark];
  const text = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return `${printLines(remarks)}, column "${visible(column)}": ${visibleJson(text)} ${reason}`;
}

function printLines(items: readonly { line: number }[]): string {
  const lines = items.slice(0, 3).map(({ line }) => line);
  const more = items.length > lines.length ? ` and ${items.length - lines.length} more` : '';
  return `${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}${more}`;
}

function printDone({ report, changes, faults, dryRun }: PrintedImport): string[] {
  if (!report) return [];
  const lines = report.sources.flatMap((counted) => [
    `source ${counted.source}`,
    ...countsOf(counted).map(([name, counts]) => `  ${name.padEnd(9)}  ${printCounts(counts)}`),
  ]);
  const isFirst = report.revision === 1;
  if (report.directory) lines.push(`directory record: ${isFirst ? 'added' : 'changed'}`);
  if (report.vocabulary) lines.push('vocabulary: changed');
  if (report.lexicon) {
    const { removed } = report.lexicon;
    const why =
      removed > 0 ? '. The directory has one list of words, the last that an import brought' : '';
    lines.push(`own words: ${printLexicon(report.lexicon)}${why}`);
  }
  if (report.droppedTerms.length > 0) {
    lines.push(
      `no longer in the vocabulary: ${report.droppedTerms.join(', ')}. Websites that name one of these show an error; keep the term with replacedBy instead.`,
    );
  }
  for (const what of ['added', 'changed', 'retired'] as const) {
    const these = changes?.filter((change) => change.what === what) ?? [];
    lines.push(...shortened(what, these, printChange));
  }
  lines.push(...printEnded(report.ended, dryRun));
  lines.push(...shortened('left out for their faults', faults, printFault));
  lines.push(
    dryRun
      ? `A dry run: nothing was changed. The revision would be ${report.revision}.`
      : `revision ${report.revision}`,
  );
  return lines;
}

function printEnded(ended: readonly Ended[], dryRun: boolean): string[] {
  const of = (wanted: Ended['standing']) => ended.filter(({ standing }) => standing === wanted);
  const print = ({ standing, record, title, amendment, imported }: Ended) =>
    [
      `offer ${visibleJson(record)} (${visible(title)}): ${amendment.field}: `,
      printValue(amendment.after),
      ...(standing === 'overruled' ? [`; the file says ${printValue(imported)}`] : []),
    ].join('');
  return [
    ...shortened(
      `accepted changes that ${dryRun ? 'would be' : 'are'} overruled, since the file says a third thing`,
      of('overruled'),
      print,
    ),
    ...shortened('accepted changes that the file says by now', of('settled'), print),
  ];
}

function printChange({ kind, record, name, differences = [] }: Detail): string {
  return [
    `${kind} ${visibleJson(record)} (${visible(name)})`,
    ...differences.map((difference) => `    ${printDifference(difference)}`),
  ].join('\n');
}

function printDifference({ path, before, after }: Difference): string {
  return `${path}: ${printValue(before)} → ${printValue(after)}`;
}

function printValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** A heading with a count, of the items unless given, and the first of them. */
function shortened<Item>(
  heading: string,
  items: readonly Item[],
  print: (item: Item) => string,
  count = items.length,
): string[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, MOST_LINES).map((item) => `  ${print(item)}`);
  if (items.length > lines.length) lines.push(`  and ${items.length - lines.length} more`);
  return [`${heading}: ${count}`, ...lines];
}

function printFaults({ file, faults, mapped }: PrintedImport): string {
  const lists = new Set(faults.map((fault) => fault.file));
  const [listed] = lists;
  const isListAlone = lists.size === 1 && listed !== undefined;
  const table = file === 'standard input' ? 'Standard input' : file;
  const name = isListAlone ? listed : table;
  const [, ...lines] = shortened('', faults, printFault);
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  const way = isListAlone
    ? 'Correct the list of words, or take the line lexicon out of the mapping.\n'
    : mapped
      ? 'Correct the table or the mapping, or pass --skip-faulty to leave these records out.\n'
      : '';
  return `${name} has ${count}; nothing was changed.\n${lines.join('\n')}\n${way}`;
}

function printRefusal(shrinking: readonly Shrinking[]): string {
  const lines = shrinking.map(
    ({ source, list: name = 'offers', retiring, live }) =>
      `  source ${source}: ${retiring} of ${live} ${name} would be retired\n`,
  );
  return `Refused; nothing was changed. More than a fifth of a source would go:\n${lines.join('')}Is the file complete? If so, pass --allow-retiring.\n`;
}

function printCounts({ added, changed, unchanged, retired }: Counts): string {
  return `added ${added}, changed ${changed}, unchanged ${unchanged}, retired ${retired}`;
}
