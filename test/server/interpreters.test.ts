import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OffersAnswer } from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

it('where interpreters can be had is a filter, a lock, a count and a word on every page', async (test) => {
  const feed = await startFeed(test, {
    changes: {
      ...example(),
      offers: [
        offer(1, { title: 'Beratung', interpretation: true }),
        offer(2, { title: 'Kurs', interpretation: false }),
        offer(3, { title: 'Treff' }),
      ],
    },
  });
  const titles = async (query: string) =>
    (await feed.get(`/v1/offers?${query}`)).json<OffersAnswer>().offers.map(({ title }) => title);
  assert.deepEqual(await titles('interpreters=yes'), ['Beratung']);
  assert.deepEqual(await titles('within.interpreters=yes&q=Kurs'), []);

  const { facets } = (await feed.get('/v1/offers')).json<OffersAnswer>();
  assert.deepEqual(facets.interpreters, [{ value: 'yes', count: 1 }]);

  const described = (await feed.get('/v1/openapi.json')).body.toString();
  for (const name of ['interpreters', 'within.interpreters']) {
    assert.match(described, new RegExp(`"name":"${name}"`));
  }

  const counted = (await feed.get('/insight?interpreters=yes')).body.toString();
  assert.match(counted, /name="interpreters" value="yes" checked/);
  assert.match(counted, /<strong>[^<]*mit Dolmetschern/);

  const words = {
    de: 'mit Dolmetschern',
    en: 'with interpreters',
    ar: 'مع مترجمين شفويين',
  };
  for (const [lang, word] of Object.entries(words)) {
    for (const page of ['/?', '/?interpreters=yes&', '/insight?interpreters=yes&']) {
      assert.ok(
        (await feed.get(`${page}lang=${lang}`)).body.toString().includes(word),
        page + lang,
      );
    }
  }
});
