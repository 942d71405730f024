import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { words } from '@vielfalt/feed';
import type { DirectoryFile } from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { writeDirectory } from '../bench/scale/directory.mjs';
import { folder } from '../server/fixture.js';

const SIZE = 2_000;

test('an invented large directory is imported as it is, and is the same each time', async (context) => {
  const place = folder(context);
  const [first, again, other] = ['1.json', '2.json', '3.json'].map((name) => join(place, name));
  assert.ok(first && again && other);
  await writeDirectory(first, SIZE);
  await writeDirectory(again, SIZE);
  await writeDirectory(other, SIZE, { seed: 2 });
  const text = readFileSync(first, 'utf8');
  assert.ok(text === readFileSync(again, 'utf8'));
  assert.ok(text !== readFileSync(other, 'utf8'));

  const file = JSON.parse(text) as DirectoryFile;
  const store = await openStore('sqlite::memory:');
  context.after(() => store.close());
  const outcome = await importFile(store, file, { now: 0 });
  assert.ok(outcome.outcome === 'done', JSON.stringify(outcome).slice(0, 500));
  assert.equal(outcome.report.sources[0]?.offers?.added, SIZE);

  const inLargest = file.offers.filter(({ locations }) => locations?.[0]?.town === 'witten').length;
  const located = file.offers.filter(({ locations }) => locations).length;
  assert.ok(Math.abs(inLargest / located - 0.2) < 0.03, `${inLargest} of ${located}`);

  // As in any collection of texts, the second half has words that the first has not.
  const wordsOf = (offers: DirectoryFile['offers']) =>
    new Set(offers.flatMap(({ title, description = '' }) => words(`${title} ${description}`)));
  const half = wordsOf(file.offers.slice(0, SIZE / 2)).size;
  assert.ok(wordsOf(file.offers).size > half * 1.15);
});
