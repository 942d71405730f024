import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { printWholeCsv } from '../../server/src/table/write-csv.js';
import { printText, printTable } from '../../server/src/checks/print.js';
import type { CheckReport } from '../../server/src/checks/run-checks.js';
import { printFault } from '../../server/src/validation/fault.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { JsonError, readJson } from '../../server/src/files/json.js';
import { parseMapping, readMapping } from '../../server/src/mapping/read-mapping.js';
import { misfit } from '../../server/src/validation/validate.js';
import { readingName } from '../../server/src/mapping/reading-name.js';
import { openStore } from '../../server/src/store/open.js';
import { withoutGuard } from '../../server/src/table/formula.js';
import { openBook } from '../../server/src/table/open-book.js';
import { InputFile } from '../../server/src/files/input-file.js';
import { printCsv } from '../../server/src/table/write-csv.js';
import { directory, directoryFile, folder, NOW, offer, provider, vocabulary } from './fixture.js';
import { MAPPING } from './offers-table.js';

const MACHINE = /must |YAML\.|undefined|\[object|RangeError|Maximum call|Error:|\n\s+at /;

/** What is thrown, in one sentence or two that a person can read. */
function said(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.doesNotMatch(error.message, MACHINE);
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  return assert.fail('nothing was thrown');
}

describe('what is no JSON is said with place and remedy', () => {
  const deep = 200_000;
  const cases: [what: string, text: string, reason: RegExp][] = [
    [
      'lists in lists',
      '['.repeat(deep) + ']'.repeat(deep),
      /line 1, column 101: .* more than 100 deep/,
    ],
    ['objects in objects', '{"a":'.repeat(deep), /more than 100 deep/],
    [
      'our own, deep inside',
      `{"vielfalt": 1,\n"offers": ${'['.repeat(deep)}${']'.repeat(deep)}}`,
      /line 2, column 110: /,
    ],
    ['a comment', '{\n  // Kurse\n  "vielfalt": 1 }', /line 2, column 3: a comment stands here/],
    ['a comment of a block', '{ "vielfalt": 1 /* neu */ }', /a comment stands here/],
    ['a comma too many', '{ "a": [1, 2,\n] }', /line 2, column 1: nothing follows the comma/],
    ['a comma too many in braces', '{ "a": 1, }', /nothing follows the comma/],
    [
      'a value on each line',
      '{"a": 1}\n{"a": 2}\n',
      /line 2, column 1: a second value begins.*NDJSON/,
    ],
    ['single quotes', "{'a': 1}", /straight double quotes/],
    ['typographic quotes', '{ “a”: 1 }', /straight double quotes/],
    ['a line break in a text', '{"a": "x\ny"}', /the text in quotes that begins here/],
    ['nothing', '', /is empty/],
    ['a mark alone', '\ufeff', /is empty/],
    ['half of it', '{"a": [1', /the text ends in the middle/],
  ];
  for (const [what, text, reason] of cases) {
    test(what, async (context) => {
      const bytes = Buffer.from(text);
      const sentence = said(() => readJson(bytes, 'a.json'));
      assert.match(sentence, reason);
      // A table in JSON is read by another reader.
      const path = join(folder(context), 'a.json');
      writeFileSync(path, /^\s*[[{]/.test(text) ? text : '');
      await assert.rejects(openBook(path), (error: Error) => !MACHINE.test(error.message));
    });
  }

  test('binary, and a mark before what is right', () => {
    assert.match(
      said(() => readJson(Buffer.from([0x7b, 0xff, 0xfe, 0]), 'a.json')),
      /not written in UTF-8/,
    );
    assert.deepEqual(readJson(Buffer.from('\ufeff{"a": "[[[\\"[["}'), 'a.json'), { a: '[[["[[' });
    assert.throws(() => readJson(Buffer.from('x'), 'a.json'), JsonError);
  });
});

describe('a mapping that is odd is said so in a sentence', () => {
  const laughs = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'
      .split('')
      .map(
        (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
      ),
  ].join('\n');
  const cases: [what: string, text: string, reason: RegExp][] = [
    [
      'a billion laughs',
      `${MAPPING}\n${laughs}\n`,
      /nested too deep, or names itself|not known here/,
    ],
    [
      'one that names itself',
      'vielfalt-mapping: 1\nfields: &f\n  title: *f\n',
      /nested too deep, or names itself/,
    ],
    ['brackets without end', `vielfalt-mapping: ${'['.repeat(200_000)}`, /nested too deep/],
    ['lists without end', `${'- '.repeat(200_000)}x`, /nested too deep/],
    ['two texts', `${MAPPING}\n---\nfields: {}\n`, /a second text begins here, after ---/],
    ['a tab', 'vielfalt-mapping: 1\nfields:\n\ttitle: Angebot\n', /tab|indented|cannot/],
    [
      'a name twice',
      `vielfalt-mapping: 1\nvielfalt-mapping: 1\n`,
      /the same name stands here twice/,
    ],
    [
      'an open quotation mark',
      'vielfalt-mapping: 1\nfields:\n  title: "Angebot\n',
      /bracket, a quotation mark or a comma is missing/,
    ],
    [
      'a second colon',
      'vielfalt-mapping: 1\nfields:\n  title: Kurs: Name\n',
      /Put quotes round a name/,
    ],
    [
      'an alias of nothing',
      'vielfalt-mapping: 1\nfields:\n  title: *Angebot\n',
      /refers to nothing/,
    ],
    [
      'a list for fields',
      'vielfalt-mapping: 1\nfields: [title]\n',
      /cannot stand here: it is not fields in braces/,
    ],
    [
      'a wrong day',
      MAPPING.replace('fields:', 'times-from: morgen\nfields:'),
      /it is not a date\. Write it like 2026-09-07/,
    ],
    [
      'a field that is a number',
      MAPPING.replace('title: Angebot\n', 'title: 5\n'),
      /line 6.* is not |cannot stand here/,
    ],
    [
      'a list that is empty',
      MAPPING.replace('title: Angebot\n', 'title: { columns: [] }\n'),
      /is an empty list/,
    ],
    ['binary', '\u0000\u0001\u0002', /this is not a mapping|cannot be read/],
    ['nothing', '', /this is not a mapping/],
  ];
  for (const [what, text, reason] of cases) {
    test(what, () => {
      const sentence = said(() => parseMapping(text, 'm.yaml'));
      assert.match(sentence, /^m\.yaml, line \d+, column \d+: /);
      assert.match(sentence, reason);
    });
  }

  test('a folder, a file without end, a table, and no name', async (context) => {
    const place = folder(context);
    const big = join(place, 'big.yaml');
    writeFileSync(big, 'x: y\n'.repeat(300_000));
    for (const [file, reason] of [
      [place, /is a folder/],
      [big, /larger than any mapping/],
      [join(place, 'none.yaml'), /There is no file/],
      [join(big, 'm.yaml'), /There is no file/],
      ['', /name of the mapping is empty/],
    ] as const) {
      await assert.rejects(readMapping(file), (error: Error) => reason.test(error.message));
    }
  });
});

test('a choice between shapes is said in words', () => {
  for (const steps of [
    ['locations', 0, 'visibility'],
    ['languages'],
    ['schedule', 'times', 0, 'dtstart'],
    ['logo'],
  ]) {
    try {
      const reason = misfit(steps, ';') ?? 'is taken';
      assert.doesNotMatch(reason, /is none of ;|is none of $|undefined|^is not $|must /);
    } catch (error) {
      assert.match(String(error), /There is no field/);
    }
  }
});

test('visitors read words where programs have names', () => {
  for (const [column, read] of [
    ['properties.TELEFON', 'Telefon'],
    ['properties.0.opening_hours', 'Opening hours'],
    ['contact.contactPhone', 'Contact Phone'],
    ['OEFFNUNGSZEITEN', 'Oeffnungszeiten'],
    ['Tel.Nr', 'Tel.Nr'],
    ['Telefon (privat)', 'Telefon (privat)'],
    ['PLZ', 'PLZ'],
    ['z. B. Ort', 'z. B. Ort'],
    ['Kosten', 'Kosten'],
    ['properties.STRASSE, properties.ORT', 'Strasse, ORT'],
  ] as const) {
    assert.equal(readingName(column), read);
  }
});

test('a file that another program writes into meanwhile is refused', async (context) => {
  const path = join(folder(context), 't.csv');
  writeFileSync(path, 'a;b\n1;2\n');
  const source = await InputFile.open(path);
  source.refuseChanged();
  writeFileSync(path, 'a;b\n1');
  assert.throws(
    () => source.refuseChanged(),
    /^FileError: t\.csv was changed by another program while/,
  );
  await source.close();
});

describe('half a character is a fault, wherever it stands', () => {
  const HALF = 'Caf\ud83d';
  const cases: [what: string, file: object, path: RegExp][] = [
    ['a title', directoryFile([offer('a', { title: HALF })]), /^offers\[0\]\.title/],
    [
      'a text deep inside',
      directoryFile([
        offer('a', { translations: { en: { texts: { title: HALF }, by: 'person' } } }),
      ]),
      /^offers\[0\]\.translations\.en/,
    ],
    [
      'a note of a location',
      directoryFile([offer('a', { locations: [{ street: HALF }] })]),
      /^offers\[0\]\.locations\[0\]\.street/,
    ],
    ['a key', directoryFile([offer(`k${HALF}`)]), /^offers\[0\]\.record/],
    [
      'a provider',
      { ...directoryFile([offer('a')]), providers: [provider('p', { name: HALF })] },
      /^providers\[0\]\.name/,
    ],
    [
      'the directory',
      { ...directoryFile([offer('a')]), directory: { ...directory, title: HALF } },
      /^directory\.title/,
    ],
    [
      'the vocabulary',
      {
        ...directoryFile([offer('a')]),
        vocabulary: { ...vocabulary, topic: [{ id: 'language', label: { de: HALF } }] },
      },
      /^vocabulary\.topic\[0\]\.label\.de/,
    ],
    [
      'a source',
      { ...directoryFile([offer('a')]), sources: [{ id: 'office', name: HALF }] },
      /^sources\[0\]\.name/,
    ],
  ];
  for (const [what, file, path] of cases) {
    test(what, async () => {
      const store = await openStore('sqlite::memory:');
      try {
        const result = await importFile(store, file, { now: NOW });
        assert.equal(result.outcome, 'faults');
        const faults = result.outcome === 'faults' ? result.faults : [];
        const printed = faults.map(printFault).filter((line) => /half a character/.test(line));
        assert.match(printed[0] ?? '', path);
        assert.doesNotMatch(printed.join(''), /\p{Cs}/u);
      } finally {
        await store.close();
      }
    });
  }
});

test('a check shows control characters and does not obey them', () => {
  const finding = {
    kind: 'ended',
    source: 'office',
    record: 'a\u009bb',
    title: 'Kurs\u001b[2J\u0007\r\nfindings: 0\u202e',
    field: 'title',
    value: '\u009b31m',
    remedy: 'Mend it.',
  } as const;
  const report: CheckReport = {
    revision: 1,
    date: '2026-09-07',
    sources: [],
    counts: {},
    findings: [finding],
    information: [],
  } as unknown as CheckReport;
  for (const text of [
    printText(report),
    [...printTable(report)].join('').replaceAll('\r\n', '\n'),
  ]) {
    assert.doesNotMatch(text, /(?!\n)[\p{Cc}\u202e]/u);
    assert.match(text, /\\u001b\[2J\\u0007\\u000d\\u000afindings: 0\\u202e/);
  }
});

describe('a cell that begins like a formula is a text', () => {
  const blanks = [
    '',
    '\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    '\u200b',
    '\u200e',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\u2028',
    '\u0000',
    '\u200b\n ',
  ];
  for (const [name, print] of [
    ['exports and reports', (cell: string) => [...printCsv(['x'], [[cell]])].join('')],
    ['the feed', (cell: string) => printWholeCsv(['x'], [[cell]])],
  ] as const) {
    test(`in ${name}, whatever unseen stands before`, () => {
      for (const blank of blanks) {
        for (const sign of ['=', '+', '-', '@', '＝', '＋']) {
          const cell = `${blank}${sign}1+cmd|' /C calc'!A1`;
          const [, written = ''] = print(cell).split(/\r\n(.*)/s);
          assert.match(written, /^"?'/, JSON.stringify(cell));
          assert.equal(withoutGuard(`'${cell}`), cell);
        }
      }
      assert.doesNotMatch(print('Kurs = gut'), /'/);
    });
  }
});
