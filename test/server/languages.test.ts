import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OffersAnswer, QuestionAnswer } from '@vielfalt/feed';
import { readConcepts } from '@vielfalt/feed/meaning';
import { linesOf, tags } from '../../server/src/languages/languages.js';
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

  it('finds what German words would', async (test) => {
    const feed = await startFeed(test);
    const found = async (q: string) =>
      (await feed.get(`/v1/offers?q=${encodeURIComponent(q)}`)).json<OffersAnswer>().total;
    assert.ok((await found('Turnen')) > 0);
    assert.equal(await found('gymnastique'), await found('Gymnastik'));
  });
});
