import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PlaceList, Tally, placeOf, type Clause } from '@vielfalt/feed/search';
import { worthOf as plainWorth } from '../../feed/src/search/clause.js';

/** More than a block of documents. */
const SIZE = 40_000;
const WORDS = 6;

/** For each word: documents and their impacts, some of them in the same document as another's. */
const anyPlaces = fc
  .array(
    fc.dictionary(
      fc.constantFrom('0', '1', '2', '16383', '16384', '20000', '32768', '39999'),
      fc.integer({ min: 1, max: 63 }),
    ),
    { minLength: WORDS, maxLength: WORDS },
  )
  .map((words) =>
    words.map((word) => Object.entries(word).map(([at, impact]) => [Number(at), impact] as const)),
  );

const weight = fc.constantFrom(0.21, 0.4, 0.5, 0.65, 0.9, 1, 7.3);

const hits = fc
  .uniqueArray(fc.integer({ min: 0, max: WORDS - 1 }), { maxLength: 3 })
  .chain((words) => fc.tuple(...words.map((word) => weight.map((each) => [word, each] as const))))
  .map((pairs) => new Map(pairs));

const { clause: anyClause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.record({
    hits,
    joins: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Clause['joins']>([]),
      fc.array(
        fc
          .tuple(fc.array(fc.tuple(tie('clause'), weight), { minLength: 1, maxLength: 3 }), weight)
          .chain(([of, all]) =>
            fc.boolean().map((isWhole) => ({
              of: of.map(([each]) => each),
              shares: of.map(([, share]) => share),
              isWhole,
              weight: all,
            })),
          ),
        { maxLength: 2 },
      ),
    ),
  }),
}));

type Places = readonly (readonly (readonly [document: number, impact: number])[])[];

/** What a clause is worth in a document, worked out plainly. */
function worthOf({ hits: words, joins }: Clause, document: number, places: Places): number {
  let best = 0;
  for (const [word, quality] of words) {
    const [, impact = 0] = places[word]?.find(([at]) => at === document) ?? [];
    best = Math.max(best, (quality * impact) / 63);
  }
  for (const { of, shares, isWhole, weight: all } of joins) {
    const worths = of.map((each) => worthOf(each, document, places));
    if (isWhole && worths.includes(0)) continue;
    const sum = worths.reduce((before, worth, at) => before + worth * (shares[at] ?? 0), 0);
    best = Math.max(best, sum * all);
  }
  return best;
}

test('documents are worth what working it out one by one says, to the last bit', () => {
  let found = 0;
  fc.assert(
    fc.property(
      anyPlaces,
      fc.array(fc.tuple(anyClause, weight), { minLength: 1, maxLength: 3 }),
      weight,
      (places, concepts, least) => {
        const tally = new Tally(SIZE);
        const listOf = (word: number) =>
          (places[word] ?? []).map(([at, impact]) => placeOf(at, impact));
        for (const [clause, rarity] of concepts) {
          for (const _ of tally.add(clause, rarity, (word) => new PlaceList(listOf(word))));
        }
        const taken = tally.take(least);
        const [clause] = concepts[0] ?? [];
        const ids = Array.from({ length: SIZE }, (_, at) => at);
        const plain = clause ? plainWorth(clause, { ids, places: listOf }) : [];
        const documents = [...new Set(places.flat().map(([at]) => at))].sort((a, b) => a - b);
        const expected = documents
          .map((document) => {
            let sum = 0;
            for (const [clause, rarity] of concepts) {
              sum += worthOf(clause, document, places) * rarity;
            }
            return [document, sum] as const;
          })
          .filter(([, sum]) => sum >= least);
        assert.deepEqual(
          [...taken.documents].map((document, at) => [document, taken.values[at]]),
          expected,
        );
        for (const document of clause ? documents : []) {
          assert.equal(plain[document], clause && worthOf(clause, document, places));
        }
        assert.deepEqual(tally.take(least).documents.length, 0, 'what was taken is forgotten');
        found += expected.length;
      },
    ),
    { numRuns: 100 },
  );
  assert.ok(found > 100, `only ${found} documents were found`);
});
