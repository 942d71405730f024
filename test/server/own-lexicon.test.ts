import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { DirectoryFile, OwnLexicon, QuestionAnswer } from '@vielfalt/feed';
import { printXlsx } from '../../server/src/table/write-xlsx.js';
import { example, offer, provider } from './example.js';
import { startFeed } from './feed-harness.js';
import { workplace } from './workplace.js';

const MAPPING = `vielfalt-mapping: 1
source: { id: office }
directory: { title: T, publisher: { name: P }, timeZone: Europe/Berlin, language: de, languages: [] }
fields: { record: Nr, title: Angebot, provider: Träger }
`;
const OFFERS = `Nr;Angebot;Träger
1;Beratung bis 27;Jugendmigrationsdienst
2;Nähtreff;Kulturzentrum Lindenhof
`;
const WORDS = `Deutsch;weitere Wörter;Ukrainisch;ar;Bemerkung
Jugendmigrationsdienst;JMB;ЮМС, служба для молоді;خدمة الشباب، مركز الشباب;bis 27
Kulturzentrum Lindenhof;der Hof;двір;;
`;
const LEXICON: OwnLexicon = [
  {
    german: 'Jugendmigrationsdienst',
    words: { de: ['JMB'], uk: ['ЮМС', 'служба для молоді'], ar: ['خدمة الشباب', 'مركز الشباب'] },
  },
  { german: 'Kulturzentrum Lindenhof', words: { de: ['der Hof'], uk: ['двір'] } },
];

/** A place with a table of offers, a mapping and a list of words. */
function office(context: TestContext, words: string | Uint8Array = WORDS, name = 'words.csv') {
  const place = workplace(context);
  place.write('offers.csv', OFFERS);
  place.write(name, words);
  const map = (more: string) => place.write('m.yaml', `${MAPPING}${more}\n`);
  map(`lexicon: ${name}`);
  const exported = async () =>
    JSON.parse((await place.vielfalt(['export'])).stdout) as DirectoryFile;
  return {
    ...place,
    map,
    lexicon: async () => (await exported()).lexicon,
    take: (...more: string[]) =>
      place.vielfalt(['import', 'offers.csv', '--mapping', 'm.yaml', ...more]),
  };
}

