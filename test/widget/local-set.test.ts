import { localTime, parseQuery, type Lock } from '@vielfalt/feed';
import { createStore } from '../../widget/src/reached.js';
import type { DirectoryStore } from '../../widget/src/store/directory-store.js';
import type { StoreOptions } from '../../widget/src/store/options.js';
import { equal } from './assert.js';
import { directory } from './fake-directory.js';
import { FakeFeed } from './fake-feed.js';
import { until } from './until.js';

describe('near and far', () => {
  let feed: FakeFeed;
  let store: DirectoryStore;

  beforeEach(() => {
    feed = new FakeFeed().install();
    store = createStore();
  });

  let restoreClock: (() => void) | undefined;

  afterEach(() => {
    feed.remove();
    restoreClock?.();
    restoreClock = undefined;
  });

  const options = (): StoreOptions => ({ feed: feed.address, lock: {}, lang: 'de' });
  const settled = () => until(() => !store.state.busy, 'the store is still busy');
  const titles = () => store.state.offers.map(({ title }) => title);
  const towns = () => new Set(store.state.offers.map(({ locations }) => locations?.[0]?.town));

  const questions = [
    '',
    'q=deutschkrus',
    'q=hausaufgaben+hilfe',
    'q=schwimmen&place=witten',
    'q=beratung&sort=title',
    'topic=language&free=yes',
    'audience=women',
    'spoken=ar&sort=checked',
    'day=mo&time=evening',
    'near=51.44,7.33&km=12',
    'near=51.44,7.33&km=50&sort=title',
    'sort=next&stepfree=yes',
  ];
  const locks: Lock[] = [{}, { topic: ['language'] }, { place: ['witten', 'schwelm'] }];

  /** The test's feed says what comes next as the day begins, the browser by its clock. */
  function beginDay(): () => void {
    const { now } = Date;
    const { time } = localTime(now(), directory.timeZone);
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const passed = (hours * 60 + minutes) * 60_000;
    Date.now = () => now() - passed;
    return () => (Date.now = now);
  }

  for (const lock of locks) {
    it(`answer alike, in the same order, inside ${JSON.stringify(lock)}`, async () => {
      restoreClock = beginDay();
      for (const question of questions) {
        const far = createStore();
        feed.offersSet = false;
        far.configure({ ...options(), lock, start: parseQuery(question).query });
        await until(() => far.state.status === 'ready', question);

        feed.offersSet = true;
        const near = createStore();
        near.configure({ ...options(), lock });
        await until(() => near.state.status === 'ready', question);
        await near.prepareLocal();
        const asked = feed.pages.length;
        near.ask(parseQuery(question).query);
        await until(() => !near.state.busy, question);
        equal(feed.pages.length, asked, 'the browser asked the feed;');

        const seen = ({ state }: DirectoryStore) => [
          state.total,
          state.offers.map(({ slug }) => slug),
          state.facets,
        ];
        equal(seen(near), seen(far), question);
      }
    });
  }

  it('go on page by page without the feed', async () => {
    store.configure(options());
    await settled();
    const first = titles();
    await store.prepareLocal();
    store.more();
    await settled();
    equal(feed.pages.length, 1);
    equal(titles().slice(0, 20), first);
    equal(new Set(store.state.offers.map(({ id }) => id)).size, 40);
  });

  it('fetch the set once, from the feed alone, whatever host its link names', async () => {
    feed.fail(async (answer) => {
      const json = (await answer.json()) as { links?: { set?: string } };
      if (json.links) json.links.set = 'https://elsewhere.example/v1/offers/set?lang=de';
      return new Response(JSON.stringify(json), { headers: answer.headers });
    });
    store.configure(options());
    await settled();
    await Promise.all([store.prepareLocal(), store.prepareLocal()]);
    await store.prepareLocal();
    equal(feed.asked.slice(1), ['/v1/offers/set?lang=de']);
  });

  it('go on with the feed where the set cannot be had', async () => {
    store.configure(options());
    await settled();
    feed.fail(() => new Response('', { status: 500 }));
    await store.prepareLocal();
    feed.fail();
    store.ask({ place: ['witten'] });
    await settled();
    equal([...towns()], ['witten']);
  });

  it('ask the feed again once the day is over: other offers may have ended', async () => {
    store.configure(options());
    await settled();
    await store.prepareLocal();
    const { now } = Date;
    Date.now = () => now() + 86_400_000;
    try {
      store.ask({ place: ['witten'] });
      await until(() => feed.asked.length === 4, 'the set is not fetched anew');
      await settled();
      equal(
        feed.asked
          .slice(2)
          .map((path) => path.split('?')[0])
          .sort(),
        ['/v1/offers', '/v1/offers/set'],
      );
      equal([...towns()], ['witten']);
    } finally {
      Date.now = now;
    }
  });
});
