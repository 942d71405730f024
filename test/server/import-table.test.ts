import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { office, offersIn } from './office.js';
import { csv, MAPPING, row, rows, windows1252, xlsx } from './offers-table.js';

describe('a table of offers', () => {
  test('comes in by its mapping, and says what it was found to be', async (context) => {
    const { importTable, directory } = office(context);
    const { code, stdout, stderr } = await importTable(windows1252(csv(rows(5))));
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(stdout, /^t\.csv: CSV, windows-1252, delimiter ;, 5 rows\nsource kreis\n/);
    assert.match(stdout, /offers {5}added 5,.*\n {2}providers {2}added 2,/);
    const [offer] = offersIn(await directory());
    assert.deepEqual(
      [offer?.record, offer?.title, offer?.topics, offer?.locations, offer?.cost],
      [
        '1',
        'Sprachcafé 1',
        ['language'],
        [{ street: 'Lange Straße 4', postalCode: '58285', town: 'gevelsberg' }],
        { amount: 2.5 },
      ],
    );
    assert.equal(
      offer?.description,
      'Für „alle“, die üben möchten.\n\n- Tee\n- Gespräche; auf Deutsch',
    );
  });

  const skip = process.platform === 'win32' && 'Windows has no such thing';
  test('comes in through a pipe, which can be read once', { skip }, async (context) => {
    const { vielfalt, path } = office(context);
    spawnSync('mkfifo', [path('pipe')]);
    const [{ code, stdout }] = await Promise.all([
      vielfalt(['import', 'pipe', '--mapping', 'm.yaml']),
      writeFile(path('pipe'), csv(rows(5))),
    ]);
    assert.equal(code, 0);
    assert.match(stdout, /^pipe: CSV/);
  });

  test('that comes again changes nothing, in whatever way it is written', async (context) => {
    const { importTable, directory, vielfalt } = office(context);
    const table = csv(rows(5));
    await importTable(table);
    const before = await directory();
    const ways: [string, string | Uint8Array][] = [
      ['CSV, utf-8, delimiter ;', table],
      ['CSV, utf-8, delimiter ;', `\ufeff${table}`],
      ['CSV, windows-1252, delimiter ;', windows1252(table)],
      ['CSV, utf-16le, delimiter ;', Buffer.from(`\ufeff${table}`, 'utf16le')],
      ['CSV, utf-16be, delimiter ;', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
      ['CSV, utf-8, delimiter ,', csv(rows(5), ',')],
      ['CSV, utf-8, delimiter tabs', csv(rows(5), '\t')],
      ['XLSX, sheet Angebote', await xlsx(rows(5))],
    ];
    const unchanged = /\n {2}offers {5}added 0, changed 0, unchanged 5, retired 0\n/;
    for (const [found, content] of ways) {
      const { stdout, stderr } = await importTable(content);
      assert.ok(stdout.startsWith(`t.csv: ${found}, 5 rows\n`), `${found}: ${stdout}${stderr}`);
      assert.match(stdout, unchanged);
      assert.match(stdout, /\nrevision 1\n$/);
    }
    const piped = await vielfalt(['import', '-', '--mapping', 'm.yaml'], { stdin: table });
    assert.match(piped.stdout, /^standard input: CSV, utf-8/);
    assert.match(piped.stdout, unchanged);
    assert.equal(await directory(), before);
  });

  test('is compared with the directory: what is new, other, or gone', async (context) => {
    const { importTable, directory } = office(context);
    await importTable(csv(rows(10)));
    const next = [...rows(9).slice(1), row(1, { Telefon: '030 23125 999' }), row(11)];
    const { code, stdout } = await importTable(csv(next));
    assert.equal(code, 0);
    assert.match(stdout, /offers {5}added 1, changed 1, unchanged 8, retired 1\n/);
    const offers = offersIn(await directory());
    assert.equal(offers.find(({ record }) => record === '10')?.status, 'retired');
    assert.equal(offers.find(({ record }) => record === '1')?.contact?.phone, '030 23125 999');
  });

  test('is refused where more than a fifth of it has gone', async (context) => {
    const { importTable, directory } = office(context);
    await importTable(csv(rows(10)));
    const before = await directory();
    const { code, stderr } = await importTable(csv(rows(7)));
    assert.equal(code, 3);
    assert.match(stderr, /source kreis: 3 of 10 offers would be retired\n/);
    assert.match(stderr, /--allow-retiring\.\n$/);
    assert.equal(await directory(), before);
    const told = await importTable(csv(rows(7)), '--allow-retiring');
    assert.match(told.stdout, /retired 3\n/);
  });

  test('keeps what it cannot understand, and says so', async (context) => {
    const { importTable, directory } = office(context);
    const unclear = { Thema: 'Dies und jenes', Kosten: 'Spende', Stand: 'Sept. 2026' };
    const { code, stdout } = await importTable(csv([row(1, unclear), row(2), row(3, unclear)]));
    assert.equal(code, 0);
    assert.match(
      stdout,
      /\nvalues that meet no term of the vocabulary: 1\n {2}"Thema": "Dies und jenes", 2 times/,
    );
    assert.match(stdout, /\nkept as text: 6\n/);
    assert.match(stdout, /\n {2}lines 2, 10, column "Stand": "Sept\. 2026" is not a valid date; /);
    const [offer] = offersIn(await directory());
    assert.match(offer?.description ?? '', /\n\nStand: Sept\. 2026\nThema: Dies und jenes$/);
    assert.deepEqual(offer?.cost, { text: 'Spende' });
  });

  test('whose columns are others than the mapping says is told apart', async (context) => {
    const { importTable } = office(context);
    const renamed = csv(rows(2)).replace('Telefon', 'Fon');
    const { code, stdout } = await importTable(renamed);
    assert.equal(code, 0);
    assert.match(stdout, /\ncolumns that the mapping names and the table lacks: "Telefon"\n/);
    assert.match(stdout, /\ncolumns that the mapping does not mention: "Fon"\n/);
  });

  test('of JSON comes in by a mapping too', async (context) => {
    const { vielfalt, write, directory } = office(context);
    const entries = rows(3).map((cells) => ({ ...cells, Thema: [cells.Thema, 'Gesundheit'] }));
    write('places.json', JSON.stringify({ count: 3, data: { places: entries } }));
    write('j.yaml', MAPPING.replace('fields:', 'file: { list: data.places }\nfields:'));
    const { code, stdout, stderr } = await vielfalt([
      'import',
      'places.json',
      '--mapping',
      'j.yaml',
    ]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^places\.json: JSON, 3 rows\n/);
    const [offer] = offersIn(await directory());
    assert.deepEqual(offer?.topics, ['language', 'health']);
  });
});
