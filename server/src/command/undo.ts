import { systemClock } from '../clock.js';
import { takeBack } from '../desk/changes.js';
import { undoLastImport } from '../importing/undo.js';
import type { UndoOutcome } from '../importing/undo.js';
import type { HistoryEntry, Store } from '../store/store.js';
import { visible } from '../text/visible.js';
import { openStore } from '../store/open.js';
import { printAmended, printCounts, printLexicon, printSource } from './history.js';
import { print } from './print.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt undo: take the last import, or an accepted change, back

Usage
  vielfalt undo [NUMBER] [OPTIONS]

NUMBER is that of an entry of vielfalt history; without it, the last import is meant

Options
  --dry-run   say what would be taken back; change nothing

Records that the import changed or retired become what they were before. Those that it added are
retired: what has once been published keeps its address, which then says that the offer has gone.
Called again, it takes back the import before that one, up to the ten latest imports. Confirmations
and accepted changes stay. A change that says nothing of what the table said then sleeps until the
next import; one that the import had settled or overruled is there again.

By its NUMBER, an accepted change of a provider is taken back: the field then says what the table
says, or an earlier change that still stands.

Examples
  vielfalt history
  vielfalt undo --dry-run
  vielfalt undo
  vielfalt undo 12

Exit codes
  0  taken back
  2  the command was called wrongly
  3  refused, since there is nothing to take back, or it is not kept any more
  4  the database cannot be used
  5  taken back, but standard output takes no more
`;

interface UndoOptions {
  now: number;
  dryRun: boolean;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { 'dry-run': { type: 'boolean' } });
  const [number, ...more] = positionals;
  if (more.length > 0 || !/^([1-9]\d{0,8})?$/.test(number ?? '')) {
    throw new UsageError('It takes one number at most, of an entry. See vielfalt history.');
  }
  const options = { now: systemClock(), dryRun: values['dry-run'] ?? false };
  const store = await openStore(databaseUrl(), { create: false });
  try {
    if (number === undefined) return await undoImport(store, options);
    const entry = (await store.history()).find(({ id }) => id === Number(number));
    if (!entry) return refuse(`There is no entry ${number} in the history`);
    if (entry.amended) return await undoChange(store, entry, options);
    return await undoImport(store, { ...options, only: entry.id });
  } finally {
    await store.close();
  }
}

function refuse(why: string, advice = ''): number {
  process.stderr.write(`${why}: nothing was changed.${advice && ` ${advice}`}\n`);
  return EXIT.refused;
}

/** @returns the exit code */
async function undoImport(store: Store, options: UndoOptions & { only?: number }): Promise<number> {
  const undo = await undoLastImport(store, options);
  switch (undo.outcome) {
    case 'nothing':
      return refuse('There is no import to take back');
    case 'not-last':
      return refuse(
        `Entry ${options.only} is not the last import that can be taken back, which is ${undo.last.id}`,
        'Take that back first.',
      );
    case 'forgotten':
      return refuse(
        `What was there before import ${undo.entry.id} is not kept any more`,
        'Import an older file, or put a backup in place.',
      );
    case 'done':
      await say(
        `Import ${undo.undone.id} is taken back: revision ${undo.revision}`,
        [printUndone(undo), `Taken back: revision ${undo.revision}.`],
        options,
      );
      return EXIT.done;
  }
}

function printUndone({
  undone,
  sources,
  lexicon,
  asleep,
}: Extract<UndoOutcome, { outcome: 'done' }>): string {
  const lines = sources.map(
    (counts) => `source ${counts.source}: ${printSource(counts, printCounts)}\n`,
  );
  if (lexicon) lines.push(`own words: ${printLexicon(lexicon)}\n`);
  if (asleep > 0) lines.push(`accepted changes that sleep until the next import: ${asleep}\n`);
  return `import ${undone.id}${undone.file ? ` of ${visible(undone.file.name)}` : ''}, ${timeOf(undone)}\n${lines.join('')}`;
}

/** @returns the exit code */
async function undoChange(
  store: Store,
  entry: HistoryEntry,
  options: UndoOptions,
): Promise<number> {
  const undo = await takeBack(store, { entry: entry.id, ...options });
  switch (undo.outcome) {
    case 'gone':
      return refuse(`The change of entry ${entry.id} is not in force`);
    case 'replaced':
      return refuse(
        `The change of entry ${entry.id} was replaced by that of entry ${undo.by.id}`,
        'Take that back first.',
      );
    case 'done':
      await say(
        `Change ${entry.id} is taken back`,
        [`change ${entry.id}, ${timeOf(entry)}\n${printAmended(entry)}\n`, 'Taken back.'],
        options,
      );
      return EXIT.done;
  }
}

async function say(
  summary: string,
  [what, done]: readonly [what: string, done: string],
  { dryRun }: UndoOptions,
): Promise<void> {
  const said = `${what}${dryRun ? 'A dry run: nothing was changed.' : done}\n`;
  if (dryRun) await print(said);
  else await sayAfterwards(summary, [() => print(said)]);
}

function timeOf({ at }: HistoryEntry): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
