import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GoodPractice, OfferAnswer } from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

const practice: GoodPractice = {
  reason: 'Die Nachbarschaft kocht mit.',
  needs: { people: 'Zwei Honorarkräfte', rooms: 'Eine Küche' },
  since: '2023-09-01',
  results: 'Zwölf Praktika, aber keine Lehrstelle.',
  ask: { name: 'Kim Muster', role: 'Fachdienst', phone: '030 23125 118' },
};

const changes = {
  ...example(),
  offers: [
    offer(1, {
      title: 'Kochgruppe',
      practice,
      translations: {
        en: {
          by: 'person',
          texts: {
            practiceReason: 'Neighbours join in.',
            practiceResults: 'A xylophone was built.',
          },
        },
      },
    }),
    offer(2, { title: 'Praktika', description: 'Praktika und Lehrstellen.' }),
    offer(3),
  ],
};

describe('an offer that is good practice', () => {
  test('says so and why in lists, and all of it by itself; nobody who is not public', async (context) => {
    const feed = await startFeed(context, { changes });
    const { offers } = await feed.offers('q=kochgruppe&lang=en');
    assert.deepEqual(
      offers.map((card) => [card.practice, card.translation?.texts]),
      [[{ reason: practice.reason }, { practiceReason: 'Neighbours join in.' }]],
    );
    const { json } = await feed.get(`/v1/offers/${offers[0]?.id}`);
    const { offer: whole } = json<OfferAnswer>();
    const { name: _, ...ask } = practice.ask ?? {};
    assert.deepEqual(whole.practice, { ...practice, ask });
    assert.equal(whole.translations?.['en']?.texts.practiceResults, 'A xylophone was built.');
  });

  test('is found by its reason and its results, in both languages, behind others', async (context) => {
    const feed = await startFeed(context, { changes });
    const titles = async (q: string, lang = 'de') =>
      (await feed.offers(`q=${encodeURIComponent(q)}&lang=${lang}`)).offers.map(
        ({ title }) => title,
      );
    assert.deepEqual(await titles('Nachbarschaft'), ['Kochgruppe']);
    assert.deepEqual(await titles('Praktika'), ['Praktika', 'Kochgruppe']);
    assert.deepEqual(await titles('xylophone', 'en'), ['Kochgruppe']);
    assert.deepEqual(await titles('Honorarkräfte'), []);
    assert.deepEqual(await titles('Muster'), []);
  });
});
