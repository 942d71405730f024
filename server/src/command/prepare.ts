import { addDays, localTime } from '@vielfalt/feed';
import { systemClock } from '../clock.js';
import { prepareEdition } from '../editions/prepare.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import { keepHeapSmall } from './heap.js';
import { interruptible } from './interruption.js';
import { print } from './print.js';
import { ProgressBar } from './progress.js';
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
  4  the database cannot be used, there is no directory in it, or no room for a temporary file
  130  broken off by Ctrl+C
`;

const BROKEN_OFF =
  'Broken off. What was made so far is not answered from, and goes when it is begun again.';

/** In the last so many milliseconds of a day the next one is made ready, too. */
const LAST_HOUR = 3_600_000;

export async function run(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new UsageError('It takes no file; it reads the database.');
  keepHeapSmall();
  const store = await openStore(databaseUrl(), { create: false });
  const progress = new ProgressBar('Preparing');
  try {
    const edition = await interruptible(BROKEN_OFF, (check) =>
      prepareEdition(store, datesFrom(systemClock()), (share) => {
        check();
        progress.show(share);
      }),
    );
    progress.end();
    if (!edition) {
      throw new StoreError(
        'missing',
        'The database is empty. Import a file first: vielfalt import FILE.',
      );
    }
    await print(`Revision ${edition.revision} is ready to be answered from.\n`);
    return EXIT.done;
  } finally {
    progress.end();
    await store.close();
  }
}

const datesFrom = (now: number) => (timeZone: string) => {
  const { date } = localTime(now, timeZone);
  const isLate = localTime(now + LAST_HOUR, timeZone).date !== date;
  return isLate ? [date, addDays(date, 1)] : [date];
};
