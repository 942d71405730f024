import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OffersAnswer, QuestionAnswer } from '@vielfalt/feed';
import { readConcepts } from '@vielfalt/feed/meaning';
import { linesOf, tags } from '../../server/src/languages/languages.js';
import { example, provider } from './example.js';
import { startFeed } from './feed-harness.js';

const LANGUAGES = ['ar', 'bg', 'en', 'fa', 'fr', 'kmr', 'pl', 'ro', 'ru', 'tr', 'uk'];

describe('the languages that search knows', () => {
  it('have a lexicon each', () => {
    assert.deepEqual([...tags].sort(), [...LANGUAGES, 'de'].sort());
    const german = readConcepts(linesOf('de', 'lexicon')).map(([word]) => word);
    assert.ok(german.length >= 1_500, `${german.length} concepts`);
    assert.equal(new Set(german.map((word) => word.toLowerCase())).size, german.length);
    for (const tag of LANGUAGES) {
      const concepts = readConcepts(linesOf(tag, 'lexicon'));
      assert.deepEqual(
        concepts.map(([word]) => word),
        german,
        tag,
      );
      for (const [word, others] of concepts) assert.ok(others.length > 0, `${tag}: ${word}`);
    }
  });
});

describe('a question in another language', () => {
  it('says what it means', async (test) => {
    const feed = await startFeed(test);
    const asked = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`)).json<QuestionAnswer>().senses;
    for (const q of ['almanca kursu', 'курси німецької', 'دورة لغة ألمانية', 'German course']) {
      assert.ok(
        (await asked(q)).some(({ means }) => means.includes('Deutschkurs')),
        q,
      );
    }
    assert.deepEqual(await asked(''), []);
    assert.equal((await feed.get('/v1/question?topic=sport')).status, 400);
  });

  it('says which words it finds, of offers inside the lock alone', async (test) => {
    const feed = await startFeed(test);
    const found = async (q: string, more = {}) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q, ...more })}`)).json<QuestionAnswer>()
        .found;
    // What tells most comes first; a synonym brings its own.
    assert.equal((await found('Deutschkurse'))?.[0], 'deutschkurs');
    assert.deepEqual(await found('Deutschkrus'), ['deutschkurs']);
    assert.ok((await found('курси німецької'))?.includes('deutschkurs'));
    assert.deepEqual(await found('Xylofon'), []);
    assert.ok((await found('Deutschkurse', { 'within.place': 'witten' }))?.includes('deutschkurs'));
    assert.deepEqual(await found('Deutschkrus', { 'within.place': 'hattingen' }), []);
  });

  it('offers filters by what they are called in the asked language', async (test) => {
    const feed = await startFeed(test);
    const choices = async (q: string, more = {}) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q, ...more })}`))
        .json<QuestionAnswer>()
        .choices?.map(({ asked, name, value, label }) => [asked, name, value, label]);
    assert.deepEqual(await choices('for women, today', { lang: 'en' }), [
      ['for women', 'audience', 'women', 'Women'],
      ['today', 'day', 'mo', 'Monday'],
    ]);
    assert.deepEqual(await choices('Kurs  in Witten  am Montag'), [
      ['in Witten', 'place', 'witten', 'Witten'],
      ['am Montag', 'day', 'mo', 'Montag'],
    ]);
    // Nothing is there on Tuesdays, nothing in Witten inside the lock; and Hattingen is locked.
    assert.deepEqual(await choices('am Dienstag'), []);
    assert.deepEqual(await choices('Witten Hattingen', { 'within.place': 'hattingen' }), []);
  });

  it('names what comes near where it finds nothing inside the lock', async (test) => {
    const feed = await startFeed(test);
    const nearest = async (q: string, more = {}) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q, ...more })}`))
        .json<QuestionAnswer>()
        .nearest?.map(({ name, value, label, total }) => [name, value, label, total]);
    assert.equal(await nearest('Deutschkurs'), undefined);
    assert.equal(await nearest(''), undefined);
    // There is one in Witten only; its topic is there in no other form.
    assert.deepEqual(await nearest('Deutschkurs', { 'within.place': 'hattingen' }), [
      ['topic', 'sport', 'Sport', 1],
    ]);
    assert.deepEqual(await nearest('Xylofon', { lang: 'en' }), [
      ['topic', 'sport', 'Sport', 2],
      ['topic', 'language', 'Language', 1],
      ['place', 'witten', 'Witten', 2],
      ['place', 'hattingen', 'Hattingen', 1],
    ]);
    assert.deepEqual(await nearest('Sprachen', { 'within.audience': 'women' }), undefined);
  });

  it('finds what German words would', async (test) => {
    const feed = await startFeed(test);
    const found = async (q: string) =>
      (await feed.get(`/v1/offers?q=${encodeURIComponent(q)}`)).json<OffersAnswer>().total;
    assert.ok((await found('Turnen')) > 0);
    assert.equal(await found('gymnastique'), await found('Gymnastik'));
  });
});

describe("a provider's telephone number", () => {
  it('finds its offers, however it is written', async (test) => {
    const contact = { phone: '030 23125 900' };
    const feed = await startFeed(test, {
      changes: { ...example(), providers: [provider(1, { contact })] },
    });
    const found = async (q: string) => (await feed.offers(`q=${encodeURIComponent(q)}`)).total;
    assert.equal(await found('+49 30 23125900'), (await feed.offers('')).total);
    assert.equal(await found('030 23125 901'), 0);
  });
});
