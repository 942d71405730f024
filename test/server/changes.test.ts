import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileOffer, Recurrence } from '@vielfalt/feed';
import {
  confirmRecords,
  decide,
  dismissOverruled,
  propose,
  takeBack,
} from '../../server/src/desk/changes.js';
import { shownFields } from '../../server/src/desk/field-values.js';
import { toDirectoryFile } from '../../server/src/export/feed-json.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import { openStore } from '../../server/src/store/open.js';
import type { AmendableField, FieldValues } from '../../server/src/store/papers.js';
import { directoryFile, NOW, offer, provider } from './fixture.js';

const KEEPER = 'lee@office.example';
const DAY = 86_400_000;

/** A directory of one offer, `a`, whose clock moves on a day with each deed. */
async function desk(more: Partial<FileOffer> = {}) {
  const store = await openStore('sqlite::memory:');
  let now = NOW;
  const next = () => (now += DAY);
  const put = async (rows: Partial<FileOffer>[] = [more], options: { dryRun?: boolean } = {}) => {
    const offers = rows.map((row) => offer('a', row));
    const file = directoryFile(offers, { providers: [provider('p'), provider('q')] });
    const imported = await importFile(store, file, {
      ...{ now: next(), allowRetiring: true, ...options },
      file: { name: 'angebote.csv', hash: 'ab12' },
    });
    assert.ok(imported.outcome === 'done');
    return imported.report;
  };
  await put();
  const state = async () => {
    const read = await store.read();
    assert.ok(read);
    return read;
  };
  const published = async () => {
    const [found] = (await state()).offers;
    assert.ok(found);
    return found;
  };
  const { id } = await published();
  const providerOf = async (record: string) =>
    (await state()).providers.find((each) => each.record === record)?.id ?? '';
  const p = await providerOf('p');
  const wish = async (after: FieldValues, given: { before?: FieldValues; note?: string } = {}) => {
    const shown = (await published()) as FieldValues;
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, shown[field as AmendableField] ?? null]),
    );
    return propose(store, { ...{ offer: id, provider: p, before, after }, ...given }, next());
  };
  const rule = (proposal: string, field: AmendableField, accepted = true) =>
    decide(store, { proposal, field, accepted, by: KEEPER, now: next() });
  return {
    ...{ store, put, state, published, id, p, providerOf, wish, rule, next },
    /** Wishes and accepts a value. @returns the entry of the history */
    accept: async (after: FieldValues) => {
      const proposed = await wish(after);
      assert.ok(proposed.outcome === 'done');
      const [field] = proposed.waiting;
      assert.ok(field);
      const decided = await rule(proposed.id, field);
      assert.ok(decided.outcome === 'done');
      return decided.entry;
    },
    confirm: (offers = [id], who = p) =>
      confirmRecords(store, { provider: who, offers, now: next() }),
    undo: (options = {}) => undoLastImport(store, { now: next(), ...options }),
    takeBack: (field: AmendableField) => takeBack(store, { offer: id, field, now: next() }),
    takeBackEntry: (entry: number) => takeBack(store, { entry, now: next() }),
    papers: async (kind: 'amendment' | 'imported' | 'overruled') => [
      ...(await store.papers(kind)).keys(),
    ],
  };
}

describe('confirming', () => {
  test('says the local day and the provider at once', async () => {
    const { confirm, published, store, id } = await desk();
    const revision = await store.revision();
    const { confirmed, refused, on } = await confirm();
    assert.deepEqual([confirmed, refused, on], [[id], [], '2026-09-09']);
    assert.deepEqual((await published()).checked, { on: '2026-09-09', by: 'Verein p' });
    assert.equal(await store.revision(), revision + 1);
  });

  test("is refused for another provider's offers, and for retired ones", async () => {
    const { confirm, published, providerOf, put, id } = await desk();
    const foreign = await confirm([id, 'nothing'], await providerOf('q'));
    assert.deepEqual([foreign.confirmed, foreign.refused], [[], [id, 'nothing']]);
    assert.equal((await published()).checked, undefined);
    await put([]);
    assert.deepEqual((await confirm()).refused, [id]);
  });
});

