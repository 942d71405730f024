import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, reader, testFolder } from './books.js';

const read = reader(testFolder());

test('entries become rows, what is in them columns by dotted names', async () => {
  const table = await read(
    JSON.stringify([
      { id: 1, title: ' Kurs ', place: { town: 'Witten', geo: [7.3, 51.4] }, tags: ['a', 'b'] },
      { id: 2, open: true, tags: [], times: [{ day: 'Mo' }, { day: 'Di' }], none: null },
      {},
    ]),
  );
  assert.deepEqual(table.columns, [
    'id',
    'title',
    'place.town',
    'place.geo',
    'tags',
    'open',
    'times.0.day',
    'times.1.day',
  ]);
  assert.deepEqual(table.rows, [
    { line: 1, cells: [1, ' Kurs ', 'Witten', ['7.3', '51.4'], ['a', 'b'], '', '', ''] },
    { line: 2, cells: [2, '', '', '', [], true, 'Mo', 'Di'] },
  ]);
});

test('the list is the longest one of objects, or where the user says', async () => {
  const content = JSON.stringify({
    tags: ['a', 'b', 'c', 'd'],
    data: { few: [{ a: 1 }], many: [{ b: 1 }, { b: 2 }] },
  });
  assert.deepEqual((await read(content)).columns, ['b']);
  assert.deepEqual(cellsOf(await read(content, { list: 'data.few' })), [[1]]);
  await assert.rejects(
    read(content, { list: 'data.meny' }),
    /has no list “data\.meny”\. Did you mean “data\.many”\?/,
  );
  await assert.rejects(read(content, { list: 'tags' }), /entry 1 of tags: it is not an object/);
});

test('a table in brackets is still a table', async () => {
  const { book, columns } = await read('[Nr];[Ort]\n1;Witten\n');
  assert.equal(book.format, 'csv');
  assert.deepEqual(columns, ['[Nr]', '[Ort]']);
});