describe('a list of words beside the mapping', () => {
  test('comes with the import; the same list changes nothing', async (context) => {
    const { take, lexicon } = office(context);
    const { code, stdout, stderr } = await take();
    assert.equal(code, 0, stderr);
    assert.match(stdout, /own words: added 2, changed 0, taken out 0/);
    assert.deepEqual(await lexicon(), LEXICON);
    assert.doesNotMatch((await take()).stdout, /own words/);
  });

  test('may be a workbook', async (context) => {
    const rows = [
      ['Jugendmigrationsdienst', 'JMB; Jugenddienst', ''],
      ['Lindenhof', '', 'the yard'],
    ];
    const sheet = { name: 'Wörter', columns: ['Deutsch', 'Abkürzung', 'en-GB'], rows };
    const { take, lexicon } = office(context, await printXlsx([sheet]), 'words.xlsx');
    assert.equal((await take()).code, 0);
    assert.deepEqual(await lexicon(), [
      { german: 'Jugendmigrationsdienst', words: { de: ['JMB', 'Jugenddienst'] } },
      { german: 'Lindenhof', words: { en: ['the yard'] } },
    ]);
  });

  test('of a workbook the first sheet is read, and the others are named', async (context) => {
    const sheet = (name: string, german: string) => ({
      ...{ name, columns: ['Deutsch', 'en'] },
      rows: [[german, `${german} yard`]],
    });
    const book = await printXlsx([sheet('Wörter', 'Hof'), sheet('Mehr', 'Lindenhof')]);
    const { take, lexicon } = office(context, book, 'words.xlsx');
    const { stdout } = await take();
    assert.match(stdout, /sheets of the list of words that are not read: "Mehr"\./);
    assert.deepEqual(await lexicon(), [{ german: 'Hof', words: { en: ['Hof yard'] } }]);
  });

  test('stays where an import says nothing of it, and goes where it says none', async (context) => {
    const { take, lexicon, map } = office(context);
    await take();
    map('');
    assert.doesNotMatch((await take()).stdout, /own words/);
    assert.deepEqual(await lexicon(), LEXICON);
    map('lexicon: none');
    assert.match((await take('--dry-run')).stdout, /taken out 2/);
    assert.match((await take()).stdout, /own words: added 0, changed 0, taken out 2/);
    assert.equal(await lexicon(), undefined);
  });

  test('is taken back with its import', async (context) => {
    const { take, lexicon, write, vielfalt } = office(context);
    await take();
    write('words.csv', 'Deutsch;en\nJugendmigrationsdienst;youth desk\n');
    assert.match((await take()).stdout, /own words: added 0, changed 1, taken out 1/);
    assert.deepEqual((await lexicon())?.[0]?.words, { en: ['youth desk'] });
    const rehearsed = await vielfalt(['undo', '--dry-run']);
    assert.match(rehearsed.stdout, /own words: added 1, changed 1, taken out 0/);
    const undone = await vielfalt(['undo']);
    assert.equal(undone.code, 0);
    assert.match(undone.stdout, /own words: added 1, changed 1, taken out 0/);
    assert.deepEqual(await lexicon(), LEXICON);
    const { stdout } = await vielfalt(['history']);
    assert.deepEqual(stdout.match(/own words: .*/g), [
      'own words: added 1, changed 1, taken out 0',
      'own words: added 0, changed 1, taken out 1',
      'own words: added 2, changed 0, taken out 0',
    ]);
  });

  test('there is one list: that of another source takes its place, and the import says so', async (context) => {
    const { take, lexicon, write } = office(context);
    await take();
    write('words.csv', 'Deutsch;en\nNähtreff;sewing\n');
    const { stdout } = await take('--source', 'others');
    assert.match(stdout, /own words: added 1, .*taken out 2\. The directory has one list of words/);
    assert.deepEqual(await lexicon(), [{ german: 'Nähtreff', words: { en: ['sewing'] } }]);
  });

  test('undo of the first list leaves none', async (context) => {
    const { take, lexicon, map, vielfalt } = office(context);
    map('');
    await take();
    map('lexicon: words.csv');
    await take();
    await vielfalt(['undo']);
    assert.equal(await lexicon(), undefined);
  });

  for (const format of ['json', 'csv', 'xlsx']) {
    test(`lives in an export to ${format}, and comes back from it`, async (context) => {
      const { take, vielfalt, database } = office(context);
      await take();
      const file = `all.${format}`;
      await vielfalt(['export', '--output', file]);
      const url = `sqlite:${database}-2`;
      const again = await vielfalt(['import', file], { url });
      assert.equal(again.code, 0, again.stderr);
      const { stdout } = await vielfalt(['export'], { url });
      assert.deepEqual((JSON.parse(stdout) as DirectoryFile).lexicon, LEXICON);
    });
  }

  test('lives in a backup', async (context) => {
    const { take, vielfalt, place } = office(context);
    await take();
    await vielfalt(['backup', 'copy.sqlite']);
    const { stdout } = await vielfalt(['export'], { url: `sqlite:${place}/copy.sqlite` });
    assert.deepEqual((JSON.parse(stdout) as DirectoryFile).lexicon, LEXICON);
  });

  test('is never written over by the same command', async (context) => {
    const { take } = office(context);
    const { code, stderr } = await take('--report', 'words.csv', '--force');
    assert.equal(code, 2);
    assert.match(stderr, /list of words/);
  });

  test('check names words that find no offer', async (context) => {
    const { take, vielfalt } = office(context, `${WORDS}Tauchschule;TS;;;\n`);
    await take();
    const { code, stdout } = await vielfalt(['check']);
    assert.equal(code, 1);
    assert.match(stdout, /own words that find no offer: 1\n.*\(TS\) lexicon "Tauchschule"/);
  });
});

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
    assert.match(stderr, /Mend the list of words, or take the line lexicon out/);
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

