import { printJson, visible, visibleJson } from '../text/visible.js';
import type {
  Counts,
  HistoryEntry,
  JudgedCounts,
  LexiconChange,
  SourceCounts,
} from '../store/store.js';
import { openStore } from '../store/open.js';
import { print } from './print.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt history: say what was imported and changed, and when

Usage
  vielfalt history [OPTIONS]

Options
  --json   print the entries as JSON

It lists all imports, the changes of providers that were accepted, and what was taken back, the latest
first: its number, when (UTC), the file's name and the beginning of its SHA-256, what it did to each
source, to the office's own words and to accepted changes, and the directory's revision afterwards.
Who did it is not kept. vielfalt undo NUMBER takes an entry back.

Examples
  vielfalt history
  vielfalt history --json | jq '.[0]'

Exit codes
  0  printed
  2  the command was called wrongly
  4  the database cannot be used
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError('The history takes no file.');
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const entries = await store.history();
    await print(values.json ? printJson(entries) : entries.map(printEntry).join(''));
    if (entries.length === 0 && !values.json)
      process.stderr.write('Nothing has been imported yet.\n');
    return EXIT.done;
  } finally {
    await store.close();
  }
}

function printEntry(entry: HistoryEntry): string {
  const { id, at, revision, sources, lexicon, judged } = entry;
  const lines = [
    ...(entry.amended ? [printAmended(entry)] : []),
    ...sources.map((counts) => `${counts.source}: ${printSource(counts, printCounts)}`),
    ...(lexicon ? [`own words: ${printLexicon(lexicon)}`] : []),
    ...(judged ? [`accepted changes: ${printJudged(judged)}`] : []),
  ];
  const when = at.slice(0, 16).replace('T', ' ');
  return `${id}  ${when}  ${whatOf(entry)}, revision ${revision}\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function whatOf({ file, undid, amended }: HistoryEntry): string {
  const kind = amended ? 'change' : 'import';
  if (undid !== undefined) return `${kind} ${undid} taken back`;
  return file ? `import of ${visible(file.name)} (${file.hash.slice(0, 12)})` : kind;
}

/** Says what was amended: `office: cost of the offer "kurs-12"`. */
export function printAmended({ amended }: HistoryEntry): string {
  return amended
    ? `${amended.source}: ${amended.field} of the offer ${visibleJson(amended.record)}`
    : '';
}

function printJudged({ settled, overruled }: JudgedCounts): string {
  return [
    ...(settled > 0 ? [`in the table by now ${settled}`] : []),
    ...(overruled > 0 ? [`overruled by the table ${overruled}`] : []),
  ].join(', ');
}

/** The counts of a source by the names of their lists, those that were spoken of. */
export function countsOf(counts: SourceCounts): (readonly [list: string, counts: Counts])[] {
  const lists = ['offers', 'providers', 'networks'] as const;
  return lists.flatMap((list) => {
    const found = counts[list];
    return found ? [[list, found] as const] : [];
  });
}

/** Prints what was done to a source: "offers added 3; providers unchanged". */
export function printSource(counts: SourceCounts, printed: (counts: Counts) => string): string {
  return countsOf(counts)
    .map(([list, found]) => `${list} ${printed(found)}`)
    .join('; ');
}

/** Prints only what happened: "added 3, retired 1". */
export function printCounts(counts: Counts): string {
  const done = Object.entries(counts).filter(([name, count]) => count > 0 && name !== 'unchanged');
  return done.map(([name, count]) => `${name} ${count}`).join(', ') || 'unchanged';
}

/** Prints the changes to the office's own German words. */
export function printLexicon({ added, changed, removed }: LexiconChange): string {
  return `added ${added}, changed ${changed}, taken out ${removed}`;
}
