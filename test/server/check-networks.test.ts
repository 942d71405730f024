import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Network } from '@vielfalt/feed';
import { printText } from '../../server/src/checks/print.js';
import { check, found } from './check-harness.js';
import { network, offer, provider } from './example.js';

const CLUB = provider(1, { name: 'Sportverein Grün-Weiß e. V.' });
const GONE = provider(2, { name: 'Früher e. V.', status: 'retired' });
const MEETS = { times: [{ dtstart: '2026-12-01T17:00' }] };

/** What is found of a kind in one network. */
const inOne = (kind: string, fields: Partial<Network>) =>
  found(kind, {
    providers: [CLUB, GONE],
    networks: [network(1, { schedule: MEETS, members: [{ provider: CLUB.id }], ...fields })],
  }).map(({ field, value }) => [field, value]);

describe('networks', () => {
  test('members that have gone are found, by id', () => {
    const members = [{ provider: CLUB.id }, { provider: GONE.id }, { name: 'Früher e. V.' }];
    assert.deepEqual(inOne('gone-member', { members, coordinator: { provider: GONE.id } }), [
      ['coordinator.provider', GONE.id],
      ['members.2.provider', GONE.id],
    ]);
  });

  test('members are found that are nearly a provider, not those that are one', () => {
    const nearly = (name: string) => inOne('near-name', { members: [{ name }] });
    assert.deepEqual(nearly('Sportverein Grün Weis'), [
      ['members.1.name', 'Sportverein Grün Weis'],
    ]);
    assert.deepEqual(nearly('SV Grün-Weiß'), []);
    assert.deepEqual(nearly('sportverein gruen-weiss e.V.'), []);
    const [finding] = found('near-name', {
      providers: [CLUB],
      networks: [network(1, { coordinator: { name: 'Sportverein Grün-Weiß' } })],
    });
    assert.equal(
      finding?.remedy,
      'Is it “Sportverein Grün-Weiß e. V.”? If so, write it exactly like that, or the provider’s key.',
    );
  });

  test('a provider’s own word that is nearly a network’s name is found', () => {
    const naming = { ...CLUB, networks: ['Runder Tisch Ankomen', 'Runder Tisch', 'Sportbund'] };
    const networks = [
      network(1, { name: 'Runder Tisch Ankommen', schedule: MEETS }),
      network(2, { name: 'Runder Tisch', schedule: MEETS }),
    ];
    assert.deepEqual(
      found('near-name', { providers: [naming], networks }).map(({ record, field, value }) => [
        ...[record, field, value],
      ]),
      [['p1', 'networks', 'Runder Tisch Ankomen']],
    );
  });

  test('and so is one of several words in one text, but not what is known', () => {
    const networks = [network(1, { name: 'Runder Tisch Ankommen', schedule: MEETS })];
    const near = (text: string) =>
      found('near-name', { providers: [{ ...CLUB, networks: [text] }], networks }).map(
        ({ value }) => value,
      );
    assert.deepEqual(near('Sportbund, Runder Tisch Ankomen, Kreis'), ['Runder Tisch Ankomen']);
    assert.deepEqual(near('Sportbund, „Runder Tisch“ Ankommen e. V.'), []);
  });

  test('one without a meeting in the past year and the coming one is found', () => {
    const idle = (schedule: Network['schedule']) =>
      inOne('idle-network', schedule ? { schedule } : { schedule: {} }).length === 1;
    const once = (dtstart: string) => ({ times: [{ dtstart }] });
    assert.ok(idle(undefined), 'nothing is known');
    assert.ok(idle(once('2025-11-20T17:00')), 'a year and three days ago');
    assert.ok(idle(once('2027-11-25T17:00')), 'in a year and two days');
    assert.ok(!idle(once('2025-11-24T17:00')), 'a year ago');
    assert.ok(!idle(once('2026-03-01T17:00')), 'this year');
    assert.ok(!idle(once('2027-11-20T17:00')), 'within the coming year');
    const weekly = { freq: 'WEEKLY' as const, byday: ['TU'] };
    assert.ok(idle({ times: [{ dtstart: '2020-01-07T17:00', ...weekly, until: '2025-06-30' }] }));
    assert.ok(!idle({ times: [{ dtstart: '2020-01-07T17:00', ...weekly }] }));
    assert.ok(!idle({ text: 'jeden ersten Dienstag' }), 'only people can tell');
  });

  test('one that nobody belongs to is information', () => {
    assert.deepEqual(inOne('no-member', { members: [{ provider: GONE.id }] }), [['members', '']]);
    assert.deepEqual(inOne('no-member', { members: [], coordinator: { name: 'Büro' } }), []);
    const { information } = check({ networks: [network(1, { schedule: MEETS })] });
    assert.ok(information.some(({ kind }) => kind === 'no-member'));
  });

  test('are looked through like other records', () => {
    const fields: Partial<Network> = {
      ...{ aim: 'INTERN: nicht fertig', places: ['atlantis'], checked: { on: '2024-01-01' } },
      members: [{ name: 'Kita', web: 'https://kita.example.org' }],
    };
    assert.deepEqual(inOne('office-only', fields), [['aim', 'INTERN: nicht fertig']]);
    assert.deepEqual(inOne('unknown-term', fields), [['places.1', 'atlantis']]);
    assert.deepEqual(inOne('check-overdue', fields), [['checked.on', '2024-01-01']]);
    // The example's own addresses come first.
    const broken = inOne('broken-link', fields).at(-1);
    assert.deepEqual(broken, ['members.1.web', 'https://kita.example.org']);
  });

  test('retired ones are left alone, and counted', () => {
    const networks = [network(1, { status: 'retired' }), network(2, { schedule: MEETS })];
    const report = check({ offers: [offer(1)], networks });
    assert.ok(!report.findings.some(({ record }) => record === 'n1'));
    assert.match(printText(report), /1 providers \(0 retired\), 1 networks \(1 retired\)/);
  });
});
