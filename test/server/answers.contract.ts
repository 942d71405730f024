import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Card, Lock, Query } from '@vielfalt/feed';
import { EVERYONE_ID, EVERYWHERE_ID, type CountAxis } from '../../server/src/answers/axes.js';
import { ANY_ID, crossKey } from '../../server/src/answers/cross-counts.js';
import type { DirectoryAnswers } from '../../server/src/answers/port.js';
import type { DirectoryState } from '../../server/src/store/store.js';
import { example, network, offer, provider } from './example.js';

/** How the home under test is filled with a revision and asked on a local date. */
export type OpenAnswers = (state: DirectoryState, date: string) => Promise<DirectoryAnswers>;

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';

function state(revision = 1, changes = example()): DirectoryState {
  const { sources, providers, offers, networks, ...rest } = changes;
  return {
    ...rest,
    revision,
    sources: [...sources],
    providers: [...providers],
    offers: [...offers],
    networks: [...networks],
  };
}

/** Everything that comes, one after the other. */
async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const titles = (cards: readonly Card[]) => cards.map(({ title }) => title);

/** Whatever keeps the offers has to answer so. */
export function answersContract(name: string, open: OpenAnswers): void {
  const ask = async (query: Query, lock: Lock = {}, date = TODAY) =>
    (await open(state(), date)).answer({ query, lock });

  describe(`answers: ${name}`, () => {
    it('are of the offers that query and lock both take', async () => {
      const all = await ask({});
      assert.equal(all.total, 4);
      const answer = await ask({ topic: ['education'] }, { place: ['witten'] });
      assert.deepEqual(titles(answer.offers).sort(), ['Deutschkurs am Vormittag', 'Schutzwohnung']);
      assert.equal((await ask({ topic: ['sport'] }, { place: ['witten'] })).total, 0);
    });

    it('count each choice without what is chosen of its own kind', async () => {
      const { facets } = await ask({ topic: ['language'] });
      const counts = new Map(facets['topic']?.map(({ value, count }) => [value, count]));
      assert.equal(counts.get('education'), 2);
      assert.equal(counts.get('sport'), 2);
    });

    it('come a page at a time, with the number of all', async () => {
      const seen: string[] = [];
      for (const page of [1, 2, 3, 4]) {
        const { total, offers } = await ask({ limit: 1, page, sort: 'title' });
        assert.equal(total, 4);
        seen.push(...titles(offers));
      }
      assert.deepEqual(seen, ['Ausflug', 'Deutschkurs am Vormittag', 'Schutzwohnung', 'Turnen']);
    });

    it('find words', async () => {
      const { offers } = await ask({ q: 'deutschkurs' });
      assert.equal(titles(offers)[0], 'Deutschkurs am Vormittag');
    });

    it('are in the language that is wanted, as far as there is a translation', async () => {
      const answers = await open(state(), TODAY);
      const { id } = offer(1);
      const title = async (lang: string) =>
        (await answers.card(id, {}, lang))?.translation?.texts.title;
      assert.equal(await title('ar'), 'دورة اللغة الألمانية صباحًا');
      assert.equal(await title('tr'), undefined);
      const query = { lang: 'ar', topic: ['language'] };
      const { offers } = await answers.answer({ query, lock: {} });
      assert.equal(offers[0]?.translation?.texts.title, 'دورة اللغة الألمانية صباحًا');
    });

    it('are of one day: what has ended by then is in none', async () => {
      assert.equal((await ask({}, {}, TOMORROW)).total, 3);
      const answers = await open(state(), TOMORROW);
      assert.equal(answers.date, TOMORROW);
      assert.equal(await answers.count({ query: {}, lock: {} }), 3);
      assert.equal(await answers.card(offer(2).id, {}), undefined);
      assert.equal((await answers.offer('offer-2'))?.title, 'Ausflug');
      assert.equal((await answers.providers())[0]?.offers, 3);
    });

    it('are of one revision, whatever is published meanwhile', async () => {
      const before = await open(state(), TODAY);
      const changes = example();
      const after = await open(
        state(2, { ...changes, offers: [offer(9, { title: 'Neu' })] }),
        TODAY,
      );
      assert.deepEqual([before.revision, after.revision], [1, 2]);
      const [one, other] = await Promise.all([before.within({}), after.within({})]);
      assert.equal(one.length, 4);
      assert.deepEqual(titles(other), ['Neu']);
    });

    it('never leave a lock', async () => {
      const answers = await open(state(), TODAY);
      const lock = { place: ['hattingen'] };
      assert.deepEqual(titles(await answers.within(lock)), ['Turnen']);
      assert.equal(await answers.count({ query: {}, lock }), 1);
      assert.equal(await answers.card(offer(1).id, lock), undefined);
      assert.equal((await answers.card(offer(4).id, lock))?.title, 'Turnen');
      assert.equal(await answers.count({ query: {}, lock: { place: ['nowhere'] } }), 0);
    });

    it('find who else does something like it, inside a lock and on the day', async () => {
      const changes = example();
      const town = (id: string) => [{ town: id }];
      const others = [
        { title: 'Noch ein Kurs', topics: ['language'], locations: town('hattingen') },
        { title: 'Lernen', topics: ['education'], locations: town('witten') },
        { title: 'Vorbei', topics: ['language'], schedule: { validTo: '2026-11-22' } },
        { title: 'Tanzen', topics: ['sport'], locations: town('witten') },
      ];
      const offers = others.map((more, n) =>
        offer(20 + n, { provider: provider(20 + n).id, ...more }),
      );
      const providers = others.map((_, n) => provider(20 + n));
      const all = {
        ...changes,
        providers: [...changes.providers, ...providers],
        offers: [...changes.offers, ...offers],
      };
      const answers = await open(state(1, all), TODAY);
      const wanted = {
        ...{ topics: ['language'], audiences: [], provider: provider(1).id },
        points: [{ lat: 51.44, lng: 7.34 }],
      };
      const found = async (lock: Lock) =>
        titles((await answers.similar(wanted, lock)).map(({ card }) => card));
      assert.deepEqual(await found({}), ['Lernen', 'Noch ein Kurs']);
      assert.deepEqual(await found({ place: ['hattingen'] }), ['Noch ein Kurs']);
      const [first] = await answers.similar(wanted, { place: ['hattingen'] });
      assert.deepEqual(first?.reason, { topics: ['language'], audiences: [], km: 11.3 });
    });

    it('know an offer by id and slug, gone ones too', async () => {
      const answers = await open(state(), TODAY);
      assert.equal((await answers.offer(offer(5).id))?.status, 'retired');
      assert.equal((await answers.offer('offer-1'))?.id, offer(1).id);
      assert.equal(await answers.offer('offer-77'), undefined);
    });

    it('tell news, the latest first, and what has gone', async () => {
      const changes = example();
      const latest = offer(9, { title: 'Neu', changed: '2026-11-22T08:00:00Z' });
      const unknown = offer(8, { title: 'Von irgendwann' });
      delete unknown.changed;
      const offers = [...changes.offers, latest, unknown];
      const answers = await open(state(1, { ...changes, offers }), TODAY);
      const news = await answers.newest({ query: {}, lock: {} }, 2);
      assert.equal(news.total, 5);
      assert.equal(news.offers.length, 2);
      assert.equal(titles(news.offers)[0], 'Neu');
      const gone = await answers.tombstones('2026-11-10T00:00:00Z');
      assert.deepEqual(
        gone.map(({ slug }) => slug),
        ['offer-5'],
      );
      assert.deepEqual(await answers.tombstones('2026-11-21T00:00:00Z'), []);
    });

    it('give all records, and those that changed, a page at a time', async () => {
      const answers = await open(state(), TODAY);
      const pages = [1, 2, 3].map((page) => answers.records(undefined, page, 2));
      const shown = (await Promise.all(pages)).map(({ total, providers, offers, networks }) => [
        total,
        ...[...providers, ...offers, ...networks].map(({ slug }) => slug),
      ]);
      assert.deepEqual(shown, [
        [6, 'provider-1', 'offer-1'],
        [6, 'offer-2', 'offer-3'],
        [6, 'offer-4', 'network-1'],
      ]);
      const since = await answers.records('2026-11-10T00:00:00Z', 1, 10);
      assert.deepEqual([since.total, since.offers.map(({ slug }) => slug)], [1, ['offer-5']]);
      assert.equal(since.offers[0]?.status, 'retired');
    });

    it('count what a request leaves, with its words and without a page', async () => {
      const answers = await open(state(), TODAY);
      const count = (query: Query, lock: Lock = {}) => answers.count({ query, lock });
      assert.equal(await count({ q: 'deutschkurs' }), 1);
      assert.equal(await count({ q: 'deutschkurs' }, { place: ['hattingen'] }), 0);
      assert.equal(await count({ topic: ['education'] }, { place: ['witten'] }), 2);
      assert.equal(await count({ limit: 1, page: 9 }), 4);
    });

    it('give the first cards inside a lock where not all are wanted', async () => {
      const answers = await open(state(), TODAY);
      assert.deepEqual(titles(await answers.within({}, 'ar', 2)), [
        'Ausflug',
        'Deutschkurs am Vormittag',
      ]);
    });

    it('understand a question, and say what it finds inside the lock', async () => {
      const answers = await open(state(), TODAY);
      const german = await answers.question('курси німецької', 'uk', {});
      assert.ok(german.senses.length > 0);
      assert.ok(german.words.length > 0);
      assert.equal(german.hasOffers, true);
      const outside = await answers.question('deutschkurs', 'de', { place: ['hattingen'] });
      assert.deepEqual([outside.words, outside.hasOffers], [[], false]);
      assert.equal((await answers.question('turnen', undefined, {})).hasOffers, true);
      assert.deepEqual(await answers.question('', 'de', {}), {
        senses: [],
        words: [],
        hasOffers: false,
      });
    });

    it('count offers by combinations of what they are for', async () => {
      const changes = example();
      const everywhere = offer(6, { title: 'Überall', serves: ['county'], topics: ['sport'] });
      const evening = offer(7, {
        title: 'Chor',
        spoken: [{ language: 'de-AT' }],
        checked: { on: '2024-01-01' },
        schedule: { times: [{ dtstart: '2026-09-07T19:00', freq: 'WEEKLY', byday: ['MO'] }] },
      });
      const offers = [...changes.offers, everywhere, evening];
      const answers = await open(state(1, { ...changes, offers }), TODAY);
      const counts = async (axes: CountAxis[], query: Query = {}, lock: Lock = {}) => {
        const all = await answers.crossCounts(axes, { query, lock });
        return (...ids: string[]) => all.get(crossKey(...ids)) ?? 0;
      };
      const both = await counts(['topic', 'place']);
      assert.equal(both(ANY_ID, ANY_ID), 6);
      assert.equal(both('education', 'witten'), 2);
      assert.equal(both('language', 'witten'), 1);
      assert.equal(both('sport', 'hattingen'), 2);
      assert.equal(both('sport', ANY_ID), 3);
      assert.equal(both('education', 'hattingen'), 0);
      const byTown = await counts(['topic', 'town']);
      assert.deepEqual([byTown('sport', 'hattingen'), byTown('sport', 'county')], [2, 0]);
      const inside = await counts(['topic'], { topic: ['education'] }, { place: ['witten'] });
      assert.deepEqual([inside(ANY_ID), inside('sport')], [2, 0]);
      const audience = await counts(['audience']);
      assert.deepEqual([audience('women'), audience(EVERYONE_ID)], [1, 5]);
      const spoken = await counts(['spoken']);
      assert.deepEqual([spoken('de'), spoken('de-at')], [1, 1]);
      const when = await counts(['when']);
      assert.deepEqual([when('mo'), when('mo-morning'), when('mo-evening')], [2, 1, 1]);
      assert.equal((await counts(['when'], { time: ['evening'] }))('mo'), 1);
      const checked = await counts(['checked', 'source']);
      assert.equal(checked('never', 'office'), 5);
      assert.equal(checked('older', 'office'), 1);
      assert.equal((await counts(['everywhere']))(EVERYWHERE_ID), 1);
    });

    it('know a provider by id and slug, gone ones too', async () => {
      const answers = await open(state(), TODAY);
      assert.equal((await answers.provider('provider-1'))?.id, provider(1).id);
      assert.equal((await answers.provider(provider(2).id))?.status, 'retired');
      assert.equal(await answers.provider('provider-77'), undefined);
    });

    it('list providers by name, each with its offers of the day', async () => {
      const changes = example();
      const providers = [...changes.providers, provider(3, { name: 'Ältere e. V.' })];
      const answers = await open(state(1, { ...changes, providers }), TODAY);
      const all = await answers.providers();
      assert.deepEqual(
        all.map(({ provider: { name }, offers }) => [name, offers]),
        [
          ['Ältere e. V.', 0],
          ['Verein 1 e. V.', 4],
        ],
      );
    });

    it('give offers by id, and leave out what is not there', async () => {
      const answers = await open(state(), TODAY);
      const found = await answers.offers([offer(4).id, offer(77).id, offer(1).id]);
      assert.deepEqual(found.map(({ title }) => title).sort(), [
        'Deutschkurs am Vormittag',
        'Turnen',
      ]);
      assert.deepEqual(await answers.offers([]), []);
    });

    it('list what has a page of its own on that day', async () => {
      const answers = await open(state(), TOMORROW);
      const offers = await collect(answers.listed('offer'));
      assert.deepEqual(offers.map(({ slug }) => slug).sort(), ['offer-1', 'offer-3', 'offer-4']);
      assert.equal(offers[0]?.changed, '2026-11-01T08:00:00Z');
      const providers = await collect(answers.listed('provider'));
      assert.deepEqual(
        providers.map(({ slug }) => slug),
        ['provider-1'],
      );
    });

    it('give what searching some cards needs', async () => {
      const answers = await open(state(), TODAY);
      const cards = await answers.within({ place: ['witten'] });
      const some = JSON.stringify(await answers.searchData(cards));
      const all = JSON.stringify(await answers.searchData(await answers.within({})));
      assert.ok(some.length < all.length);
    });

    it('know networks by id and slug, and list those that fit each query', async () => {
      const members = [{ provider: provider(1).id }];
      const networks = [
        network(1, { name: 'Runder Tisch', topics: ['language'], members }),
        network(2, { name: 'Arbeitskreis', places: ['hattingen'] }),
        network(3, { name: 'Bündnis', status: 'retired' }),
      ];
      const answers = await open(state(1, { ...example(), networks }), TODAY);
      assert.equal((await answers.network('network-1'))?.name, 'Runder Tisch');
      assert.equal((await answers.network(network(3).id))?.status, 'retired');
      assert.equal(await answers.network('nothing'), undefined);
      const named = async (...queries: Query[]) =>
        (await answers.networks(...queries)).map((listed) => listed.network.name);
      assert.deepEqual(await named(), ['Arbeitskreis', 'Runder Tisch']);
      assert.deepEqual(await named({ topic: ['education'] }, { place: ['witten'] }), [
        'Runder Tisch',
      ]);
      assert.deepEqual(await named({ place: ['hattingen'] }, { provider: ['provider-1'] }), [
        'Runder Tisch',
      ]);
      const [, table] = await answers.networks();
      assert.deepEqual(table?.members, members);
    });
  });
}
