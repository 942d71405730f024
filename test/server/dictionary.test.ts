import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { WordFile } from '../../server/src/dictionaries/word-file.js';
import { desk, NAME, SAMPLE, tei } from './dictionary-desk.js';
import { folder } from './fixture.js';

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
      /names no licence that is known here\. It says: “\(C\) 2003 by Foo\.” If you may use it/,
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

  test('reads the languages off a name that has more in it', async (context) => {
    const { add } = desk(context, SAMPLE, 'my-old-ukr-deu.tei');
    assert.match((await add()).stdout, /^my-old-ukr-deu {2}uk, 4 words/);
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
