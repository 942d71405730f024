import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OfferAnswer, SetAnswer } from '@vielfalt/feed';
import { stem } from '@vielfalt/feed/search';
import { startFeed } from './feed-harness.js';
import { example, MONDAY_NOON, offer } from './example.js';

const titles = (answer: { offers: { title: string }[] }) => answer.offers.map(({ title }) => title);
const at = (instant: string) => Date.parse(instant);

describe('offers in the feed', () => {
  it('are those that are shown now, by title, with what they refer to', async (test) => {
    const feed = await startFeed(test);
    const answer = await feed.offers('sort=title');
    const expected = ['Ausflug', 'Deutschkurs am Vormittag', 'Schutzwohnung', 'Turnen'];
    assert.deepEqual(titles(answer), expected);
    assert.equal(answer.total, 4);
    assert.deepEqual(
      Object.values(answer.providers).map(({ name }) => name),
      ['Verein 1 e. V.'],
    );
    assert.equal(answer.terms.topic['language']?.label, 'Sprache');
    assert.equal(answer.terms.topic['language']?.words, undefined);
  });

  it('come with labels and translations in the language asked for', async (test) => {
    const feed = await startFeed(test);
    const answer = await feed.offers('lang=ar&topic=language');
    assert.equal(answer.terms.topic['language']?.label, 'لغة');
    assert.equal(answer.offers[0]?.translation?.texts.title, 'دورة اللغة الألمانية صباحًا');
    assert.equal(answer.offers[0]?.title, 'Deutschkurs am Vormittag');
  });

  it('never carry an address on request or a name that is not public', async (test) => {
    const feed = await startFeed(test);
    const paths = ['/v1/offers', '/v1/offers/set', '/v1/offers/offer-3', '/v1/providers', '/'];
    for (const path of paths) {
      const { status, body } = await feed.get(path);
      assert.equal(status, 200, path);
      // Search has words without their capitals and endings.
      assert.doesNotMatch(body.toString(), /geheim|verborg|58452|51\.4321|ungenannt/i, path);
    }
    assert.deepEqual(titles(await feed.offers('near=51.4321,7.3321&km=2')), [
      'Deutschkurs am Vormittag',
    ]);
  });

  it('stay inside a lock, whatever a visitor adds', async (test) => {
    const feed = await startFeed(test);
    assert.deepEqual(titles(await feed.offers('within.topic=language&topic=sport')), []);
    assert.deepEqual(titles(await feed.offers('within.topic=education')), [
      'Deutschkurs am Vormittag',
      'Schutzwohnung',
    ]);
    const outside = await feed.get('/v1/offers/offer-2?within.topic=education');
    assert.equal(outside.status, 404);
    assert.equal((await feed.get('/v1/offers?within.topic=educatoin')).status, 400);
  });

  it('are all in the set inside a lock, with what search needs', async (test) => {
    const feed = await startFeed(test);
    const { links } = await feed.offers('within.topic=education&limit=1');
    assert.equal(links.set, '/v1/offers/set?within.topic=education');
    const set = (await feed.get(links.set)).json<SetAnswer>();
    assert.deepEqual(titles(set), ['Deutschkurs am Vormittag', 'Schutzwohnung']);
    assert.ok(set.search.words.includes('deutschkur'));
    assert.equal(set.terms.topic['language']?.words, undefined);
  });

  it('are found by all words of a long description, of which cards have the beginning', async (test) => {
    const long = (word: string) => `${'Lorem ipsum '.repeat(60)} ${word}`;
    const translation = {
      by: 'person' as const,
      texts: { title: 'Ride', description: long('bicycle') },
    };
    const ride = offer(1, {
      description: long('Fahrradwerkstatt'),
      translations: { en: translation },
    });
    const feed = await startFeed(test, { changes: { ...example(), offers: [ride, offer(2)] } });
    assert.deepEqual(titles(await feed.offers('q=Fahrradwerkstatt')), [ride.title]);
    assert.deepEqual(titles(await feed.offers('q=bicycle&lang=en')), [ride.title]);
    const { body } = await feed.get('/v1/offers/set?lang=en');
    assert.doesNotMatch(body.toString(), /Fahrradwerkstatt/);
    const { offers, search } = JSON.parse(body.toString()) as SetAnswer;
    const words = search.words.split(' ');
    for (const word of ['fahrradwerkstatt', 'bicycle']) {
      const [place = NaN, ...more] = search.places[words.indexOf(stem(word))] ?? [];
      assert.equal(offers[Math.floor(place / 64)]?.title, ride.title, word);
      assert.deepEqual(more, [], word);
    }
  });

  it('offer no set where a browser would have too much to search', async (test) => {
    const feed = await startFeed(test);
    const current = await feed.store.read();
    await feed.publish({ directory: { ...current!.directory, localLimit: 1 } });
    assert.equal((await feed.offers('')).links.set, undefined);
    assert.equal((await feed.get('/v1/offers/set')).status, 404);
  });

  it('keep the terms of old addresses working', async (test) => {
    const feed = await startFeed(test);
    assert.deepEqual(titles(await feed.offers('topic=gymnastics')), ['Ausflug', 'Turnen']);
  });

  it('are found by id and by slug, and told to have gone when they have', async (test) => {
    const feed = await startFeed(test);
    const bySlug = (await feed.get('/v1/offers/offer-1')).json<OfferAnswer>();
    assert.equal(bySlug.offer.title, 'Deutschkurs am Vormittag');
    const byId = (await feed.get(`/v1/offers/${bySlug.offer.id}`)).json<OfferAnswer>();
    assert.deepEqual(byId, bySlug);
    assert.equal((await feed.get('/v1/offers/unknown')).status, 404);
    const gone = await feed.get('/v1/offers/offer-5');
    assert.equal(gone.status, 410);
    assert.match(gone.body.toString(), /Verein 1/);
    assert.equal((await feed.get('/v1/providers/provider-2')).status, 410);
  });

  it('that changed can be asked for, those that have gone included', async (test) => {
    const feed = await startFeed(test);
    await feed.publish({ offers: [offer(6, { changed: '2026-11-22T08:00:00Z', title: 'Neu' })] });
    const answer = await feed.offers('changed=2026-11-15T00:00:00Z');
    assert.deepEqual(titles(answer), ['Neu']);
    assert.deepEqual(
      answer.tombstones?.map(({ slug }) => slug),
      ['offer-5'],
    );
  });
});

