// What an import, midnight and the first visitors of each language cost everybody else.
//
//   node test/bench/publishing.mjs [--why] [OFFERS ...]
//
// The demo directory, its offers repeated with texts of their own up to each number (657 and 5,913
// unless given). A client asks for one address that is answered from memory, over and over; what is
// told is how late it gets its answer at most while a new revision is taken over, while the day
// changes, and while somebody asks for the first page and a search in every language. Where other
// programs take the machine, that says little: told too is how long the service's thread worked, and
// how long at most without letting others have their turn, on Linux in processor time.
// With --why, what took the longest stretch where that was more than 25 ms.
import { availableParallelism } from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { request, Agent } from 'node:http';
import { profileStretches, watchStretches } from './stretches.mjs';
import { repeated } from './varied.mjs';

/** The most milliseconds that others are to wait. */
const GOAL = 25;

if (isMainThread) await bench();
else poll(workerData);

/** Asks for an address again and again; tells the slowest answer since it was last asked. */
function poll({ url, every }) {
  const agent = new Agent({ keepAlive: true });
  let slowest = 0;
  const ask = () => {
    const began = performance.now();
    request(url, { agent }, (response) => {
      response.resume().on('end', () => {
        slowest = Math.max(slowest, performance.now() - began);
        setTimeout(ask, every);
      });
    }).end();
  };
  parentPort.on('message', () => {
    parentPort.postMessage(slowest);
    slowest = 0;
  });
  ask();
}

async function bench() {
  const { importFile, openStore, startService } = await import('@vielfalt/server');
  const { demoDirectory } = await import('../../demo/directory.mjs');
  const { pino } = await import('pino');
  const isWhyAsked = process.argv.includes('--why');
  const sizes = process.argv.slice(2).map(Number).filter(Boolean);
  console.log(`node ${process.version}, ${availableParallelism()} processors`);
  for (const size of sizes.length > 0 ? sizes : [657, 5_913]) {
    const store = await openStore('sqlite::memory:');
    const demo = demoDirectory('2026-11-23');
    const file = { ...demo, offers: repeated(demo.offers, size) };
    let now = Date.parse('2026-11-23T22:57:00Z');
    await importFile(store, file, { now, allowRetiring: true });
    const service = await startService({
      store,
      port: 0,
      log: pino({ enabled: false }),
      clock: () => now,
    });
    const url = `http://127.0.0.1:${service.port}`;
    const client = new Worker(new URL(import.meta.url), {
      workerData: { url: `${url}/widget/v1/vielfalt.js`, every: 2 },
    });
    const slowest = () =>
      new Promise((resolve) => {
        client.once('message', resolve);
        client.postMessage('');
      });
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const during = async (name, work) => {
      await pause(300);
      await slowest();
      const profile = isWhyAsked && (await profileStretches());
      const stretches = watchStretches();
      await work();
      const { total, longest, span } = stretches.end();
      const names = profile ? await profile.end(span) : [];
      await pause(50);
      const late = await slowest();
      console.log(
        `${size} offers, ${name}: ${total} ms of work, ${longest} ms of it at a stretch; ` +
          `others waited ${late.toFixed(0)} ms at most`,
      );
      if (span.work > GOAL) for (const name of names) console.log(`    ${name}`);
    };
    const get = async (path) => {
      const answer = await fetch(url + path);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    };
    const languages = ['de', 'en', 'ar', 'tr', 'uk'];
    const visits = async () => {
      for (const lang of languages) {
        await get(`/v1/offers?lang=${lang}`);
        await get(`/?lang=${lang}`);
      }
    };
    const searches = async () => {
      for (const lang of languages) await get(`/v1/offers?q=kurs&lang=${lang}&limit=1`);
    };
    await during('first visits', visits);
    await during('first searches', searches);
    const changed = {
      ...file,
      offers: file.offers.map((each, index) => (index ? each : { ...each, title: 'Neu' })),
    };
    await importFile(store, changed, { now });
    await during('a new revision', () => service.refresh());
    await during('first visits after it', visits);
    await pause(2_000);
    now = Date.parse('2026-11-23T23:00:01Z');
    await during('midnight', visits);
    await during('first searches of the day', searches);
    await client.terminate();
    await service.stop();
    await store.close();
  }
}
