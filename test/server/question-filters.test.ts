import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { OffersAnswer, QuestionAnswer } from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

const weekly = (dtstart: string, byday: string) => ({
  times: [{ dtstart, freq: 'WEEKLY' as const, byday: [byday] }],
});

/** Two swimming courses whose texts are the same: one has what a question names, one has not. */
async function two(test: TestContext, has: Parameters<typeof offer>[1]) {
  const { vocabulary, ...rest } = example();
  const place = vocabulary.place.map((each) =>
    each.id === 'witten' ? { ...each, synonyms: { uk: ['Віттен'], ar: ['فيتن'] } } : each,
  );
  const feed = await startFeed(test, {
    changes: {
      ...rest,
      vocabulary: { ...vocabulary, place },
      offers: [
        offer(1, { title: 'Schwimmen am Anfang' }),
        offer(2, { title: 'Schwimmen im Bad', ...has }),
      ],
    },
  });
  return {
    found: async (q: string) =>
      (await feed.get(`/v1/offers?${new URLSearchParams({ q })}`))
        .json<OffersAnswer>()
        .offers.map(({ title }) => title),
    meant: async (q: string) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q })}`)).json<QuestionAnswer>().senses,
  };
}

describe('a question that names a filter puts first what the filter would show', () => {
  const facts: [string, Parameters<typeof offer>[1], string[]][] = [
    [
      'childcare',
      { childcare: true },
      ['Schwimmen mit Kinderbetreuung', 'swimming with childcare'],
    ],
    [
      'interpreters',
      { interpretation: true },
      ['Schwimmen mit Dolmetscher', 'плавання з перекладачем', 'سباحة مع مترجم'],
    ],
    [
      'good practice',
      { practice: { reason: 'Alle kommen.' } },
      ['gute Beispiele Schwimmen', 'İyi örnek yüzme', 'best practice swimming'],
    ],
    ['no cost', { cost: { free: true } }, ['Schwimmen kostenlos', 'плавання безкоштовно']],
    ['online', { online: true }, ['Schwimmen online', 'çevrimiçi yüzme']],
    ['women alone', { only: 'women' }, ['nur Frauen, Schwimmen', 'للنساء فقط سباحة']],
    [
      'a day of the week',
      { schedule: weekly('2026-11-28T10:00', 'SA') },
      ['Schwimmen am Samstag', 'плавання у суботу', 'samstags schwimmen'],
    ],
    [
      'a place, in any script',
      { locations: [{ town: 'witten' }] },
      ['Schwimmen in Witten', 'плавання Віттен', 'سباحة فيتن'],
    ],
  ];
  for (const [what, has, questions] of facts) {
    it(what, async (test) => {
      const { found } = await two(test, has);
      for (const q of questions) {
        assert.deepEqual(await found(q), ['Schwimmen im Bad', 'Schwimmen am Anfang'], q);
      }
    });
  }

  it('and finds what is in a place by a name that no text has', async (test) => {
    const { found } = await two(test, { locations: [{ town: 'witten' }] });
    assert.deepEqual(await found('Віттен'), ['Schwimmen im Bad']);
  });

  it('but not by an English word that means something else', async (test) => {
    const { found } = await two(test, { practice: { reason: 'Alle kommen.' } });
    assert.deepEqual(await found('swimming practice'), ['Schwimmen am Anfang', 'Schwimmen im Bad']);
  });

  it('but leaves phrases what they are, and shows nobody the names of filters', async (test) => {
    const { meant } = await two(test, {});
    const [phrase] = await meant('سباحة للنساء فقط');
    assert.ok(phrase?.means.includes('Frauenschwimmen'));
    for (const { language, means } of await meant('плавання безкоштовно')) {
      if (means[0] === 'free') assert.equal(language, 'de-x-own');
    }
  });
});
