import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { printXlsx } from '../../server/src/table/write-xlsx.js';
import { LEXICON, WORDS, office } from './own-lexicon-office.js';

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
