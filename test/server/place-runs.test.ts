import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIndex, type FieldName, type SearchField } from '@vielfalt/feed/search';
import { PlaceRuns } from '../../server/src/editions/place-runs.js';
import { Slices } from '../../server/src/slices.js';

const WORDS = 'Chor Garten Nähkurs Sprache Werkstatt Yoga Deutsch Ämter Straße Café'.split(' ');
const FIELDS: FieldName[] = ['title', 'summary', 'text', 'topic', 'place'];

/** Documents whose texts are of other words and lengths each, some of them in several. */
function documentsOf(count: number): SearchField[][] {
  return Array.from({ length: count }, (_, number) =>
    FIELDS.slice(number % 3).map((field, at) => {
      const word = (step: number) => WORDS[(number * 7 + at * 3 + step * step) % WORDS.length];
      const length = 1 + ((number * 5 + at) % 9);
      return { field, text: Array.from({ length }, (__, step) => word(step)).join(' ') };
    }),
  );
}

/** What comes of runs of which so much is in memory at once. */
async function mergedOf(fields: SearchField[][], atOnce: { documents: number; places: number }) {
  const runs = new PlaceRuns(atOnce);
  try {
    for (const each of fields) runs.add(each);
    const shares: number[] = [];
    const words = await runs.place(new Slices(), (share) => void shares.push(share));
    const pieces = [...runs.merged()];
    return {
      ...{ words, shares, counts: [...runs.counts], usual: runs.usual },
      places: pieces.flatMap(({ places }) => places.map((each) => [...each])),
      firsts: pieces.map(({ first }) => first),
    };
  } finally {
    runs.close();
  }
}

describe('the places of words, placed run by run', () => {
  const fields = documentsOf(100);
  const whole = createIndex(fields.map((each, number) => ({ id: String(number), fields: each })));

  for (const documents of [1, 7, 50, 100, 1_000]) {
    it(`are those of the index made at once: ${documents} documents at a time`, async () => {
      const merged = await mergedOf(fields, { documents, places: 30 });
      assert.deepEqual(merged.words, whole.words);
      assert.deepEqual(merged.counts, [...whole.counts]);
      assert.deepEqual(
        merged.places,
        whole.words.map((_, word) => [...whole.places(word)]),
      );
      assert.ok(merged.firsts.length > 1);
      assert.equal(merged.shares.at(-1), 1);
    });
  }

  it('are none of no documents', async () => {
    const merged = await mergedOf([], { documents: 7, places: 30 });
    assert.deepEqual([merged.words, merged.counts, merged.places], [[], [], []]);
  });
});
