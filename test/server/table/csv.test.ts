import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellsOf, reader, testFolder } from './books.js';

const read = reader(testFolder());

const TEXT = 'Nr.;Straße;Öffnung\r\n1;Ährenweg 3;„früh“ – spät\r\n2;Übung;ab 5 €\r\n';
const CELLS = [
  ['1', 'Ährenweg 3', '„früh“ – spät'],
  ['2', 'Übung', 'ab 5 €'],
];

function windows1252(text: string): Buffer {
  const signs: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
  return Buffer.from([...text].map((letter) => signs[letter] ?? letter.charCodeAt(0)));
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('letters are read in the encoding they are written in', () => {
  const cases: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 little endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 little endian', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16be(`\ufeff${TEXT}`), 'utf-16be'],
    ['UTF-16 big endian', utf16be(TEXT), 'utf-16be'],
    ['Windows-1252', windows1252(TEXT), 'windows-1252'],
  ];
  for (const [what, content, encoding] of cases) {
    test(what, async () => {
      const table = await read(content);
      assert.equal(table.book.encoding, encoding);
      assert.deepEqual(table.columns, ['Nr.', 'Straße', 'Öffnung']);
      assert.deepEqual(cellsOf(table), CELLS);
    });
  }

  test('a letter on the border of two parts of a large file is whole', async () => {
    const table = await read(`a;b\n${`${'ü'.repeat(99)};€\n`.repeat(3000)}`);
    assert.equal(table.rows.length, 3000);
    assert.ok(cellsOf(table).every(([a, b]) => a === 'ü'.repeat(99) && b === '€'));
  });

  test('as the user says', async () => {
    const table = await read(Buffer.from('a;b\nÃ¼;2\n'), { encoding: 'cp1252' });
    assert.deepEqual(cellsOf(table), [['ÃƒÂ¼', '2']]);
  });
});

describe('the delimiter is found', () => {
  const cases: [string, string, string][] = [
    ['semicolons', 'Nr;Ort;Preis\n1;Witten;1,50\n2;Hagen;2,50\n', ';'],
    ['commas', 'Nr,Ort,Sprachen\n1,Witten,de;ar\n2,Hagen,de;uk\n', ','],
    ['tabs', 'Nr\tOrt\tPreis\n1\tWitten\t1,50\n2\tHagen\t2,50\n', '\t'],
    ['bars', 'Nr|Ort|Preis\n1|Witten|1,50\n2|Hagen|2,50\n', '|'],
    ['semicolons around lists of commas', 'Nr;Wer;Was\n1;x;a,b,c,d\n2;y;a,b,c,d\n', ';'],
    ['semicolons below a title', 'Kurse, Treffs\nNr;Ort;Was\n1;Witten;x\n2;Hagen;y\n', ';'],
    ['what a first line names', 'sep=|\nNr|Ort\n1|a;b\n', '|'],
    ['none in a single column', 'Titel\nKaffee, Kuchen\nLesen, Lernen\n', ';'],
  ];
  for (const [what, text, delimiter] of cases) {
    test(what, async () => {
      const { book, columns } = await read(text);
      assert.equal(book.delimiter, delimiter);
      assert.match(columns[0]!, /^(Nr|Titel)$/);
    });
  }

  test('or named', async () => {
    assert.deepEqual(cellsOf(await read('a#b\n1#2\n', { delimiter: '#' })), [['1', '2']]);
    assert.deepEqual(cellsOf(await read('a\tb\n1\t2\n', { delimiter: 'tab' })), [['1', '2']]);
  });
});

describe('rows', () => {
  test('begin where a person finds them, whatever breaks are in cells', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a;b', '"one', 'two";2', '', '', '3;"x', '', 'y"', '5;6'].join(end);
      const { rows } = await read(text);
      assert.deepEqual(
        rows.map(({ line }) => line),
        [2, 6, 9],
      );
      assert.equal(rows[0]?.cells[0], `one${end}two`);
    }
  });

  test('that are short are filled, and empty ones left out', async () => {
    const table = await read('a;b;c\n1\n;;\n2;3;;;\n');
    assert.deepEqual(cellsOf(table), [
      ['1', '', ''],
      ['2', '3', ''],
    ]);
  });

  test('keep the quotation marks of people who know nothing of CSV', async () => {
    const table = await read('a;b\nVerein "Hand";1\n"Hand" e.V.;2\n"say ""x""";3\n');
    assert.deepEqual(
      cellsOf(table).map(([a]) => a),
      ['Verein "Hand"', '"Hand" e.V.', 'say "x"'],
    );
    assert.deepEqual(cellsOf(await read('a, b\n"1", "2, 3"\n')), [['1', '2, 3']]);
  });

  test('lose the guard before what looks like a formula', async () => {
    assert.deepEqual(cellsOf(await read("a;b\n'=1+1;'tis\n")), [['=1+1', "'tis"]]);
  });
});

describe('columns', () => {
  test('have one name each, on one line', async () => {
    const { columns } = await read('Telefon;"E-\nMail";Telefon;;  Ort ;\n1;2;3;4;5;\n');
    assert.deepEqual(columns, ['Telefon', 'E- Mail', 'Telefon (2)', 'Column D', 'Ort']);
  });

  test('are found below a title', async () => {
    const table = await read(
      'Angebote im Kreis;;;\nStand 1.2.2026;;;\n\nNr;Titel;Ort;Tag\n1;a;b;c\n',
    );
    assert.deepEqual(table.columns, ['Nr', 'Titel', 'Ort', 'Tag']);
    assert.deepEqual(table.rows, [{ line: 5, cells: ['1', 'a', 'b', 'c'] }]);
  });

  test('are where the user says, in several rows too', async () => {
    const text = 'x;y;z\nNr;Kontakt;\n;Telefon;Mail\n1;2;3\n';
    assert.deepEqual((await read(text, { header: [2, 3] })).columns, [
      'Nr',
      'Kontakt – Telefon',
      'Kontakt – Mail',
    ]);
    assert.deepEqual((await read(text, { header: 3 })).columns, ['Column A', 'Telefon', 'Mail']);
  });
});
