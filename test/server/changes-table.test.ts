import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileOffer, Recurrence } from '@vielfalt/feed';
import { dismissOverruled } from '../../server/src/desk/changes.js';
import { toDirectoryFile } from '../../server/src/export/feed-json.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { NEW, OLD, THIRD, desk } from './changing.js';

describe('an accepted change and the table', () => {
  test('stays while the table says the old, whatever else it says', async () => {
    const { put, accept, published, papers, id } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    const changed = (await published()).changed;
    const report = await put([{ cost: { text: '10  Euro ' }, title: 'Anders' }]);
    assert.deepEqual(report.ended, []);
    const { cost, title } = await published();
    assert.deepEqual([cost, title], [NEW, 'Anders']);
    assert.notEqual((await published()).changed, changed);
    assert.deepEqual(await papers('amendment'), [`${id} cost`]);
  });

  test('importing a file twice changes nothing, also with changes and confirmations', async () => {
    const { put, accept, confirm, state } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    await confirm();
    const before = await state();
    const report = await put([{ cost: OLD }]);
    assert.equal(report.sources[0]?.offers?.unchanged, 1);
    assert.deepEqual(await state(), before);
  });

  test('is done with where the table says the new', async () => {
    const { put, accept, published, papers, store } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    const before = await published();
    const report = await put([{ cost: NEW }]);
    assert.deepEqual(
      report.ended.map(({ standing, amendment }) => [standing, amendment.field]),
      [['settled', 'cost']],
    );
    assert.deepEqual(await published(), before);
    assert.deepEqual([await papers('amendment'), await papers('imported')], [[], []]);
    assert.deepEqual((await store.history())[0]?.judged, { settled: 1, overruled: 0 });
    assert.equal(report.revision, await store.revision());
    await put([{ cost: OLD }]);
    assert.deepEqual((await published()).cost, OLD);
  });

  test('is done with where the table says the new times, whatever day it reads them from', async () => {
    const weekly = (day: string, byday: string, more: Partial<Recurrence> = {}) => ({
      schedule: {
        times: [
          {
            ...{ dtstart: `${day}T17:00`, dtend: `${day}T19:00`, freq: 'WEEKLY' as const },
            ...{ byday: [byday], ...more },
          },
        ],
      },
    });
    const old = weekly('2026-01-05', 'MO');
    const cases: [string, Partial<FileOffer>, string][] = [
      ['begun before', weekly('2026-01-01', 'TH'), 'settled'],
      ['not begun', weekly('2027-02-04', 'TH'), 'overruled'],
      ['on another day', weekly('2026-01-02', 'FR'), 'overruled'],
      ['longer', weekly('2026-01-01', 'TH', { dtend: '2026-01-01T20:00' }), 'overruled'],
      ['every second week', weekly('2026-01-01', 'TH', { interval: 2 }), 'overruled'],
    ];
    for (const [what, said, standing] of cases) {
      const { put, accept } = await desk(old);
      await accept(weekly('2026-12-03', 'TH'));
      const { ended } = await put([said]);
      assert.deepEqual(
        ended.map((each) => each.standing),
        [standing],
        what,
      );
    }
  });

  test('gives way where the table says a third thing, and the office is told', async () => {
    const { put, accept, published, papers, store, id } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    const rehearsed = await put([{ cost: THIRD }], { dryRun: true });
    assert.equal(rehearsed.ended[0]?.standing, 'overruled');
    assert.deepEqual((await published()).cost, NEW);
    await put([{ cost: THIRD }]);
    assert.deepEqual((await published()).cost, THIRD);
    assert.deepEqual(await papers('amendment'), []);
    const told = (await store.papers('overruled')).get(`${id} cost`);
    assert.deepEqual([told?.before, told?.after, told?.imported], [OLD, NEW, THIRD]);
    assert.deepEqual((await store.history())[0]?.judged, { settled: 0, overruled: 1 });
    await dismissOverruled(store, `${id} cost`);
    assert.deepEqual(await papers('overruled'), []);
  });

  test('sleeps while the offer is retired, and is judged when it comes back', async () => {
    const { put, accept, confirm, published, papers } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    await confirm();
    await put([]);
    const retired = await published();
    assert.deepEqual(
      [retired.status, retired.cost, retired.checked],
      ['retired', undefined, undefined],
    );
    await put([{ cost: OLD }]);
    const { cost, checked } = await published();
    assert.deepEqual([cost, checked?.by], [NEW, 'Verein p']);
    await put([]);
    await put([{ cost: THIRD }]);
    assert.deepEqual((await published()).cost, THIRD);
    assert.equal((await papers('overruled')).length, 1);
  });

  test('an export of the directory says it, so that its import settles it', async () => {
    const { accept, confirm, state, store, papers, next } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    await confirm();
    const before = await state();
    const file = toDirectoryFile(before);
    const imported = await importFile(store, file, { now: next() });
    assert.ok(imported.outcome === 'done');
    assert.deepEqual(
      imported.report.ended.map(({ standing }) => standing),
      ['settled'],
    );
    assert.deepEqual((await state()).offers, before.offers);
    assert.deepEqual([await papers('amendment'), await papers('imported')], [[], []]);
    const again = await importFile(store, file, { now: next() });
    assert.ok(again.outcome === 'done');
    assert.equal(again.report.revision, imported.report.revision);
  });

  test('a later check of either side is the one that is said', async () => {
    const { put, confirm, published } = await desk();
    await confirm();
    await put([{ checked: { on: '2026-09-01', by: 'Büro' } }]);
    assert.equal((await published()).checked?.by, 'Verein p');
    await put([{ checked: { on: '2026-12-01', by: 'Büro' } }]);
    assert.equal((await published()).checked?.by, 'Büro');
    await put([{}]);
    assert.equal((await published()).checked?.by, 'Verein p');
  });
});