describe('the passing of time', () => {
  it('ends an offer at local midnight and changes the validator', async (test) => {
    const feed = await startFeed(test);
    feed.setClock(at('2026-11-23T22:59:59Z'));
    const before = await feed.get('/v1/offers');
    feed.setClock(at('2026-11-23T23:00:01Z'));
    const after = await feed.get('/v1/offers');
    assert.match(before.body.toString(), /Ausflug/);
    assert.doesNotMatch(after.body.toString(), /Ausflug/);
    assert.notEqual(after.headers.etag, before.headers.etag);
    assert.equal((await feed.get('/v1/offers/offer-2')).status, 410);
  });

  it('follows the zone through both changes of summer time', async (test) => {
    const feed = await startFeed(test);
    const dateAt = async (instant: string) => {
      feed.setClock(at(instant));
      return (await feed.offers('')).directory.date;
    };
    assert.equal(await dateAt('2027-03-27T22:59:59Z'), '2027-03-27');
    assert.equal(await dateAt('2027-03-27T23:00:00Z'), '2027-03-28');
    assert.equal(await dateAt('2027-03-28T21:59:59Z'), '2027-03-28');
    assert.equal(await dateAt('2027-03-28T22:00:00Z'), '2027-03-29');
    assert.equal(await dateAt('2027-10-30T22:00:00Z'), '2027-10-31');
    assert.equal(await dateAt('2027-10-31T22:59:59Z'), '2027-10-31');
    assert.equal(await dateAt('2027-10-31T23:00:00Z'), '2027-11-01');
  });

  it('lets no cache keep an answer past local midnight', async (test) => {
    const feed = await startFeed(test);
    const lifetimes = async (instant: string) => {
      feed.setClock(at(instant));
      const { headers } = await feed.get('/v1/offers');
      const text = String(headers['cache-control']);
      const seconds = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(text)?.[1]);
      return {
        browser: seconds('max-age') + seconds('stale-while-revalidate'),
        shared: seconds('s-maxage') + seconds('stale-while-revalidate'),
        whileDown: seconds('s-maxage') + seconds('stale-if-error'),
      };
    };
    const noon = await lifetimes('2026-11-23T11:00:00Z');
    assert.deepEqual(noon, { browser: 660, shared: 900, whileDown: 43_200 });
    const late = await lifetimes('2026-11-23T22:59:30Z');
    assert.deepEqual(late, { browser: 30, shared: 30, whileDown: 30 });
  });

  it('changes nothing while neither day nor directory change', async (test) => {
    const feed = await startFeed(test);
    const before = await feed.get('/v1/offers');
    feed.setClock(MONDAY_NOON + 3_600_000);
    await feed.refresh();
    assert.equal((await feed.get('/v1/offers')).headers.etag, before.headers.etag);
  });

  it('shows a new revision as soon as it is published', async (test) => {
    const feed = await startFeed(test);
    const before = await feed.get('/v1/offers');
    await feed.publish({ offers: [offer(7, { title: 'Neues Angebot' })] });
    const after = await feed.get('/v1/offers');
    assert.match(after.body.toString(), /Neues Angebot/);
    assert.notEqual(after.headers.etag, before.headers.etag);
  });
});
