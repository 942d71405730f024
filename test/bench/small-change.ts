// How long it takes until a small change to a large directory is ready to be answered from.
//
//   node --import tsx test/bench/small-change.ts DATABASE_URL [TIMES]
//
// The database is a copy that `vielfalt prepare` has made ready: the titles of some offers are changed
// in it, one revision each. Says for each the processor time of this process and that of the clock,
// from the change to the opened revision with today's data.
import { localTime } from '@vielfalt/feed';
import { openInDatabase } from '../../server/src/editions/open.js';
import { PROGRAM } from '../../server/src/editions/prepare.js';
import { prepareHere } from '../../server/src/home.js';
import { openStore } from '../../server/src/store/open.js';

const [url = '', times = '4'] = process.argv.slice(2);
const store = await openStore(url, { create: false });
const open = openInDatabase(prepareHere);

async function measured(name: string): Promise<void> {
  const [clock, work] = [performance.now(), process.cpuUsage()];
  const published = await open(store, () => []);
  await published?.prepare(localTime(Date.now(), published.directory.timeZone).date);
  const { user, system } = process.cpuUsage(work);
  const took = Math.round(performance.now() - clock);
  console.log(`${name}: ${Math.round((user + system) / 1_000)} ms of work, ${took} ms`);
}

await measured('opened');
const { editions } = store;
const edition = await editions?.latest(PROGRAM);
const numbers = Array.from({ length: Number(times) }, (_, at) => 100 * at);
const found = edition ? await editions?.records(edition, 'offer', numbers) : [];
for (const { record } of found ?? []) {
  await store.change(async (transaction) => {
    await transaction.put({ offers: [{ ...record, title: `Neu: ${record.title}` }] });
    return { result: undefined, keep: {} };
  });
  await measured(`revision ${await store.revision()}`);
}
await store.close();
