import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { OffersAnswer, QuestionAnswer } from '@vielfalt/feed';
import { WordFile } from '../../server/src/dictionaries/word-file.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';
import { workplace } from './workplace.js';

const SAMPLE = readFileSync(new URL('dictionaries/ukr-deu.tei', import.meta.url), 'utf8');
const NAME = 'ukr-deu.tei';

/** A dictionary in TEI. */
function tei(
  entries: Record<string, string>,
  availability = '<licence>CC BY 4.0</licence>',
): string {
  const body = Object.entries(entries).map(
    ([word, other]) =>
      `<entry><form><orth>${word}</orth></form><sense><cit type="trans"><quote>${other}</quote></cit></sense></entry>`,
  );
  return `<TEI><teiHeader><fileDesc><titleStmt><title>Sample</title></titleStmt><publicationStmt><availability>${availability}</availability></publicationStmt></fileDesc></teiHeader><text><body>${body.join('\n')}</body></text></TEI>`;
}

function desk(context: TestContext, content: string | Uint8Array = SAMPLE, name = NAME) {
  const place = workplace(context);
  // Of a database only that it is there matters.
  place.write('vielfalt.sqlite', '');
  place.write(name, content);
  return {
    ...place,
    add: (...more: string[]) => place.vielfalt(['dictionary', 'add', name, ...more]),
    lines: (id = 'ukr-deu') =>
      readFileSync(place.path(`dictionaries/${id}.words`), 'utf8')
        .trim()
        .split('\n')
        .slice(1),
  };
}

