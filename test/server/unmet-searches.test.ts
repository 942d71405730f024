import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { addDays } from '@vielfalt/feed';
import { openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { ConfigError, readConfig } from '../../server/src/config.js';
import type { Store } from '../../server/src/store/store.js';
import { keepableWords } from '../../server/src/upkeep/keepable-words.js';
import { forgetUnmet, keepUnmet, unmetWords } from '../../server/src/upkeep/unmet-searches.js';
import { apply } from './apply.js';
import { example, MONDAY_NOON, offer } from './example.js';

const MONDAY = '2026-10-05';
const nothing = { count: async () => 0 };

async function emptyStore(test: TestContext): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  test.after(() => store.close());
  return store;
}

/** Looks for words on so many days in a row. */
async function search(store: Store, words: string[], days: number, from = MONDAY): Promise<void> {
  for (let day = 0; day < days; day++) {
    await keepUnmet(store, new Map([[addDays(from, day), new Set(words)]]));
  }
}

const shown = async (store: Store) =>
  (await unmetWords(store, nothing)).map(({ word, days }) => [word, days]);

/** Everything that is kept, as whoever reads the database sees it. */
const readable = async (store: Store) => JSON.stringify([...(await store.papers('unmet'))]);

describe('words that nothing is found for', () => {
  it('are written down on the fifth day, and until then cannot be read', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch'], 4);
    assert.deepEqual(await shown(store), []);
    assert.doesNotMatch(await readable(store), /quidditch/);
    await search(store, ['quidditch'], 1, addDays(MONDAY, 3));
    assert.deepEqual(await shown(store), [], 'the same day again is no other day');
    await search(store, ['quidditch'], 1, addDays(MONDAY, 9));
    assert.deepEqual(await shown(store), [['quidditch', 5]]);
    assert.equal((await store.papers('unmet')).size, 1);
    await search(store, ['quidditch'], 1, addDays(MONDAY, 10));
    assert.deepEqual(await shown(store), [['quidditch', 6]]);
  });

  it('count once a day, however many processes write them', async (test) => {
    const store = await emptyStore(test);
    await Promise.all([1, 2, 3].map(() => search(store, ['quidditch'], 4)));
    assert.deepEqual(await shown(store), []);
  });

  it('are hidden by a key that lasts a quarter, and begin anew with the next', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch', 'jonglieren'], 4, '2026-09-27');
    const [before] = [...(await store.papers('key')).keys()];
    await search(store, ['quidditch'], 4, '2026-10-01');
    assert.deepEqual(await shown(store), []);
    const keys = [...(await store.papers('key')).keys()];
    assert.equal(keys.length, 1);
    assert.notEqual(keys[0], before);
  });

  it('of a quarter that is over, written late, take the new key', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch'], 4, '2026-10-01');
    await search(store, ['jonglieren'], 1, '2026-09-30');
    await search(store, ['quidditch'], 1, '2026-10-05');
    assert.deepEqual(await shown(store), [['quidditch', 5]]);
  });

  it('stay shown in the next quarter, and are forgotten after half a year', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch'], 5, '2026-09-20');
    await search(store, ['anderes'], 1, '2026-10-20');
    assert.deepEqual(await shown(store), [['quidditch', 5]]);
    await search(store, ['anderes'], 1, '2027-04-20');
    assert.deepEqual(await shown(store), []);
  });

  it('are few: of too many those of fewest days go first', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch'], 2);
    const flood = Array.from({ length: 2_500 }, (_, at) => `wort${at}`);
    await search(store, flood, 1, addDays(MONDAY, 2));
    assert.equal((await store.papers('unmet')).size, 2_000);
    await search(store, ['quidditch'], 3, addDays(MONDAY, 3));
    assert.deepEqual(await shown(store), [['quidditch', 5]]);
  });

  it('are shown without their beginnings, and not once something is found for them', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quid', 'quidditch', 'jonglieren'], 5);
    const entered = {
      count: async ({ query }: { query: { q?: string } }) => Number(query.q === 'jonglieren'),
    };
    const left = await unmetWords(store, entered);
    assert.deepEqual(
      left.map(({ word }) => word),
      ['quidditch'],
    );
  });

  it('are forgotten with their keys where nobody wants them any more', async (test) => {
    const store = await emptyStore(test);
    await search(store, ['quidditch'], 5);
    await store.change(async (transaction) => {
      await transaction.putPapers('key', new Map([['forms', { secret: 'x' }]]));
      return { result: undefined, keep: {} };
    });
    await forgetUnmet(store);
    assert.equal((await store.papers('unmet')).size, 0);
    assert.deepEqual([...(await store.papers('key')).keys()], ['forms']);
  });
});