const OLD = { text: '10 Euro' };
const NEW = { text: '12 Euro' };
const THIRD = { text: '15 Euro' };

describe('proposing', () => {
  test('waits for the office, which publishes it or not, once', async () => {
    const { wish, rule, published, store } = await desk({ cost: OLD });
    const proposed = await wish({ cost: NEW, description: 'Für alle.' }, { note: ' Ab Montag. ' });
    assert.ok(proposed.outcome === 'done');
    assert.deepEqual([proposed.published, proposed.waiting], [[], ['cost', 'description']]);
    assert.deepEqual((await published()).cost, OLD);
    const paper = (await store.papers('proposal')).get(proposed.id);
    assert.deepEqual(
      [paper?.note, paper?.before],
      ['Ab Montag.', { cost: OLD, description: null }],
    );

    assert.equal((await rule(proposed.id, 'cost')).outcome, 'done');
    assert.deepEqual((await published()).cost, NEW);
    assert.equal((await rule(proposed.id, 'description', false)).outcome, 'done');
    assert.equal((await published()).description, undefined);
    const again = await rule(proposed.id, 'description', true);
    assert.ok(again.outcome === 'decided-before');
    assert.deepEqual([again.decision.accepted, again.decision.by], [false, KEEPER]);
    assert.deepEqual(await rule(proposed.id, 'contact'), { outcome: 'gone' });
    assert.deepEqual(await rule('nothing', 'cost'), { outcome: 'gone' });
  });

  test('can say that the offer has ended, or that a value has gone', async () => {
    const { accept, published } = await desk({ cost: OLD });
    await accept({ cost: null });
    assert.equal((await published()).cost, undefined);
    await accept({ status: 'ended' });
    assert.equal((await published()).status, 'ended');
  });

  const wrong: [string, FieldValues, string][] = [
    ['a telephone number that is none', { contact: { phone: 'anytime' } }, 'contact.phone'],
    ['retiring an offer', { status: 'retired' }, 'status'],
    ['taking its status away', { status: null }, 'status'],
    ['a member that no contact has', { contact: { fax: '1' } as object }, 'contact.fax'],
    ['a text too long', { description: 'a'.repeat(20_001) }, 'description'],
    [
      'a day that no month has',
      { schedule: { times: [{ dtstart: '2026-02-30T10:00' }] } },
      'schedule.times[0].dtstart',
    ],
  ];
  for (const [what, after, path] of wrong) {
    test(`is refused for ${what}`, async () => {
      const { wish, store } = await desk();
      const refused = await wish(after);
      assert.ok(refused.outcome === 'faults');
      assert.deepEqual(
        refused.faults.map((fault) => fault.path),
        [path],
      );
      assert.equal((await store.papers('proposal')).size, 0);
    });
  }

  test('is refused for the offer of another, for a retired one, and for what is said already', async () => {
    const { wish, providerOf, put, store, id, next } = await desk({ cost: OLD });
    assert.deepEqual(await wish({ cost: { text: ' 10  Euro\n' } }), { outcome: 'unchanged' });
    const foreign = {
      offer: id,
      provider: await providerOf('q'),
      before: {},
      after: { cost: NEW },
    };
    assert.deepEqual(await propose(store, foreign, next()), { outcome: 'gone' });
    await put([]);
    assert.deepEqual(await wish({ cost: NEW }), { outcome: 'gone' });
  });

  test('keeps the name that was never shown, and does not hide it behind a change', async () => {
    const hidden = { name: 'Robin Beispiel', phone: '02302 9990000' };
    const { wish, rule, published } = await desk({ contact: hidden });
    const shown = { contact: { phone: '02302 9990000' } };
    const proposed = await wish({ contact: { phone: '02302 9990001' } }, { before: shown });
    assert.ok(proposed.outcome === 'done');
    assert.equal((await rule(proposed.id, 'contact')).outcome, 'done');
    const { contact } = await published();
    assert.deepEqual(contact, { name: 'Robin Beispiel', phone: '02302 9990001' });
    const gone = await wish({ contact: null }, { before: { contact: contact ?? null } });
    assert.ok(gone.outcome === 'done');
    await rule(gone.id, 'contact');
    assert.deepEqual((await published()).contact, { name: 'Robin Beispiel' });
  });

  test('cannot make a name public that was never shown', async () => {
    const { wish, rule, published } = await desk({ contact: { name: 'Robin Beispiel' } });
    const after = { contact: { namePublic: true, phone: '02302 9990001' } };
    const proposed = await wish(after, { before: { contact: {} } });
    assert.ok(proposed.outcome === 'done');
    assert.equal((await rule(proposed.id, 'contact')).outcome, 'done');
    assert.deepEqual(shownFields(await published()).contact, { phone: '02302 9990001' });
  });

  test('is gone where the offer is another provider’s by now', async () => {
    const { wish, rule, put } = await desk({ cost: OLD });
    const proposed = await wish({ cost: NEW });
    assert.ok(proposed.outcome === 'done');
    await put([{ cost: OLD, provider: 'q' }]);
    assert.deepEqual(await rule(proposed.id, 'cost'), { outcome: 'gone' });
    assert.equal((await rule(proposed.id, 'cost', false)).outcome, 'done');
  });

  test('is published at once where the provider is trusted with the field', async () => {
    const { wish, store, p, published } = await desk();
    await store.change(async (transaction) => {
      await transaction.putPapers('trust', new Map([[p, { fields: ['openings'] }]]));
      return { result: undefined, keep: {} };
    });
    const full = { openings: { state: 'full' as const } };
    const proposed = await wish({ ...full, cost: NEW });
    assert.ok(proposed.outcome === 'done');
    assert.deepEqual([proposed.published, proposed.waiting], [['openings'], ['cost']]);
    assert.deepEqual((await published()).openings, full.openings);
    const free = { openings: { state: 'free' as const } };
    const stale = await wish(free, { before: { openings: null } });
    assert.ok(stale.outcome === 'done');
    assert.deepEqual([stale.published, stale.waiting], [[], ['openings']]);
  });

  test('again takes the place of what waits for the same field', async () => {
    const { wish, rule } = await desk();
    const first = await wish({ cost: NEW, description: 'Für alle.' });
    const second = await wish({ cost: THIRD });
    assert.ok(first.outcome === 'done' && second.outcome === 'done');
    const replaced = await rule(first.id, 'cost');
    assert.ok(replaced.outcome === 'decided-before');
    assert.equal(replaced.decision.by, 'replaced');
    assert.equal((await rule(first.id, 'description')).outcome, 'done');
    assert.equal((await rule(second.id, 'cost')).outcome, 'done');
  });

  test('shows the office what has changed since, and lets it decide of that', async () => {
    const { wish, put, store, published, rule, next } = await desk({ cost: OLD });
    const proposed = await wish({ cost: NEW });
    assert.ok(proposed.outcome === 'done');
    await put([{ cost: THIRD }]);
    const changed = { outcome: 'changed-since', shown: OLD, current: THIRD };
    assert.deepEqual(await rule(proposed.id, 'cost'), changed);
    assert.deepEqual((await published()).cost, THIRD);
    const decided = await decide(store, {
      ...{ proposal: proposed.id, field: 'cost', accepted: true, by: KEEPER },
      ...{ seen: THIRD, now: next() },
    });
    assert.equal(decided.outcome, 'done');
    assert.deepEqual((await published()).cost, NEW);
  });
});

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