describe('vielfalt dictionary', () => {
  test('adds a dictionary, lists it with its licence, and removes it', async (context) => {
    const { add, vielfalt, lines, path } = desk(context);
    const added = await add();
    assert.equal(added.code, 0, added.stderr);
    const [line = '', where, ...more] = added.stdout.split(/(?<=\n)/);
    assert.match(
      line,
      /^ukr-deu {2}uk, 4 words, added .*: Ukrainian-German sample dictionary \(CC BY-SA 4\.0\)\n$/,
    );
    assert.equal(where, `added: ${path('dictionaries/ukr-deu.words')}\n`);
    assert.deepEqual(more, []);
    // No examples, no other languages, no grammar, nothing that stands in every question.
    assert.deepEqual(lines(), [
      'бубон\tTamburin',
      'гра бандурі\tBandura;Lautenspiel',
      'килимарство\tTeppichweben;Weberei',
      'курс\tFahrtrichtung',
    ]);
    assert.equal((await vielfalt(['dictionary', 'list'])).stdout, line);
    assert.equal((await vielfalt(['dictionary', 'remove', 'ukr-deu'])).code, 0);
    const none = await vielfalt(['dictionary', 'list']);
    const nowhere = `There are no dictionaries in ${path('dictionaries')}.\n`;
    assert.deepEqual([none.stdout, none.stderr], ['', nowhere]);
  });

  test('reads the other direction, and TEI of before P5', async (context) => {
    const old = SAMPLE.replace(/<body[^]*<\/body>/, () => {
      const tr = '<trans><tr>барабан</tr><tr>бубон, тамбурин</tr></trans>';
      return `<body><entry><form><orth>Trommel</orth></form>${tr}</entry></body>`;
    });
    const { add, lines } = desk(context, old, 'deu-ukr.tei');
    assert.equal((await add()).code, 0);
    assert.deepEqual(lines('deu-ukr'), ['барабан\tTrommel', 'бубон\tTrommel', 'тамбурин\tTrommel']);
  });

  test('takes languages, licence and title that are said', async (context) => {
    const { add } = desk(context, tei({ Trommel: 'drum' }, ''), 'words.tei');
    const options = ['--language', 'eng', '--from', 'deu', '--title', 'Mine'];
    const without = await add(...options);
    assert.equal(without.code, 1);
    assert.match(without.stderr, /does not say what its licence is\. Say it: --licence/);
    const { stdout } = await add(...options, '--licence', 'own work');
    assert.match(stdout, /^words {2}en, 1 word, .*: Mine \(own work\)\n/);
  });

  test('takes no sentence about copyright for a licence', async (context) => {
    const { add, vielfalt } = desk(context, tei({ бубон: 'Tamburin' }, '<p>(C) 2003 by Foo.</p>'));
    const without = await add();
    assert.equal(without.code, 1);
    assert.match(
      without.stderr,
      /names no licence that is known here\. It says: "\(C\) 2003 by Foo\."\. If you may use it/,
    );
    assert.equal((await vielfalt(['dictionary', 'list'])).stdout, '');
    assert.match((await add('--licence', 'by agreement')).stdout, /Sample \(by agreement\)/);
  });

  test('keeps title and licence on a line, and shows where one is cut', async (context) => {
    const { add, vielfalt } = desk(context);
    await add('--title', 'One\n  two', '--licence', 'x'.repeat(200));
    const { stdout } = await vielfalt(['dictionary', 'list']);
    assert.match(stdout, /: One two \(x{149}…\)\n$/);
  });

  test('calls one without a name by its language', async (context) => {
    const { vielfalt } = desk(context);
    const args = ['dictionary', 'add', '-', '--language', 'uk'];
    assert.match((await vielfalt(args, { stdin: SAMPLE })).stdout, /^uk {2}uk, 4 words/);
    assert.equal((await vielfalt(['dictionary', 'remove', 'uk'])).code, 0);
  });

  test('puts a new one in the place of the old one', async (context) => {
    const { add, write, lines } = desk(context);
    await add();
    write(NAME, tei({ бубон: 'Tamburin' }));
    const { code, stdout } = await add();
    assert.equal(code, 0);
    assert.match(
      stdout,
      /\nreplaced: .*ukr-deu\.words, which was uk, 4 words, .*: Ukrainian-German sample .*\n$/,
    );
    assert.deepEqual(lines(), ['бубон\tTamburin']);
  });

  test('wants a database to be there, and makes nothing where there is none', async (context) => {
    const { add, vielfalt, path, place } = desk(context);
    const elsewhere = `sqlite:${path('typo/vielfalt.sqlite')}`;
    for (const args of [['add', NAME], ['list'], ['remove', 'ukr-deu']]) {
      const { code, stdout, stderr } = await vielfalt(['dictionary', ...args], { url: elsewhere });
      assert.deepEqual([code, stdout], [4, '']);
      assert.match(stderr, /There is no database at .*typo\/vielfalt\.sqlite\. .* DATABASE_URL/);
    }
    rmSync(path('vielfalt.sqlite'));
    assert.equal((await add()).code, 4);
    assert.deepEqual(readdirSync(place), [NAME]);
  });

  test('says what stands in its way in the folder', async (context) => {
    const { add, vielfalt, path, write } = desk(context);
    write('dictionaries', '');
    for (const args of [['list'], ['remove', 'ukr-deu']]) {
      const { code, stderr } = await vielfalt(['dictionary', ...args]);
      assert.equal(code, 4);
      assert.match(stderr, /dictionaries should be a folder .* and is a file\. Move it away/);
    }
    const inTheWay = await add();
    assert.equal(inTheWay.code, 4);
    assert.match(inTheWay.stderr, /ukr-deu\.words cannot be written: .* folder is a file/);

    rmSync(path('dictionaries'));
    mkdirSync(path('dictionaries/dd.words'), { recursive: true });
    const list = await vielfalt(['dictionary', 'list']);
    assert.equal(list.stdout, 'dd  is a folder, and should be a file: move it away\n');
    const removed = await vielfalt(['dictionary', 'remove', 'dd']);
    assert.match(removed.stderr, /dd\.words cannot be removed: it is a folder\.\n$/);
  });

  test('of a large one no more than a part is in memory at once', async (context) => {
    const words = Array.from({ length: 105_000 }, (_, at): [string, string] => [
      `слово${at}б`,
      `Wort ${at}`,
    ]);
    const { add, lines } = desk(context, tei(Object.fromEntries<string>(words)));
    assert.equal((await add()).code, 0);
    const all = lines();
    assert.equal(all.length, 105_000);
    assert.deepEqual(all, [...all].sort());
  });

  const cases: [what: string, content: string | Uint8Array, code: number, sentence: RegExp][] = [
    ['no XML', 'абетка', 1, /is not a dictionary in TEI/],
    ['another XML', '<?xml version="1.0"?><html/>', 1, /is not a dictionary in TEI/],
    ['cut off', SAMPLE.slice(0, -200), 1, /, line \d+: this is not a whole XML file \(.*[a-z]\)/],
    ['no entries', tei({}), 1, /has no entries/],
    [
      'an entity of its own',
      `<!DOCTYPE TEI [<!ENTITY a "&b;&b;"><!ENTITY b "c">]>\n${tei({ '&a;': 'B' })}`,
      1,
      /ukr-deu\.tei, line 2: this has an entity, such as &auml;, .* xmllint --noent/,
    ],
    [
      'an endless comment',
      tei({ [`<!--${'<b'.repeat(2_000_000)}-->а`]: 'B' }),
      1,
      /, line 1: a text or a comment goes on/,
    ],
    [
      'an endless text',
      tei({ а: 'B'.repeat(4_000_000) }),
      1,
      /, line 1: a text or a comment goes on/,
    ],
    ['endless depth', tei({ а: `${'<b>'.repeat(100_000)}B` }), 1, /more than 100 deep/],
    [
      'Latin-1 that says UTF-8',
      Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?>\n${tei({ 'a\n': 'B', b: 'Käse' })}`,
        'latin1',
      ),
      1,
      /ukr-deu\.tei, line 4: this is not UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${SAMPLE}`, 'utf16le'), 1, /is written in UTF-16\. Convert it/],
    [
      'the wrong direction',
      tei({ Trommel: 'барабан' }),
      1,
      /not written in Latin letters\. Say --from de/,
    ],
    ['another encoding', SAMPLE.replace('UTF-8', 'KOI8-U'), 1, /is written in KOI8-U\. Convert it/],
  ];
  for (const [what, content, code, sentence] of cases) {
    test(`${what}: one sentence, and nothing is added`, async (context) => {
      const { add, vielfalt } = desk(context, content);
      const outcome = await add();
      assert.equal(outcome.code, code, outcome.stderr);
      assert.match(outcome.stderr, sentence);
      assert.equal(outcome.stderr.trim().split('\n').length, 1);
      assert.equal((await vielfalt(['dictionary', 'list'])).stdout, '');
    });
  }

  test('of an entry no more is read than anybody looks for', async (context) => {
    const many = (word: string) => Array.from({ length: 30_000 }, (_, at) => `${word} ${at}`);
    const { add, lines } = desk(
      context,
      tei({ [many('слово').join(';')]: many('Wort').join(';') }),
    );
    assert.equal((await add()).code, 0);
    assert.equal(lines()[0], 'слово 0\tWort 0;Wort 1;Wort 2;Wort 3;Wort 4;Wort 5');
    assert.ok(lines().length <= 100);
  });

  test('ends where no folder can be made', async (context) => {
    const { vielfalt } = desk(context);
    for (const url of ['sqlite:/proc/x.sqlite', 'sqlite:/proc/version']) {
      assert.equal((await vielfalt(['dictionary', 'add', NAME], { url })).code, 4, url);
    }
  });

  test('says how it is called', async (context) => {
    const { vielfalt, write } = desk(context);
    write('words.tei', SAMPLE);
    write('eng-fra.tei', SAMPLE);
    for (const [args, sentence] of [
      [[], /Say add, list or remove\./],
      [['ad', NAME], /Did you mean add\?/],
      [['add'], /Name a file/],
      [['add', 'words.tei'], /does not say which language it is of\. Say it: --language uk/],
      [['add', NAME, '--language', 'de'], /not German/],
      [['add', NAME, '--language', 'xyzzy'], /"xyzzy" is not a language/],
      [['add', NAME, '--from', 'tr'], /de or uk, not "tr"/],
      [['add', NAME, '--licence', ''], /--licence is empty/],
      [['add', NAME, '--language', ''], /--language is empty/],
      [['add', NAME, '--from', ' '], /--from is empty/],
      [['add', '-x.tei'], /There is no option -x\. A file .* begins with - .*: \.\/-x\.tei\.$/m],
      [['add', 'eng-fra.tei'], /eng-fra\.tei says that it is of en and fr\. .* German/],
      [['remove', 'ukr-due'], /There are none/],
      [['list', '--from', 'de'], /belongs to vielfalt dictionary add/],
    ] as const) {
      const { code, stderr } = await vielfalt(['dictionary', ...args]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, sentence);
    }
    // That there is no such file comes before what its name does not say.
    const none = await vielfalt(['dictionary', 'add', 'none.tei']);
    assert.equal(none.code, 4);
    assert.match(none.stderr, /There is no file none\.tei/);
  });

  test('says how what is packed is unpacked', async (context) => {
    const { vielfalt, write } = desk(context);
    const tar = Buffer.alloc(512);
    tar.write('ustar', 257);
    for (const [name, bytes, program] of [
      ['a.src.tar.xz', Buffer.from('fd377a585a00', 'hex'), 'tar xf'],
      ['a.tei.xz', Buffer.from('fd377a585a00', 'hex'), 'unxz'],
      ['a.tei.bz2', Buffer.from('BZh9'), 'bunzip2'],
      ['a.tei.gz', Buffer.from('1f8b0800', 'hex'), 'gunzip'],
      ['a.tgz', Buffer.from('1f8b0800', 'hex'), 'tar xf'],
      ['a.zip', Buffer.from('504b0304', 'hex'), 'unzip'],
      ['a.tar', tar, 'tar xf'],
    ] as const) {
      const { code, stderr } = await vielfalt(['dictionary', 'add', write(name, bytes)]);
      assert.equal(code, 1, stderr);
      assert.ok(stderr.includes(`Unpack it first (${program})`), stderr);
    }
  });

  test('names the option that is missing where entries are the other way round', async (context) => {
    const german = SAMPLE.replaceAll('xml:lang="de"', 'xml:lang="uk"');
    const { add } = desk(
      context,
      german.replaceAll('<cit type="trans">', '<cit type="trans" xml:lang="ukr">'),
      'words.tei',
    );
    const { code, stderr } = await add('--language', 'uk');
    assert.equal(code, 1);
    assert.match(stderr, /translations in uk, en, and none in de\..* say --from de\./);
  });
});

