import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PlaceList, Tally, placeOf } from '@vielfalt/feed/search';
import { PackedPlaces, bytesOfPlaces, codesIn } from '../../server/src/editions/packed-places.js';

/** Places of a word: of documents that lie close together, far apart, and further than one number says. */
const anyPlaces = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(1_023, 1_024, 1_025, 16_384, 1_047_551, 1_048_576, 3_000_000),
      ),
      fc.integer({ min: 1, max: 63 }),
    ),
    { maxLength: 12 },
  )
  .map((steps) => {
    let document = -1;
    return steps.map(([later, impact]) => placeOf((document += later), impact));
  });

const packed = (places: readonly number[]) => codesIn(bytesOfPlaces(places));

describe('packed places', () => {
  it('are what was packed, wherever they lie among others', () => {
    fc.assert(
      fc.property(anyPlaces, anyPlaces, (places, others) => {
        assert.deepEqual([...new PackedPlaces(packed(places)).list()], places);
        const both = Uint16Array.of(...packed(others), ...packed(places));
        const own = new PackedPlaces(both, packed(others).length, both.length);
        assert.deepEqual([...own.list()], places);
      }),
    );
  });

  it('take two bytes each where they lie close together', () => {
    const places = Array.from({ length: 1_000 }, (_, at) => placeOf(at * 700, 9));
    assert.equal(bytesOfPlaces(places).length, 2_000);
  });

  it('may begin at an odd address', () => {
    const bytes = bytesOfPlaces([placeOf(5, 7)]);
    const moved = new Uint8Array([0, ...bytes]).subarray(1);
    assert.deepEqual([...new PackedPlaces(codesIn(moved)).list()], [placeOf(5, 7)]);
  });

  it('are looked through up to the first that fits', () => {
    const places = new PackedPlaces(packed([3, 2_000, 2_001].map((each) => placeOf(each, 1))));
    assert.equal(
      places.some((document) => document === 2_000),
      true,
    );
    assert.deepEqual([...places.list()], [placeOf(2_000, 1), placeOf(2_001, 1)]);
    assert.equal(
      places.some((document) => document === 3),
      false,
    );
  });

  it('raise documents as a list of them does', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const worthIn = (reader: PlaceList | PackedPlaces) => {
          const tally = new Tally(200_000);
          const clause = { hits: new Map([[0, 0.65]]), joins: [] };
          for (const _ of tally.add(clause, 3, () => reader));
          return tally.take(Number.MIN_VALUE);
        };
        const near = places.filter((place) => place < placeOf(200_000, 0));
        assert.deepEqual(worthIn(new PackedPlaces(packed(near))), worthIn(new PlaceList(near)));
      }),
    );
  });
});
