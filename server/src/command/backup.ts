import { FileError } from '../files/file-error.js';
import { FileDraft } from '../export/draft.js';
import { visible } from '../text/visible.js';
import { backupStore } from '../store/backup.js';
import { safeTarget } from './output.js';
import { print } from './print.js';
import { sayAfterwards } from './unwritten.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt backup: copy the database while everything goes on

Usage
  vielfalt backup FILE

FILE is an SQLite database as of one moment, checked before it appears, whole or not at all. The service
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
  5  written, but standard output takes no more: the backup is there
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name one file to write to: vielfalt backup FILE.');
  }
  const target = await safeTarget(file);
  if (target.before ?? target.isStream) {
    throw new FileError(
      `${file} is there already, and backups are never overwritten. Name another file.`,
    );
  }
  // Private before anything is in it, since on-request addresses will be.
  const draft = await FileDraft.open(target, 0o600);
  try {
    const { revision } = await backupStore(databaseUrl(), draft.path);
    await draft.keep();
    await sayAfterwards(`The backup ${file} is written: revision ${revision}, checked`, [
      () => print(`${visible(file)}: revision ${revision}, checked\n`),
    ]);
    return EXIT.done;
  } finally {
    await draft.discard();
  }
}
