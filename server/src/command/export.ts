import { extname } from 'node:path';
import { countPrivateDetails, toDirectoryFile } from '../export/feed-json.js';
import { untoldChanges } from '../desk/untold-changes.js';
import { exportKind } from '../export/former-output.js';
import { EXPORT_FORMATS, printExport } from '../export/print-export.js';
import type { ExportFormat } from '../export/print-export.js';
import { countUnwritable } from '../export/sheet-layout.js';
import { openStore } from '../store/open.js';
import type { DirectoryState } from '../store/store.js';
import { readDirectory } from './directory.js';
import { runStaticExport } from './export-static.js';
import { openOutput } from './output.js';
import type { Output } from './output.js';
import { changesKind, printChanges } from './print-changes.js';
import { databaseUrl, EXIT, readArguments, suggestion, UsageError } from './usage.js';

export const help = `vielfalt export: write the directory to a file, or as files for any web server

Usage
  vielfalt export [OPTIONS]
  vielfalt export --changes [--output FILE] [--format FORMAT] [--source ID] [--force]
  vielfalt export --static DIR [--base URL] [--lock QUERY ...] [--locks FILE]

Options
  --output FILE    write there instead of standard output; the file appears whole or not at all.
                   The ending of its name says the format: .json, .csv or .xlsx
  --format FORMAT  json, csv or xlsx, whatever the name; on standard output JSON is the default
  --source ID      only this source's records
  --force          replace FILE even if it is no export as it was written, but something else or an
                   export that a spreadsheet program has saved since; never the database
  --public         leave out what is for the office alone: addresses that are given on request,
                   and names of persons that nobody made public

  --changes        the list for whoever keeps the table instead: what was accepted of providers and the
                   table does not say yet. A row for each field: source, record, title, field, old,
                   new, by, on. A change leaves the list when an import says the same

  --static DIR     write the directory as a folder of files that answers like the service: pages, the
                   data that elements ask for, the elements themselves. Private details are never in it
  --base URL       the address that DIR will be reached at, which search engines, calendars and news
                   are told; links work without it
  --lock QUERY     what elements on websites are locked to, as in an address: place=witten&topic=sport.
                   Each lock gets a file of its own, so that its page loads no more; may be repeated.
                   Without any, each topic and place gets one; each provider always does
  --locks FILE     the same from a file, one in a line; lines that begin with # are notes

In every format the file holds everything, retired records too, and is what vielfalt import reads
without a mapping: into an empty database it brings back the same directory. Two JSON or CSV exports
of the same directory are the same bytes.

  JSON  to keep, to compare, for programs
  XLSX  to look at and to edit in a spreadsheet program: a sheet each for offers, providers,
        networks, sources, the directory record (field, value) and the vocabulary
  CSV   the same sheets one below the other; the first column, table, says which sheet a row is
        of. Spreadsheet programs turn texts like 0301 into numbers when they open it: edit XLSX.
        Saved again as “CSV UTF-8” it is read all the same, with dates like 7.9.2026 too

A column is named after its field, like contact.phone or locations.1.street, the second place of the
offer being locations.2. Ids, languages and days stand in one cell with commas between them, synonyms
and networks in one cell with a line each; yes and no are words, dates are text like 2026-01-05. What
no offer has, has no column; you may add one by its name. Rows and columns may be put in another
order. A record whose row has gone is retired by the import. An empty cell means that nothing is
known; [] is a list, {} a group of fields that is there and empty.

DIR is new, empty, or an earlier export. Written again, only what has changed is touched, and what has
gone is removed; other files in it are left alone. All of it comes into its place at the end, the index
last. How to upload and renew it is told in DIR/README.md.

Examples
  vielfalt export --output backup.json
  vielfalt export --output directory.xlsx
  vielfalt export --public --output open-data.csv
  vielfalt export --source sports | less
  vielfalt export --changes --output changes.xlsx
  vielfalt export --static /var/www/vielfalt --base https://www.example.org/vielfalt/

Exit codes
  0  written
  2  the command was called wrongly, or FILE or DIR is there already and is no export
  4  the database cannot be used, or a file cannot be written
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    output: { type: 'string' },
    format: { type: 'string' },
    source: { type: 'string' },
    public: { type: 'boolean' },
    force: { type: 'boolean' },
    changes: { type: 'boolean' },
    static: { type: 'string' },
    base: { type: 'string' },
    lock: { type: 'string', multiple: true },
    locks: { type: 'string' },
  });
  if (positionals.length > 0) {
    throw new UsageError(`To write to ${positionals[0]}, pass --output ${positionals[0]}.`);
  }
  if (values.static !== undefined) {
    const { static: folder, base, lock, locks, ...others } = values;
    return runStaticExport(folder, { base, lock, locks }, Object.keys(others));
  }
  if (values.base ?? values.lock ?? values.locks) {
    throw new UsageError('--base, --lock and --locks go with --static DIR.');
  }
  const { source, output, public: publicOnly = false, force = false, changes = false } = values;
  if (changes && publicOnly) {
    throw new UsageError('--public is for the directory; --changes is a list for the office.');
  }
  const format = formatOf(values);
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw new UsageError('XLSX cannot be printed to a terminal: pass --output FILE.');
  }
  const kind = changes ? changesKind(format) : exportKind(format);
  const target = await openOutput(output, { kind, force });
  try {
    if (changes) return await writeChanges(target, format, source);
    return await writeExport(target, format, {
      publicOnly,
      ...(source !== undefined && { source }),
    });
  } finally {
    await target.close();
  }
}

/** @throws UsageError where the directory has no such source */
function refuseUnknown(source: string | undefined, state: DirectoryState): void {
  const sources = state.sources.map(({ id }) => id);
  if (source === undefined || sources.includes(source)) return;
  throw new UsageError(
    `There is no source ${JSON.stringify(source)}.${suggestion(source, sources)} There are: ${sources.join(', ')}.`,
  );
}

async function writeChanges(
  output: Output,
  format: ExportFormat,
  only: string | undefined,
): Promise<number> {
  refuseUnknown(only, await readDirectory());
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const changes = await untoldChanges(store);
    const wanted = changes.filter(({ source }) => only === undefined || source === only);
    await output.write(await printChanges(wanted, format));
    return EXIT.done;
  } finally {
    await store.close();
  }
}

async function writeExport(
  output: Output,
  format: ExportFormat,
  { source, publicOnly }: { source?: string; publicOnly: boolean },
): Promise<number> {
  const state = await readDirectory();
  refuseUnknown(source, state);
  const file = toDirectoryFile(state, { publicOnly, ...(source !== undefined && { source }) });
  const content = await printExport(file, format);
  await output.write(content);
  const unwritable = format === 'json' ? 0 : countUnwritable(file);
  if (unwritable > 0) {
    process.stderr.write(
      `Texts with control characters: ${unwritable}. No table can hold these; they were left out. JSON keeps them.\n`,
    );
  }
  if (!publicOnly) {
    const { addresses, names } = countPrivateDetails(file);
    process.stderr.write(
      `Not for handing on: on-request addresses (${addresses}) and names that are not public (${names}) are in this export. With --public they are left out.\n`,
    );
  }
  return EXIT.done;
}

/**
 * Takes the format from the option, or else from the name's ending; JSON where neither gives one.
 */
function formatOf({ format, output = '' }: { format?: string; output?: string }): ExportFormat {
  const ending = extname(output).slice(1).toLowerCase();
  const word = format ?? (ending || 'json');
  const known = EXPORT_FORMATS.find((name) => name === word);
  if (known) return known;
  throw new UsageError(
    format === undefined
      ? `${output} ends in .${ending}, which is not an export format. Let it end in .json, .csv or .xlsx, or pass --format.`
      : `There is no format ${JSON.stringify(format)}.${suggestion(format, EXPORT_FORMATS)} There are: ${EXPORT_FORMATS.join(', ')}.`,
  );
}
