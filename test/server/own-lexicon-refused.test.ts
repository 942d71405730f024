import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { OwnLexicon } from '@vielfalt/feed';
import { example } from './example.js';
import { office } from './own-lexicon-office.js';
import { workplace } from './workplace.js';

/** As many words as that, in the order of their numbers. */
const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word} ${at}`);

describe('a list that cannot be used: one sentence says where, and what to do', () => {
  const BOTH = 'Deutsch;uk\n';
  const wide = many(10_001, 'Wort')
    .map((word) => `${word};слово`)
    .join('\n');
  const meanings = many(5, 'Kurs')
    .map((word) => `${word};слово`)
    .join('\n');
  const cases: [what: string, words: string | Uint8Array, sentence: RegExp][] = [
    ['no German word', `${BOTH};слово\n`, /words\.csv, line 2: the German word is missing/],
    [
      'a word twice',
      `${BOTH}Kita;садок\nHort;група\nKITA;ясла\n`,
      /line 4, column "Deutsch": "KITA" stands in line 2 already, as “Kita”.* Write all/,
    ],
    ['no letters', `${BOTH}Kita;12345\n`, /line 2, column "uk": "12345" has no letter/],
    ['a number', `${BOTH}116117;садок\n`, /"116117" has no letter in it.* like “Notruf 112”/],
    ['a word of every question', `${BOTH}Kita;де\n`, /"де" is a word that stands in questions/],
    [
      'brackets',
      `${BOTH}Kita (Krippe);садок\n`,
      /has brackets or a slash in it.* “weitere Wörter”/,
    ],
    [
      'columns exchanged',
      'uk;Deutsch\nKita;садок\n',
      /"садок" is not a German word\. Is it in the right/,
    ],
    ['a formula’s error', `${BOTH}Kita;#NAME?\n`, /"#NAME\?" is an error of the spreadsheet/],
    ['a formula', `${BOTH}Kita;=SUMME(A1:A3)\n`, /"=SUMME\(A1:A3\)" is a formula\. Write/],
    [
      'letters lost',
      `${BOTH}Kita;???????\n`,
      /"\?+" has lost its letters.* “CSV UTF-8” or as XLSX/,
    ],
    ['some letters lost', `${BOTH}Kita;сад, дов?дка\n`, /"дов\?дка" has lost its letters/],
    ['letters mangled', `${BOTH}ZiegenkÃ¤se;сад\n`, /"ZiegenkÃ¤se" has lost its letters/],
    ['letters mangled twice', `${BOTH}Kita;Ð´Ð¾Ð²\n`, /"Ð´Ð¾Ð²" has lost its letters/],
    [
      'too many words',
      `${BOTH}Kita;"${many(101, 'сад').join('\n')}"\n`,
      /line 2, column "uk": there are 101 words for “Kita”, and search looks at 100 at most/,
    ],
    [
      'too many meanings',
      `${BOTH}${meanings}\n`,
      /line 6, .*"слово" stands for 4 German words already \(line 2, line 3, line 4, line 5\)/,
    ],
    [
      'too many words of a language',
      `${BOTH}${many(202, 'Kurs')
        .map((word) => `${word};"${many(100, `с${word}`).join('\n')}"`)
        .join('\n')}\n`,
      /column "uk": up to here there are 20100 words of one language, and search looks at 20000/,
    ],
    ['an unknown language', 'Deutsch;uc\nKita;садок\n', /column “uc”.* Did you mean “uk”\?/],
    ['a mistyped one', 'Deutsch;Ukrainsch\nKita;садок\n', /Did you mean “ukrainisch”\?/],
    [
      'a column that is no language',
      'Deutsch;Preis\nKita;садок\n',
      /“Preis”: that is not the name of a language that search knows/,
    ],
    [
      'a column without a name',
      'Deutsch;uk;\nKita;садок;Krippe\n',
      /words\.csv: column C has words in it and no name\./,
    ],
    [
      'no column names',
      'Ziegenkäse;сир\nJMB;Jugendbüro\n',
      /its first row has no column names that search knows\. Put a row with them/,
    ],
    ['no German column', 'Begrif;uk\nKita;садок\n', /column “Begrif”/],
    ['none at all', 'en;uk\ncrèche;садок\n', /has no column “Deutsch”/],
    ['a text', `${BOTH}Kita;${'дуже '.repeat(80)}\n`, /is longer than 300 characters/],
    ['too many', `${BOTH}${wide}\n`, /line 10002: there are more than 10000 rows.*dictionary add/],
    ['no rows', BOTH, /no rows below them\. .*"lexicon: none"/],
    ['nothing', '', /words\.csv is empty/],
    ['two encodings', Buffer.from([...Buffer.from(`${BOTH}Hört;`), 0xf6, 10]), /words\.csv/],
    ['a PDF', '%PDF-1.7', /is a PDF/],
  ];
  for (const [what, words, sentence] of cases) {
    test(what, async (context) => {
      const { take, database } = office(context, words);
      const { code, stderr } = await take();
      assert.equal(code, 1, stderr);
      assert.match(stderr, sentence);
      const sentences = stderr.split('\n').filter((line) => /words\.csv[,:]? |a PDF/.test(line));
      assert.ok(sentences.length <= 2, stderr);
      assert.equal(
        (await workplace(context).vielfalt(['export'], { url: `sqlite:${database}` })).code,
        4,
      );
    });
  }

  test('all faults are told at once, also as JSON and beside a report', async (context) => {
    const bad = `${BOTH}Kita;???\n;слово\nHort;12\nKITA;ясла\n`;
    const { take, path } = office(context, bad);
    const { stderr } = await take('--dry-run');
    assert.match(stderr, /^words\.csv has 4 faults; nothing was changed\./);
    assert.match(stderr, /Correct the list of words, or take the line lexicon out/);
    const { code, stdout } = await take('--json', '--report', 'faults.csv');
    assert.equal(code, 1);
    const { faults } = JSON.parse(stdout) as { faults: { file: string; line: number }[] };
    assert.deepEqual(
      faults.map(({ file, line }) => `${file} ${line}`),
      ['words.csv 2', 'words.csv 3', 'words.csv 4', 'words.csv 5'],
    );
    // The rows of the table are as they should be.
    assert.equal(readFileSync(path('faults.csv'), 'utf8').trim().split('\n').length, 1);
  });

  test('Kurdish bread is a word, and no number that is none', async (context) => {
    const { take, lexicon } = office(context, 'Deutsch;auch;Kurmancî\nBrot;nan;nan\n');
    assert.equal((await take()).code, 0);
    assert.deepEqual(await lexicon(), [{ german: 'Brot', words: { kmr: ['nan'] } }]);
  });

  test('a single question mark is an empty cell', async (context) => {
    const { take, lexicon } = office(context, `${BOTH}Kita;?\nHort;група\n`);
    assert.equal((await take()).code, 0);
    assert.deepEqual(await lexicon(), [
      { german: 'Kita', words: {} },
      { german: 'Hort', words: { uk: ['група'] } },
    ]);
  });

  test('what the mapping names is one file', async (context) => {
    const { take, map } = office(context);
    for (const [line, sentence] of [
      ['lexicon:', /lexicon has nothing after it\. Name one file, or write "lexicon: none"/],
      ['lexicon: [a.csv, b.csv]', /lexicon takes one list\. Name one file\./],
      ['lexicon: https://example.org/w.csv', /names a file beside the mapping, not an address/],
    ] as const) {
      map(line);
      const { code, stderr } = await take();
      assert.equal(code, 1, stderr);
      assert.match(stderr, sentence);
      assert.match(stderr, /m\.yaml.*5/);
    }
    map('lexicon: None');
    assert.equal((await take()).code, 0);
  });

  test('no such file; a folder', async (context) => {
    const { take, map, path } = office(context);
    map('lexicon: wrods.csv');
    assert.match((await take()).stderr, /wrods\.csv/);
    mkdirSync(path('folder'));
    map('lexicon: folder');
    assert.equal((await take()).code, 4);
  });

  test('in the feed’s own JSON', async (context) => {
    const { vielfalt, place } = workplace(context);
    const file = (lexicon: OwnLexicon) => {
      const { directory, vocabulary } = example();
      const content = { vielfalt: 1, directory, vocabulary, lexicon, sources: [], providers: [] };
      writeFileSync(`${place}/all.json`, JSON.stringify({ ...content, offers: [] }));
      return vielfalt(['import', 'all.json']);
    };
    const { stderr } = await file([
      { german: 'Kita', words: { uc: ['садок'], uk: ['??'] } },
      { german: 'kita', words: {} },
    ]);
    assert.match(stderr, /lexicon\[0\]\.words\.uc: is not a language that search knows/);
    assert.match(stderr, /lexicon\[0\]\.words\.uk\[0\]: "\?\?" has no letter/);
    assert.match(stderr, /lexicon\[1\]\.german: "kita" stands in lexicon\[0\] already/);
    assert.equal((await file([{ german: 'Kita', words: { uk: ['садок'] } }])).code, 0);
  });
});
