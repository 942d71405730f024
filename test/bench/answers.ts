// What an answer costs that nobody has asked for yet: words, filters, a point, the next dates, insight.
//
//   npm run bench:answers [-- OFFERS ...]
//
// The demo directory, its offers repeated with texts and points of their own up to each number (657,
// 5,913 and 10,000 unless given). A client in a thread of its own asks for one address after the
// other, each for the first time. Told is the time that the service's thread worked for one (on
// Linux processor time, elsewhere the time that passed), reading, answering, JSON and compression
// included, and what a snapshot keeps.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { DAYS, printQuery, type FileOffer, type Query } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { importFile, openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { demoDirectory } from '../../demo/directory.mjs';

/** Addresses of each kind that are measured, and those before them that warm the service up. */
const [MEASURED, WARMING] = [60, 25];
const NOW = Date.parse('2026-11-23T11:00:00Z');

const questions = JSON.parse(
  readFileSync(new URL('../relevance/demo-queries.json', import.meta.url), 'utf8'),
) as { q: string; lang: string }[];

/** One of some things by a number: the same each time, and no two kinds in step. */
const pick = <Value>(values: readonly Value[], n: number, step: number): Value =>
  values[Math.floor(n * step) % values.length] as Value;
const id = (list: keyof typeof defaultVocabulary, n: number, step: number) =>
  pick(defaultVocabulary[list], n, step).id;
const offers = (query: Query) => `/v1/offers?${printQuery(query)}`;
const point = (n: number) => ({
  lat: Math.round(51.25e5 + ((n * 7919) % 20_000)) / 1e5,
  lng: Math.round(7.15e5 + ((n * 6271) % 27_000)) / 1e5,
});

/** The address of each kind by a number; no two numbers have the same. */
const KINDS: Record<string, (n: number) => string> = {
  words: (n) => {
    const { q, lang } = pick(questions, n, 1);
    return offers({ q, lang });
  },
  'facets, one filter': (n) => offers({ topic: [id('topic', n, 1)], limit: 1 + (n % 97) }),
  'facets, several filters': (n) =>
    offers({
      audience: [id('audience', n, 1), id('audience', n, 3)].sort(),
      place: [id('place', n, 1), id('place', n, 2.3)].sort(),
      day: [pick(DAYS, n, 1), pick(DAYS, n, 3.7)].sort(),
      time: [pick(['morning', '09:00-12:30', 'evening', '14:15-18:00'], n, 1)],
      ...(n % 2 && { spoken: ['ar', 'de'] }),
      ...(n % 3 && { age: n % 80 }),
      page: 1 + (n % 3),
    }),
  'facets, none': (n) => offers({ page: 2 + n }),
  near: (n) => offers({ near: point(n), km: 5 + (n % 20) }),
  'sort=next': (n) => offers({ sort: 'next', limit: 1 + (n % 90), page: 1 + Math.floor(n / 90) }),
  'page /': (n) =>
    `/?${printQuery({ place: [id('place', n, 1)], page: 1 + (n % 7), age: n % 70 })}`,
};

/** The processor time of this process's main thread, in milliseconds; elsewhere, the time. */
function worked(): number {
  if (process.platform !== 'linux') return performance.now();
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

function* repeated(all: FileOffer[], size: number): Generator<FileOffer> {
  for (let index = 0; index < size; index += 1) {
    const offer = all[index % all.length] as FileOffer;
    const round = Math.floor(index / all.length);
    const { lat, lng } = point(index);
    yield round === 0
      ? offer
      : {
          ...offer,
          record: `${offer.record}-${round}`,
          title: `${offer.title} ${index}`,
          ...(offer.description && { description: `${offer.description} Haus ${index}.` }),
          ...(offer.locations && {
            locations: offer.locations.map((each) =>
              each.lat === undefined ? each : { ...each, lat, lng },
            ),
          }),
        };
  }
}

const CLIENT = `
  const { parentPort } = require('node:worker_threads');
  const { request, Agent } = require('node:http');
  const agent = new Agent({ keepAlive: true });
  parentPort.on('message', (url) => {
    const began = performance.now();
    request(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.resume().on('end', () =>
        parentPort.postMessage({ status: response.statusCode, time: performance.now() - began }));
    }).end();
  });`;

async function bench(size: number, collect: () => void) {
  const store = await openStore('sqlite::memory:');
  const demo = demoDirectory('2026-11-23');
  const file = { ...demo, offers: [...repeated(demo.offers, size)] };
  await importFile(store, file, { now: NOW, allowRetiring: true });
  const service = await startService({
    store,
    port: 0,
    log: pino({ enabled: false }),
    clock: () => NOW,
  });
  const client = new Worker(CLIENT, { eval: true });
  const ask = (path: string) =>
    new Promise<{ cost: number; time: number }>((resolve, reject) => {
      const before = worked();
      client.once('message', ({ status, time }: { status: number; time: number }) => {
        if (status === 200) resolve({ cost: worked() - before, time });
        else reject(new Error(`${status} ${path}`));
      });
      client.postMessage(`http://127.0.0.1:${service.port}${path}`);
    });
  console.log(`\n${size} offers`);
  const report = (name: string, asked: { cost: number; time: number }[]) => {
    const at = (share: number, of: 'cost' | 'time') => {
      const sorted = asked.map((each) => each[of]).sort((a, b) => a - b);
      return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(7);
    };
    console.log(
      `  ${name.padEnd(26)} worked: median ${at(0.5, 'cost')} ms, p95 ${at(0.95, 'cost')}; waited: p95 ${at(0.95, 'time')}`,
    );
  };
  report('insight, first open', [await ask('/insight')]);
  for (const addressOf of Object.values(KINDS)) {
    for (let n = 0; n < WARMING; n += 1) await ask(addressOf(1_000 + n));
  }
  for (const [name, addressOf] of Object.entries(KINDS)) {
    const asked = [];
    for (let n = 0; n < MEASURED; n += 1) asked.push(await ask(addressOf(n)));
    report(name, asked);
  }
  const languages = ['en', 'ar', 'tr', 'uk'];
  const insights = [];
  for (const lang of languages) insights.push(await ask(`/insight?lang=${lang}`));
  report('insight, other languages', insights);
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `  memory: heap ${(heapUsed / 1e6).toFixed(0)} MB, arrays ${(arrayBuffers / 1e6).toFixed(1)} MB`,
  );
  await client.terminate();
  await service.stop();
  await store.close();
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const sizes = process.argv.slice(2).map(Number);
console.log(`node ${process.version}, ${availableParallelism()} processors`);
for (const size of sizes.length > 0 ? sizes : [657, 5_913, 10_000]) await bench(size, collect);
