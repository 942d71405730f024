import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decide, propose } from '../../server/src/desk/changes.js';
import { shownFields } from '../../server/src/desk/field-values.js';
import type { FieldValues } from '../../server/src/store/papers.js';
import { KEEPER, NEW, OLD, THIRD, desk } from './changing.js';

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
