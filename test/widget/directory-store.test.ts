import { aTimeout } from '@open-wc/testing-helpers';
import { createStore } from '../../widget/src/reached.js';
import type { DirectoryStore } from '../../widget/src/store/directory-store.js';
import { lockOf, type StoreOptions } from '../../widget/src/store/options.js';
import { equal, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { until } from './until.js';

describe('DirectoryStore', () => {
  let feed: FakeFeed;
  let store: DirectoryStore;

  beforeEach(() => {
    feed = new FakeFeed().install();
    store = createStore();
  });

  afterEach(() => feed.remove());

  function options(
    lock: Record<string, string> = {},
    more: Partial<StoreOptions> = {},
  ): StoreOptions {
    return {
      feed: feed.address,
      lock: lockOf((name) => lock[name] ?? null),
      lang: 'de',
      ...more,
    };
  }

  const settled = () => until(() => !store.state.busy, 'the store is still busy');
  const titles = () => store.state.offers.map(({ title }) => title);
  const towns = () => new Set(store.state.offers.map(({ locations }) => locations?.[0]?.town));

  it('asks once, however much is said in one go', async () => {
    store.configure(options());
    store.configure(options({ topic: 'language' }));
    store.ask({ free: true });
    store.ask({ place: ['witten'] });
    await settled();
    equal(feed.asked, ['/v1/offers?place=witten&free=yes&lang=de&within.topic=language']);
    ok(store.state.total > 0, 'nothing found');
  });

  it('asks nothing more when it is told the same again', async () => {
    store.configure(options({ topic: 'language' }));
    await settled();
    store.configure(options({ topic: 'language' }));
    store.ask({});
    await aTimeout(0);
    equal(feed.asked.length, 1);
  });

  it('adds pages, each offer once', async () => {
    store.configure(options());
    await settled();
    equal(store.state.offers.length, 20);
    store.more();
    await settled();
    store.more();
    await settled();
    equal(store.state.offers.length, 45);
    equal(new Set(store.state.offers.map(({ id }) => id)).size, 45);
    store.more();
    equal(feed.pages.length, 3);
  });

  it('shows the answer to the latest question, whichever comes last', async () => {
    store.configure(options());
    await settled();
    const letGo = feed.hold();
    store.ask({ place: ['witten'] });
    await aTimeout(0);
    feed.release();
    store.ask({ place: ['schwelm'] });
    await settled();
    letGo();
    await aTimeout(20);
    equal([...towns()], ['schwelm']);
  });

  it('drops every offer at once when the lock changes, and late answers to the old lock', async () => {
    store.configure(options({ place: 'witten' }));
    await settled();
    equal([...towns()], ['witten']);
    const letGo = feed.hold();
    store.retry();
    await aTimeout(0);
    feed.release();
    store.configure(options({ place: 'schwelm' }));
    equal(store.state.offers.length, 0);
    letGo();
    await settled();
    await aTimeout(20);
    equal([...towns()], ['schwelm']);
  });

  it('keeps what was asked for when the lock changes', async () => {
    store.configure(options({ place: 'witten' }));
    store.ask({ free: true });
    await settled();
    store.configure(options({ place: 'schwelm' }));
    await settled();
    equal(store.state.query, { free: true });
  });

  it('goes on without a parameter that an older feed refuses', async () => {
    feed.unknown = ['childcare'];
    store.configure(options());
    store.ask({ childcare: true, place: ['witten'] });
    await settled();
    equal(store.state.status, 'ready');
    equal(store.state.query, { place: ['witten'] });
    equal(feed.asked.length, 2);
    store.ask({ free: true });
    await settled();
    equal(feed.asked.length, 3);
  });

  it('keeps the known values of a list when one is unknown', async () => {
    store.configure(options());
    store.ask({ place: ['atlantis', 'witten'] });
    await settled();
    equal(store.state.query, { place: ['witten'] });
    equal([...towns()], ['witten']);
  });

  it('shows nothing where the feed does not know the lock, and says what', async () => {
    store.configure(options({ topic: 'langauge' }));
    await settled();
    equal(store.state.status, 'refused');
    equal(store.state.offers.length, 0);
    equal(store.state.problems[0]?.value, 'langauge');
    equal(store.state.problems[0]?.nearest, 'language');
  });

  it('shows nothing with a lock that cannot be read, whatever is asked then', async () => {
    store.configure(options({ topic: 'language', level: 'beginner' }));
    await settled();
    equal(store.state.status, 'refused');
    equal(store.state.problems[0]?.value, 'beginner');
    store.ask({ free: true });
    await settled();
    equal(store.state.status, 'refused');
    equal(store.state.offers.length, 0);
    equal(feed.asked.length, 1);
  });

  it('shows nothing where an older feed does not know a lock at all', async () => {
    feed.unknown = ['within.childcare'];
    store.configure(options({ childcare: '' }));
    await settled();
    equal(store.state.status, 'refused');
  });

  it('keeps the last good answer while the feed fails, and says so', async () => {
    store.configure(options());
    await settled();
    const before = titles();
    feed.fail(() => new Response('gone', { status: 500 }));
    store.ask({ place: ['witten'] });
    await settled();
    equal(store.state.status, 'ready');
    ok(store.state.stale, 'not marked as stale');
    equal(titles(), before);
    feed.fail();
    store.retry();
    await settled();
    ok(!store.state.stale, 'still marked as stale');
    equal([...towns()], ['witten']);
  });

  for (const [name, spoiled] of Object.entries({
    'an error': () =>
      new Response('{}', { status: 500, headers: { 'content-type': 'application/json' } }),
    HTML: () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    'half a body': () =>
      new Response('{"directory":{', { headers: { 'content-type': 'application/json' } }),
    'something else': () =>
      new Response('[1,2,3]', { headers: { 'content-type': 'application/json' } }),
  })) {
    it(`fails on ${name}, and recovers`, async () => {
      feed.fail(spoiled);
      store.configure(options());
      await settled();
      equal(store.state.status, 'failed');
      feed.fail();
      store.retry();
      await settled();
      equal(store.state.total, 45);
    });
  }

  it('tries once more where the feed is only restarting', async () => {
    let answers = 0;
    feed.fail((answer) => (answers++ === 0 ? new Response('', { status: 503 }) : answer));
    store.configure(options());
    await until(() => store.state.status === 'ready', 'no second attempt');
    equal(feed.asked.length, 2);
  });

  it('shows the good offers among which one is broken', async () => {
    feed.fail(async (answer) => {
      const json = (await answer.json()) as { offers: Record<string, unknown>[] };
      json.offers[3] = { id: 42, title: null };
      return new Response(JSON.stringify(json), { headers: answer.headers });
    });
    store.configure(options());
    await settled();
    equal(store.state.offers.length, 19);
  });

  it('fails where the feed has no address', async () => {
    store.configure(options({}, { feed: 'ftp://feed.example/' }));
    await settled();
    equal(store.state.status, 'failed');
    equal(store.state.error?.message, 'the feed has no address');
  });

  describe('what only acts need', () => {
    const part = () => import('../../widget/src/later.js');

    it('is not fetched before', async () => {
      let fetched = 0;
      store = createStore(() => {
        fetched += 1;
        return part();
      });
      store.configure(options());
      await settled();
      equal(fetched, 0);
      await store.reach();
      await store.reach();
      equal(fetched, 1);
      equal(feed.asked.length, 1);
    });

    it('is waited for by all that is done meanwhile, in its order', async () => {
      let come = () => {};
      const coming = new Promise<void>((resolve) => (come = resolve));
      store = createStore(() => coming.then(part));
      store.configure(options());
      await settled();
      store.ask({ q: 'kurs' });
      store.toggle('place', 'witten');
      store.toggle('place', 'schwelm');
      store.toggle('place', 'witten');
      store.ask({ q: undefined });
      ok(store.state.busy, 'nothing says that something will come');
      equal(store.state.total, 45);
      come();
      await settled();
      equal(store.state.query, { place: ['schwelm'] });
      equal([...towns()], ['schwelm']);
      equal(feed.asked.length, 2);
    });

    it('is asked for again where it could not be had; what there is stays', async () => {
      let isThere = false;
      store = createStore(async () => {
        if (!isThere) throw new TypeError('not to be had');
        return part();
      });
      store.configure(options());
      await settled();
      await store.reach();
      ok(!store.state.stale, 'nobody has acted yet');
      store.ask({ place: ['witten'] });
      await settled();
      ok(store.state.stale, 'nothing says that it could not be done');
      equal(store.state.total, 45);
      isThere = true;
      store.retry();
      await settled();
      ok(!store.state.stale, 'it still says so');
      equal([...towns()], ['witten']);
    });

    it('is not what is said to be missing where the feed is gone as well', async () => {
      store = createStore(() => Promise.reject(new TypeError('not to be had')));
      store.configure(options());
      await settled();
      feed.fail(() => Promise.reject(new TypeError('no network')));
      store.ask({ q: 'kurs' });
      await settled();
      ok(store.state.stale, 'nothing says that it could not be done');
      equal(store.state.error?.message, `${new URL(feed.address).origin} cannot be reached`);
      equal(store.state.total, 45);
    });

    it('is part of what a page begins with where the editor has made choices', async () => {
      let isThere = false;
      store = createStore(async () => {
        if (!isThere) throw new TypeError('not to be had');
        return part();
      });
      store.configure(options({}, { start: 'place=witten' }));
      await settled();
      equal(store.state.status, 'failed');
      // Only whether the feed is there.
      equal(feed.asked.splice(0), ['/readyz']);
      isThere = true;
      store.retry();
      await settled();
      equal(feed.asked, ['/v1/offers?place=witten&lang=de']);
      equal([...towns()], ['witten']);
    });
  });
});