describe('a dictionary’s file', () => {
  /** A file of many words, those given among them. */
  function open(context: TestContext, lines: Record<string, string>, more = 0): WordFile {
    const path = join(folder(context), 'a.words');
    const others = Array.from({ length: more }, (_, at): [string, string] => [
      `${['вода', 'мова', 'школа', 'Ärger'][at % 4] ?? ''}${at}б`,
      `Wort${at}`,
    ]);
    const all = [...Object.entries(lines), ...others].sort(([a], [b]) => (a < b ? -1 : 1));
    const head = {
      'vielfalt-dictionary': 1,
      title: 'T',
      licence: 'L',
      language: 'uk',
      words: 1,
      added: '',
    };
    writeFileSync(
      path,
      [JSON.stringify(head), ...all.map((line) => line.join('\t')), ''].join('\n'),
    );
    const file = new WordFile(path);
    context.after(() => file.close());
    return file;
  }

  test('finds each of its words, wherever it stands', (context) => {
    const file = open(
      context,
      { а: 'A', яяя: 'Z', 'ялинка зелена': 'grün', ялинка: 'Tanne' },
      20_000,
    );
    assert.deepEqual(file.match(['яяя'])?.german, ['Z']);
    for (const at of [0, 1, 2, 4_999, 12_345, 19_998]) {
      const word = `${['вода', 'мова', 'школа', 'Ärger'][at % 4] ?? ''}${at}б`;
      assert.deepEqual(file.match([word])?.german, [`Wort${at}`], word);
    }
    assert.equal(file.match(['мовознавство']), undefined);
  });

  test('in any inflection, the longest phrase', (context) => {
    const file = open(context, { ялинка: 'Tanne', 'ялинка зелена': 'Edeltanne', ялина: 'Fichte' });
    assert.deepEqual(file.match(['ялинками']), { length: 1, german: ['Tanne'], sureness: 0.8 });
    assert.deepEqual(file.match(['ялинку', 'зелену']), {
      length: 2,
      german: ['Edeltanne'],
      sureness: 0.8,
    });
    assert.deepEqual(file.match(['ялинка', 'та'])?.german, ['Tanne']);
  });

  test('also where very many begin alike', (context) => {
    const lines = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`пере${String(at).padStart(5, '0')}к`, 'x']),
    );
    const file = open(context, { ...lines, перець: 'Pfeffer', пер: 'Feder' });
    assert.deepEqual(file.match(['перець'])?.german, ['Pfeffer']);
    assert.deepEqual(file.match(['пере19999к'])?.german, ['x']);
  });
});

