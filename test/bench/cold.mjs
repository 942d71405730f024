// What each kind of answer costs that nobody has asked for before, and how long others wait for it.
//
//   node test/bench/cold.mjs [--why] [OFFERS | DATABASE ...]
//
// The demo directory, its offers repeated with texts of their own up to each number (657 and 5,913
// unless given); or a database that `vielfalt prepare` has made ready, by its address, which is
// answered from there. Each kind is asked for in another language first, so that the code is warm. Told are
// the milliseconds that the service's thread worked for an answer, and how many of them at a stretch
// without letting others have their turn; on Linux in processor time. The medians of three.
// With --why, what took the longest stretch where that was more than 25 ms.
import { availableParallelism } from 'node:os';
import { importFile, openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { demoDirectory } from '../../demo/directory.mjs';
import { openInDatabase } from '../../server/dist/editions/open.js';
import { prepareHere } from '../../server/dist/home.js';
import { profileStretches, watchStretches } from './stretches.mjs';
import { repeated } from './varied.mjs';

const KINDS = [
  '/v1/offers?',
  '/v1/offers?sort=next&',
  '/v1/offers?near=51.44,7.34&',
  '/v1/offers?q=kurs&',
  '/?',
  '/v1/offers/set?',
  '/v1/points?',
  '/v1/offers.csv?',
  '/v1/offers.ics?',
  '/v1/offers.geojson?',
  '/v1/offers.jsonld?',
  '/v1/offers.atom?',
  '/v1/offers.feed.json?',
  '/v1/providers?',
  '/providers?',
  '/insight?',
  '/insight?table=times&',
  '/insight?table=gaps&',
  '/insight.csv?table=topics&',
  '/professionals?',
  '/practice?',
  '/newcomers?',
  '/v1/networks?',
  '/v1/vocabulary?',
  '/sitemap.xml?',
];
const NOW = Date.parse('2026-11-23T12:00:00Z');
/** The most milliseconds that others are to wait. */
const GOAL = 25;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

console.log(`node ${process.version}, ${availableParallelism()} processors`);
const wanted = process.argv.slice(2).filter((each) => each !== '--why');
const isWhyAsked = process.argv.includes('--why');
for (const each of wanted.length > 0 ? wanted : ['657', '5913']) await measure(each);

/** A directory of so many offers in memory, or the one of a database, which answers come from. */
async function open(wanted) {
  if (!/^\d+$/.test(wanted)) {
    return { store: await openStore(wanted), open: openInDatabase(prepareHere) };
  }
  const store = await openStore('sqlite::memory:');
  const demo = demoDirectory('2026-11-23');
  const file = { ...demo, offers: repeated(demo.offers, Number(wanted)) };
  await importFile(store, file, { now: NOW, allowRetiring: true });
  return { store, clock: () => NOW };
}

async function measure(directory) {
  const opened = await open(directory);
  const log = pino({ enabled: false });
  const baseUrl = 'https://feed.example.org';
  const service = await startService({ ...opened, port: 0, log, baseUrl });
  console.log(/^\d+$/.test(directory) ? `${directory} offers in memory` : 'from the database');
  const get = async (path) => {
    const answer = await fetch(`http://127.0.0.1:${service.port}${path}`);
    return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
  };
  for (const kind of KINDS) {
    await get(`${kind}lang=tr`);
    await get(`${kind}lang=uk`);
    const [totals, longest] = [[], []];
    let answer;
    let why = [];
    for (const lang of ['de', 'en', 'ar']) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const profile = isWhyAsked && (await profileStretches());
      const stretches = watchStretches();
      answer = await get(`${kind}lang=${lang}`);
      const worked = stretches.end();
      const names = profile ? await profile.end(worked.span) : [];
      if (worked.span.work > Math.max(GOAL, ...longest)) why = names;
      totals.push(Number(worked.total));
      longest.push(Number(worked.longest));
    }
    console.log(
      `${kind.slice(0, -1).padEnd(28)} ${answer.status} ${(answer.bytes / 1000).toFixed(0).padStart(5)} kB: ` +
        `${median(totals)} ms of work, ${median(longest)} ms of it at a stretch`,
    );
    for (const name of why) console.log(`    ${name}`);
  }
  await service.stop();
  await opened.store.close();
}
