import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addBit, noBits, ordinalsOf } from '../../server/src/columns/bits.js';
import { NumberLists } from '../../server/src/columns/lists.js';
import { Move } from '../../server/src/columns/move.js';
import { atOnce } from '../../server/src/slices.js';

/** Offers of which some go, and before some of which others come; each that stays has a number of its own. */
const changes = fc.array(
  fc.record({
    length: fc.integer({ min: 0, max: 70 }),
    gone: fc.integer({ min: 0, max: 3 }),
    added: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 12 },
);

test('whatever goes and comes, bits, numbers and lists stay with their offers', () => {
  fc.assert(
    fc.property(changes, (runs) => {
      const ordinals: number[] = [];
      let size = 0;
      for (const { length, gone, added } of runs) {
        size += added;
        for (let at = 0; at < length; at += 1) ordinals.push(size++);
        for (let at = 0; at < gone; at += 1) ordinals.push(-1);
      }
      const move = new Move(Int32Array.from(ordinals), size);
      const kept = ordinals.flatMap((to, from) => (to < 0 ? [] : [{ from, to }]));
      assert.deepEqual(
        ordinals.map((_, from) => move.of(from) ?? -1),
        ordinals,
      );

      const bits = noBits(ordinals.length);
      const isIn = (from: number) => from % 3 !== 1;
      ordinals.forEach((_, from) => isIn(from) && addBit(bits, from));
      assert.deepEqual(
        [...ordinalsOf(move.bits(bits))],
        kept.filter(({ from }) => isIn(from)).map(({ to }) => to),
      );

      const numbers = new Uint32Array(size);
      move.numbers(
        Uint32Array.from(ordinals, (_, from) => from + 1),
        numbers,
      );
      for (const { from, to } of kept) assert.equal(numbers[to], from + 1);

      const lists = NumberLists.empty(ordinals.length);
      ordinals.forEach((_, from) => lists.add(from, Array<number>(from % 3).fill(from)));
      const read = NumberLists.unpack(lists.pack(Uint32Array), Uint32Array);
      const stays = new Set(kept.map(({ to }) => to));
      const comes = Array.from({ length: size }, (_, to) => to).filter((to) => !stays.has(to));
      const added = new Map(comes.map((to) => [to, [7, to]]));
      const moved = atOnce(read.moved(move, added));
      for (const { from, to } of kept) assert.deepEqual([...moved.of(to)], [...read.of(from)]);
      for (const to of comes) assert.deepEqual([...moved.of(to)], [7, to]);
    }),
  );
});
