import { systemClock } from '../clock.js';
import type { ImportOptions, ImportOutcome } from '../intake/carry-out.js';
import type { Detail } from '../intake/merge.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import { readImport } from './import-reading.js';
import type { Reading } from './import-reading.js';
import { suggest } from './import-suggest.js';
import { fingerprint, withInput } from './input.js';
import { writeOutput } from './output.js';
import { printFaultRows } from './print-fault-rows.js';
import { printOutcome, reportOf } from './print-import.js';
import { ProgressBar } from './progress.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt import: read a file into the directory

Usage
  vielfalt import FILE [OPTIONS]
  vielfalt import - [OPTIONS]       read standard input

A table (CSV, XLSX, JSON of others) needs a mapping that says which column is what
  --suggest          write a first mapping for the table, to be mended by hand; to standard output
                     or, with --mapping, into that file if it is not there yet; beside it the towns
                     and topics of the table, where the built-in ones are of another county
  --mapping FILE     read the table by this mapping; see docs/mapping.md
  --source ID        the source that the table is; default: what the mapping says

What vielfalt export has written (JSON, CSV, XLSX) needs none
  --source ID        take only this source out of the file; the file's directory record and
                     vocabulary then count only where there are none yet

Both
  --dry-run          check the file and say what would change, field by field; change nothing
  --skip-faulty      leave out records that have faults; those that the directory has stay as
                     they are. Without it one fault stops the whole import
  --allow-retiring   go on even if more than a fifth of a source's offers would be retired
  --report FILE      write the table's rows that have faults or remarks as CSV, what is wrong
                     beside each, to send back to whoever keeps the table
  --json             print what was done, or would be done, and all faults as JSON

All of a file is checked first; then it is taken as a whole or not at all. Each source in it is
replaced: what is new is added, what differs is changed, what is missing is retired. Other sources
stay as they are. Importing a file twice changes nothing. vielfalt undo takes an import back.

Examples
  vielfalt import offers.csv --suggest --mapping offers.yaml
  vielfalt import offers.csv --mapping offers.yaml --dry-run --report faults.csv
  vielfalt import offers.csv --mapping offers.yaml
  vielfalt import backup.json
  vielfalt import - --source sports < all.json

Exit codes
  0  imported, or the dry run found no fault
  1  faults in the file or the mapping: nothing was changed
  2  the command was called wrongly
  3  refused, since too many offers would be retired: nothing was changed
  4  the file cannot be read or the database cannot be used: nothing was changed
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    suggest: { type: 'boolean' },
    mapping: { type: 'string' },
    source: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-faulty': { type: 'boolean' },
    'allow-retiring': { type: 'boolean' },
    report: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined)
    throw new UsageError('Name a file: vielfalt import FILE, or - for standard input.');
  if (more.length > 0) throw new UsageError(`One file at a time: ${positionals.join(', ')}.`);

  const { mapping, source } = values;
  const dryRun = values['dry-run'] ?? false;
  return withInput(file, (input) =>
    withKnown(async (known) => {
      const { store } = known;
      if (values.suggest) return suggest(store, input, { mapping, source });
      const bar = new ProgressBar('Reading');
      const reading = await readImport(store, input, {
        ...(mapping !== undefined && { mapping }),
        ...(source !== undefined && { source }),
        onProgress: (share) => bar.show(share),
      }).finally(() => bar.end());
      try {
        const changes: Detail[] = [];
        const writing = new ProgressBar(dryRun ? 'Comparing' : 'Writing');
        const outcome = await carryOut(reading, known, {
          now: systemClock(),
          file: await fingerprint(input),
          dryRun,
          skipFaulty: values['skip-faulty'] ?? false,
          allowRetiring: values['allow-retiring'] ?? false,
          ...(dryRun && { onDetail: (detail) => changes.push(detail) }),
          onProgress: (done, of) => writing.show(done / of),
        }).finally(() => writing.end());
        const report = reportOf(input.name, reading, outcome, { dryRun, changes });
        if (values.report !== undefined) {
          if (!reading.table) {
            throw new UsageError('--report writes rows of a table that is read by a mapping.');
          }
          const remarks = reading.mapped?.remarks ?? [];
          const rows = await printFaultRows(reading.table, report.faults, remarks);
          await writeOutput(values.report, rows);
        }
        if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        else printOutcome(report);
        return { done: EXIT.done, faults: EXIT.findings, refused: EXIT.refused }[outcome.outcome];
      } finally {
        await reading.close();
      }
    }),
  );
}

/** The directory before an import. */
interface Known {
  /** An empty one in memory where there is no database yet. */
  store: Store;
  isMissing: boolean;
}

async function withKnown<Result>(work: (known: Known) => Promise<Result>): Promise<Result> {
  const found = await openStore(databaseUrl(), { create: false }).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.trouble !== 'missing') throw error;
    return undefined;
  });
  const store = found ?? (await openStore('sqlite::memory:'));
  try {
    return await work({ store, isMissing: found === undefined });
  } finally {
    await store.close();
  }
}

/** A database is made for what can be imported, neither for a rehearsal nor for faults. */
async function carryOut(
  reading: Reading,
  { store, isMissing }: Known,
  options: ImportOptions,
): Promise<ImportOutcome> {
  if (!isMissing || options.dryRun) return reading.carryOut(store, options);
  const faults = await reading.findFaults(store, options);
  if (faults.length > 0) return { outcome: 'faults', faults };
  const made = await openStore(databaseUrl());
  try {
    return await reading.carryOut(made, options);
  } finally {
    await made.close();
  }
}
