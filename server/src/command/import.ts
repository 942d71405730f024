import { basename } from 'node:path';
import { systemClock } from '../clock.js';
import { isAddress } from '../importing/feed/address.js';
import { applyImport } from '../importing/import-file.js';
import type { ImportTarget } from '../importing/import-file.js';
import type { Detail } from '../importing/merge.js';
import { ImportRequestError, openImport } from '../importing/open-import.js';
import { readMapping } from '../mapping/index.js';
import type { Mapping } from '../mapping/index.js';
import { keepHeapSmall } from './heap.js';
import { runFeedImport } from './import-feed.js';
import { suggest } from './import-suggest.js';
import { withTarget } from './import-target.js';
import { mappingFiles, withInput } from './input.js';
import type { Input } from './input.js';
import { interruptible } from './interruption.js';
import { guardStandardOutput, openOutput } from './output.js';
import type { Output } from './output.js';
import { printFaultRows, REPORT_KIND } from './print-fault-rows.js';
import { reportOf, summaryOf } from './print-import.js';
import { ProgressBar } from './progress.js';
import { sayImport } from './say-import.js';
import { sayAfterwards } from './unwritten.js';
import { EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt import: read a file, or another directory's feed, into the directory

Usage
  vielfalt import FILE [OPTIONS]
  vielfalt import - [OPTIONS]        read standard input
  vielfalt import ADDRESS [OPTIONS]  read another directory's feed

A table (CSV, XLSX, JSON of others) needs a mapping that says which column is what
  --suggest          write a first mapping for the table, to be mended by hand; to standard output
                     or, with --mapping, into that file if it is not there yet; beside it the towns
                     and topics of the table, where the built-in ones are of another county
  --sheet NAME       with --suggest: the sheet of a workbook; default: the first with anything in it
  --mapping FILE     read the table by this mapping; see docs/mapping.md
  --source ID        the source that the table is; default: what the mapping says

What vielfalt export has written (JSON, CSV, XLSX) needs none
  --source ID        take only this source out of the file; the file's directory record and
                     vocabulary then count only where there are none yet

Another directory that Vielfalt serves, by its address: all that is public there the first time, then
what has changed; asking costs little, so a timer may do it every few minutes
  --source ID        the source that it is here; the same each time
  --terms WHAT       add: terms that are not known here are added to the vocabulary; refuse: records
                     that name them are faults. Default: add
  --full             compare everything; happens by itself once a week
  --allow-private    the address may be one of this machine or its own network

All
  --dry-run          check the file and say what would change, field by field; change nothing
  --skip-faulty      leave out records that have faults; those that the directory has stay as
                     they are. Without it one fault stops the whole import
  --allow-retiring   go on even if more than a fifth of a source's offers, or of its networks,
                     would be retired
  --report FILE      write the table's rows that have faults or remarks as CSV, what is wrong
                     beside each, to send back to whoever keeps the table
  --force            replace FILE of --report, or the mapping of --suggest, whatever it is; without
                     it only a former report is replaced. The file that is read, its mapping and
                     the database are never replaced
  --json             print what was done, or would be done, and all faults as JSON

All of a file is checked first; then it is taken as a whole or not at all. Each source in it is
replaced: what is new is added, what differs is changed, what is missing is retired. Other sources
stay as they are. Importing a file twice changes nothing. vielfalt undo takes an import back.

An accepted change of a provider stays while the file says what it replaced. The report names those
that the file says by now, and those that it overrules since it says a third thing.

Examples
  vielfalt import offers.csv --suggest --mapping offers.yaml
  vielfalt import offers.csv --mapping offers.yaml --dry-run --report faults.csv
  vielfalt import offers.csv --mapping offers.yaml
  vielfalt import backup.json
  vielfalt import - --source sports < all.json
  vielfalt import https://north.example/ --source north --skip-faulty

Exit codes
  0  imported, or the dry run found no fault
  1  faults in the file or the mapping: nothing was changed
  2  the command was called wrongly, or would write over a file that it did not write
  3  refused, since too many offers would be retired: nothing was changed
  4  a file or feed cannot be read, a file cannot be written, or the database cannot be used:
     nothing was changed
  5  imported, but the report or what is printed could not be written
  130  broken off by Ctrl+C: nothing was changed
`;

const OF_FILES = ['suggest', 'sheet', 'mapping', 'report', 'force'];
const OF_FEEDS = ['terms', 'full', 'allow-private'];
/** The share of an import that reading takes, and where writing begins and ends. */
const READ = 0.45;
const WRITES = { from: 0.5, to: 0.98 };

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    suggest: { type: 'boolean' },
    sheet: { type: 'string' },
    mapping: { type: 'string' },
    source: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-faulty': { type: 'boolean' },
    'allow-retiring': { type: 'boolean' },
    report: { type: 'string' },
    json: { type: 'boolean' },
    force: { type: 'boolean' },
    terms: { type: 'string' },
    full: { type: 'boolean' },
    'allow-private': { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined)
    throw new UsageError('Name a file: vielfalt import FILE, or - for standard input.');
  if (more.length > 0) throw new UsageError(`One file at a time: ${positionals.join(', ')}.`);

  const { mapping: mappingFile, source, report, force = false } = values;
  const common = {
    source,
    dryRun: values['dry-run'] ?? false,
    skipFaulty: values['skip-faulty'] ?? false,
    allowRetiring: values['allow-retiring'] ?? false,
    json: values.json ?? false,
  };
  const misplaced = Object.keys(values).find((name) =>
    (isAddress(file) ? OF_FILES : OF_FEEDS).includes(name),
  );
  if (misplaced !== undefined) {
    const what = isAddress(file)
      ? 'files, not addresses'
      : "other directories' addresses, not files";
    throw new UsageError(`--${misplaced} is for ${what}.`);
  }
  if (isAddress(file)) {
    return runFeedImport(file, {
      ...common,
      full: values.full ?? false,
      allowPrivate: values['allow-private'] ?? false,
      terms: values.terms,
    });
  }
  if (report !== undefined && (mappingFile === undefined || values.suggest)) {
    throw new UsageError('--report writes rows of a table that is read by a mapping.');
  }
  if (values.sheet !== undefined && !values.suggest) {
    throw new UsageError(
      '--sheet is for --suggest. A mapping says its sheet itself: file: { sheet: … }.',
    );
  }
  keepHeapSmall();
  return withInput(file, async (input) => {
    if (values.suggest) {
      await guardStandardOutput([input.protected]);
      const options = { mapping: mappingFile, source, sheet: values.sheet, force };
      return withTarget(({ store }) => suggest(store, input, options));
    }
    const mapping = mappingFile === undefined ? undefined : await readMapping(mappingFile);
    const read = [
      input.protected,
      ...(mappingFile !== undefined && mapping ? mappingFiles(mappingFile, mapping) : []),
    ];
    await guardStandardOutput(read);
    // Before anything is changed: a report that cannot be written stops the import.
    const output =
      report === undefined
        ? undefined
        : await openOutput(report, { kind: REPORT_KIND, inputs: read, force });
    try {
      if (output?.isStandardOutput && values.json) {
        throw new UsageError('The report and --json would both be printed. Name a file for one.');
      }
      return await interruptible('Broken off. Nothing was changed.', (check) =>
        withTarget((target) => importInto(target, input, output, { ...common, mapping, check })),
      );
    } finally {
      await output?.close();
    }
  });
}

interface RunOptions {
  mapping: Mapping | undefined;
  source: string | undefined;
  dryRun: boolean;
  skipFaulty: boolean;
  allowRetiring: boolean;
  json: boolean;
  /** Throws where the import is to end. */
  check: () => void;
}

/** @returns the exit code */
async function importInto(
  target: ImportTarget,
  input: Input,
  output: Output | undefined,
  { mapping, source, dryRun, skipFaulty, allowRetiring, json, check }: RunOptions,
): Promise<number> {
  const now = systemClock();
  const progress = new ProgressBar('Reading');
  const show = (share: number, what: string) => {
    check();
    progress.show(share, what);
  };
  const opened = await openImport(target.store, input, {
    ...(mapping && { mapping }),
    ...(source !== undefined && { source }),
    now,
    onProgress: (share) => show(share * READ, 'Reading'),
  }).catch((error: unknown) => {
    progress.end();
    throw error instanceof ImportRequestError ? requestError(error, input, source, mapping) : error;
  });
  try {
    const changes: Detail[] = [];
    show(READ, 'Planning');
    const hash = await input.source.hash();
    input.source.refuseChanged();
    const outcome = await applyImport(target, opened.batch, {
      now,
      // Without its folders: they are nobody's business.
      file: { name: basename(input.name), hash },
      ...{ dryRun, skipFaulty, allowRetiring },
      ...(dryRun && { onDetail: (detail) => changes.push(detail) }),
      onProgress: (done, of) => {
        const share = WRITES.from + (done / of) * (WRITES.to - WRITES.from);
        show(share, dryRun ? 'Comparing' : done < of ? 'Writing' : 'Keeping');
      },
    });
    progress.end();
    const printed = reportOf(input.name, opened, outcome, { dryRun, changes });
    const { table, mapped } = opened;
    const parts = [
      ...(output && table
        ? [
            async () =>
              output.write(await printFaultRows(table, printed.faults, mapped?.remarks ?? [])),
          ]
        : []),
      () => sayImport(printed, { json, beside: output?.isStandardOutput ?? false }),
    ];
    const { report } = printed;
    if (report && !dryRun) await sayAfterwards(summaryOf(report), parts);
    else for (const part of parts) await part();
    return { done: EXIT.done, faults: EXIT.findings, refused: EXIT.refused }[outcome.outcome];
  } finally {
    progress.end();
    await opened.close();
  }
}

/** Names the missing argument in this command's words. */
function requestError(
  { lack }: ImportRequestError,
  { name }: Input,
  source: string | undefined,
  mapping: Mapping | undefined,
): UsageError {
  switch (lack) {
    case 'mapping':
      return new UsageError(
        `${name} is a table. Say by a mapping what its columns are: vielfalt import ${name} --mapping FILE; a first one is written by vielfalt import ${name} --suggest.`,
      );
    case 'source':
      return new UsageError(
        'Say which source the table is: --source ID, or source: { id: … } in the mapping.',
      );
    case 'source id':
      return new UsageError(
        `${JSON.stringify(source ?? mapping?.source?.id)} is not a valid id of a source: an id has lowercase letters, digits and single hyphens, like sports-2.`,
      );
  }
}
