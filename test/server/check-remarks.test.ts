import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './check-harness.js';
import { offer, provider } from './example.js';

describe('a title that begins with a remark of the office is named', () => {
  for (const title of [
    'INTERN: Teamsitzung',
    'intern – Teamsitzung',
    '[intern] Teamsitzung',
    'Nur intern: Teamsitzung',
    'INTERN Teamsitzung',
    'nicht veröffentlichen',
    'Bitte noch nicht veröffentlichen! Nähtreff',
    '*** NICHT VERÖFFENTLICHEN *** Nähtreff',
    'Noch nicht freigegeben: Nähtreff',
    'Nur für das Büro: Nähtreff',
    'Entwurf: Nähtreff',
    '(Entwurf) Nähtreff',
    'ENTWURF Nähtreff',
    'TEST',
    'test',
    'Test 2',
    'TEST Nähtreff',
    'Test: Nähtreff',
    'Testeintrag',
    'Draft: sewing',
    'Do not publish: sewing',
    'Not for publication',
    'Kopie von Nähtreff',
  ]) {
    test(title, () => {
      const [finding, ...more] = found('office-only', { offers: [offer(1, { title })] });
      assert.deepEqual([finding?.record, finding?.field, finding?.value], ['o1', 'title', title]);
      assert.deepEqual(more, []);
    });
  }

  test('and so are names of providers and texts', () => {
    const offers = [offer(1, { summary: 'INTERN: noch klären', description: 'Entwurf: …' })];
    const providers = [provider(1, { name: 'TEST Verein' })];
    assert.deepEqual(
      found('office-only', { offers, providers }).map(({ record, field }) => [record, field]),
      [
        ['o1', 'summary'],
        ['o1', 'description'],
        ['p1', 'name'],
      ],
    );
  });
});

describe('a title that only has such a word is not', () => {
  for (const title of [
    'Interne Medizin verständlich',
    'Internationales Café',
    'Internet für Ältere',
    'Testament und Vorsorge',
    'Test-Training für den Führerschein',
    'TestDaF-Vorbereitung',
    'HIV-Test ohne Anmeldung',
    'Entwurf und Gestaltung: Nähen lernen',
    'Nicht allein: Treff für Trauernde',
    'Nicht rauchen lernen',
    'Kopien und Scans für Bewerbungen',
    'Vorlagen für Bewerbungen',
  ]) {
    test(title, () => {
      assert.deepEqual(found('office-only', { offers: [offer(1, { title })] }), []);
    });
  }
});
