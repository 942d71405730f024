import { addDays, localTime } from '@vielfalt/feed';
import { systemClock } from '../clock.js';
import { prepareEdition } from '../editions/prepare.js';
import { openStore } from '../store/open.js';
import { StoreError } from '../store/error.js';
import { print } from './print.js';
import { databaseUrl, EXIT, readArguments, UsageError } from './usage.js';

export const help = `vielfalt prepare: make ready what a large directory is answered from

Usage
  vielfalt prepare

A directory of more than 20,000 offers is answered from its database, not from memory (see ANSWERS in
vielfalt serve --help). For each revision the service has this command make what it needs for that:
beside the directory, while the revision before goes on being answered from. Call it yourself after an
import to have it ready before the service starts, or to let another machine do the work. What is
there already is not made again.

Examples
  vielfalt import all.json && vielfalt prepare

Exit codes
  0  it is ready
  2  the command was called wrongly
  4  the database cannot be used, or there is no directory in it
`;

/** In the last so many milliseconds of a day the next one is made ready, too. */
const LAST_HOUR = 3_600_000;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new UsageError('It takes no file; it reads the database.');
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const edition = await prepareEdition(store, datesFrom(systemClock()));
    if (!edition) {
      throw new StoreError(
        'missing',
        'The database is empty. Import a file first: vielfalt import FILE.',
      );
    }
    await print(`Revision ${edition.revision} is ready to be answered from.\n`);
    return EXIT.done;
  } finally {
    await store.close();
  }
}

const datesFrom = (now: number) => (timeZone: string) => {
  const { date } = localTime(now, timeZone);
  const isLate = localTime(now + LAST_HOUR, timeZone).date !== date;
  return isLate ? [date, addDays(date, 1)] : [date];
};
