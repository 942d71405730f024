import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
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

  test('is a filter, a lock, a count and a word on every page', async (context) => {
    const feed = await startFeed(context, { changes });
    const titles = async (query: string) =>
      (await feed.offers(query)).offers.map(({ title }) => title);
    assert.deepEqual(await titles('practice=yes'), ['Kochgruppe']);
    assert.deepEqual(await titles('within.practice=yes&q=Praktika'), ['Kochgruppe']);
    const { facets } = await feed.offers('');
    assert.deepEqual(facets.practice, [{ value: 'yes', count: 1 }]);
    const described = (await feed.get('/v1/openapi.json')).body.toString();
    for (const name of ['practice', 'within.practice']) {
      assert.match(described, new RegExp(`"name":"${name}"`));
    }
    const counted = (await feed.get('/insight?practice=yes')).body.toString();
    assert.match(counted, /name="practice" value="yes" checked/);
    for (const [lang, word] of Object.entries({ de: 'gutes Beispiel', ar: 'تجربة ناجحة' })) {
      for (const page of ['/?', '/?practice=yes&', '/insight?practice=yes&']) {
        const { body } = await feed.get(`${page}lang=${lang}`);
        assert.ok(body.toString().includes(word), page + lang);
      }
    }
  });

  test('says why in the table, in the language that is asked for', async (context) => {
    const feed = await startFeed(context, { changes });
    for (const [lang, header, reason] of [
      ['de', 'Gutes Beispiel, weil', 'Die Nachbarschaft kocht mit.'],
      ['en', 'Good practice because', 'Neighbours join in.'],
    ]) {
      const { body } = await feed.get(`/v1/offers.csv?lang=${lang}`);
      const rows = parse<Record<string, string>>(body, {
        bom: true,
        delimiter: ';',
        columns: true,
      });
      assert.deepEqual(
        rows.map((row) => row[header ?? '']),
        ['', reason, ''],
      );
    }
  });
});
