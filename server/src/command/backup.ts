import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { FileError } from '../intake/read-file.js';
import { makeWhole } from '../outlet/write-whole.js';
import { backupStore } from '../store/backup.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt backup: copy the database while everything goes on

Usage
  vielfalt backup FILE

FILE is a database as of one moment, checked before it appears, whole or not at all. The service
goes on answering and imports go on meanwhile. A file that is there already is never overwritten:
put the date into its name. Only its owner may read it, since it holds what is not public.

To restore, stop the service, remove the database and the files -wal and -shm beside it, put the
backup in its place, and start. A newer Vielfalt takes an older backup.

Examples
  vielfalt backup monday.sqlite
  vielfalt backup /var/backups/vielfalt/$(date +%F).sqlite

Exit codes
  0  written
  2  the command was called wrongly
  4  the database cannot be used, it is damaged, or the file is there already or cannot be written
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name one file to write to: vielfalt backup FILE.');
  }
  if (existsSync(file)) {
    throw new FileError(
      `${file} is there already, and backups are never overwritten. Name another file.`,
    );
  }
  const { revision } = await makeWhole(file, async (draft) => {
    await makePrivate(file, draft);
    return backupStore(databaseUrl(), draft);
  });
  process.stdout.write(`${file}: revision ${revision}, checked\n`);
  return EXIT.done;
}

/** Before anything is in it, since on-request addresses will be. */
async function makePrivate(file: string, draft: string): Promise<void> {
  try {
    await (await open(draft, 'w', 0o600)).close();
  } catch (error) {
    throw new FileError(
      `${file} cannot be written: check that its folder exists and may be written to. (${String(error)})`,
      { cause: error },
    );
  }
}
