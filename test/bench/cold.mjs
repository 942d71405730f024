// What each kind of answer costs that nobody has asked for before, and how long others wait for it.
//
//   node test/bench/cold.mjs [OFFERS ...]
//
// The demo directory, its offers repeated with texts of their own up to each number (657 and 5,913
// unless given). Each kind is asked for in another language first, so that the code is warm. Told are
// the milliseconds that the service's thread worked for an answer, and how many of them at a stretch
// without letting others have their turn; on Linux in processor time. The medians of three.
import { availableParallelism } from 'node:os';
import { importFile, openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { demoDirectory } from '../../demo/directory.mjs';
import { watchStretches } from './stretches.mjs';
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
];
const NOW = Date.parse('2026-11-23T12:00:00Z');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

console.log(`node ${process.version}, ${availableParallelism()} processors`);
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [657, 5_913]) await measure(size);

async function measure(size) {
  const store = await openStore('sqlite::memory:');
  const demo = demoDirectory('2026-11-23');
  await importFile(
    store,
    { ...demo, offers: repeated(demo.offers, size) },
    { now: NOW, allowRetiring: true },
  );
  const log = pino({ enabled: false });
  const service = await startService({
    store,
    port: 0,
    log,
    clock: () => NOW,
    baseUrl: 'https://feed.example.org',
  });
  const get = async (path) => {
    const answer = await fetch(`http://127.0.0.1:${service.port}${path}`);
    return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
  };
  for (const kind of KINDS) {
    await get(`${kind}lang=tr`);
    await get(`${kind}lang=uk`);
    const [totals, longest] = [[], []];
    let answer;
    for (const lang of ['de', 'en', 'ar']) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const stretches = watchStretches();
      answer = await get(`${kind}lang=${lang}`);
      const worked = stretches.end();
      totals.push(Number(worked.total));
      longest.push(Number(worked.longest));
    }
    console.log(
      `${size} offers, ${kind.slice(0, -1).padEnd(28)} ${answer.status} ${(answer.bytes / 1000).toFixed(0).padStart(5)} kB: ` +
        `${median(totals)} ms of work, ${median(longest)} ms of it at a stretch`,
    );
  }
  await service.stop();
  await store.close();
}
