import { localTime } from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from './directory.mjs';

/**
 * Puts the demo directory, as of today, into a database; one that has it gets today's dates.
 *
 * @param {string} databaseUrl such as `sqlite:demo.sqlite`
 * @param {string} [date] another day than today
 * @throws where the database cannot be used or the demo's data has faults
 */
export async function seed(databaseUrl, date) {
  const now = Date.now();
  const store = await openStore(databaseUrl);
  try {
    const day = date ?? localTime(now, 'Europe/Berlin').date;
    const outcome = await importFile(store, demoDirectory(day), { now, allowRetiring: true });
    if (outcome.outcome !== 'done') {
      throw new Error(`The demo was not imported: ${JSON.stringify(outcome, undefined, 2)}`);
    }
  } finally {
    await store.close();
  }
}
