import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import type { HistoryEntry } from '../../server/src/store/store.js';
import { office, offersIn } from './office.js';
import { csv, row, rows } from './offers-table.js';

/** All of a directory but the moments of change and what says only that something was there once. */
function content(directory: string) {
  const { offers, providers, ...rest } = JSON.parse(directory) as DirectoryFile;
  const live = <Item extends { status?: string; changed?: string }>(records: Item[]) =>
    records.filter(({ status }) => status !== 'retired').map((item) => ({ ...item, changed: '' }));
  return { ...rest, offers: live(offers), providers: live(providers) };
}

describe('vielfalt history and vielfalt undo', () => {
  test('say what was imported, and take the last of it back', async (context) => {
    const { importTable, vielfalt, directory } = office(context);
    await importTable(csv(rows(10)));
    const before = await directory();
    const next = [row(1, { Telefon: '030 23125 999' }), ...rows(9).slice(1), row(11)];
    await importTable(csv(next));

    const history = await vielfalt(['history']);
    assert.equal(history.code, 0);
    const [latest = '', counts] = history.stdout.split('\n');
    assert.match(
      latest,
      /^2 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}import of t\.csv \([\da-f]{12}\), revision 2$/,
    );
    assert.equal(counts, '    kreis: offers added 1, changed 1, retired 1; providers unchanged');

    const changed = await directory();
    const rehearsal = await vielfalt(['undo', '--dry-run']);
    assert.equal(rehearsal.code, 0);
    assert.match(rehearsal.stdout, /^import 2 of t\.csv, .*A dry run: nothing was changed\.\n$/s);
    assert.equal(await directory(), changed);

    const undo = await vielfalt(['undo']);
    assert.equal(undo.code, 0, undo.stderr);
    assert.match(undo.stdout, /\nTaken back: revision 3\.\n$/);
    const after = await directory();
    assert.deepEqual(content(after), content(before));
    assert.equal(offersIn(after).find(({ record }) => record === '11')?.status, 'retired');

    const json = await vielfalt(['history', '--json']);
    const entries = JSON.parse(json.stdout) as HistoryEntry[];
    assert.deepEqual(
      entries.map(({ id, undid, revision, file }) => [id, undid, revision, file?.name]),
      [
        [3, 2, 3, undefined],
        [2, undefined, 2, 't.csv'],
        [1, undefined, 1, 't.csv'],
      ],
    );
    assert.notEqual(entries[1]?.file?.hash, entries[2]?.file?.hash);
  });

  test('keep nothing of a dry run or of what was refused', async (context) => {
    const { importTable, vielfalt } = office(context);
    await importTable(csv(rows(10)));
    await importTable(csv(rows(9)), '--dry-run');
    await importTable(csv(rows(2)));
    await importTable(csv([row(1, { Angebot: '' })]));
    const entries = JSON.parse((await vielfalt(['history', '--json'])).stdout) as HistoryEntry[];
    assert.equal(entries.length, 1);
  });

  test('take the first import back to a directory without offers, and nothing before that', async (context) => {
    const { importTable, vielfalt, directory } = office(context);
    await importTable(csv(rows(3)));
    assert.equal((await vielfalt(['undo'])).code, 0);
    assert.ok(offersIn(await directory()).every(({ status }) => status === 'retired'));
    const { code, stderr } = await vielfalt(['undo']);
    assert.equal(code, 3);
    assert.match(stderr, /^There is no import to take back: nothing was changed\.\n$/);
    assert.match((await importTable(csv(rows(3)))).stdout, /added 3|changed 3/);
  });

  test('without a database are trouble, and make none', async (context) => {
    const { vielfalt, database } = office(context);
    for (const command of ['history', 'undo']) {
      const { code, stderr } = await vielfalt([command]);
      assert.equal(code, 4);
      assert.match(stderr, /There is no database at .* Import a file first/);
    }
    assert.equal(existsSync(database), false);
  });
});