describe('taking back', () => {
  test('an import leaves accepted changes and confirmations', async () => {
    const { put, accept, confirm, undo, published } = await desk({ cost: OLD });
    await put([{ cost: OLD, title: 'Anders' }]);
    await accept({ cost: NEW });
    await confirm();
    const undone = await undo();
    assert.ok(undone.outcome === 'done');
    assert.deepEqual([undone.undone.id, undone.asleep], [2, 0]);
    const { title, cost, checked } = await published();
    assert.deepEqual([title, cost, checked?.by], ['Angebot a', NEW, 'Verein p']);
  });

  for (const [what, value] of [
    ['settled', NEW],
    ['overruled', THIRD],
  ] as const) {
    test(`an import brings back the change that it ${what}`, async () => {
      const { put, accept, undo, published, papers, store } = await desk({ cost: OLD });
      await accept({ cost: NEW });
      const before = await published();
      await put([{ cost: value }]);
      const undone = await undo();
      assert.ok(undone.outcome === 'done');
      assert.equal(undone.revision, await store.revision());
      assert.deepEqual({ ...(await published()), changed: '' }, { ...before, changed: '' });
      assert.equal((await papers('amendment')).length, 1);
      assert.deepEqual(await papers('overruled'), []);
      await put([{ cost: OLD }]);
      assert.deepEqual((await published()).cost, NEW);
    });
  }

  test('a change that stands against what the import brought sleeps until the next one', async () => {
    const { put, accept, undo, published } = await desk({ cost: OLD });
    await put([{ cost: THIRD }]);
    await accept({ cost: NEW });
    const undone = await undo();
    assert.ok(undone.outcome === 'done');
    assert.equal(undone.asleep, 1);
    assert.deepEqual((await published()).cost, OLD);
    await put([{ cost: THIRD }]);
    assert.deepEqual((await published()).cost, NEW);
  });

  test('passes over accepted changes, and imports that changed nothing since a confirmation', async () => {
    const { put, accept, confirm, undo, published } = await desk({ cost: OLD });
    await put([{ cost: OLD, title: 'Anders' }]);
    for (let round = 0; round < 12; round++) await accept({ cost: { text: `${round} Euro` } });
    await confirm();
    await put([{ cost: OLD, title: 'Anders' }]);
    const undone = await undo();
    assert.ok(undone.outcome === 'done');
    assert.equal(undone.undone.id, 2);
    assert.equal((await published()).title, 'Angebot a');
  });

  test('an accepted change by its entry, once', async () => {
    const { accept, takeBackEntry, published, papers, store } = await desk({ cost: OLD });
    const entry = await accept({ cost: NEW });
    assert.ok(entry !== undefined);
    const done = await takeBackEntry(entry);
    assert.ok(done.outcome === 'done');
    assert.deepEqual((await published()).cost, OLD);
    assert.deepEqual([await papers('amendment'), await papers('imported')], [[], []]);
    const [last] = await store.history();
    assert.deepEqual([last?.id, last?.undid, last?.amended?.field], [done.entry, entry, 'cost']);
    assert.deepEqual(await takeBackEntry(entry), { outcome: 'gone' });
    assert.deepEqual(await takeBackEntry(1), { outcome: 'gone' });
  });

  test('a change that another has replaced is refused; taking that back brings it back', async () => {
    const { accept, takeBack, takeBackEntry, published } = await desk({ cost: OLD });
    const first = await accept({ cost: NEW });
    const second = await accept({ cost: THIRD });
    assert.ok(first !== undefined && second !== undefined);
    const refused = await takeBackEntry(first);
    assert.ok(refused.outcome === 'replaced');
    assert.equal(refused.by.id, second);
    await takeBack('cost');
    assert.deepEqual((await published()).cost, NEW);
    await takeBack('cost');
    assert.deepEqual((await published()).cost, OLD);
    assert.deepEqual(await takeBack('cost'), { outcome: 'gone' });
  });

  test('a change that the table has settled is refused', async () => {
    const { accept, put, takeBack, published } = await desk({ cost: OLD });
    await accept({ cost: NEW });
    await put([{ cost: NEW }]);
    assert.deepEqual(await takeBack('cost'), { outcome: 'gone' });
    assert.deepEqual((await published()).cost, NEW);
  });

  test('by a number takes only the last import back', async () => {
    const { put, undo, published } = await desk({ cost: OLD });
    await put([{ cost: NEW }]);
    const refused = await undo({ only: 1 });
    assert.ok(refused.outcome === 'not-last');
    assert.equal(refused.last.id, 2);
    assert.equal((await undo({ only: 2 })).outcome, 'done');
    assert.deepEqual((await published()).cost, OLD);
  });
});
