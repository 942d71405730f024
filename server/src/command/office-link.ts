import { systemClock } from '../clock.js';
import { ConfigError, readConfig } from '../config.js';
import { keeperNamed } from '../desk/keepers.js';
import { officeLink } from '../desk/letters/links.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import { print } from './print.js';
import { databaseUrl, EXIT, readArguments, suggestion, UsageError } from './usage.js';

export const help = `vielfalt office-link: print a link that opens the office's pages

Usage
  vielfalt office-link ADDRESS

ADDRESS is the e-mail address of somebody who may enter the office: one of "keepers" in the directory's
record. The link can be used once, within ten minutes; whoever has it is in. It is for the first time,
and for services that can send no mails. Nothing else is needed of the service, which may be running.

Settings (environment)
  BASE_URL      the public address of the service          default the directory's baseUrl
  DATABASE_URL  where the directory is kept                default sqlite:vielfalt.sqlite

Example
  vielfalt office-link lee@office.example

Exit codes
  0  printed
  2  the command was called wrongly, or the address is not among the keepers
  4  the database cannot be used, or is empty
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [address] = positionals;
  if (address === undefined || positionals.length > 1) {
    throw new UsageError('Name one address: vielfalt office-link ADDRESS.');
  }
  const { baseUrl, officeHeader } = settings();
  if (officeHeader !== undefined) {
    throw new UsageError(
      'OFFICE_AUTH is "proxy": a proxy says who may enter, and links open nothing. Take it out, or sign in there.',
    );
  }
  await print(`${await linkFor(address, baseUrl)}\n`);
  return EXIT.done;
}

function settings() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function linkFor(address: string, given: string | undefined): Promise<string> {
  const store = await openStore(databaseUrl(), { create: false });
  try {
    return await store.change(async (transaction) => {
      const head = await transaction.head();
      if (!head) {
        throw new StoreError(
          'missing',
          'The database is empty. Import a file first: vielfalt import FILE.',
        );
      }
      const { directory } = head;
      const keeper = keeperNamed(directory, address);
      if (keeper === undefined) {
        const near = suggestion(address, directory.keepers ?? []);
        throw new UsageError(
          `${address} is not among the keepers of this directory.${near} Write it into "keepers" of the directory's record, and import that.`,
        );
      }
      const baseUrl = given ?? directory.baseUrl?.replace(/\/+$/, '');
      if (baseUrl === undefined) {
        throw new UsageError(
          'The public address is not known: set BASE_URL, such as https://feed.example.org.',
        );
      }
      const { href } = await officeLink(transaction, keeper, { baseUrl, now: systemClock() });
      return { result: href, keep: {} };
    });
  } finally {
    await store.close();
  }
}
