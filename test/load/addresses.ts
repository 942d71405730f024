// What the service remembers when it is asked for very many different addresses.
//
//   npm run load:addresses
//
// 200,000 of every kind: parameters that are not ours, addresses where nothing is, questions that
// nobody asked before (one in fifteen), in each format, encoding and way of writing. Resident memory must stay below
// 300 MB, and nothing may end in a 5xx. Takes some minutes; LOAD_ADDRESSES asks for fewer, and after
// LOAD_SECONDS (900) it stops and says how many there were.
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../../demo/seed.mjs';
import { startHeldService } from './held-socket.js';
import { residentMegabytes } from './resident.js';

const count = Number(process.env['LOAD_ADDRESSES'] ?? 200_000);
const seconds = Number(process.env['LOAD_SECONDS'] ?? 900);
const CONNECTIONS = 8;
/** In megabytes. */
const LIMIT = 300;

type Kind = (number: number) => string;

/** Addresses that cost little, different for each number. */
const CHEAP: readonly Kind[] = [
  (number) => `/robots.txt?x=${number}`,
  (number) => `/?utm_source=${number}`,
  (number) => `/providers?fbclid=${number}&lang=ar`,
  (number) => `/v1/vocabulary?x=${number}`,
  (number) => `/v1/nothing-${number}`,
  (number) => `/nothing/${number}`,
  (number) => `/offers/nothing-${number}`,
  (number) => `/v1/offers/nothing-${number}`,
  (number) => `/v1/schema/${number}.json`,
  (number) => `/widget/v1/chunks/part-${number}.js`,
  (number) => `/logos/${number}.png`,
  (number) => `/pages/${number}.css`,
  (number) => `/sitemap-${number}.xml`,
  (number) => `/opensearch.xml?x=${number}`,
  (number) => `/insight.csv?table=topics&x=${number}`,
  (number) => `/widget/v1/vielfalt.js?v=${number}`,
  (number) => `/healthz?${number}`,
  (number) => `/%72obots.txt?%${number}`,
  (number) => `/?q=%E4&x=%ED%A0%80${number}`,
  (number) => `/v1/offers?topik=${number}`,
];
/** Questions that nobody asked before. */
const COSTLY: readonly Kind[] = [
  (number) => `/v1/offers?q=wort${number}&limit=1`,
  (number) => `/v1/offers?near=51.4,7.${number}&limit=1`,
  (number) => `/v1/offers?limit=${1 + (number % 100)}&page=${1 + number}`,
  (number) => `/v1/offers?age=${number % 100}&time=09:00-12:00&limit=1&q=${number}`,
  (number) => `/v1/offers${FORMATS[number % FORMATS.length]}?q=wort${number}`,
  (number) => `/?q=wort${number}&lang=${LANGUAGES[number % LANGUAGES.length]}`,
  (number) => `/?topic=language&day=mo&age=${number}`,
  (number) => `/v1/question?q=frage${number}&lang=${LANGUAGES[number % LANGUAGES.length]}`,
  (number) => `/v1/question?q=kurs${number}%20in%20Witten&within.age=${number % 100}`,
];
/** How many cheap ones there are to each of the others. */
const RATIO = 15;
const FORMATS = ['.csv', '.ics', '.atom', '.feed.json', '.geojson', '.jsonld'];
const LANGUAGES = ['de', 'en', 'ar', 'tr', 'uk'];
const ENCODINGS = ['br', 'gzip', 'identity'];

const folder = await mkdtemp(join(tmpdir(), 'vielfalt-addresses-'));
const database = `sqlite:${join(folder, 'directory.sqlite')}`;
try {
  await seed(database);
  console.log(`node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} processors`);
  const service = await startHeldService({
    DATABASE_URL: database,
    METRICS: '0',
    BASE_URL: 'https://feed.example.org',
  });
  const resident = () => residentMegabytes(service.metricsPort());
  const before = await resident();
  let highest = before;
  const watching = setInterval(() => {
    resident().then(
      (megabytes) => (highest = Math.max(highest, megabytes)),
      () => undefined, // a sample less
    );
  }, 1_000);
  const { asked, statuses } = await askAll(service.url);
  clearInterval(watching);
  const after = await resident();
  const code = await service.stop();

  const seen = [...statuses].sort(([one], [other]) => one - other);
  console.log(`${asked} addresses: ${seen.map(([status, of]) => `${of} × ${status}`).join(', ')}`);
  console.log(`resident memory before ${before}, after ${after}, at most ${highest} MB`);
  const failed = seen.filter(([status]) => status >= 500);
  if (failed.length > 0 || highest > LIMIT || code !== 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function kindOf(number: number): Kind {
  const [kinds, at] = number % RATIO === 0 ? [COSTLY, number / RATIO] : [CHEAP, number];
  return kinds[at % kinds.length]!;
}

/** Asks for each address once, a tenth of them by `HEAD`, until the time is over. */
async function askAll(url: string): Promise<{ asked: number; statuses: Map<number, number> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + seconds * 1000;
  const statuses = new Map<number, number>();
  let asked = 0;
  async function visitor(): Promise<void> {
    while (asked < count && performance.now() < end) {
      const number = asked++;
      const path = kindOf(number)(number);
      const status = await get(url + path, number);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  function get(address: string, number: number): Promise<number> {
    const method = number % 10 === 9 ? 'HEAD' : 'GET';
    const headers = { 'Accept-Encoding': ENCODINGS[number % ENCODINGS.length] };
    return new Promise((resolve, reject) => {
      request(address, { agent, method, headers }, (response) => {
        response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject);
        response.resume();
      })
        .on('error', reject)
        .end();
    });
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor));
  agent.destroy();
  return { asked, statuses };
}
