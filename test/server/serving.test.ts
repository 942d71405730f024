import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ROUTES } from '../../server/src/routes.js';
import { offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

/** Keeps the answer of a route from being finished until it is let go. */
function hold(test: TestContext, path: string) {
  const route = ROUTES.find((each) => each.path === path);
  assert.ok(route, path);
  const reply = route.reply.bind(route);
  let begin = () => {};
  let release = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const held = new Promise<void>((resolve) => (release = resolve));
  test.mock.method(route, 'reply', async (...given: Parameters<typeof reply>) => {
    begin();
    await held;
    return reply(...given);
  });
  test.after(() => release());
  return { begun, release: () => release() };
}

async function statusOf(feed: Feed, path: string) {
  return (await feed.get(path)).status;
}

describe('while an answer takes very long', () => {
  it('remembered ones come, others are refused in time, and it comes itself', async (test) => {
    const feed = await startFeed(test);
    await feed.offers('limit=1');
    const { begun, release } = hold(test, '/v1/vocabulary');
    const slow = feed.get('/v1/vocabulary');
    await begun;
    const waiting = ['/v1/providers', '/v1/areas', '/providers'].map((path) =>
      feed.get(path, path === '/providers' ? { Accept: 'text/html' } : {}),
    );
    assert.equal(await statusOf(feed, '/v1/offers?limit=1'), 200);
    assert.equal(await statusOf(feed, '/healthz'), 200);
    for (const { status, headers } of await Promise.all(waiting)) {
      assert.equal(status, 503);
      assert.equal(headers['retry-after'], '2');
    }
    assert.equal(await statusOf(feed, '/v1/offers?limit=1'), 200);
    release();
    assert.equal((await slow).status, 200);
    assert.equal(await statusOf(feed, '/v1/providers'), 200);
  });

  it('what does not take long is made beside what does', async (test) => {
    const feed = await startFeed(test);
    const { begun, release } = hold(test, '/v1/points');
    const slow = feed.get('/v1/points');
    await begun;
    assert.equal(await statusOf(feed, '/v1/providers'), 200);
    assert.equal(await statusOf(feed, '/v1/offers?q=kurs'), 200);
    release();
    assert.equal((await slow).status, 200);
  });
});

describe('while the database cannot be read', () => {
  it('what is shown goes on to be, remembered or not', async (test) => {
    const feed = await startFeed(test);
    await feed.offers('limit=1');
    const gone = () => Promise.reject(new Error('The database is gone.'));
    test.mock.method(feed.store, 'latest', gone);
    test.mock.method(feed.store, 'readStamped', gone);
    await assert.rejects(feed.refresh());
    for (const path of ['/v1/offers?limit=1', '/v1/offers?limit=2', '/', '/v1/offers.csv']) {
      assert.equal(await statusOf(feed, path), 200, path);
    }
  });
});

describe('while a restore takes back the revision that is being read', () => {
  it('that is not shown', async (test) => {
    const feed = await startFeed(test);
    const shown = async () => (await feed.offers('limit=1')).directory.revision;
    const before = await shown();
    const read = await feed.store.readStamped();
    assert.ok(read);
    const lost = { revision: before + 1, stamp: 'lost' };
    test.mock.method(feed.store, 'latest', () => Promise.resolve(lost));
    const state = { ...read.state, revision: lost.revision };
    const reading = test.mock.method(feed.store, 'readStamped', () =>
      Promise.resolve({ state, stamp: lost.stamp }),
    );
    await feed.refresh();
    assert.ok(reading.mock.callCount() > 0);
    assert.equal(await shown(), before);
  });
});

describe('an address that is asked for again and again', () => {
  it('is answered in each encoding, by each condition, and anew after a change', async (test) => {
    const feed = await startFeed(test);
    for (const path of [
      '/v1/offers?lang=de',
      '/?lang=de&utm_source=x',
      '/offers/offer-1?lang=de',
    ]) {
      const ask = async (encoding: string, method = 'GET', condition?: string) => {
        const headers = { 'Accept-Encoding': encoding };
        return feed.get(
          path,
          condition ? { ...headers, 'If-None-Match': condition } : headers,
          method,
        );
      };
      const first = await ask('br');
      assert.equal(first.status, 200, path);
      const etag = first.headers.etag ?? '';
      for (let round = 0; round < 3; round++) {
        for (const encoding of ['br', 'gzip', 'identity']) {
          const { headers, status } = await ask(encoding);
          const sent = encoding === 'identity' ? undefined : encoding;
          assert.deepEqual([status, headers['content-encoding'], headers.etag], [200, sent, etag]);
        }
        assert.deepEqual((await ask('br')).body, first.body);
        assert.equal((await ask('br', 'HEAD')).body.length, 0);
        assert.equal((await ask('br', 'GET', etag)).status, 304);
        assert.equal((await ask('br', 'GET', `"other", ${etag}`)).status, 304);
        assert.equal((await ask('br', 'GET', '"other"')).status, 200);
      }
      await feed.publish({ offers: [offer(1, { title: `Neu ${path.length}` })] });
      assert.notEqual((await ask('br')).headers.etag, etag, path);
    }
  });
});
