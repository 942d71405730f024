import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { confirmRecords, decide, propose } from '../../server/src/desk/changes.js';
import { shownFields } from '../../server/src/desk/field-values.js';
import { openStore } from '../../server/src/store/open.js';
import type { AmendableField, FieldValues } from '../../server/src/store/papers.js';
import type { HistoryEntry } from '../../server/src/store/store.js';
import { openBook } from '../../server/src/table/open-book.js';
import { directoryFile, offer } from './fixture.js';
import { workplace } from './workplace.js';

const NOW = Date.parse('2026-09-07T23:30:00Z');

/** A directory with an accepted change to the offer `kurs-1`, and a confirmation of it. */
async function changed(context: TestContext, after: FieldValues = { cost: { text: '12 Euro' } }) {
  const place = workplace(context);
  const put = (name: string, text: string) =>
    place.write(name, directoryFile([offer('kurs-1', { title: 'Töpfern', cost: { text } })]));
  put('old.json', '10 Euro');
  put('new.json', '12 Euro');
  put('third.json', '15 Euro');
  assert.equal((await place.vielfalt(['import', 'old.json'])).code, 0);
  const store = await openStore(`sqlite:${place.database}`, { create: false });
  try {
    const [found] = (await store.read())?.offers ?? [];
    assert.ok(found);
    const { id, provider } = found;
    const wish = { offer: id, provider, before: shownFields(found), after };
    const proposed = await propose(store, wish, NOW);
    assert.ok(proposed.outcome === 'done');
    for (const field of Object.keys(after) as AmendableField[]) {
      const decision = { proposal: proposed.id, field, accepted: true };
      const decided = await decide(store, { ...decision, by: 'lee@office.example', now: NOW });
      assert.equal(decided.outcome, 'done');
    }
    await confirmRecords(store, { provider, offers: [id], now: NOW });
  } finally {
    await store.close();
  }
  return place;
}

