import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import { desk, NAME, SAMPLE, tei } from './dictionary-desk.js';

describe('vielfalt dictionary says what is wrong', () => {
  test('wants a database to be there, and makes nothing where there is none', async (context) => {
    const { vielfalt, path, place } = desk(context);
    const elsewhere = `sqlite:${path('typo/vielfalt.sqlite')}`;
    for (const args of [['add', NAME], ['list'], ['remove', 'ukr-deu']]) {
      const { code, stdout, stderr } = await vielfalt(['dictionary', ...args], { url: elsewhere });
      assert.deepEqual([code, stdout], [4, '']);
      assert.match(stderr, /There is no database at .*typo\/vielfalt\.sqlite\. .* DATABASE_URL/);
    }
    rmSync(path('vielfalt.sqlite'));
    const forgotten = await vielfalt(['dictionary', 'add', NAME], {
      url: 'sqlite:vielfalt.sqlite',
    });
    assert.equal(forgotten.code, 4);
    assert.ok(forgotten.stderr.includes(`no database at ${path('vielfalt.sqlite')}`));
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
      /not written in Latin letters\. Pass --from de/,
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
    assert.match(stderr, /translations in uk, en, and none in de\..* pass --from de\./);
  });
});
