import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { Memory, type Rendered } from '../../server/src/http/memory.js';
import { render } from '../../server/src/http/reply.js';
import { startFeed } from './feed-harness.js';
import { RawClient, rawRequest } from './raw-client.js';

type Header = readonly [name: string, value: string];

const HOSTS = [
  '',
  'x',
  'x?q=HACKED&lang=ar&z=',
  'x#',
  'x/v1/offers/offer-1',
  'x\\',
  'a b',
  '[::1',
  'x:99999',
  'user:word@x',
  '%',
  'xn--',
  'x\u00e4\u00ff',
  '//y?lang=en#',
];

/** Addresses of every kind, those where nothing is and those that are refused among them. */
const TARGETS = [
  '/',
  '/?q=sport&lang=en',
  '/?utm_source=x',
  '/?lang=ar&topic=language',
  '/?topic=nonsense',
  '/offers/offer-1',
  '/offers/offer-1?lang=ar',
  '/offers/offer-1.ics',
  '/offers/offer-5',
  '/providers',
  '/providers/provider-1?page=1',
  '/topics/sport',
  '/topics/gymnastics',
  '/places/witten',
  '/insight',
  '/insight.csv?table=audiences',
  '/nothing?lang=en',
  '/robots.txt',
  '/sitemap.xml',
  '/opensearch.xml',
  '/v1/offers',
  '/v1/offers?q=deutsch&limit=2',
  '/v1/offers?topik=x',
  '/v1/offers.atom',
  '/v1/offers/set?within.place=witten',
  '/v1/offers/offer-1',
  '/v1/providers',
  '/v1/vocabulary',
  '/v1/openapi.json',
  '/v1/schema/offer.json',
  '/v1/nothing',
  '/widget/v1/vielfalt.js',
  '/healthz',
  '/readyz',
  '//x/v1/offers',
];

/** All that a client or a proxy may write; of it nothing has a say in what is answered. */
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom('X-Forwarded-Host', 'X-Forwarded-Server', 'X-Original-Host', 'Forwarded'),
    fc.constantFrom(...HOSTS.filter(Boolean), 'host=evil.example;proto=http'),
  ),
  fc.tuple(
    fc.constantFrom('X-Forwarded-Proto', 'X-Forwarded-Prefix', 'X-Original-URL', 'X-Rewrite-URL'),
    fc.constantFrom('https', 'javascript', '/evil', '/v1/offers?lang=ar', '*'),
  ),
  fc.constantFrom<Header>(
    ['Accept', 'application/json'],
    ['Accept', '*/*'],
    ['Cookie', 'lang=ar'],
    ['Referer', 'https://evil.example/?lang=ar'],
    ['Origin', 'https://evil.example'],
    ['User-Agent', '<script>'],
    ['Range', 'bytes=0-3'],
    ['If-Modified-Since', 'Sat, 28 Nov 2037 00:00:00 GMT'],
    ['Cache-Control', 'no-cache'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['TE', 'trailers'],
    ['Upgrade-Insecure-Requests', '1'],
  ),
);
const headers = fc
  .tuple(fc.constantFrom(...HOSTS), fc.array(header, { maxLength: 4 }))
  .map(([host, others]): Header[] => [['Host', host], ...others]);

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

