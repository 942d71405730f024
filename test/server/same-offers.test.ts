import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { LEVELS, printQuery, SORTS, type Query } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { demoFeed } from './demo-feed.js';
import { offersOn, visit } from './page-harness.js';

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const some = <Value>(values: Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const WORDS = ['deutsch', 'hausafgaben', 'sport frauen', 'beratung', 'kinder witten', 'xyzzy'];

/** What people ask the demo directory: few things at once, or nothing would be found. */
const anyQuestion: fc.Arbitrary<Query> = fc
  .tuple(
    fc.record({
      q: fc.constantFrom(...WORDS),
      topic: some(ids(defaultVocabulary.topic)),
      audience: some(ids(defaultVocabulary.audience)),
      kind: some(ids(defaultVocabulary.kind)),
      place: some(ids(defaultVocabulary.place)),
      at: some(ids(defaultVocabulary.place)),
      spoken: some(['de', 'ar', 'uk', 'tr', 'fa']),
      level: fc.constantFrom(...LEVELS),
      age: fc.integer({ min: 0, max: 90 }),
      free: fc.constant(true as const),
      stepfree: fc.constant(true as const),
      day: some(['mo' as const, 'we' as const, 'sa' as const]),
      time: some(['morning', 'evening', '09:00-12:30']),
      near: fc.constant({ lat: 51.44, lng: 7.34 }),
      sort: fc.constantFrom(...SORTS),
      limit: fc.constantFrom(5, 50, 100),
      page: fc.constantFrom(2, 3),
      lang: fc.constantFrom('de', 'en', 'ar'),
    }),
    fc.uniqueArray(
      fc.constantFrom(
        ...['q', 'topic', 'audience', 'kind', 'place', 'at', 'spoken', 'level', 'age', 'free'],
        ...['stepfree', 'day', 'time', 'near', 'sort', 'limit', 'page', 'lang'],
      ),
      { maxLength: 4 },
    ),
  )
  .map(
    ([all, names]) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) as Query,
  );

it('300 questions have the same offers in the same order as page and as JSON', async () => {
  const feed = await demoFeed();
  let found = 0;
  await fc.assert(
    fc.asyncProperty(anyQuestion, async (query) => {
      const text = printQuery(query);
      const { offers } = await feed.offers(text);
      const page = await visit(feed, `/?${text}`);
      assert.equal(page.status, 200);
      assert.deepEqual(
        offersOn(page),
        offers.map(({ slug }) => slug),
      );
      found += offers.length;
    }),
    { numRuns: 300 },
  );
  assert.ok(found > 1_000, `only ${found} offers were compared`);
});
