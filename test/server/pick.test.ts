import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { pick } from '../../server/src/columns/pick.js';

it('a page of an order is what sorting all of it shows there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 50 }), { maxLength: 600 }),
      fc.nat({ max: 700 }),
      fc.integer({ min: 1, max: 100 }),
      (keys, from, limit) => {
        const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b;
        const places = { from, to: from + limit };
        const expected = [...keys.keys()].sort(compare).slice(from, places.to);
        assert.deepEqual(pick(Uint32Array.from(keys.keys()), places, compare), expected);
      },
    ),
    { numRuns: 500 },
  );
});