/** Requests as a scanner or a broken program writes them. */
const oddRequest = fc
  .record({
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD') },
      fc.constantFrom('OPTIONS', 'TRACE', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'M-SEARCH'),
      fc.constantFrom('CONNECT', 'get', 'G\xcbT', 'PRI', 'QUERY'),
    ),
    target: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...TARGETS) },
      fc.constantFrom('*', '', 'http://x/', 'x:443', 'http://', '/\x00', '/\t', '/%00', '/\xff'),
      fc
        .tuple(
          fc.constantFrom(
            '/',
            '/v1/offers',
            '/insight',
            '/offers/',
            '/v1/schema/',
            '/pages/',
            '//',
            '/logos/',
          ),
          fc.array(
            fc.oneof(
              fc.constantFrom(
                '?',
                '&',
                '=',
                '%',
                '%E4',
                '%00',
                '%ED%A0%80',
                '%2F',
                '..',
                '\\',
                '#',
                ';',
                '+',
                "'",
                '"',
                '<',
              ),
              fc.constantFrom(
                'q=',
                'lang=',
                'page=',
                'limit=',
                'near=',
                'km=',
                'day=',
                'time=',
                'age=',
                'sort=',
                'changed=',
                'topic=',
                'provider=',
                'spoken=',
                'level=',
                'free=',
                'table=',
                'within.',
                'vielfalt.',
              ),
              fc.constantFrom(
                'constructor',
                '__proto__',
                'yes',
                'ar',
                'mo',
                '09:00-12:30',
                '51.4,7.3',
                '-0',
                '1e9',
                '99999',
                'de-DE',
                'next',
                '\xc3\xa4',
                '%EF%B7%BA',
                '9999-12-31T23:59:59Z',
              ),
              fc.string({ maxLength: 6, unit: 'binary-ascii' }),
            ),
            { maxLength: 8 },
          ),
        )
        .map(([start, pieces]) => start + pieces.join('')),
    ),
    version: fc.oneof(
      { weight: 8, arbitrary: fc.constant('HTTP/1.1') },
      fc.constantFrom('HTTP/1.0', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/1.2'),
    ),
    written: fc.oneof(
      { weight: 4, arbitrary: headers },
      fc.constant<Header[]>([]),
      fc.constantFrom<Header[]>(
        [
          ['Host', 'x'],
          ['Host', 'y'],
        ],
        [
          ['Host', 'x'],
          ['If-None-Match', '*'],
        ],
        [
          ['Host', 'x'],
          ['If-None-Match', ',,"'],
          ['Accept-Encoding', ';q=;,br;q=x'],
        ],
        [
          ['Host', 'x'],
          ['Accept-Encoding', '*;q=0, gzip;q=1e9'],
        ],
        [
          ['Host', 'x'],
          ['Expect', 'x'],
        ],
        [
          ['Host', 'x'],
          ['Upgrade', 'h2c'],
          ['Connection', 'close'],
        ],
        [
          ['Host', 'x'],
          ['Content-Length', '-1'],
        ],
        [
          ['Host', 'x'],
          ['Transfer-Encoding', 'gzip'],
        ],
        [
          ['Host', 'x'],
          ['X-Long', 'a'.repeat(20_000)],
        ],
        [
          ['Host', 'x'],
          ['Accept', 'text/html'],
        ],
      ),
    ),
  })
  .map(({ method, target, version, written }) => rawRequest(target, written, { method, version }));

describe('20,000 odd requests', () => {
  it('end in no 5xx, and the service goes on', async (test) => {
    const { feed } = await start(test);
    const seed = Math.floor(Math.random() * 2 ** 31);
    test.diagnostic(`seed ${seed}`);
    const requests = fc.sample(oddRequest, { seed, numRuns: 20_000 });
    let next = 0;
    const failed: string[] = [];
    let answered = 0;
    const clients = Array.from({ length: 8 }, () => new RawClient(Number(new URL(feed.url).port)));
    await Promise.all(
      clients.map(async (client) => {
        for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
          const { status } = await client.ask(request);
          if (status >= 500) failed.push(`${status}: ${request}`);
          if (status > 0) answered += 1;
        }
        client.close();
      }),
    );
    assert.deepEqual(failed.slice(0, 5), [], `seed ${seed}`);
    assert.ok(answered > 15_000, `${answered} were answered`);
    assert.equal((await feed.get('/readyz')).status, 200);
    assert.doesNotMatch(feed.logged(), /an answer failed/);
  });
});

describe('the memory of answers', () => {
  const answer = (body: string | Buffer, lifetime: 'data' | 'none' = 'data', status = 200) =>
    render({ body, type: 'text/plain', lifetime, status }, 'br');

  it('counts all that an answer takes, not its body alone', async () => {
    const memory = new Memory(1_000_000);
    for (let index = 0; index < 10_000; index++) {
      memory.set(`/robots.txt?${index}`, await answer('User-agent: *\n'));
    }
    assert.ok(memory.bytes <= 1_000_000);
    const kept = Array.from({ length: 10_000 }, (_, index) =>
      memory.get(`/robots.txt?${index}`),
    ).filter((each): each is Rendered => each !== undefined);
    assert.ok(kept.length > 100 && kept.length < 1_000, `${kept.length} are kept`);
  });

  it('holds small answers in buffers of their own', async () => {
    const memory = new Memory(1_000_000);
    for (const body of ['small', 'long '.repeat(1_000)]) {
      memory.set('/', await answer(body));
      const kept = memory.get('/')?.body;
      assert.ok(kept);
      assert.equal(kept.buffer.byteLength, kept.length);
    }
  });

  it('gives errors no room', async () => {
    const memory = new Memory(1_000_000);
    memory.set('/nothing', await answer('Nothing', 'data', 404));
    assert.equal(memory.get('/nothing'), undefined);
    assert.equal(memory.bytes, 0);
  });
});
