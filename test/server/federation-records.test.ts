import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uuid } from '../support/records.js';
import { startCounty, takeFeed } from './federation.js';
import { offer } from './fixture.js';
import {
  json,
  page,
  refused,
  startHere,
  startLiar,
  taken,
  telling,
  theirOffer,
  theirProvider,
  type Told,
} from './lying-feed.js';

describe('a feed that', () => {
  it('has faulty records stops, or loses them alone', async (test) => {
    const told = {
      providers: [theirProvider],
      offers: [
        theirOffer(1),
        theirOffer(2, { title: '' }),
        theirOffer(3, { links: [{ label: 'Hier', url: 'javascript:alert(1)' }] }),
        theirOffer(4, { registration: { web: 'data:text/html,x' } }),
        theirOffer(5, { title: { de: 'Kein Text' } }),
        theirOffer(6, { id: '../../etc/passwd' }),
        theirOffer(7, {
          translations: JSON.parse('{"__proto__":{"by":"person","texts":{}}}') as object,
        }),
        theirOffer(8, { schedule: { times: [{ dtstart: '2026-02-31T10:00' }] } }),
        theirOffer(9, { provider: uuid(999) }),
        theirOffer(10, {
          origin: { directory: 'javascript:alert(1)', id: uuid(1), name: 'X', page: 'x' },
        }),
        theirOffer(11, { fromTomorrow: 'unknown here' }),
      ],
    };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    const said = await refused(store, liar.url);
    assert.match(said, /offers\[1\]\.title|offers\[2\]\.title/);
    const { state, skipped } = await taken(store, liar.url, { skipFaulty: true });
    assert.deepEqual(
      state.offers.filter(({ source }) => source === 'other').map(({ title }) => title),
      ['Fremdes 1', 'Fremdes 11'],
      JSON.stringify(skipped),
    );
    assert.ok(!JSON.stringify(state).includes('javascript:'));
    assert.ok(!JSON.stringify(state).includes('unknown here'));
  });

  it('gives the same record twice is faulty', async (test) => {
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: [theirOffer(1), theirOffer(1)] })),
    );
    assert.match(await refused(await startHere(test), liar.url), /already/);
  });

  it('claims the ids, slugs and sources of one’s own records gets none of them', async (test) => {
    const store = await startHere(test);
    const [ours] = (await store.read())?.offers ?? [];
    const [provider] = (await store.read())?.providers ?? [];
    assert.ok(ours && provider);
    const claim = { ...theirOffer(1), id: ours.id, slug: ours.slug, source: 'office', record: '1' };
    const liar = await startLiar(
      test,
      telling(() => ({
        providers: [{ ...theirProvider, id: provider.id, slug: provider.slug }],
        offers: [{ ...claim, provider: provider.id }],
      })),
    );
    const { state } = await taken(store, liar.url);
    assert.deepEqual(
      state.offers.find(({ source }) => source === 'office'),
      ours,
    );
    assert.deepEqual(
      state.providers.find(({ source }) => source === 'office'),
      provider,
    );
    const theirs = state.offers.find(({ source }) => source === 'other');
    assert.notEqual(theirs?.id, ours.id);
    assert.notEqual(theirs?.slug, ours.slug);
    const theirProviderHere = state.providers.find(({ source }) => source === 'other');
    assert.equal(theirs?.provider, theirProviderHere?.id);
  });

  it('names a provider of one’s own for its offers is faulty', async (test) => {
    const store = await startHere(test);
    const [provider] = (await store.read())?.providers ?? [];
    const liar = await startLiar(
      test,
      telling(() => ({ offers: [theirOffer(1, { provider: provider?.id })] })),
    );
    assert.match(await refused(store, liar.url), /provider of the source office/);
  });

  it('says that it is another directory is not believed', async (test) => {
    const store = await startHere(test);
    const liar = await startLiar(
      test,
      telling(() => ({
        directory: { baseUrl: 'https://north.example' },
        providers: [theirProvider],
        offers: [theirOffer(1)],
      })),
    );
    const { state } = await taken(store, liar.url);
    const theirs = state.offers.find(({ source }) => source === 'other');
    assert.equal(theirs?.origin?.directory, `${liar.url}/`);
  });

  it('buries records of others touches none', async (test) => {
    const north = await startCounty(test, 'Nord', [offer('5', { title: 'Im Norden' })]);
    const store = await startHere(test);
    await takeFeed(store, north.url, 'north');
    const before = await store.read();
    const graves = (before?.offers ?? []).map(({ id, title }) => ({
      ...theirOffer(1),
      ...{ id, title, status: 'retired' },
    }));
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: graves })),
    );
    const { state } = await taken(store, liar.url);
    assert.deepEqual(state.offers, before?.offers);
  });

  it('goes back in its revisions is compared as a whole', async (test) => {
    let told: Told = { providers: [theirProvider], offers: [theirOffer(1), theirOffer(2)] };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    await taken(store, liar.url);
    told = { directory: { revision: 3 }, providers: [theirProvider], offers: [theirOffer(2)] };
    const { sources } = await taken(store, liar.url, { allowRetiring: true });
    assert.equal(sources[0]?.offers?.retired, 1);
    assert.equal((await takeFeed(store, liar.url, 'other')).outcome, 'unchanged');
  });

  it('was restored and has come to the same revision another way is compared as a whole', async (test) => {
    const offers = [theirOffer(1), theirOffer(2)];
    let answer = telling(() => ({ providers: [theirProvider], offers }));
    const liar = await startLiar(test, (request, response) => answer(request, response));
    const store = await startHere(test);
    await taken(store, liar.url);
    const news = theirOffer(3, { changed: '2026-09-02T00:00:00Z' });
    const told = telling(() => ({ providers: [theirProvider], offers: [theirOffer(1), news] }));
    answer = (request, response) => {
      if (request.url?.includes('changed=2026-09-01')) json(response, page({ offers: [news] }));
      else told(request, response);
    };
    const { sources } = await taken(store, liar.url, { allowRetiring: true });
    assert.deepEqual([sources[0]?.offers?.added, sources[0]?.offers?.retired], [1, 1]);
  });

  it('loses most of its offers at once is refused as a file is', async (test) => {
    let told: Told = {
      providers: [theirProvider],
      offers: [1, 2, 3, 4, 5].map((number) => theirOffer(number)),
    };
    const liar = await startLiar(
      test,
      telling(() => told),
    );
    const store = await startHere(test);
    await taken(store, liar.url);
    told = { ...told, offers: [theirOffer(1)] };
    const outcome = await takeFeed(store, liar.url, 'other', { comparesAll: true });
    assert.ok(outcome.outcome === 'imported');
    assert.equal(outcome.imported.outcome, 'refused');
  });

  it('is read to the end of time', async (test) => {
    const late = theirOffer(1, {
      changed: '9999-12-31T23:59:59Z',
      schedule: {
        validTo: '9999-12-31',
        times: [{ dtstart: '9999-12-31T23:00', dtend: '9999-12-31T23:30', freq: 'WEEKLY' }],
      },
      checked: { on: '9999-12-31' },
    });
    const liar = await startLiar(
      test,
      telling(() => ({ providers: [theirProvider], offers: [late] })),
    );
    const state = await startCounty(test, 'Land');
    await takeFeed(state.store, liar.url, 'other');
    await state.refresh();
    assert.equal((await takeFeed(state.store, liar.url, 'other')).outcome, 'unchanged');
    for (const path of [
      '/v1/offers',
      '/offers/fremd-1',
      '/v1/offers.ics',
      '/v1/offers.jsonld',
      '/v1/records',
    ]) {
      assert.equal((await fetch(state.url + path)).status, 200, path);
    }
  });

  it('has a vocabulary of traps adds nothing of them', async (test) => {
    const label = { de: 'Wort' };
    const vocabulary = JSON.parse(
      JSON.stringify({
        topic: [
          { id: '__proto__', label },
          { id: 'constructor', label },
          { id: 'round', label, parent: 'about' },
          { id: 'about', label, parent: 'round' },
          { id: 'self', label, parent: 'self' },
          { id: 'swapped', label, replacedBy: 'swapped' },
          { id: 'silent', label: {} },
          { id: 'tongue', label: { 'x--y': 'Wort' } },
          { id: 'language', label: { de: 'Gekapert' } },
        ],
        place: [
          { id: 'witten', label: { de: 'Gekapert' } },
          { id: 'far', label, parent: 'gone' },
        ],
        kind: 'none',
      }),
    ) as object;
    const topics = ['constructor', 'round', 'self', 'language'];
    const liar = await startLiar(
      test,
      telling(
        () => ({
          providers: [theirProvider],
          offers: [
            theirOffer(1, { topics, locations: [{ town: 'witten' }, { town: 'far' }] }),
            theirOffer(2, { topics: ['__proto__'] }),
            theirOffer(3, { topics: ['swapped'] }),
            theirOffer(4, { topics: ['silent'] }),
            theirOffer(5, { topics: ['tongue'] }),
          ],
        }),
        vocabulary,
      ),
    );
    const { state } = await taken(await startHere(test), liar.url, { skipFaulty: true });
    const theirs = state.offers.filter(({ source }) => source === 'other');
    assert.deepEqual(
      theirs.map(({ title }) => title),
      ['Fremdes 1'],
    );
    const labels = (list: 'topic' | 'place') =>
      state.vocabulary[list].map(({ id, label: { de }, parent }) => [id, de, parent]);
    assert.deepEqual(labels('topic'), [
      ['language', 'Sprache', undefined],
      ['counselling', 'Beratung', undefined],
      ['constructor', 'Wort', undefined],
      ['about', 'Wort', undefined],
      ['round', 'Wort', 'about'],
      ['self', 'Wort', undefined],
    ]);
    assert.deepEqual(labels('place').slice(1), [
      ['witten', 'Witten', 'county'],
      ['hattingen', 'Hattingen', 'county'],
      ['far', 'Wort', 'county'],
    ]);
  });
});
