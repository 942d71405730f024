import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Network, Offer, Provider } from '@vielfalt/feed';
import { prepareEdition } from '../../server/src/editions/prepare.js';
import type { Changes, Store, Transaction } from '../../server/src/store/store.js';
import { storedOffer } from '../support/records.js';
import { apply } from './apply.js';
import { directory, folder, vocabulary } from './fixture.js';

/** How the engine under test opens the database at a path, which may not be there yet. */
export type OpenStore = (path: string) => Promise<Store>;

const SOURCE = { id: 'office', name: 'Tabelle des Büros' };

const PROVIDER: Provider = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'verein',
  source: 'office',
  record: 'p',
  status: 'published',
  name: 'Verein „Zusammen“ \u0000 😀',
};

function offer(number: number, more: Partial<Offer> = {}): Offer {
  return storedOffer(number, {
    id: `00000000-0000-4000-8001-${String(number).padStart(12, '0')}`,
    slug: `angebot-${number}`,
    record: String(number).padStart(4, '0'),
    provider: PROVIDER.id,
    title: `Angebot ${number}`,
    ...more,
  });
}

const NETWORK: Network = {
  id: '00000000-0000-4000-8002-000000000001',
  slug: 'runder-tisch',
  source: 'office',
  record: 'n',
  name: 'Runder Tisch „Ankommen“ 😀',
  members: [{ provider: PROVIDER.id }, { name: 'Kita Sonne' }],
};

/** The first changes of a directory with some offers. */
function first(...offers: Offer[]): Changes {
  return { directory, vocabulary, sources: [SOURCE], providers: [PROVIDER], offers };
}

/**
 * What every engine of the store must do.
 * @param skip why this machine cannot run it, or nothing
 */
