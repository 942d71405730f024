import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { startFeed } from './feed-harness.js';
import { headers, TARGETS, type Header } from './odd-headers.js';
import { RawClient, rawRequest } from './raw-client.js';

async function start(test: TestContext) {
  const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
  const client = new RawClient(Number(new URL(feed.url).port));
  test.after(() => client.close());
  return { feed, client };
}

describe('what is answered', () => {
  it('depends on no header but those it is remembered by', async (test) => {
    const plain = await start(test);
    const tried = await start(test);
    const monday = Date.parse('2026-11-23T11:00:00Z');
    /** Another day and back: nothing is remembered then. */
    const forget = async () => {
      tried.feed.setClock(monday + 86_400_000);
      await tried.client.ask(rawRequest('/robots.txt', [['Host', 'x']]));
      tried.feed.setClock(monday);
    };
    const encoding: Header = ['Accept-Encoding', 'identity'];
    const expected = new Map<string, string>();
    for (const target of TARGETS) {
      const { status, body } = await plain.client.ask(
        rawRequest(target, [['Host', 'x'], encoding]),
      );
      expected.set(target, `${status} ${body.toString('latin1')}`);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...TARGETS), headers), { minLength: 1, maxLength: 12 }),
        async (asked) => {
          await forget();
          for (const [target, each] of asked) {
            for (const written of [each, [['Host', 'x']] as Header[]]) {
              const request = rawRequest(target, [...written, encoding]);
              const { status, body } = await tried.client.ask(request);
              assert.equal(`${status} ${body.toString('latin1')}`, expected.get(target), request);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same for all when one Host carries a query of its own', async (test) => {
    const { client } = await start(test);
    const ask = async (target: string, host: string) => {
      const { body } = await client.ask(
        rawRequest(target, [
          ['Host', host],
          ['Accept-Encoding', 'identity'],
        ]),
      );
      return body.toString();
    };
    assert.doesNotMatch(await ask('/', 'x?q=HACKED&lang=ar&z='), /HACKED|<html lang="ar"/);
    assert.match(await ask('/', 'feed.example.org'), /<html lang="de"/);
    assert.match(await ask('/v1/offers/set?within.place=hattingen', 'x#'), /Turnen/);
    const locked = await ask('/v1/offers/set?within.place=hattingen', 'feed.example.org');
    assert.doesNotMatch(locked, /Deutschkurs am Vormittag/);
  });

  it('to a program and to a person while there is no directory is not remembered', async (test) => {
    const feed = await startFeed(test, { changes: {} });
    for (const [accept, type] of [
      ['text/html', /^text\/html/],
      ['*/*', /^application\/problem\+json/],
      ['text/html', /^text\/html/],
    ] as const) {
      const { status, headers: sent } = await feed.get('/', { Accept: accept });
      assert.equal(status, 503);
      assert.match(sent['content-type'] ?? '', type);
    }
  });

  it('is one for all addresses that ask the same', async (test) => {
    const { feed } = await start(test);
    const same = [
      [
        '/?topic=language&lang=en',
        '/?lang=en&utm_source=x&topic=language&fbclid=%E4',
        '/?&lang=en&&topic=language',
      ],
      [
        '/v1/offers?q=deutsch&limit=2',
        '/v1/offers?limit=2&q=deutsch',
        '/V1/%6fffers/?limit=%32&q=deutsch',
      ],
      ['/robots.txt', '/robots.txt?x=1', '/robots.txt?'],
      ['/offers/offer-1', '/offers/offer%2D1?page=4'],
      ['/v1/schema/offer.json', '/v1/schema/offer.json?x'],
    ];
    for (const [first = '', ...others] of same) {
      const { status, headers: sent, body } = await feed.get(first);
      assert.equal(status, 200, first);
      for (const other of others) {
        const again = await feed.get(other);
        assert.equal(again.headers.etag, sent.etag, other);
        assert.deepEqual(again.body, body, other);
      }
    }
  });
});

describe('a request target', () => {
  it('is taken in origin form only', async (test) => {
    const { client } = await start(test);
    for (const [target, method = 'GET'] of [
      ['*'],
      ['*', 'OPTIONS'],
      ['http://x/v1/offers'],
      ['http://x'],
      ['https://evil.example/?lang=ar'],
    ] as const) {
      const { status } = await client.ask(rawRequest(target, [['Host', 'x']], { method }));
      assert.equal(status, 400, `${method} ${target}`);
    }
  });

  it('may hold no fragment, no backslash and no broken path', async (test) => {
    const { client } = await start(test);
    const status = async (target: string) =>
      (await client.ask(rawRequest(target, [['Host', 'x']]))).status;
    for (const target of ['/#', '/v1/offers#x', '/\\evil.example', '/%', '/%E0%A4%A', '/%ed%a0%80'])
      assert.equal(await status(target), 400, target);
    assert.equal(await status(`/${'a'.repeat(5_000)}`), 414);
    assert.equal(await status('/?q=%E4&x=%'), 200);
  });

  it('that no parser can read is refused as all failures are', async (test) => {
    const { client } = await start(test);
    for (const request of [
      'NONSENSE\r\n\r\n',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    ]) {
      const { status, headers: sent } = await client.ask(request);
      assert.ok(status === 400 || status === 431, String(status));
      assert.equal(sent.get('access-control-allow-origin'), '*');
      assert.equal(sent.get('cache-control'), 'no-store');
    }
  });

  it('names only what is there, not what every object has', async (test) => {
    const { feed } = await start(test);
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.equal((await feed.get(`/v1/schema/${name}.json`)).status, 404, name);
      for (const path of ['/v1/offers', '/v1/providers', '/offers', '/providers', '/topics'])
        assert.equal((await feed.get(`${path}/${name}`)).status, 404, path + name);
      for (const query of [`topic=${name}`, `within.${name}=1`, `${name}=1`])
        assert.equal((await feed.get(`/v1/offers?${query}`)).status, 400, query);
      const page = (await feed.get(`/?within.${name}=1`)).body.toString();
      assert.doesNotMatch(page, /native code|\[object/);
    }
  });
});
