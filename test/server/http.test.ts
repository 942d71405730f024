import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ProblemDetails } from '@vielfalt/feed';
import { startFeed } from './feed-harness.js';

describe('the feed over HTTP', () => {
  it('lets any page read it without a preflight, a cookie or a split cache', async (test) => {
    const feed = await startFeed(test);
    const { headers } = await feed.get('/v1/offers', { Origin: 'https://town.example' });
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  });

  it('sends the same content in each encoding that is accepted', async (test) => {
    const feed = await startFeed(test);
    const plain = await feed.get('/v1/offers', { 'Accept-Encoding': 'identity' });
    const br = await feed.get('/v1/offers', { 'Accept-Encoding': 'gzip, deflate, br' });
    const gzip = await feed.get('/v1/offers', { 'Accept-Encoding': 'gzip;q=1, br;q=0' });
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.deepEqual(brotliDecompressSync(br.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(br.headers.etag, plain.headers.etag);
  });

  it('sends what is liked best, and takes malformed wishes for none', async (test) => {
    const feed = await startFeed(test);
    const wishes: [accepted: string, encoding: string | undefined][] = [
      ['identity;q=0.5,gzip;q=0.1', undefined],
      ['identity;q=1, *;q=0.5', undefined],
      ['identity;q=0.5, br;q=0.4, gzip;q=0.9', 'gzip'],
      ['identity, gzip', 'gzip'],
      ['identity;q=0, gzip;q=0.1', 'gzip'],
      ['br\t;\tq=0 , gzip ; q=0.5', 'gzip'],
      ['BR ; Q=0.001', 'br'],
      ['br ; q = 0', undefined],
      ['br ; q = 0, gzip', 'gzip'],
      ['gzip;q=abc', undefined],
      ['gzip;q=2', undefined],
      ['gzip;q=0.1234', undefined],
      ['gzip;q=', undefined],
      ['gzip;level=1', undefined],
      ['br;q=abc, *;q=0.1', 'br'],
      ['*', 'br'],
      ['*;q=0', undefined],
      ['', undefined],
    ];
    for (const [accepted, encoding] of wishes) {
      const { headers } = await feed.get('/v1/offers', { 'Accept-Encoding': accepted });
      assert.equal(headers['content-encoding'], encoding, accepted);
    }
  });

  it('answers 304 to who has it already, with the headers of the answer', async (test) => {
    const feed = await startFeed(test);
    const first = await feed.get('/v1/offers');
    const etag = first.headers.etag ?? '';
    const again = await feed.get('/v1/offers', { 'If-None-Match': `"other", ${etag}` });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin']) {
      assert.equal(again.headers[name], first.headers[name], name);
    }
    assert.equal((await feed.get('/v1/offers', { 'If-None-Match': '"other"' })).status, 200);
  });

  it('answers HEAD like GET without a body', async (test) => {
    const feed = await startFeed(test);
    const get = await feed.get('/v1/offers');
    const head = await feed.get('/v1/offers', {}, 'HEAD');
    const { date: _, ...expected } = get.headers;
    const { date: __, ...found } = head.headers;
    assert.deepEqual(found, expected);
    assert.equal(head.body.length, 0);
  });

  it('refuses other methods and names those it has', async (test) => {
    const feed = await startFeed(test);
    const answer = await feed.get('/v1/offers', {}, 'DELETE');
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.allow, 'GET, HEAD');
    assert.equal((await feed.get('/nowhere', {}, 'POST')).status, 404);
  });

  it('lets pages ask that add headers of their own to every request', async (test) => {
    const feed = await startFeed(test);
    const wanted = {
      origin: 'https://town.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-requested-with, traceparent',
    };
    const { status, headers } = await feed.get('/v1/offers?limit=2', wanted, 'OPTIONS');
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-headers'], '*');
    assert.equal((await feed.get('/nowhere', {}, 'OPTIONS')).status, 404);
  });

  it('lets every page read any failure, and nobody keep it', async (test) => {
    const feed = await startFeed(test);
    const failures: [path: string, status: number, method?: string][] = [
      ['/v1/offers?topik=sport', 400],
      ['/?topic=nothing', 400],
      ['/v1/offers/nothing', 404],
      ['/offers/nothing', 404],
      ['/widget/v1/chunks/nothing.js', 404],
      ['/logos/nothing.svg', 404],
      ['/v1/offers', 405, 'DELETE'],
      ['/v1/offers/offer-5', 410],
      ['/offers/offer-5', 410],
      [`/v1/offers?q=${'x'.repeat(5_000)}`, 414],
    ];
    for (const [path, expected, method] of failures) {
      const { status, headers } = await feed.get(path, {}, method);
      assert.equal(status, expected, path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
      assert.equal(headers['cache-control'], 'no-store', path);
    }
  });

  it('explains each wrong parameter and what would have been near', async (test) => {
    const feed = await startFeed(test);
    const { status, headers, json } = await feed.get('/v1/offers?topik=sport&place=wittn&age=-1');
    assert.equal(status, 400);
    assert.equal(headers['content-type'], 'application/problem+json');
    assert.equal(headers['cache-control'], 'no-store');
    const { problems } = json<ProblemDetails>();
    const found = problems?.map(({ parameter, nearest }) => [parameter, nearest]);
    assert.deepEqual(found?.sort(), [
      ['age', undefined],
      ['place', 'witten'],
      ['topik', 'topic'],
    ]);
  });

  it('leads from the name of a term or a provider to the id that was meant', async (test) => {
    const feed = await startFeed(test);
    const meant = async (parameter: string, value: string) => {
      const answer = await feed.get(`/v1/offers?${parameter}=${encodeURIComponent(value)}`);
      return answer.json<ProblemDetails>().problems?.map(({ nearest }) => nearest);
    };
    assert.deepEqual(await meant('topic', 'Sprache'), ['language']);
    assert.deepEqual(await meant('topic', 'Deutschkurs'), ['language']);
    assert.deepEqual(await meant('within.topic', 'لغة'), ['language']);
    assert.deepEqual(await meant('place', 'Wítten'), ['witten']);
    assert.deepEqual(await meant('provider', 'Verein 1 e. V.'), ['provider-1']);
    assert.deepEqual(await meant('audience', 'Sprache'), [undefined]);
  });

  it('names each wrong parameter once in a sentence', async (test) => {
    const feed = await startFeed(test);
    const says = async (query: string) =>
      (await feed.get(`/v1/offers?${query}`)).json<ProblemDetails>().detail;
    assert.equal(await says('interpreters&interpreters'), '"interpreters" may stand only once.');
    assert.equal(await says('topik=sport'), 'there is no parameter "topik". Did you mean "topic"?');
    assert.match(await says('age=age'), /^age: "age" is not /);
    assert.match(await says('km=5'), /^"km" needs "near", /);
  });

  it('links its pages (RFC 8288) below the configured address, never the Host header', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
    const answer = await feed.get('/v1/offers?limit=2', { Host: 'evil.example' });
    const link = String(answer.headers.link);
    assert.match(link, /<https:\/\/feed\.example\.org\/v1\/offers\?limit=2&page=2>; rel="next"/);
    assert.doesNotMatch(answer.body.toString() + link, /evil/);
    const second = await feed.get('/v1/offers?limit=2&page=2');
    assert.doesNotMatch(String(second.headers.link), /rel="next"/);
    assert.match(String(second.headers.link), /rel="prev"/);
  });

  it('refuses addresses that are too long and finds nothing where nothing is', async (test) => {
    const feed = await startFeed(test);
    assert.equal((await feed.get(`/v1/offers?q=${'a'.repeat(5000)}`)).status, 414);
    for (const path of ['/v2', '//', '///', '/v1/offers//']) {
      assert.equal((await feed.get(path)).status, 404, path);
    }
    assert.equal((await feed.get('/widget/v1/../../package.json')).status, 404);
    assert.equal((await feed.get('/widget/v1/%2e%2e%2fpackage.json')).status, 404);
    assert.equal((await feed.get('/%E0%A4%A')).status < 500, true);
  });

  it('serves the widget to any page', async (test) => {
    const feed = await startFeed(test);
    const { status, headers } = await feed.get('/widget/v1/vielfalt.js');
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', /^text\/javascript/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.match(headers['cache-control'] ?? '', /max-age=600/);
  });

  it('says that it is alive, and ready only with a directory', async (test) => {
    const empty = await startFeed(test, { changes: {} });
    assert.equal((await empty.get('/healthz')).status, 200);
    assert.equal((await empty.get('/readyz')).status, 503);
    const { status, headers, body } = await empty.get('/v1/offers');
    assert.equal(status, 503);
    assert.equal(headers['retry-after'], '5');
    assert.match(body.toString(), /vielfalt import/);
    const full = await startFeed(test);
    assert.equal((await full.get('/readyz')).status, 200);
  });

  it('logs neither who asked nor what was searched for', async (test) => {
    const feed = await startFeed(test);
    await feed.get('/v1/offers?q=frauenhaus', { 'X-Forwarded-For': '203.0.113.7' });
    await feed.get('/v1/offers?q=frauenhaus&nonsense=schuldnerberatung');
    await feed.stop();
    assert.match(feed.logged(), /"traffic"/);
    assert.doesNotMatch(feed.logged(), /frauenhaus|schuldnerberatung|203\.0\.113|127\.0\.0\.1/);
  });

  it('finishes what is under way when it stops', async (test) => {
    const feed = await startFeed(test);
    const { port } = new URL(feed.url);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /v1/offers HTTP/1.1\r\nHost: feed\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = feed.stop();
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.write('Connection: close\r\n\r\n');
    await Promise.all([stopped, new Promise((resolve) => socket.once('close', resolve))]);
    assert.match(answer, /^HTTP\/1\.1 200 /);
    await assert.rejects(feed.get('/healthz'), /ECONNREFUSED/);
  });
});
