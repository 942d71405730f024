import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { startFeed } from './feed-harness.js';
import { PROXIES, startProxy, whyNoProxy } from './proxied.js';

const ENGLISH = { 'Accept-Language': 'en' };

/** The feed behind nginx as the example sets it up. */
async function startBehind(context: TestContext, { instances = 1 } = {}) {
  const feeds = await Promise.all(Array.from({ length: instances }, () => startFeed(context)));
  const upstreams = feeds.map(({ url }) => new URL(url).host);
  const proxy = await startProxy(context, 'nginx', upstreams);
  return { feed: feeds[0]!, ...proxy };
}

describe('nginx as in the example', { skip: whyNoProxy('nginx') }, () => {
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

  test('leads visitors to their language, whoever has come before', async (context) => {
    const { get } = await startBehind(context);
    const page = await get('/', { 'Accept-Language': 'de' });
    assert.equal(page.status, 200);
    const led = await get('/', ENGLISH);
    assert.equal(led.status, 302);
    assert.equal(led.headers.get('location'), '?lang=en');
    assert.equal((await get('/', { 'Accept-Language': 'de' })).status, 200);
    // What names its language is kept for everybody.
    await get('/?lang=en', ENGLISH);
    assert.equal((await get('/?lang=en')).headers.get('x-cache'), 'HIT');
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

/** A service that says what it was asked. */
async function startEcho(context: TestContext) {
  const asked: { headers: IncomingHttpHeaders; method: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      const { headers, method = '' } = request;
      asked.push({ headers, method, bytes });
      response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'application/problem+json' });
      response.end('{"title":"busy"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, upstream: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

for (const name of PROXIES) {
  describe(`${name} as in the example`, { skip: whyNoProxy(name) }, () => {
    test('tells the service who asks, and its visitors what it says', async (context) => {
      const { asked, upstream } = await startEcho(context);
      const { get } = await startProxy(context, name, [upstream]);
      const made = { 'X-Forwarded-For': '198.51.100.7', 'If-None-Match': 'W/"known"' };
      const refused = await get('/v1/offers?q=kurs', made);
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('retry-after'), '2');
      assert.equal(refused.headers.get('content-type'), 'application/problem+json');
      assert.equal(refused.body, '{"title":"busy"}');
      await get('/offers/kurs/report', {}, 'x'.repeat(200_000));
      const [read, sent] = asked;
      // What a visitor makes up does not reach it, or stands before what is true.
      assert.match(read!.headers['x-forwarded-for'] as string, /(^|, )127\.0\.0\.1$/);
      assert.match(read!.headers.host ?? '', /^127\.0\.0\.1/);
      assert.equal(sent!.method, 'POST');
      assert.equal(sent!.bytes, 200_000);
    });

    test('lets answers through as they are: compressed once, with validators', async (context) => {
      const feed = await startFeed(context);
      const { get } = await startProxy(context, name, [new URL(feed.url).host]);
      for (const encoding of ['br', 'gzip']) {
        const asked = { 'Accept-Encoding': encoding };
        const [through, direct] = [
          await get('/v1/offers?lang=de', asked),
          await feed.get('/v1/offers?lang=de', asked),
        ];
        for (const field of ['content-encoding', 'etag', 'cache-control', 'content-type']) {
          assert.equal(through.headers.get(field), direct.headers[field], field);
        }
        const known = { ...asked, 'If-None-Match': through.headers.get('etag') ?? '' };
        assert.equal((await get('/v1/offers?lang=de', known)).status, 304);
      }
      const table = await get('/v1/offers.csv?lang=de');
      assert.equal(table.status, 200);
      assert.match(table.headers.get('content-disposition') ?? '', /attachment/);
      const form = 'x'.repeat(300_000);
      const tooLong = await get(
        '/offers/offer-1/report',
        { 'Sec-Fetch-Site': 'same-origin' },
        form,
      );
      assert.equal(tooLong.status, 413);
      assert.equal((await get('/v1/nothing')).status, 404);
    });
  });
}
