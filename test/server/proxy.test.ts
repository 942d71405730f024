import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';
import { freePort } from '../support/free-port.js';

const EXAMPLE = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
const nginx = spawnSync('nginx', ['-v']);
const skip = nginx.status !== 0 && 'nginx is not on this machine';

/** The example with a port and folders of the test's own, and without TLS. */
function adapted(place: string, port: number, upstreams: string[]): string {
  const conf = EXAMPLE.replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^ *(listen \[::\]|ssl_certificate).*\n/gm, '')
    .replace('server 127.0.0.1:8080;', upstreams.map((each) => `server ${each};`).join(' '))
    .replaceAll(/\/var\/(log\/nginx|cache)\//g, `${place}/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${place}/${name};`,
  );
  // Its workers would have no rights in the test's folder otherwise.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; pid ${place}/pid; error_log stderr crit;
events {}
http { ${temporary.join(' ')}
${conf}
}`;
}

/** The feed behind nginx as the example sets it up. */
async function startBehind(context: TestContext, { instances = 1 } = {}) {
  const feeds = await Promise.all(Array.from({ length: instances }, () => startFeed(context)));
  const upstreams = feeds.map(({ url }) => new URL(url).host);
  const place = folder(context);
  const port = await freePort();
  const file = join(place, 'nginx.conf');
  writeFileSync(file, adapted(place, port, upstreams));
  const child = spawn('nginx', ['-p', place, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGQUIT');
    await exited;
  };
  context.after(stop);
  while (!(await answers(port))) {
    assert.equal(child.exitCode, null, said);
    await sleep(20);
  }
  return {
    feed: feeds[0]!,
    stop,
    get: async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      const body = await answer.text();
      return { status: answer.status, headers: answer.headers, body };
    },
    logs: () =>
      ['vielfalt.log', 'vielfalt-error.log'].map((name) => readFileSync(join(place, name), 'utf8')),
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

describe('nginx as in the example', { skip }, () => {
  test('keeps answers as long as they say, in each encoding, with their validators', async (context) => {
    const { feed, get } = await startBehind(context);
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'Accept-Encoding': encoding };
      const first = await get('/v1/vocabulary', headers);
      const again = await get('/v1/vocabulary', headers);
      assert.equal(first.headers.get('x-cache'), 'MISS');
      assert.equal(again.headers.get('x-cache'), 'HIT');
      const sent = encoding === 'identity' ? null : encoding;
      assert.equal(again.headers.get('content-encoding'), sent);
      assert.equal(again.body, first.body);
      const direct = await feed.get('/v1/vocabulary');
      for (const name of ['etag', 'cache-control', 'access-control-allow-origin', 'vary']) {
        assert.equal(again.headers.get(name), direct.headers[name], name);
      }
      const etag = first.headers.get('etag')!;
      const known = await get('/v1/vocabulary', { ...headers, 'If-None-Match': etag });
      assert.equal(known.status, 304);
    }
  });

  test('takes what a browser says it accepts for what it means', async (context) => {
    const { get } = await startBehind(context);
    for (const [accepted, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip;q=1.0, br;q=0', 'gzip'],
      ['gzip, deflate', 'gzip'],
      ['deflate', null],
    ] as const) {
      const { headers } = await get('/v1/vocabulary', { 'Accept-Encoding': accepted });
      assert.equal(headers.get('content-encoding'), encoding, accepted);
    }
    const other = await get('/v1/vocabulary', { 'Accept-Encoding': 'br, gzip' });
    assert.equal(other.headers.get('x-cache'), 'HIT');
  });

  test('asks the service itself whether it is ready', async (context) => {
    const { feed, get } = await startBehind(context);
    assert.equal((await get('/readyz')).status, 200);
    await feed.stop();
    assert.equal((await get('/readyz')).status, 502);
  });

  test('asks the other instance while one is away', async (context) => {
    const { feed, get } = await startBehind(context, { instances: 2 });
    for (let number = 1; number <= 60; number++) {
      // None of them is in the proxy's cache.
      const asked = ['de', 'en'].map((lang) => get(`/v1/offers?limit=${number}&lang=${lang}`));
      if (number === 20) await feed.stop();
      for (const { status } of await Promise.all(asked)) assert.equal(status, 200);
    }
  });

  test('logs no search words, not even where the service is gone', async (context) => {
    const { feed, get, stop, logs } = await startBehind(context);
    await get('/v1/offers?q=geheim');
    await get('/v1/offers?nonsense=geheim');
    await feed.stop();
    assert.equal((await get('/v1/offers?q=geheimer')).status, 502);
    await stop();
    const [access, errors] = logs();
    assert.match(access!, /"GET \/v1\/offers" 200 .*\n.*"GET \/v1\/offers" 400 .*\n.*502/);
    assert.doesNotMatch(access! + errors!, /geheim/);
  });
});
