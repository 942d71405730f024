// Compares the feed service with what else could answer: a bare node:http server and nginx that
// send the same bytes, and a plain Koa app that asks the database each time.
//
//   npm run bench
//
// Runs are interleaved (A B C … A B C …); medians and their ratios are printed. Absolute figures
// drift with the machine; the ratios are what holds. Then the same by two workers each, on both
// processors. Where other programs take the machine, the work
// of an answer (processor time, on Linux) says more than the rate.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seed } from '../../demo/seed.mjs';
import { load, processorTime, startFeed, startNginx, startPeer } from './servers.mjs';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const PATH = '/v1/offers';
const QUERY = '?lang=de';
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const folder = await mkdtemp(join(tmpdir(), 'vielfalt-bench-'));
const children = [];

/** One who answers, asked in one encoding, and its validator. */
async function contender(name, server, encoding) {
  children.push(server.child);
  const url = `http://127.0.0.1:${server.port}${PATH}${QUERY}`;
  const accept = `Accept-Encoding: ${encoding}`;
  const { headers } = await fetch(url, { headers: { 'Accept-Encoding': encoding } });
  if (headers.get('content-encoding') !== encoding) throw new Error(`${name} sends no ${encoding}`);
  const bytes = Number(headers.get('content-length'));
  console.log(`${name}: ${bytes} bytes (${encoding})`);
  return {
    name,
    url,
    accept,
    etag: headers.get('etag'),
    pid: server.child.pid,
    rates: [],
    p99: [],
    work: [],
  };
}

const database = join(folder, 'bench.sqlite');

async function contenders(workers) {
  const feed = await startFeed(database, workers);
  const url = `http://127.0.0.1:${feed.port}${PATH}${QUERY}`;
  const answer = await fetch(url);
  const body = Buffer.from(await answer.arrayBuffer());
  const same = ['cache-control', 'vary', 'x-content-type-options', 'access-control-allow-origin'];
  const headers = Object.fromEntries(same.map((name) => [name, answer.headers.get(name)]));
  const compressed = gzipSync(body, { level: 9 });
  const nginx = await startNginx(folder, { path: PATH, body, compressed, headers }, workers);
  if (!nginx) console.log('nginx is not installed here, and is left out.');
  return [
    await contender('feed, br', feed, 'br'),
    await contender('bare node:http, br', await startPeer('bare.mjs', url, workers), 'br'),
    await contender('feed, gzip', feed, 'gzip'),
    ...(nginx ? [await contender('nginx, gzip_static', nginx, 'gzip')] : []),
    ...(workers === 1
      ? [await contender('Koa, query each time', await startPeer('naive.mjs', database), 'gzip')]
      : []),
  ];
}

async function run(all, condition, processor) {
  for (let round = 0; round <= ROUNDS; round++) {
    for (const each of all) {
      const headers = [each.accept, ...condition(each)];
      const before = processorTime(each.pid);
      const result = await load(each.url, {
        ...{ seconds: SECONDS, connections: CONNECTIONS, headers, processor },
      });
      const worked = processorTime(each.pid) - before;
      if (result.failures > 0) throw new Error(`${each.name}: ${result.failures} requests failed`);
      if (round === 0) continue; // the first round warms up
      each.rates.push(result.rate);
      each.p99.push(result.p99);
      each.work.push(worked / (result.rate * SECONDS));
    }
  }
}

function print(title, all) {
  console.log(`\n${title}`);
  const [feedBr, feedGzip] = ['br', 'gzip'].map((encoding) =>
    all.find(({ name }) => name === `feed, ${encoding}`),
  );
  for (const each of all) {
    const feed = each.accept.endsWith('br') ? feedBr : feedGzip;
    const ratio = (median(feed.rates) / median(each.rates)).toFixed(2);
    const work = median(each.work).toFixed(1);
    const ofWork = (median(each.work) / median(feed.work)).toFixed(2);
    const beside = each === feed ? '' : `  feed / this: ${ratio}, by work ${ofWork}`;
    console.log(
      `${each.name.padEnd(22)} ${String(median(each.rates)).padStart(7)}/s  p99 ${median(each.p99)} ms  ` +
        `${work} µs of work each${beside}`,
    );
  }
  for (const each of all) [each.rates, each.p99, each.work] = [[], [], []];
}

try {
  console.log(`node ${process.version}, ${cpus()[0].model}, ${cpus().length} processors`);
  console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, medians`);
  await seed(`sqlite:${database}`);
  for (const workers of cpus().length > 1 ? [1, 2] : [1]) {
    const all = await contenders(workers);
    // Two workers have both processors, and share them with the client.
    const processor = workers === 1 ? '1' : '0,1';
    const by = workers === 1 ? '' : `, ${workers} workers each`;
    await run(all, () => [], processor);
    print(`200${by}`, all);
    await run(all, ({ etag }) => [`If-None-Match: ${etag}`], processor);
    print(`304${by}`, all);
    for (const child of children.splice(0)) child.kill();
  }
} finally {
  for (const child of children) child.kill();
  await rm(folder, { recursive: true, force: true });
}