describe('the service with a dictionary', () => {
  const changes = {
    ...example(),
    offers: [
      offer(1, { title: 'Tamburinkreis' }),
      offer(2, { title: 'Teppichweben' }),
      offer(3, { title: 'Deutschkurs' }),
    ],
  };

  test('asks it for words that nothing else knows, and names it', async (context) => {
    const { add, place, vielfalt } = desk(context);
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    const titles = async (q: string) =>
      (await feed.offers(`q=${encodeURIComponent(q)}`)).offers.map(({ title }) => title);
    const senses = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`)).json<QuestionAnswer>().senses;
    const footer = async () => (await feed.get('/?lang=de')).body.toString();
    const known = await senses('курс німецької мови для дітей');
    assert.deepEqual(await titles('бубони'), []);

    await add();
    await feed.refresh();
    assert.deepEqual(await titles('бубони'), ['Tamburinkreis']);
    assert.deepEqual(await titles('килимарство'), ['Teppichweben']);
    assert.deepEqual(await senses('курс бубонів'), [
      ...(await senses('курс')),
      { asked: 'бубонів', language: 'uk', means: ['Tamburin'] },
    ]);
    // What is known already means what it did.
    assert.deepEqual(await senses('курс німецької мови для дітей'), known);
    const { directory } = (await feed.get('/v1/offers')).json<OffersAnswer>();
    assert.equal(
      directory.attribution,
      'Wörterbücher der Suche: Ukrainian-German sample dictionary (CC BY-SA 4.0)',
    );
    assert.ok(
      (await footer()).includes(
        'Wörterbücher der Suche: <bdi><a href="https://sample.example.org/">Ukrainian-German sample dictionary</a> (<a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>)</bdi>',
      ),
    );
    // A second one of the same name is not named again.
    await vielfalt(['dictionary', 'add', '-', '--language', 'uk'], { stdin: SAMPLE });
    await feed.refresh();
    assert.equal((await footer()).split('Ukrainian-German sample dictionary').length, 2);
    await vielfalt(['dictionary', 'remove', 'uk']);

    // The office's own words win.
    const lexicon = [{ german: 'Teppichweben', words: { uk: ['бубон'] } }];
    await feed.publish({ lexicon });
    assert.deepEqual(await titles('бубони'), ['Teppichweben']);
    await feed.publish({ lexicon: [] });

    await vielfalt(['dictionary', 'remove', 'ukr-deu']);
    await feed.refresh();
    assert.deepEqual(await titles('бубони'), []);
    assert.doesNotMatch(await footer(), /sample dictionary/);
  });

  test('asks all dictionaries of a language, and puts together what they have', async (context) => {
    const { add, place, write, vielfalt } = desk(context, tei({ dubok: 'Kanne' }), 'a.tei');
    write('b.tei', tei({ dubok: 'Tamburin; Kanne', dubokar: 'Gabel', vinkok: 'Teppichweben' }));
    await add('--language', 'sv');
    await vielfalt(['dictionary', 'add', 'b.tei', '--language', 'sv']);
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    const means = async (q: string) =>
      (await feed.get(`/v1/question?q=${q}`))
        .json<QuestionAnswer>()
        .senses.map((sense) => sense.means);
    assert.deepEqual(await means('dubok'), [['Kanne', 'Tamburin']]);
    assert.deepEqual(await means('vinkok'), [['Teppichweben']]);
    const { offers } = await feed.offers('q=dubok');
    assert.deepEqual(
      offers.map(({ title }) => title),
      ['Tamburinkreis'],
    );
  });

  test('does not read German as another language', async (context) => {
    const english = tei({ tombola: 'Verlosung', hang: 'hängen', gazebo: 'Pavillon' });
    const { add, place } = desk(context, english, 'eng-deu.tei');
    const offers = [...changes.offers, offer(4, { title: 'Große Tombola' })];
    const options = { changes: { ...changes, offers }, dictionaries: join(place, 'dictionaries') };
    await add();
    const feed = await startFeed(context, options);
    const senses = async (q: string) =>
      (await feed.get(`/v1/question?q=${encodeURIComponent(q)}`)).json<QuestionAnswer>().senses;
    // It stands in the directory; in a German question short words are no other language's.
    assert.deepEqual(await senses('Tombola'), []);
    assert.deepEqual(
      (await senses('Deutschkurs mit Hang')).filter(({ language }) => language === 'en'),
      [],
    );
    // Its consonants are those of an Arabic word, which is less than the word itself.
    assert.deepEqual((await senses('gazebo'))[0]?.means, ['Pavillon']);
  });

  test('goes on where there is no folder of dictionaries but a file', async (context) => {
    const place = folder(context);
    writeFileSync(join(place, 'dictionaries'), '');
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    await feed.refresh();
    assert.equal((await feed.offers('')).total, 3);
    assert.equal(feed.logged().match(/should be a folder.*/g)?.length, 1, 'said once');
  });

  test('goes on without one that cannot be read', async (context) => {
    const place = folder(context);
    mkdirSync(join(place, 'dictionaries'));
    writeFileSync(join(place, 'dictionaries', 'broken.words'), 'no JSON\n');
    const feed = await startFeed(context, { changes, dictionaries: join(place, 'dictionaries') });
    assert.equal((await feed.offers('')).total, 3);
    assert.match(feed.logged(), /broken\.words/);
  });
});
