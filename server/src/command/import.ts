import { printFault } from '../intake/fault.js';
import type { Fault } from '../intake/fault.js';
import { importFile, tryImport } from '../intake/import-file.js';
import type { Counts } from '../intake/merge.js';
import type { ImportOptions, ImportPlan, ImportReport, Shrinking } from '../intake/plan-import.js';
import { readJsonFile } from '../intake/read-file.js';
import { systemClock } from '../clock.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt import: read a file into the directory

Usage
  vielfalt import FILE [OPTIONS]
  vielfalt import - [OPTIONS]       read standard input

Options
  --dry-run          check the file and say what would change; change nothing
  --source ID        take only this source out of the file; the file's directory record and
                     vocabulary then count only where there are none yet
  --allow-retiring   go on even if more than a fifth of a source's offers would be retired

FILE is JSON as vielfalt export writes it. All of it is checked first; then it is taken as a whole
or not at all. Each source that it names is replaced: what is new is added, what differs is changed,
what is missing is retired. Other sources stay as they are. Importing a file twice changes nothing.

Examples
  vielfalt import offers.json --dry-run
  vielfalt import offers.json
  vielfalt import - --source sports < all.json
  DATABASE_URL=sqlite:/var/lib/vielfalt/directory.sqlite vielfalt import offers.json

Exit codes
  0  imported, or the dry run found no fault
  1  faults in the file: nothing was changed
  2  the command was called wrongly
  3  refused, since too many offers would be retired: nothing was changed
  4  the file cannot be read or the database cannot be used: nothing was changed
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    'dry-run': { type: 'boolean' },
    source: { type: 'string' },
    'allow-retiring': { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined)
    throw new UsageError('Name a file: vielfalt import FILE, or - for standard input.');
  if (more.length > 0) throw new UsageError(`One file at a time: ${positionals.join(', ')}.`);

  const dryRun = values['dry-run'] ?? false;
  const json = await readJsonFile(file);
  const plan = await carryOut(json, dryRun, {
    now: systemClock(),
    ...(values.source !== undefined && { source: values.source }),
    allowRetiring: values['allow-retiring'] ?? false,
  });
  switch (plan.outcome) {
    case 'faults':
      process.stderr.write(printFaults(plan.faults, file));
      return EXIT.findings;
    case 'refused':
      process.stderr.write(printRefusal(plan.shrinking));
      return EXIT.refused;
    case 'changes':
      process.stdout.write(printReport(plan.report, dryRun));
      return EXIT.done;
  }
}

async function carryOut(
  json: unknown,
  dryRun: boolean,
  options: ImportOptions,
): Promise<ImportPlan> {
  const store = await openStore(databaseUrl(), { create: !dryRun }).catch((error: unknown) => {
    // A rehearsal makes no database either.
    if (dryRun && error instanceof StoreError && error.trouble === 'missing') return undefined;
    throw error;
  });
  try {
    if (dryRun || !store) return await tryImport(store, json, options);
    return await importFile(store, json, options);
  } finally {
    await store?.close();
  }
}

/** More than anybody mends before trying again. */
const MOST_FAULTS = 50;

function printFaults(faults: readonly Fault[], file: string): string {
  const name = file === '-' ? 'Standard input' : file;
  const lines = faults.slice(0, MOST_FAULTS).map((fault) => `  ${printFault(fault)}`);
  if (faults.length > lines.length) lines.push(`  and ${faults.length - lines.length} more`);
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  return `${name} has ${count}; nothing was changed.\n${lines.join('\n')}\n`;
}

function printRefusal(shrinking: readonly Shrinking[]): string {
  const lines = shrinking.map(
    ({ source, retiring, live }) =>
      `  source ${source}: ${retiring} of ${live} offers would be retired\n`,
  );
  return `Refused; nothing was changed. More than a fifth of a source would go:\n${lines.join('')}Is the file complete? If so, say --allow-retiring.\n`;
}

function printReport(report: ImportReport, dryRun: boolean): string {
  const lines = report.sources.flatMap(({ source, offers, providers }) => [
    `source ${source}`,
    `  offers     ${printCounts(offers)}`,
    `  providers  ${printCounts(providers)}`,
  ]);
  if (report.directory) lines.push('directory record: changed');
  if (report.vocabulary) lines.push('vocabulary: changed');
  if (report.droppedTerms.length > 0) {
    lines.push(
      `no longer in the vocabulary: ${report.droppedTerms.join(', ')}. Websites that name one of these show an error; keep the term with replacedBy instead.`,
    );
  }
  lines.push(
    dryRun
      ? `A dry run: nothing was changed. The revision would be ${report.revision}.`
      : `revision ${report.revision}`,
  );
  return `${lines.join('\n')}\n`;
}

function printCounts({ added, changed, unchanged, retired }: Counts): string {
  return `added ${added}, changed ${changed}, unchanged ${unchanged}, retired ${retired}`;
}
