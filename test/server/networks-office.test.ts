import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { printXlsx } from '../../server/src/table/write-xlsx.js';
import { directoryFile, offers, provider } from './fixture.js';
import { workplace } from './workplace.js';

const NETWORKS = {
  name: 'Netzwerke',
  columns: ['Netzwerk', 'Ziel', 'Mitglieder'],
  rows: [
    ['Runder Tisch', 'Ankommen', 'Verein p, Kita Sonne'],
    ['AK Sport', 'Bewegung', 'Verein p'],
  ],
};
const OFFERS = {
  name: 'Angebote',
  columns: ['Titel', 'Träger'],
  rows: [['Kurs', 'Verein p']],
};

/** A workplace with a directory of one provider and three offers. */
async function office(context: TestContext) {
  const place = workplace(context);
  const { vielfalt, write, path } = place;
  const file = directoryFile(offers(3), { providers: [provider('p')] });
  assert.equal((await vielfalt(['import', write('start.json', file)])).code, 0);
  return {
    ...place,
    /** Suggests a mapping, as the office keeps it. */
    suggested: async (table: string, mapping: string, ...options: string[]) => {
      const done = await vielfalt(['import', table, '--suggest', '--mapping', mapping, ...options]);
      assert.equal(done.code, 0, done.stderr);
      return readFileSync(path(mapping), 'utf8');
    },
    directory: async () => {
      const { code, stderr } = await vielfalt(['export', '--output', 'now.json', '--force']);
      assert.equal(code, 0, stderr);
      return JSON.parse(readFileSync(path('now.json'), 'utf8')) as DirectoryFile;
    },
    book: async (name: string, ...sheets: Parameters<typeof printXlsx>[0]) => {
      writeFileSync(path(name), await printXlsx(sheets));
      return name;
    },
  };
}

describe('a workbook with a sheet of offers and one of networks', () => {
  test('is read sheet by sheet, each by a mapping that is suggested for it', async (context) => {
    const { vielfalt, suggested, book, directory } = await office(context);
    await book('alles.xlsx', OFFERS, NETWORKS);
    assert.match(await suggested('alles.xlsx', 'o.yaml'), /\n {2}title: Titel\n/);
    const text = await suggested('alles.xlsx', 'n.yaml', '--sheet', 'Netzwerke');
    assert.match(text, /\n {2}network\.members: Mitglieder\n/);
    for (const mapping of ['o.yaml', 'n.yaml']) {
      const args = ['import', 'alles.xlsx', '--mapping', mapping, '--source', 'table'];
      const { code, stderr } = await vielfalt(args);
      assert.equal(code, 0, stderr);
    }
    const { networks, offers: all } = await directory();
    assert.deepEqual(
      networks?.map(({ name, source }) => [name, source]),
      [
        ['AK Sport', 'table'],
        ['Runder Tisch', 'table'],
      ],
    );
    assert.deepEqual(
      all.flatMap(({ source, title }) => (source === 'table' ? title : [])),
      ['Kurs'],
    );
  });

  test('names the sheets that there are where one is asked for that is not', async (context) => {
    const { vielfalt, book } = await office(context);
    await book('alles.xlsx', OFFERS, NETWORKS);
    const wrong = await vielfalt(['import', 'alles.xlsx', '--suggest', '--sheet', 'Netzwerk']);
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /no sheet “Netzwerk”\. Did you mean “Netzwerke”\?/);
    const idle = await vielfalt(['import', 'alles.xlsx', '--mapping', 'n.yaml', '--sheet', 'x']);
    assert.equal(idle.code, 2);
    assert.match(idle.stderr, /--sheet is for --suggest\./);
  });
});
