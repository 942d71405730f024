import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Difference } from '../../server/src/importing/differences.js';
import type { Fault } from '../../server/src/validation/fault.js';
import { office, offersIn } from './office.js';
import { csv, row, rows, windows1252 } from './offers-table.js';
import { readTable } from './table/books.js';

describe('a mapping that was suggested', () => {
  test('asks for what it cannot know, and reads its table once that is filled in', async (context) => {
    const { vielfalt, write, path, database, directory } = office(context);
    write('t.csv', windows1252(csv([...rows(4), row(5, { Thema: 'Wundertüte' })])));
    const suggested = await vielfalt(['import', 't.csv', '--suggest', '--mapping', 's.yaml']);
    assert.equal(suggested.code, 0, suggested.stderr);
    const next = /then try: vielfalt (import t\.csv --mapping s\.yaml --source )ID( --dry-run)\n/;
    const [, ...words] = next.exec(suggested.stderr) ?? assert.fail(suggested.stderr);
    const rehearsal = words.join('kreis').split(' ');

    const waiting = await vielfalt(rehearsal);
    assert.equal(waiting.code, 1);
    assert.match(
      waiting.stderr,
      /^vielfalt import: s\.yaml, line \d+, .*TODO.* filled in first\.\n$/,
    );
    const text = readFileSync(path('s.yaml'), 'utf8');
    assert.match(text, /# "Wundertüte": .*once/);
    write('s.yaml', text.replaceAll(/"TODO .*"/g, '"Kreis"'));

    const rehearsed = await vielfalt(rehearsal);
    assert.equal(rehearsed.code, 0, rehearsed.stderr);
    assert.match(rehearsed.stdout, /added 5,.*A dry run: nothing was changed/s);
    assert.equal(existsSync(database), false);
    const imported = await vielfalt(rehearsal.slice(0, -1));
    assert.equal(imported.code, 0, imported.stderr);
    assert.equal(offersIn(await directory())[0]?.contact?.phone, '030 23125 101');
  });

  test('goes to standard output, and never over a file that is there', async (context) => {
    const { vielfalt, write, path } = office(context);
    write('t.csv', csv(rows(3)));
    const printed = await vielfalt(['import', 't.csv', '--suggest']);
    assert.equal(printed.code, 0);
    assert.equal(printed.stderr, '');
    assert.match(printed.stdout, /\n {2}title: Angebot\n/);
    const before = readFileSync(path('m.yaml'));
    const refused = await vielfalt(['import', 't.csv', '--suggest', '--mapping', 'm.yaml']);
    assert.equal(refused.code, 2);
    assert.match(
      refused.stderr,
      /^vielfalt import: m\.yaml is there already\. Name another file,.*\n$/,
    );
    assert.deepEqual(readFileSync(path('m.yaml')), before);
  });
});

describe('a dry run of a table', () => {
  test('tells each change field by field, and changes no byte', async (context) => {
    const { importTable, database } = office(context);
    await importTable(csv(rows(10)));
    const before = readFileSync(database);
    const next = csv([
      row(1, { Telefon: '030 23125 999', Wo: 'Lange Straße 5, 58285 Gevelsberg' }),
      ...rows(9).slice(1),
      row(11),
    ]);
    const { code, stdout, stderr } = await importTable(next, '--dry-run');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(stdout, /\nadded: 1\n {2}offer "11" \(Sprachcafé 11\)\n/);
    assert.match(
      stdout,
      /\nchanged: 1\n {2}offer "1" \(Sprachcafé 1\)\n {4}locations\[0\]\.street: "Lange Straße 4" → "Lange Straße 5"\n {4}contact\.phone: "030 23125 101" → "030 23125 999"\n/,
    );
    assert.match(stdout, /\nretired: 1\n {2}offer "10" \(Sprachcafé 10\)\n/);
    assert.match(stdout, /\nA dry run: nothing was changed\. The revision would be 2\.\n$/);

    const json = await importTable(next, '--dry-run', '--json');
    const told = JSON.parse(json.stdout) as {
      changes: { what: string; record: string; differences?: Difference[] }[];
    };
    assert.deepEqual(
      told.changes.map(({ what, record }) => [what, record]),
      [
        ['changed', '1'],
        ['added', '11'],
        ['retired', '10'],
      ],
    );
    assert.deepEqual(told.changes[0]?.differences?.[1], {
      path: 'contact.phone',
      before: '030 23125 101',
      after: '030 23125 999',
    });
    assert.deepEqual(readFileSync(database), before);
  });

  test('names every fault with line, column, value, reason and remedy', async (context) => {
    const { importTable, database } = office(context);
    const table = csv([row(1), row(2, { Angebot: '' }), row(1, { Angebot: 'Noch einmal' })]);
    const { code, stdout } = await importTable(table, '--dry-run', '--json');
    assert.equal(code, 1);
    const { outcome, faults } = JSON.parse(stdout) as { outcome: string; faults: Fault[] };
    assert.equal(outcome, 'faults');
    const [first, second] = faults;
    assert.deepEqual([first?.line, first?.column, first?.record], [6, 'Angebot', '2']);
    assert.deepEqual([second?.line, second?.column, second?.value], [10, 'Nr', '1']);
    assert.equal(second?.reason, 'stands in line 2 already');
    assert.match(second.remedy ?? '', /another, or take it out\.$/);
    assert.equal(existsSync(database), false);
  });
});

describe('rows with faults', () => {
  const table = csv([
    row(1, { Angebot: '=Nähen; für „alle“', Stand: 'bald' }),
    row(2, { Träger: '' }),
    row(3),
    row(3, { Angebot: 'Noch einmal' }),
    row(4),
  ]);

  test('stand in the report beside what is wrong with them', async (context) => {
    const { importTable, path } = office(context);
    const { code, stderr } = await importTable(table, '--report', 'faults.csv');
    assert.equal(code, 1);
    assert.match(stderr, /^t\.csv has 2 faults; nothing was changed\.\n/);
    const { columns, rows: reported } = await readTable(path('faults.csv'));
    assert.deepEqual(columns.slice(0, 5), ['Line', 'Faults', 'Kept as text', 'Nr', 'Angebot']);
    assert.deepEqual(
      reported.map(({ cells: [line, , , key, title] }) => [line, key, title]),
      [
        ['2', '1', '=Nähen; für „alle“'],
        ['6', '2', 'Sprachcafé 2'],
        ['14', '3', 'Noch einmal'],
      ],
    );
    const said = reported.map(({ cells }) => [cells[1], cells[2]]);
    assert.match(String(said[0]?.[1]), /^Stand: "bald" is not a valid date; it stands .*\.$/);
    assert.match(String(said[1]?.[0]), /^Träger: is missing\. Fill in the cell, /);
    assert.match(String(said[2]?.[0]), /^Nr: "3" stands in line 10 already\. Every row /);
    assert.match(readFileSync(path('faults.csv'), 'utf8'), /;"'=Nähen; für „alle“";/);
  });

  test('are left out where that is said, and stay as they are in the directory', async (context) => {
    const { importTable, directory } = office(context);
    const first = await importTable(table, '--skip-faulty');
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /offers {5}added 3,.*\nleft out for their faults: 2\n {2}line 6, /s);
    const later = csv([
      row(1, { Angebot: '=Nähen; für „alle“', Stand: 'bald' }),
      row(3, { Angebot: '' }),
      row(4),
      row(5),
    ]);
    const second = await importTable(later, '--skip-faulty');
    assert.match(second.stdout, /added 1, changed 0, unchanged 2, retired 0\n/);
    assert.deepEqual(
      offersIn(await directory()).map(({ record, title, status }) => [record, title, status]),
      [
        ['1', '=Nähen; für „alle“', 'published'],
        ['3', 'Sprachcafé 3', 'published'],
        ['4', 'Sprachcafé 4', 'published'],
        ['5', 'Sprachcafé 5', 'published'],
      ],
    );
  });
});
