import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mendText } from '../../../server/src/table/mend-text.js';
import { cellsOf, reader, testFolder } from './books.js';

const read = reader(testFolder());

const MAC: Record<string, number> = {
  ...{ Ä: 0x80, Ö: 0x85, Ü: 0x86, é: 0x8e, ä: 0x8a, ö: 0x9a, ü: 0x9f, ß: 0xa7, '–': 0xd0 },
};
const DOS: Record<string, number> = {
  ...{ Ä: 0x8e, Ö: 0x99, Ü: 0x9a, é: 0x82, ä: 0x84, ö: 0x94, ü: 0x81, ß: 0xe1 },
};

const written = (text: string, letters: Record<string, number> = {}) =>
  Buffer.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));

describe('letters that are not Unicode are read as they were written', () => {
  const cases: [text: string, letters: Record<string, number>, encoding: string][] = [
    ['Café', MAC, 'macintosh'],
    ['Straße der Übung – Grün', MAC, 'macintosh'],
    ['Schöne Häuser', MAC, 'macintosh'],
    ['Straße der Übung für Läufer', DOS, 'cp850'],
    ['Für Mütter', DOS, 'cp850'],
    ['Öffnung früh', DOS, 'cp850'],
    ['Café Österreich, Größe ÄÖÜ', {}, 'windows-1252'],
    ['más fácil está', {}, 'windows-1252'],
    ['ÊTRE À L’ÉCOLE', { '’': 0x92 }, 'windows-1252'],
    ['Gr\u00f6\u00dfe 5\u00a0\u20ac', { '€': 0x80 }, 'windows-1252'],
    ['Milo\u0161 K.', { š: 0x9a }, 'windows-1252'],
    ['Spa\u00df\u201c', { '“': 0x93 }, 'windows-1252'],
    ['GmbH\u201eTest', { '„': 0x84 }, 'windows-1252'],
  ];
  for (const [text, letters, encoding] of cases) {
    test(`${text} in ${encoding}`, async () => {
      const table = await read(written(`Nr;Titel\n1;${text}\n`, letters));
      assert.equal(table.book.encoding, encoding);
      assert.deepEqual(cellsOf(table), [['1', text]]);
    });
  }

  const foreign: [line: string, word: RegExp][] = [
    ['1;\xca\xf3\xf0\xf1 \xe4\xeb\xff \xe2\xf1\xe5\xf5', /Êóðñ/],
    ['1;T\xfcrk\xe7e \xfeark\xfd', /þarký/],
    ['1;Zaj\xb3cia', /Zaj³cia/],
  ];
  for (const [line, word] of foreign) {
    test(`those of another code page are refused: ${word.source}`, async () => {
      const content = Buffer.from(`Nr;Titel\n${line}\n`, 'latin1');
      await assert.rejects(async () => read(content), { message: word });
      await assert.rejects(async () => read(content), { message: /line 2.*UTF-8/ });
      assert.ok(cellsOf(await read(content, { encoding: 'windows-1252' })));
    });
  }

  test('the euro of ISO 8859-15', async () => {
    const table = await read(Buffer.from('Nr;Titel\n1;f\xfcr 5 \xa4\n', 'latin1'));
    assert.deepEqual(cellsOf(table), [['1', 'für 5 €']]);
  });

  test('or as the user says', async () => {
    for (const [encoding, letters] of [
      ['mac', MAC],
      ['cp437', DOS],
    ] as const) {
      const table = await read(written('Nr;Titel\n1;ö\n', letters), { encoding });
      assert.deepEqual(cellsOf(table), [['1', 'ö']]);
    }
  });

  test('Cyrillic in UTF-16 without a mark', async () => {
    const text = 'Номер;Назва\n1;Мовне кафе для всіх\n2;Курс\n3;Хор\n';
    for (const content of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
      assert.equal(cellsOf(await read(content))[0]?.[1], 'Мовне кафе для всіх');
    }
  });
});

describe('a line in another encoding than the others is refused, with its place', () => {
  const lines = (...texts: [string, 'latin1' | 'utf8'][]) =>
    Buffer.concat(texts.map(([text, encoding]) => Buffer.from(text, encoding)));
  const german: [string, 'latin1'] = ['1;Größe;Übung für ältere Läufer\n', 'latin1'];

  test('UTF-8 within Windows-1252', async () => {
    const mixed = lines(['Nr;a;b\n', 'utf8'], german, german, ['2;x;für\n', 'utf8'], german);
    await assert.rejects(read(mixed), /line 4: letters \(column C, "fÃ¼r"\) are UTF-8, and those/);
    const table = await read(mixed, { encoding: 'windows-1252' });
    assert.equal(table.rows.length, 4);
  });

  test('Windows-1252 within UTF-8', async () => {
    const utf8: [string, 'utf8'] = [german[0], 'utf8'];
    const mixed = lines(['Nr;a;b\n', 'utf8'], utf8, ['2;für;y\n', 'latin1'], utf8);
    await assert.rejects(
      read(mixed),
      /line 3: a letter is broken \(column B, "für"\); all before it/,
    );
  });
});

describe('a text that was decoded wrongly before', () => {
  const mended: [string, string][] = [
    ['fÃ¼r MÃ¼tter', 'für Mütter'],
    ['Ã„rzte', 'Ärzte'],
    ['StraÃŸe', 'Straße'],
    ['Gro\u00c3\u009f', 'Groß'],
    ['9â€“12 Uhr, â€žspÃ¤tâ€œ', '9–12 Uhr, „spät“'],
    ['5\u00c2\u00a0â‚¬', '5\u00a0€'],
    ['Müller fÃ¼r „alleâ€œ', 'Müller für „alle“'],
    ['fÃƒÂ¼r', 'für'],
    ['CafŽ', 'Café'],
    ['grŸn', 'grün'],
    ['Ð¼Ð¾Ð²Ð°', 'мова'],
  ];
  for (const [wrong, right] of mended) {
    test(`“${wrong}” is “${right}”`, () => assert.equal(mendText(wrong), right));
  }

  const right = [
    ...[
      'Ã',
      'São Tomé, MÃE',
      'SÃO PAULO',
      '„Spaß“',
      'Spaß…',
      'Größe – ÄÖÜ',
      'CAFÉ“',
      '„IRMÃ“',
      'IRMÃ“',
    ],
    ...[
      'Â',
      'â',
      'Pâté',
      'Ž',
      'Žižkov',
      'Škoda',
      'DVOŘÁK',
      'LUKAŠ',
      'Nikšić',
      'Ÿ',
      'Ünal Şahin',
      'ß–',
      'Ä“',
    ],
    ...['5 €–10 €', '«École»', 'À “l’été”', 'Мовне кафе', 'مقهى', 'Łódź', 'İstanbul'],
  ];
  for (const text of right) {
    test(`“${text}” stays as it is`, () => assert.equal(mendText(text), text));
  }

  test('a letter of Polish, Czech or Turkish by itself is mended', () => {
    assert.equal(mendText('TomÃ¡Å¡ BaÄŸcÄ±lar Å»ycie'), 'Tomáš Bağcılar Życie');
  });

  test('is mended in names of columns too', async () => {
    assert.deepEqual((await read('Nr;StraÃŸe\n1;x\n')).columns, ['Nr', 'Straße']);
    const json = JSON.stringify([{ Nr: 1, StraÃŸe: 'x' }]);
    assert.deepEqual((await read(json)).columns, ['Nr', 'Straße']);
  });
});
