import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import type { DirectoryFile } from '@vielfalt/feed';
import { isOwnLayout, readOwnBook } from '../../server/src/export/from-sheets.js';
import { printExport } from '../../server/src/export/print-export.js';
import { openBook } from '../../server/src/table/open-book.js';
import { demoDirectory } from '../../demo/directory.mjs';
import { anyDirectoryFile, NASTY } from './export-arbitraries.js';
import { directoryFile, folder, offer, offers } from './fixture.js';
import { workplace } from './workplace.js';

/** Writes a directory to a file and reads that as an import does. */
function throughFile(context: TestContext, format: 'csv' | 'xlsx') {
  const path = join(folder(context), `directory.${format}`);
  return async (file: DirectoryFile): Promise<unknown> => {
    await writeFile(path, await printExport(file, format));
    const book = await openBook(path);
    try {
      assert.ok(await isOwnLayout(book), 'the layout is known again');
      return (await readOwnBook(book)).json;
    } finally {
      await book.close();
    }
  };
}

for (const format of ['csv', 'xlsx'] as const) {
  describe(`a directory in ${format}`, () => {
    test('comes back, whatever it holds', async (context) => {
      const through = throughFile(context, format);
      await fc.assert(
        fc.asyncProperty(anyDirectoryFile, async (file) => {
          assert.deepEqual(await through(file), file);
        }),
        { numRuns: 60 },
      );
    });

    test('comes back: the demo', async (context) => {
      const file = demoDirectory('2026-09-07');
      assert.deepEqual(await throughFile(context, format)(file), file);
    });

    test('comes back with texts that a spreadsheet takes for something else', async (context) => {
      const long = 'ß😀;"\n'.repeat(3333);
      const texts = [...NASTY, long, '\ufeff', '_x000D_'];
      const file = directoryFile(
        texts.map((description, index) => offer(String(index), { description })),
      );
      assert.deepEqual(await throughFile(context, format)(file), file);
    });
  });
}

describe('vielfalt export in other formats', () => {
  test('the ending of the name says which', async (context) => {
    const { vielfalt, write, path } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(2)))]);
    for (const [name, begins] of [
      ['a.csv', '\ufefftable;source;record;'],
      ['a.XLSX', 'PK'],
      ['copy.json', '{\n  "vielfalt": 1,'],
      ['copy', '{\n  "vielfalt": 1,'],
    ] as const) {
      const { code, stdout } = await vielfalt(['export', '--output', name]);
      assert.deepEqual([code, stdout], [0, ''], name);
      assert.ok(readFileSync(path(name), 'utf8').startsWith(begins), name);
    }
  });

  test('--format says it for standard output, and wins over a name', async (context) => {
    const { vielfalt, write, path } = workplace(context);
    await vielfalt(['import', write('a.json', directoryFile(offers(2)))]);
    const { stdout } = await vielfalt(['export', '--format', 'csv']);
    assert.match(stdout, /^\ufefftable;.*\r\noffers;office;0;/);
    await vielfalt(['export', '--output', 'table.txt', '--format', 'csv']);
    assert.equal(readFileSync(path('table.txt'), 'utf8'), stdout);
  });

  test('leaves out what no table can hold, and says so', async (context) => {
    const { vielfalt, write } = workplace(context);
    const file = directoryFile([offer('1', { summary: 'a\u0000b\u0007c' }), offer('2')]);
    await vielfalt(['import', write('a.json', file)]);
    const { stdout, stderr } = await vielfalt(['export', '--format', 'csv']);
    assert.match(stdout, /;abc;/);
    assert.match(stderr, /^Texts with control characters: 1\./);
    assert.doesNotMatch((await vielfalt(['export'])).stderr, /control/);
  });

  test('what is for the office alone stays out of the public table', async (context) => {
    const { vielfalt, write } = workplace(context);
    const secret = offer('s', {
      contact: { name: 'Erika Musterfrau' },
      locations: [{ street: 'Versteckweg 1', visibility: 'on-request' }],
    });
    await vielfalt(['import', write('a.json', directoryFile([secret]))]);
    const args = ['export', '--format', 'csv'];
    assert.match((await vielfalt(args)).stdout, /Versteckweg/);
    const { stdout } = await vielfalt([...args, '--public']);
    assert.doesNotMatch(stdout, /Versteckweg|Musterfrau/);
  });
});
