// Compares the feed service with a bare node:http server that sends the same bytes.
//
//   npm run bench
//
// Runs are interleaved (A B A B …); medians and their ratio are printed. Absolute figures drift
// with the machine; the ratio is what holds.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { seed } from '../../demo/seed.mjs';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const firstLine = async (child) =>
  (await once(createInterface({ input: child.stdout }), 'line'))[0];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

// Server and client on different processors, where there are two and a program to say so.
const pins = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;
const pinned = (processor, command) => (pins ? ['taskset', '-c', processor, ...command] : command);
const start = (processor, command, options) => {
  const [program, ...args] = pinned(processor, command);
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
};

async function load(url, headers) {
  const client = start('1', ['node', here('load.mjs'), url, SECONDS, CONNECTIONS, ...headers]);
  return JSON.parse(await firstLine(client));
}

const folder = await mkdtemp(join(tmpdir(), 'vielfalt-bench-'));
const database = `sqlite:${join(folder, 'bench.sqlite')}`;
const children = [];
try {
  await seed(database);
  const feed = start('0', ['node', here('../../server/bin/vielfalt.js'), 'serve'], {
    env: { ...process.env, DATABASE_URL: database, PORT: '0' },
  });
  children.push(feed);
  const feedPort = await new Promise((resolve) => {
    createInterface({ input: feed.stdout }).on('line', (line) => {
      const { msg, port } = JSON.parse(line);
      if (msg === 'listening') resolve(port);
    });
  });
  const path = '/v1/offers?lang=de';
  const feedUrl = `http://127.0.0.1:${feedPort}${path}`;
  const bare = start('0', ['node', here('bare.mjs'), feedUrl]);
  children.push(bare);
  const bareUrl = `http://127.0.0.1:${await firstLine(bare)}${path}`;

  const answer = await fetch(feedUrl, { headers: { 'Accept-Encoding': 'br' } });
  const bytes = Number(answer.headers.get('content-length'));
  await answer.arrayBuffer();
  const etag = answer.headers.get('etag');
  console.log(`node ${process.version}, ${cpus()[0].model}, ${cpus().length} processors`);
  console.log(
    `${path}: ${bytes} bytes (br), ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s`,
  );

  for (const [name, headers] of [
    ['200', ['Accept-Encoding: br']],
    ['304', ['Accept-Encoding: br', `If-None-Match: ${etag}`]],
  ]) {
    const rates = { feed: [], bare: [] };
    const p99 = { feed: [], bare: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [who, url] of [
        ['feed', feedUrl],
        ['bare', bareUrl],
      ]) {
        const result = await load(url, headers);
        if (result.failures > 0) throw new Error(`${who}: ${result.failures} requests failed`);
        if (round === 0) continue; // the first round warms up
        rates[who].push(result.rate);
        p99[who].push(result.p99);
      }
    }
    const ratio = (median(rates.feed) / median(rates.bare)).toFixed(2);
    console.log(
      `${name}  feed ${median(rates.feed)}/s (p99 ${median(p99.feed)} ms)  ` +
        `bare node:http ${median(rates.bare)}/s (p99 ${median(p99.bare)} ms)  ratio ${ratio}`,
    );
  }
} finally {
  for (const child of children) child.kill();
  await rm(folder, { recursive: true, force: true });
}
