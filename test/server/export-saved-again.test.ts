import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { isOwnLayout, readOwnBook } from '../../server/src/export/from-sheets.js';
import { printExport } from '../../server/src/export/print-export.js';
import { openBook } from '../../server/src/table/open-book.js';
import { directoryFile, folder, offer } from './fixture.js';

const FILE = directoryFile([
  offer('1', {
    title: 'Nähtreff – für alle',
    description: 'Wann? Jeden Montag.\nMehr: https://example.org/?page=1&x=?y',
    checked: { on: '2026-09-07' },
    schedule: {
      times: [
        { dtstart: '2026-12-13', exdate: ['2026-12-20'] },
        { dtstart: '2026-09-07T09:00', freq: 'WEEKLY', until: '2027-06-30' },
      ],
    },
    translations: { uk: { by: 'person', texts: { title: 'Шиття' } } },
  }),
]);
const GERMAN_ONLY = directoryFile([
  offer('1', { title: 'Nähtreff – für alle', description: 'Wer kommt?? Alle! („Ja?“)' }),
]);

const germanDates = (text: string) => text.replace(/\b(\d{4})-(\d\d)-(\d\d)(?=[;\r])/g, '$3.$2.$1');
const americanDates = (text: string) =>
  text.replace(/\b(\d{4})-(\d\d)-(\d\d)(?=[;\r])/g, '$2/$3/$1');

/** In Windows-1252: what has no letter there is a question mark. */
function windows1252(text: string): Buffer {
  const known: Record<string, number> = { '–': 0x96, '„': 0x84, '“': 0x93 };
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return known[letter] ?? (code < 0x100 ? code : 0x3f);
    }),
  );
}

/** Exports a directory, saves that again, and reads it as an import does. */
async function savedAgain(
  context: TestContext,
  file: DirectoryFile,
  save: (text: string) => string | Buffer,
): Promise<unknown> {
  const path = join(folder(context), 'directory.csv');
  await writeFile(path, await printExport(file, 'csv'));
  await writeFile(path, save((await readFile(path, 'utf8')).replace(/^\ufeff/, '')));
  const book = await openBook(path);
  try {
    assert.ok(await isOwnLayout(book));
    return (await readOwnBook(book)).json;
  } finally {
    await book.close();
  }
}

describe('the CSV export, saved again by a spreadsheet program', () => {
  test('comes back with its mark, and with dates as Germans write them', async (context) => {
    for (const save of [
      (text: string) => `\ufeff${text}`,
      germanDates,
      (text: string) => `\ufeff${germanDates(text)}`,
    ]) {
      assert.deepEqual(await savedAgain(context, FILE, save), FILE);
    }
    assert.notEqual(germanDates('x;2026-09-07;'), 'x;2026-09-07;');
  });

  test('comes back from Windows-1252 where that has all its letters', async (context) => {
    assert.deepEqual(await savedAgain(context, GERMAN_ONLY, windows1252), GERMAN_ONLY);
  });

  test('is refused where letters were lost, naming the line and the remedy', async (context) => {
    await assert.rejects(savedAgain(context, FILE, windows1252), {
      name: 'TableError',
      message:
        /^Line 2, column "translations\.uk\.texts\.title": letters were lost .* windows-1252.* “CSV UTF-8”/,
    });
  });

  test('is refused where day and month cannot be told apart', async (context) => {
    await assert.rejects(savedAgain(context, FILE, americanDates), {
      name: 'TableError',
      message: /^Line 2, column "checked\.on": .* rewritten the dates .* 09\/07\/2026 .* XLSX/,
    });
  });
});
