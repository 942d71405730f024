import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as read from '../../../server/src/office-text/index.js';

/** Texts and what a reader makes of each. */
function reads<Value>(
  name: string,
  reader: (text: string) => Value,
  table: readonly [text: string, value: Value][],
): void {
  describe(name, () => {
    for (const [text, value] of table) {
      test(JSON.stringify(text), () => {
        assert.deepEqual(reader(text), value);
      });
    }
  });
}

reads('dates', read.readDate, [
  ['1.9.2026', '2026-09-01'],
  ['01.09.26', '2026-09-01'],
  ['1. Sept. 2026', '2026-09-01'],
  ['Dienstag, den 1. September 2026', '2026-09-01'],
  ['September 1, 2026', '2026-09-01'],
  ['Stand: 01.09.2026', '2026-09-01'],
  ['2026-09-01', '2026-09-01'],
  ['2026-09-01T09:00', '2026-09-01'],
  ['01.09.2026 10:00', '2026-09-01'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2026', undefined],
  ['2026-13-01', undefined],
  ['Montag, 1.9.2026', undefined],
  ['Sep 2026', undefined],
  ['01/09/2026', undefined],
  ['1.9.', undefined],
  ['1.9.2026 und 2.9.2026', undefined],
  ['45123', undefined],
  ['', undefined],
]);

reads('numbers', read.readNumber, [
  ['12,5', 12.5],
  ['1.234,50', 1234.5],
  ['1,234.50', 1234.5],
  ['1.234', 1234],
  ['1 234 567', 1234567],
  ['51.3456', 51.3456],
  ['-0,5', -0.5],
  ['15 €', 15],
  ['€ 15,-', 15],
  ['12 %', 12],
  ['1.23.4', undefined],
  ['12 Personen', undefined],
  ['1e5', undefined],
  ['', undefined],
]);

reads('yes and no', read.readYesNo, [
  ['Ja', true],
  ['x', true],
  ['✓', true],
  ['WAHR', true],
  ['1', true],
  ['vorhanden', true],
  ['nein', false],
  ['–', false],
  ['n', false],
  ['keine', false],
  ['nicht vorhanden', false],
  ['kostenlos', undefined],
  ['teilweise', undefined],
  ['', undefined],
]);

reads('ages', read.readAge, [
  ['ab 6', { from: 6 }],
  ['ab 16 Jahren', { from: 16 }],
  ['60+', { from: 60 }],
  ['Ü60', { from: 60 }],
  ['18 Jahre und älter', { from: 18 }],
  ['6-12 Jahre', { from: 6, to: 12 }],
  ['von 6 bis 12 Jahren', { from: 6, to: 12 }],
  ['bis 27', { to: 27 }],
  ['unter 18', { to: 17 }],
  ['über 18', undefined],
  ['12–6', undefined],
  ['ab 200', undefined],
  ['6 Monate bis 3 Jahre', undefined],
  ['alle', undefined],
]);

reads('levels', read.readLevel, [
  ['A1', { reached: 'A1' }],
  ['Niveau B1', { reached: 'B1' }],
  ['A2.1', { reached: 'A2' }],
  ['A1–B1', { needed: 'A1', reached: 'B1' }],
  ['ab B2', { needed: 'B2' }],
  ['ohne Vorkenntnisse', { needed: 'A0' }],
  ['C1–A1', undefined],
  ['gute Kenntnisse', undefined],
]);

reads('costs', read.readCost, [
  ['', {}],
  ['Kostenlos', { free: true }],
  ['Die Teilnahme ist kostenlos.', { free: true }],
  ['0,00 €', { free: true }],
  ['15,00 EUR', { amount: 15 }],
  ['5', { amount: 5 }],
  ['20 CHF', { amount: 20, currency: 'CHF' }],
  ['5 €/Monat', { amount: 5, text: '5 €/Monat' }],
  ['5–10 €', { text: '5–10 €' }],
  ['ab 5 €', { text: 'ab 5 €' }],
  ['15 € (ermäßigt 8 €)', { text: '15 € (ermäßigt 8 €)' }],
  ['kostenlos, Material 5 €', { text: 'kostenlos, Material 5 €' }],
  ['kostenlos für Geflüchtete', { text: 'kostenlos für Geflüchtete' }],
  ['nach Absprache', { text: 'nach Absprache' }],
  ['Eintritt – 5 €', { amount: 5, text: 'Eintritt – 5 €' }],
  ...[
    '-5 €',
    '−5,00 €',
    '– 5 €',
    '€ -5',
    '-5',
    '-5 €/Monat',
    'Erlass: -5 €',
    '(5 €)',
    '5,00- €',
  ].map((text): [string, { text: string }] => [text, { text }]),
  ...['minus 5 €', '5 € Rabatt', ',50 €'].map((text): [string, { text: string }] => [
    text,
    { text },
  ]),
]);

reads('registration', read.readRegistration, [
  ['', {}],
  ['erforderlich', { needed: true }],
  ['ja', { needed: true }],
  ['nicht erforderlich', { needed: false }],
  ['ohne Anmeldung', { needed: false }],
  ['bis 12.01.2026', { needed: true, until: '2026-01-12', text: 'bis 12.01.2026' }],
  ['nur bei Gruppen erforderlich', { text: 'nur bei Gruppen erforderlich' }],
  ['www.example.org/a', { web: 'https://www.example.org/a', text: 'www.example.org/a' }],
  ['https://example.org/a', { web: 'https://example.org/a' }],
]);

reads('openings', read.readOpenings, [
  ['noch Plätze frei', { state: 'free' }],
  ['Warteliste', { state: 'waiting-list' }],
  ['ausgebucht (Stand 01.09.2026)', { state: 'full', on: '2026-09-01' }],
  ['12', undefined],
]);

reads('step-free access', read.readStepFree, [
  ['barrierefrei', 'yes'],
  ['teilweise barrierefrei', 'partly'],
  ['nicht rollstuhlgerecht', 'no'],
  ['unbekannt', undefined],
]);

reads('only for', read.readOnlyFor, [
  ['nur für Frauen', 'women'],
  ['Frauen und Mädchen', 'women'],
  ['nur Männer', 'men'],
  ['für alle', undefined],
]);

reads('lists', (text) => read.splitList(text), [
  ['a; b | c', ['a', 'b', 'c']],
  ['Eltern, Kinder; Jugend', ['Eltern, Kinder', 'Jugend']],
  ['Deutsch, Englisch', ['Deutsch', 'Englisch']],
  ['Deutsch / Englisch', ['Deutsch', 'Englisch']],
  ['- a\n- b\n\n- a', ['a', 'b']],
  ['• a • b', ['a', 'b']],
  ['Beratung (Asyl, Aufenthalt), Kurs', ['Beratung (Asyl, Aufenthalt)', 'Kurs']],
  ['1,5 Stunden', ['1,5 Stunden']],
  [' ; ', []],
]);

test('a list is split by the separators that are given, and by no other', () => {
  assert.deepEqual(read.splitList('a, b; c + d', [' + ']), ['a, b; c', 'd']);
});