describe('words of a question', () => {
  it('are kept folded, without those that stand in any question', () => {
    assert.deepEqual(keepableWords('Wo gibt es Bürgergärten?', 'de'), ['burgergarten']);
    assert.deepEqual(keepableWords('квіддич', 'uk'), ['квіддич']);
    assert.deepEqual(keepableWords('Kurs für Frauen', 'de'), ['kurs', 'frauen']);
  });

  it('are not kept of what may say who somebody is', () => {
    for (const q of [
      ...['0171 39200', 'A12345678', 'anna@example.org', 'www.example.org', 'example.org', '@anna'],
      ...[
        'Frau Beispiel',
        'Herr beispiel',
        'Dr. Muster',
        'familie muster',
        'Mrs Sample',
        'pani Anna',
      ],
      ...['ich heiße Anna', 'my name is Anna', 'меня зовут Анна', 'geboren 1.2.1990', '٠١٧١'],
      ...['mein mann schlägt mich seit jahren', 'x'.repeat(61), 'ab', 'y'.repeat(31)],
    ]) {
      assert.deepEqual(keepableWords(q, 'de'), [], q);
    }
  });
});

describe('a service that counts searches', () => {
  async function started(test: TestContext, store: Store, countsSearches = true) {
    let now = MONDAY_NOON;
    const service = await startService({
      ...{ store, port: 0, log: pino({ level: 'silent' }), clock: () => now, countsSearches },
    });
    test.after(() => service.stop());
    return {
      ...service,
      tomorrow: () => (now += 86_400_000),
      async get(path: string) {
        const response = await fetch(`http://127.0.0.1:${service.port}${path}`);
        assert.equal(response.status, 200);
        await response.text();
      },
    };
  }

  async function directory(test: TestContext): Promise<Store> {
    const store = await emptyStore(test);
    await apply(store, {
      ...example(),
      offers: [offer(1, { title: 'Schwimmen', serves: ['hattingen'] })],
      networks: [],
    });
    return store;
  }

  const hidden = async (store: Store) => (await store.papers('unmet')).size;

  it('keeps what the whole directory has nothing for, from lists, pages and questions', async (test) => {
    const store = await directory(test);
    const service = await started(test, store);
    await service.get('/v1/offers?q=quidditch');
    await service.get('/v1/offers?q=quidditch&topic=sport');
    await service.get('/?q=jonglieren');
    await service.get('/v1/question?q=imkerei');
    await service.stop();
    assert.equal(await hidden(store), 3);
  });

  it('keeps nothing of what is there elsewhere, or was found', async (test) => {
    const store = await directory(test);
    const service = await started(test, store);
    await service.get('/v1/offers?q=schwimmen&within.place=witten');
    await service.get('/v1/offers?q=schwimmen');
    await service.get('/v1/offers?topic=sport&free=yes');
    await service.stop();
    assert.equal(await hidden(store), 0);
  });

  it('counts each day, though answers are remembered', async (test) => {
    const store = await directory(test);
    const service = await started(test, store);
    for (let day = 0; day < 5; day++) {
      await service.get('/v1/offers?q=quidditch');
      await service.get('/v1/offers?q=quidditch');
      service.tomorrow();
      await service.refresh();
    }
    await service.stop();
    assert.deepEqual(await shown(store), [['quidditch', 5]]);
  });

  it('keeps nothing unless it is to, and forgets what was kept before', async (test) => {
    const store = await directory(test);
    await search(store, ['quidditch'], 5);
    const service = await started(test, store, false);
    await service.get('/v1/offers?q=quidditch');
    await service.stop();
    assert.equal(await hidden(store), 0);
  });
});

it('UNMET_SEARCHES is on or off', () => {
  assert.equal(readConfig({}).countsSearches, false);
  assert.equal(readConfig({ UNMET_SEARCHES: 'off' }).countsSearches, false);
  assert.equal(readConfig({ UNMET_SEARCHES: 'on' }).countsSearches, true);
  assert.throws(() => readConfig({ UNMET_SEARCHES: 'yes' }), ConfigError);
});
