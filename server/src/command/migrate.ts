import { StoreError } from '../store/error.js';
import { openAccess } from '../store/open.js';
import { withoutPassword } from '../store/postgres/address.js';
import { copyDirectory, type Holdings } from '../store/sql/copy.js';
import { visible } from '../text/visible.js';
import { print } from './print.js';
import { ProgressBar } from './progress.js';
import { sayAfterwards } from './unwritten.js';
import { EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt migrate: copy a directory into another database, with its history

Usage
  vielfalt migrate FROM TO

FROM and TO are addresses as in DATABASE_URL: sqlite: and a path, or postgres://user@host/database.
All of it is copied as of one moment, retired records, former imports and what undo needs too, in
one transaction: compared at its end with where it came from, it is there whole or not at all. FROM
stays as it is. TO has to be empty; a file of SQLite is made.

Stop imports before, and point DATABASE_URL to TO afterwards: what is imported into FROM meanwhile
stays there. Logos and dictionaries lie in folders beside the database and are not copied.

A password on the command line can be read by others on the machine. Set PGPASSWORD, or have it in
~/.pgpass.

Examples
  vielfalt migrate sqlite:directory.sqlite postgres://vielfalt@db.example.org/vielfalt
  vielfalt migrate postgres://vielfalt@db.example.org/vielfalt sqlite:directory.sqlite

Exit codes
  0  copied
  2  the command was called wrongly
  3  refused, since TO is not empty: nothing was changed
  4  a database cannot be used, or there is no directory in FROM
  5  copied, but standard output takes no more
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [from, to] = positionals;
  if (from === undefined || to === undefined || positionals.length > 2) {
    throw new UsageError('Name two databases: vielfalt migrate FROM TO.');
  }
  let holdings;
  try {
    holdings = await migrate(from, to);
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble !== 'occupied') throw error;
    process.stderr.write(`${nameOf(to)} is not empty: nothing was changed. Name another one.\n`);
    return EXIT.refused;
  }
  const { revision } = holdings;
  await sayAfterwards(`The directory is copied: revision ${revision}, compared`, [
    () => print(`${nameOf(to)}: ${printed(holdings)}\n`),
  ]);
  return EXIT.done;
}

async function migrate(from: string, to: string): Promise<Holdings> {
  const source = await openNamed('FROM', from, { create: false });
  try {
    const target = await openNamed('TO', to, { create: true });
    const bar = new ProgressBar('Copying');
    try {
      return await copyDirectory(source, target, (share) => bar.show(share));
    } finally {
      bar.end();
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** @param argument what stands for the address in the usage, which messages name in place of a setting */
async function openNamed(argument: string, url: string, options: { create: boolean }) {
  try {
    return await openAccess(url, options);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const message = error.message.replaceAll('DATABASE_URL', argument);
    throw new StoreError(error.trouble, message, { cause: error });
  }
}

function printed({ revision, rows, digest }: Holdings): string {
  const kept = [
    `${rows['offer']} offers`,
    `${rows['provider']} providers`,
    `${rows['network']} networks`,
    `${rows['history']} imports`,
  ];
  return `revision ${revision}, ${kept.join(', ')}, compared (SHA-256 ${digest})`;
}

function nameOf(url: string): string {
  return visible(withoutPassword(url));
}