describe('in the running service', () => {
  const changes = {
    ...example(),
    providers: [
      provider(1, { name: 'Kulturzentrum Lindenhof' }),
      provider(2, { name: 'Jugendmigrationsdienst Beispiel' }),
    ],
    offers: [offer(1, { title: 'Nähtreff' }), offer(2, { provider: provider(2).id })],
  };

  test('words count with the next revision, and are gone with the one after', async (context) => {
    const feed = await startFeed(context, { changes });
    const titles = async (q: string) =>
      (await feed.offers(`q=${encodeURIComponent(q)}`)).offers.map(({ title }) => title);
    const means = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`))
        .json<QuestionAnswer>()
        .senses.flatMap((sense) => sense.means);
    assert.deepEqual(await titles('двір'), []);
    await feed.publish({ lexicon: LEXICON });
    assert.deepEqual(await titles('двір'), ['Nähtreff']);
    assert.deepEqual(await titles('wo ist der Hof'), ['Nähtreff']);
    assert.deepEqual(await titles('مركز الشباب'), ['Angebot 2']);
    assert.deepEqual(await titles('JMB'), ['Angebot 2']);
    assert.equal((await means('JMB'))[0], 'Jugendmigrationsdienst');
    await feed.publish({ lexicon: [] });
    assert.deepEqual(await titles('JMB'), []);
    assert.deepEqual(await means('двір'), []);
  });

  test('what the office says wins, and else the language that is asked for', async (context) => {
    const feed = await startFeed(context, { changes });
    const means = async (q: string, lang: string) =>
      (await feed.get(`/v1/question?${new URLSearchParams({ q, lang }).toString()}`))
        .json<QuestionAnswer>()
        .senses.map((sense) => [sense.language, sense.means[0]]);
    assert.deepEqual(await means('сад', 'de'), [['ru', 'Garten']]);
    assert.equal((await means('сад', 'uk'))[0]?.[0], 'uk');
    const lexicon: OwnLexicon = [
      { german: 'Nähtreff', words: { uk: ['сад'], tr: ['sohbet', 'ders'], kmr: ['nan'] } },
    ];
    await feed.publish({ lexicon });
    for (const [q, tag] of [
      ['сад', 'uk'],
      ['sohbet', 'tr'],
      ['ders', 'tr'],
      ['nan', 'kmr'],
    ] as const) {
      assert.deepEqual(await means(q, 'de'), [[tag, 'Nähtreff']], q);
      const found = await feed.offers(new URLSearchParams({ q, lang: 'de' }).toString());
      assert.equal(found.offers[0]?.title, 'Nähtreff', q);
    }
  });

  test('lists are searched in the language that they are asked for in', async (context) => {
    const feed = await startFeed(context, { changes });
    await feed.publish({
      lexicon: [
        { german: 'Nähtreff', words: { uk: ['лава'] } },
        { german: 'Angebot', words: { ru: ['лава'] } },
      ],
    });
    const titles = async (lang: string) =>
      (await feed.offers(new URLSearchParams({ q: 'лава', lang }).toString())).offers.map(
        ({ title }) => title,
      );
    assert.deepEqual(await titles('uk'), ['Nähtreff']);
    assert.deepEqual(await titles('uk-UA'), ['Nähtreff']);
    assert.deepEqual(await titles('ru'), ['Angebot 2']);
  });

  test('a word with thousands of meanings keeps nobody waiting', async (context) => {
    const feed = await startFeed(context, { changes });
    const lexicon: OwnLexicon = Array.from({ length: 9_000 }, (_, at) => ({
      german: `Kurshilfe wq${at}`,
      words: { de: ['JMB'], uk: ['ЮМС'] },
    }));
    await feed.publish({ lexicon });
    for (const q of ['JMB', 'ЮМС']) {
      const answer = await feed.get(`/v1/question?q=${encodeURIComponent(q)}`);
      assert.equal(answer.json<QuestionAnswer>().senses[0]?.means.length, 4);
      assert.ok(answer.body.length < 2_000, q);
    }
  });
});