export function storeContract(name: string, open: OpenStore, skip: string | undefined): void {
  const opened = async (context: TestContext, path = join(folder(context), 'test.sqlite')) => {
    const store = await open(path);
    context.after(() => store.close());
    return store;
  };

  describe(`store: ${name}`, { skip: skip ?? false }, () => {
    test('a new one is empty, and stays so after changes of nothing', async (context) => {
      const store = await opened(context);
      assert.equal(await store.read(), undefined);
      assert.equal(await store.revision(), 0);
      await apply(store, {});
      await apply(store, { offers: [], sources: [] });
      assert.equal(await store.read(), undefined);
      assert.equal(await store.revision(), 0);
    });

    test('gives back what it was given, letter by letter', async (context) => {
      const store = await opened(context);
      const given = offer(1, {
        title: '"Kurs" \\ \u2028 العربية Ґ 😀',
        cost: { amount: 0.1 + 0.2 },
        locations: [{ lat: 51.43999999999999, lng: -7.000000000000001 }],
        translations: { ar: { by: 'person', texts: { title: 'دورة' } } },
      });
      await apply(store, { ...first(given), networks: [NETWORK] });
      assert.deepEqual(await store.read(), {
        revision: 1,
        directory,
        vocabulary,
        sources: [SOURCE],
        providers: [PROVIDER],
        offers: [given],
        networks: [NETWORK],
      });
    });

    test('finds nothing under names that no database keeps', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1)));
      const names = ['\0', `offer-1\0`, '\uD800', '\uDC00x'];
      await store.change(async (transaction) => {
        assert.deepEqual(await transaction.records('offer', names), []);
        assert.deepEqual(
          (await transaction.records('offer', [...names, offer(1).id])).map(({ id }) => id),
          [offer(1).id],
        );
        return { result: undefined };
      });
      assert.equal((await store.papers('report', names)).size, 0);
      const edition = await prepareEdition(store, () => []);
      assert.ok(edition && store.editions);
      for (const name of names) {
        assert.equal(await store.editions.named(edition, 'offer', name), undefined);
        assert.deepEqual(await store.editions.byIds(edition, 'offer', [name]), []);
      }
    });

    test('outlives being closed', async (context) => {
      const path = join(folder(context), 'test.sqlite');
      const before = await open(path);
      await apply(before, first(offer(1)));
      await before.close();
      const store = await opened(context, path);
      assert.equal(await store.revision(), 1);
      assert.equal((await store.read())?.offers[0]?.title, 'Angebot 1');
    });

    test('puts a record in the place of the one with its id and leaves the others', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(2), offer(1)));
      await apply(store, { offers: [offer(1, { title: 'Neu', status: 'retired' })] });
      const state = await store.read();
      assert.equal(state?.revision, 2);
      assert.deepEqual(
        state?.offers.map(({ title, status }) => [title, status]),
        [
          ['Neu', 'retired'],
          ['Angebot 2', 'published'],
        ],
      );
      assert.deepEqual(state?.directory, directory);
    });

    test('shows the work the state it is about to change', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1), offer(2)));
      const seen = await store.change(async (transaction) => {
        const offers = await transaction.keys('offer');
        const wanted = [offer(2).id, offer(9).id];
        return {
          result: {
            revision: (await transaction.head())?.revision,
            records: offers.map(({ record }) => record),
            found: (await transaction.records('offer', wanted)).map(({ title }) => title),
          },
        };
      });
      assert.deepEqual(seen, { revision: 1, records: ['0001', '0002'], found: ['Angebot 2'] });
    });

    test('forgets what the work did not want kept', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1)));
      const seen = await store.change(async (transaction) => {
        await transaction.put({ offers: [offer(1, { title: 'Neu' }), offer(2)] });
        return { result: (await transaction.keys('offer')).length };
      });
      assert.equal(seen, 2);
      const state = await store.read();
      assert.deepEqual([state?.revision, state?.offers.length], [1, 1]);
    });

    test('remembers what was done and what was there before', async (context) => {
      const store = await opened(context);
      const at = '2026-09-07T07:00:00.000Z';
      const file = { name: 'angebote.csv', hash: 'ab' };
      const keep = { entry: { at, file, sources: [] } };
      await store.change(async (transaction) => {
        await transaction.put(first(offer(1)));
        return { result: undefined, keep };
      });
      await store.change(async (transaction) => {
        await transaction.put({ offers: [offer(1, { title: 'Neu' })] });
        await transaction.put({ offers: [offer(1, { title: 'Neuer' }), offer(2)] });
        await transaction.put({ networks: [NETWORK] });
        return { result: undefined, keep };
      });
      assert.deepEqual(await store.history(), [
        { id: 2, revision: 2, at, file, sources: [] },
        { id: 1, revision: 1, at, file, sources: [] },
      ]);
      const were = await store.change(async (transaction) => ({
        result: [await transaction.before(1), await transaction.before(2)],
      }));
      assert.deepEqual(were, [
        { providers: [{ id: PROVIDER.id }], offers: [{ id: offer(1).id }], networks: [] },
        {
          providers: [],
          offers: [{ id: offer(1).id, document: offer(1) }, { id: offer(2).id }],
          networks: [{ id: NETWORK.id }],
        },
      ]);
    });

    test('keeps what was there before the latest ten entries, no more', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1)));
      for (let round = 1; round <= 11; round++) {
        await store.change(async (transaction) => {
          await transaction.put({ offers: [offer(1, { title: `Runde ${round}` })] });
          const entry = { at: '2026-09-07T07:00:00.000Z', sources: [] };
          return { result: undefined, keep: { entry } };
        });
      }
      const were = await store.change(async (transaction) => ({
        result: [await transaction.before(1), (await transaction.before(2))?.offers.length],
      }));
      assert.deepEqual(were, [undefined, 1]);
    });

    test('changes nothing where the work throws', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1)));
      const fails = store.change(async (transaction) => {
        await transaction.put({ offers: [offer(1, { title: 'Neu' })] });
        throw new RangeError('no');
      });
      await assert.rejects(fails, RangeError);
      assert.equal(await store.revision(), 1);
      await apply(store, { offers: [offer(2)] });
      assert.equal(await store.revision(), 2);
    });

    const conflicts: [string, Partial<Offer>][] = [
      ['slug', { slug: 'angebot-1' }],
      ['source and record', { record: '0001' }],
      ['provider that does not exist', { provider: '00000000-0000-4000-8000-00000000000f' }],
      ['source that does not exist', { source: 'nowhere' }],
    ];
    for (const [what, more] of conflicts) {
      test(`refuses a record with another's ${what}, and all that came with it`, async (context) => {
        const store = await opened(context);
        await apply(store, first(offer(1)));
        await assert.rejects(apply(store, { offers: [offer(2), offer(3, more)] }), {
          name: 'StoreError',
          trouble: 'conflict',
        });
        assert.equal(await store.revision(), 1);
        assert.equal((await store.read())?.offers.length, 1);
      });
    }

    test('puts a network in the place of the one with its id', async (context) => {
      const store = await opened(context);
      await apply(store, { ...first(), networks: [NETWORK] });
      await apply(store, { networks: [{ ...NETWORK, name: 'Neu', status: 'retired' }] });
      const seen = await store.change(async (transaction) => ({
        result: [
          await transaction.keys('network'),
          await transaction.records('network', [NETWORK.id]),
        ],
      }));
      const { id, slug, source, record } = NETWORK;
      assert.deepEqual(seen, [
        [{ id, slug, source, record, status: 'retired' }],
        [{ ...NETWORK, name: 'Neu', status: 'retired' }],
      ]);
      const other = { ...NETWORK, id: offer(1).id };
      await assert.rejects(apply(store, { networks: [other] }), { trouble: 'conflict' });
    });

    test('keeps papers beside the records, by kind and id, without a new revision', async (context) => {
      const path = join(folder(context), 'test.sqlite');
      const store = await opened(context, path);
      await apply(store, first(offer(1)));
      const trust = { fields: ['cost' as const] };
      const check = { on: '2026-09-07', by: 'Verein „Zusammen“ 😀' };
      const put = (work: (transaction: Transaction) => Promise<void>) =>
        store.change(async (transaction) => {
          await work(transaction);
          return { result: undefined, keep: {} };
        });
      await put(async (transaction) => {
        await transaction.putPapers('trust', new Map([['a', trust]]));
        await transaction.putPapers('confirmation', new Map([['b', check]]));
        await transaction.putPapers('confirmation', new Map([['a', { on: '2026-01-01' }]]));
        await transaction.putPapers('confirmation', new Map([['a', check]]));
        assert.deepEqual(await transaction.papers('confirmation', ['a']), new Map([['a', check]]));
      });
      assert.equal(await store.revision(), 1);
      const papers = new Map(['a', 'b'].map((id) => [id, check]));
      assert.deepEqual(await store.papers('confirmation'), papers);
      assert.deepEqual(await store.papers('confirmation', []), new Map());
      assert.deepEqual(await store.papers('trust'), new Map([['a', trust]]));
      await put((transaction) =>
        transaction.putPapers(
          'confirmation',
          new Map([
            ['a', undefined],
            ['c', undefined],
          ]),
        ),
      );
      await store.change(async (transaction) => {
        await transaction.putPapers('confirmation', new Map([['d', check]]));
        return { result: undefined };
      });
      const other = await opened(context, path);
      assert.deepEqual(await other.papers('confirmation'), new Map([['b', check]]));
      const many = Array.from({ length: 2_000 }, (_, number) => `n${number}`);
      await put((transaction) =>
        transaction.putPapers('confirmation', new Map(many.map((id) => [id, check]))),
      );
      assert.equal((await store.papers('confirmation', many)).size, 2_000);
    });

    test('remembers which papers an entry replaced, but not beyond ten others', async (context) => {
      const store = await opened(context);
      await apply(store, first(offer(1)));
      const at = '2026-09-07T07:00:00.000Z';
      const amendment = (after: string) => ({
        ...{ offer: offer(1).id, field: 'description' as const, before: null, after },
        ...{ at, by: 'lee@office.example' },
      });
      const amended = {
        ...{ offer: offer(1).id, source: 'office', record: '0001' },
        field: 'description' as const,
      };
      const put = (after: string, entry: object = { amended }) =>
        store.change(async (transaction) => {
          await transaction.put({ offers: [offer(1, { description: after })] });
          await transaction.putPapers('amendment', new Map([['a', amendment(after)]]));
          return { result: undefined, keep: { entry: { at, sources: [], ...entry } } };
        });
      const before = (entry: number) =>
        store.change(async (transaction) => ({ result: await transaction.before(entry) }));
      for (let round = 1; round <= 12; round++) await put(String(round));
      assert.deepEqual((await before(1))?.papers, { amendment: [{ id: 'a' }] });
      const eleventh = [{ id: 'a', document: amendment('11') }];
      assert.deepEqual((await before(12))?.papers, { amendment: eleventh });
      for (let round = 13; round <= 22; round++) await put(String(round), {});
      assert.deepEqual([await before(12), (await before(13))?.offers.length], [undefined, 1]);
    });

    test('lets many writers in, one after the other', async (context) => {
      const store = await opened(context);
      await apply(store, first());
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.change(async (transaction) => {
            const { length } = await transaction.keys('offer');
            await transaction.put({ offers: [offer(length)] });
            return { result: undefined, keep: {} };
          }),
        ),
      );
      const state = await store.read();
      assert.equal(state?.revision, 21);
      assert.equal(state?.offers.length, 20);
    });

    test('reads a whole revision while another is being written', async (context) => {
      const store = await opened(context);
      const version = (title: string) =>
        Array.from({ length: 300 }, (_, number) => offer(number, { title }));
      await apply(store, first(...version('1')));
      const writing = (async () => {
        for (let round = 2; round <= 8; round++) {
          await apply(store, { offers: version(String(round)) });
        }
      })();
      for (let reads = 0; reads < 20; reads++) {
        const state = await store.read();
        const titles = new Set(state?.offers.map(({ title }) => title));
        assert.deepEqual([...titles], [String(state?.revision)]);
      }
      await writing;
    });

    test('shows another process its changes', async (context) => {
      const path = join(folder(context), 'test.sqlite');
      const [one, two] = [await opened(context, path), await opened(context, path)];
      await apply(one, first(offer(1)));
      assert.equal(await two.revision(), 1);
      await apply(two, { offers: [offer(2)] });
      assert.equal((await one.read())?.offers.length, 2);
    });

    test('closed, finishes what was under way and then says that it is closed', async (context) => {
      const store = await opened(context);
      const writing = apply(store, first(offer(1)));
      const closing = store.close();
      await writing;
      await closing;
      await assert.rejects(store.read(), { name: 'StoreError', trouble: 'closed' });
      await assert.rejects(store.revision(), { trouble: 'closed' });
      await assert.rejects(apply(store, {}), { trouble: 'closed' });
      await store.close();
    });
  });
}
