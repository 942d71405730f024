import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { startFeed } from './feed-harness.js';
import { headers, TARGETS, type Header } from './odd-headers.js';
import { RawClient, rawRequest } from './raw-client.js';

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD') },
  fc.constantFrom('OPTIONS', 'TRACE', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'M-SEARCH'),
  fc.constantFrom('CONNECT', 'get', 'G\xcbT', 'PRI', 'QUERY'),
);

/** Paths of ours with odd ends, and what is no path. */
const target = fc.oneof(
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
);

const version = fc.oneof(
  { weight: 8, arbitrary: fc.constant('HTTP/1.1') },
  fc.constantFrom('HTTP/1.0', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/1.2'),
);

/** Headers that contradict themselves or say nonsense. */
const written = fc.oneof(
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
);

/** Requests as a scanner or a broken program writes them. */
const oddRequest = fc
  .record({
    method,
    target,
    version,
    written,
  })
  .map(({ method, target, version, written }) => rawRequest(target, written, { method, version }));

describe('20,000 odd requests', () => {
  it('end in no 5xx, and the service goes on', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
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
          // HTTP/2 begins like this and goes on: the server would wait for ten seconds.
          const isPreface = request.startsWith('PRI ');
          const { status } = await (isPreface ? client.askLast(request) : client.ask(request));
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