describe('accepted changes in the terminal', () => {
  test('stand in the history, and are taken back by their number', async (context) => {
    const { vielfalt } = await changed(context);
    const history = await vielfalt(['history']);
    assert.match(
      history.stdout,
      /^2 {2}2026-09-07 23:30 {2}change, revision 2\n {4}office: cost of the offer "kurs-1"\n1 {2}/,
    );
    const rehearsal = await vielfalt(['undo', '2', '--dry-run']);
    assert.equal(
      rehearsal.stdout,
      'change 2, 2026-09-07 23:30 UTC\noffice: cost of the offer "kurs-1"\nA dry run: nothing was changed.\n',
    );
    const undo = await vielfalt(['undo', '2']);
    assert.deepEqual([undo.code, /\nTaken back\.\n$/.test(undo.stdout)], [0, true]);
    const exported = await vielfalt(['export']);
    assert.match(exported.stdout, /"10 Euro"/);
    assert.match(
      (await vielfalt(['history'])).stdout,
      /^3 {2}.* change 2 taken back, revision 4\n/,
    );
    const again = await vielfalt(['undo', '2']);
    assert.equal(again.code, 3);
    assert.equal(again.stderr, 'The change of entry 2 is not in force: nothing was changed.\n');
  });

  test('are passed over where the last import is taken back', async (context) => {
    const { vielfalt } = await changed(context);
    const other = await vielfalt(['undo', '9']);
    assert.deepEqual([other.code, /no entry 9/.test(other.stderr)], [3, true]);
    for (const wrong of [['x'], ['1', '2'], ['0']]) {
      assert.equal((await vielfalt(['undo', ...wrong])).code, 2);
    }
    assert.equal((await vielfalt(['import', 'third.json'])).code, 0);
    const undo = await vielfalt(['undo', '1']);
    assert.equal(undo.code, 3);
    assert.match(undo.stderr, /^Entry 1 is not the last import .* which is 3: nothing was changed/);
    assert.match((await vielfalt(['undo'])).stdout, /^import 3 of third\.json/);
    assert.match((await vielfalt(['export'])).stdout, /"12 Euro"/);
  });

  test('that an import overrules are told before and after', async (context) => {
    const { vielfalt } = await changed(context);
    const rehearsal = await vielfalt(['import', 'third.json', '--dry-run']);
    assert.match(
      rehearsal.stdout,
      /^accepted changes that would be overruled, since the file says a third thing: 1\n {2}offer "kurs-1" \(Töpfern\): cost: \{"text":"12 Euro"\}; the file says \{"text":"15 Euro"\}$/m,
    );
    assert.match((await vielfalt(['export'])).stdout, /"12 Euro"/);
    const told = await vielfalt(['import', 'third.json']);
    assert.match(told.stdout, /^accepted changes that are overruled, since/m);
    assert.match(
      (await vielfalt(['history'])).stdout,
      /^ {4}accepted changes: overruled by the table 1$/m,
    );
    const json = await vielfalt(['history', '--json']);
    const [last] = JSON.parse(json.stdout) as HistoryEntry[];
    assert.deepEqual(last?.judged, { settled: 0, overruled: 1 });
  });

  test('that the file says by now are told', async (context) => {
    const { vielfalt } = await changed(context);
    const told = await vielfalt(['import', 'new.json']);
    assert.match(told.stdout, /^accepted changes that the file says by now: 1$/m);
    assert.match((await vielfalt(['history'])).stdout, /accepted changes: in the table by now 1\n/);
  });

  test('are copied with the directory', async (context) => {
    const { vielfalt, path } = await changed(context);
    const copy = `sqlite:${path('copy.sqlite')}`;
    assert.equal((await vielfalt(['migrate', `sqlite:${path('vielfalt.sqlite')}`, copy])).code, 0);
    const [before, after] = await Promise.all(
      [undefined, copy].map((url) => vielfalt(['export', '--changes'], url ? { url } : {})),
    );
    assert.match(before?.stdout ?? '', /12 Euro/);
    assert.equal(after?.stdout, before?.stdout);
    assert.equal((await vielfalt(['import', 'old.json'], { url: copy })).code, 0);
    const exported = await vielfalt(['export'], { url: copy });
    assert.match(exported.stdout, /"12 Euro"/);
    assert.match(exported.stdout, /"checked": \{\s+"on": "2026-09-08"/);
  });
});

describe('vielfalt export --changes', () => {
  test('lists them for whoever keeps the table, a row for each column', async (context) => {
    const { vielfalt, path } = await changed(context, {
      cost: null,
      status: 'paused',
      contact: { phone: '02302 9990000', email: 'team@verein.example' },
    });
    const csv = await vielfalt(['export', '--changes', '--format', 'csv']);
    const by = 'lee@office.example;2026-09-08';
    assert.deepEqual(csv.stdout.split('\r\n'), [
      '\ufeffsource;record;title;field;old;new;by;on',
      `office;kurs-1;Töpfern;contact.phone;;02302 9990000;${by}`,
      `office;kurs-1;Töpfern;contact.email;;team@verein.example;${by}`,
      `office;kurs-1;Töpfern;cost.text;10 Euro;;${by}`,
      `office;kurs-1;Töpfern;status;published;paused;${by}`,
      '',
    ]);
    const json = await vielfalt(['export', '--changes']);
    const { changes } = JSON.parse(json.stdout) as { changes: Record<string, unknown>[] };
    assert.deepEqual(changes[1], {
      ...{ source: 'office', record: 'kurs-1', title: 'Töpfern', field: 'cost' },
      ...{ before: { text: '10 Euro' }, after: null },
      ...{ by: 'lee@office.example', on: '2026-09-08' },
    });
    assert.equal((await vielfalt(['export', '--changes', '--output', 'list.xlsx'])).code, 0);
    const book = await openBook(path('list.xlsx'));
    const { columns } = await book.table('changes');
    await book.close();
    assert.deepEqual(columns.slice(0, 4), ['source', 'record', 'title', 'field']);
  });

  test('loses a change that the table says by now', async (context) => {
    const { vielfalt } = await changed(context);
    await vielfalt(['import', 'new.json']);
    const listed = await vielfalt(['export', '--changes']);
    assert.deepEqual(JSON.parse(listed.stdout), { changes: [] });
  });

  test('writes over an earlier list, and over nothing else', async (context) => {
    const { vielfalt, path } = await changed(context);
    for (const name of ['list.csv', 'list.json']) {
      const write = () => vielfalt(['export', '--changes', '--output', name]);
      assert.deepEqual([(await write()).code, (await write()).code], [0, 0]);
      const before = readFileSync(path(name), 'utf8');
      const whole = await vielfalt(['export', '--output', name]);
      assert.equal(whole.code, 2);
      assert.equal(readFileSync(path(name), 'utf8'), before);
    }
    const refused = await vielfalt(['export', '--changes', '--output', 'old.json']);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /is no list of changes/);
    assert.equal((await vielfalt(['export', '--changes', '--public'])).code, 2);
    const unknown = await vielfalt(['export', '--changes', '--source', 'offic']);
    assert.match(unknown.stderr, /no source "offic".* Did you mean office\?/);
  });
});
