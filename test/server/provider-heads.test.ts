import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ProviderHead } from '@vielfalt/feed';
import { ProviderHeads } from '../../server/src/columns/provider-heads.js';
import { PackedNames } from '../../server/src/columns/texts.js';

const HEADS: ProviderHead[] = [
  { id: 'p2', slug: 'alte-schule', name: 'Alte Schule' },
  { id: 'p1', slug: 'buecherei', name: 'Bücherei', kind: 'Öffentlich', web: 'https://b.example' },
  // Its id is the slug of the first.
  { id: 'alte-schule', slug: 'chor', name: 'حلقة', logo: 'chor.svg' },
];
const heads = ProviderHeads.of(HEADS);

describe('heads of providers', () => {
  it('come by name, and are found by id and slug, an id before a slug', () => {
    for (const some of [heads, ProviderHeads.unpack(heads.pack())]) {
      assert.equal(some.size, 3);
      assert.deepEqual([...some], HEADS);
      assert.deepEqual([...some.between(1, 2)], [HEADS[1]]);
      assert.deepEqual([...some.between(2, 9)], [HEADS[2]]);
      assert.deepEqual(some.byId('p1'), HEADS[1]);
      assert.equal(some.byId('buecherei'), undefined);
      assert.deepEqual(some.named('buecherei'), HEADS[1]);
      assert.deepEqual(some.named('alte-schule'), HEADS[2]);
      assert.deepEqual(some.idsOf('alte-schule'), ['alte-schule', 'p2']);
      assert.deepEqual(some.idsOf('nobody'), []);
      assert.deepEqual(some.some(['p1', 'nobody', 'p1']), { p1: HEADS[1] });
    }
  });

  it('are named to whoever misspells one', () => {
    assert.deepEqual([...heads.namesLike(['p1', 'chor'])], ['p1', 'chor']);
    assert.ok(heads.namesLike(['buchere']).has('buecherei'));
    assert.ok(!heads.namesLike(['buchere']).has('buchere'));
  });

  it('are none where there is nobody', () => {
    const none = ProviderHeads.of([]);
    assert.deepEqual([...none], []);
    assert.equal(none.named('a'), undefined);
    assert.deepEqual([...none.namesLike(['a'])], []);
  });
});

describe('names as bytes', () => {
  it('are found by their numbers, and numbers by them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.string(), (all, other) => {
        const names = PackedNames.unpack(PackedNames.of(all).pack());
        assert.equal(names.length, all.length);
        for (const [number, name] of all.entries()) {
          assert.equal(names.at(number), name);
          assert.equal(names.numberOf(name), number);
        }
        assert.equal(names.at(all.length), undefined);
        const expected = all.indexOf(other);
        assert.equal(names.numberOf(other), expected < 0 ? undefined : expected);
      }),
    );
  });

  it('stand beside those that begin alike', () => {
    const names = PackedNames.of(['d', 'b', 'a', 'c', 'e']);
    assert.deepEqual(names.around('c', 1), ['b', 'c']);
    assert.deepEqual(names.around('bb', 2), ['a', 'b', 'c', 'd']);
    assert.deepEqual(names.around('z', 2), ['d', 'e']);
  });
});
