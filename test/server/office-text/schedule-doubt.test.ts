import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { said } from './said.js';

const MONDAY = 'WEEKLY MO 2026-01-05T09:00–12:00; text';

describe('times stand beside a text that cannot change them', () => {
  for (const rest of [
    'im Bürgerhaus',
    'Sprechstunde',
    'anonyme Online-Beratung',
    'nur mit Anmeldung',
    'Anmeldung erforderlich',
    'ohne Anmeldung',
    'für Frauen mit Kindern',
    'Tel. 030 23125 112',
    'info@example.org',
    'siehe www.example.org/zeiten',
  ]) {
    test(rest, () => {
      assert.equal(said(`Mo 9–12 Uhr, ${rest}`), MONDAY);
      assert.equal(said(`${rest}: Mo 9–12 Uhr`), MONDAY);
    });
  }
});

describe('times are not given where the rest may change them', () => {
  for (const rest of [
    'Juli geschlossen',
    'Anmeldung Mi 14–16 Uhr',
    'Anmeldung bis 12.01.2026',
    'Anmeldung erforderlich, bis 12.01.2026',
    'Kursbüro telefonisch Mi 14–16 Uhr',
    'im August nicht',
    'fällt derzeit aus',
    'nicht am ersten Montag',
    'nicht am 24.12.',
    'Winterpause',
    'nur in den Ferien',
    'Sommerkurs',
    'außer 1. Montag im Monat',
    'mit Frau Unbekannt',
    'Gruppe 2',
    'oder Di 14–16',
    'bis auf Weiteres',
    'in geraden Wochen',
    'alle 14 Tage',
    '60 Minuten',
    'Di bis 18 Uhr',
    'Mi 9',
    'Monatg 13–15',
    '* siehe Aushang',
    '?',
  ]) {
    test(rest, () => {
      assert.equal(said(`Mo 9–12 Uhr, ${rest}`), 'text');
    });
  }
});

describe('nothing is guessed', () => {
  for (const text of [
    'Mo, Mi, Fr',
    'Mo 1–3',
    'ab 18 Uhr',
    '18.00 Uhr',
    'Mo 10.10',
    'jeden zweiten Dienstag 10 Uhr',
    'am ersten Dienstag 10 Uhr',
    '14-tägig mittwochs 10–12 Uhr',
    'am 3.3., 10 Uhr',
    'Mo, 6.1.2026, 18 Uhr',
    '30.02.2026, 18 Uhr',
    '30.06.–12.01.2026, Di 9–11 extra',
    'ca. 10 Uhr montags',
    'Mo 12–9 Uhr',
    'Mo 9 Uhr – Di 17 Uhr',
    'Mo–Fr 9–16, Mi 9–13',
    'Di 9–11, am 3.3.2026 14–16 Uhr',
    'dienstags 14–16, am 1. Dienstag im Monat 9–12',
    '2x wöchentlich',
    '24 Stunden',
    'letzter Samstag im Monat',
    // A beginning and an end, or two beginnings?
    'Mo 8:00, 17:00',
    '12.12.2026\n9:00\n11:00',
    'Mo 9:00:30–12:00',
    'Mo 10,15 Uhr',
    'Mo 9,15–16 Uhr',
    'Mo 6:00 bis 7,20 Uhr',
    'Mo 8,10–12,14 Uhr',
    'Mo 9-12,14 Uhr',
    // Which of them?
    'Mo 9–12, 11–14 Uhr',
    'Mo 9–12 Uhr; 24/7',
    'Th[1] 14:00-16:00; Th off',
    'Mo 20:00-26:00',
    'Eintritt 9,30–12,00 €',
    // Wednesday, the weekend, or the pronoun?
    'We 9-12',
    'Mo-Fr 9-12, WE 10-14',
    'Mo–Do 9–12 Uhr; WE 10–14 Uhr',
    'Mo/WE 9–12 Uhr',
    'Sa, WE 9–12 Uhr',
    'we are open Tu-Fr 9-12',
    // What the contract cannot say of opening hours
    'Apr-Oct Mo-Fr 09:00-17:00',
    'Nov: Mo 9-12',
    'week 1-53/2 Mo 09:00-12:00',
    'Mo sunrise-sunset',
    'Mo-Fr 09:00-17:00; Dec 24-26 off',
    'Mo-Fr 09:00-17:00; PH 10:00-12:00',
    'Mo-Fr,PH 09:00-12:00',
    'Mo-Fr 09:00-17:00; SH Mo-Fr 10:00-14:00',
    'easter off; Mo 09:00-12:00',
    'Th[1-3] 10:00-12:00',
    'Mo-Fr 08:00-12:00; Th 14:00-17:00',
    'ganztägig',
    'Mo–Fr ganztägig',
    '28.11.2026 ganztägig, 5.12.2026 10–12 Uhr',
    '28.11.2026 10–12 Uhr, 5.12.2026',
    '28.–30.11.2026, 10–18 Uhr',
    '28/11/2026',
    'Stand: 28.11.2026',
    'Anmeldung bis 28.11.2026',
    '2026-12-13T09:00-11:00',
    '2026-13-13T09:00:00Z',
    // Closed and nothing else
    'Mo geschlossen',
    'am 28.11.2026 geschlossen',
    'Mi geschlossen, Mo–Fr 9–12',
  ]) {
    test(text, () => {
      assert.equal(said(text), 'text');
    });
  }
});

test('werktags is Monday to Friday for certain, and perhaps more', () => {
  assert.equal(
    said('werktags 9–17 Uhr'),
    'WEEKLY MO,TU,WE,TH,FR 2026-01-01T09:00–17:00; closed public-holidays; text',
  );
});

test('a period stands without times', () => {
  assert.equal(said('alle 14 Tage dienstags ab 12.01.2026'), 'from 2026-01-12; text');
  assert.equal(said('12.01.–30.06.2026'), 'from 2026-01-12; to 2026-06-30');
});

test('an appointment stands where its own clause is clear', () => {
  assert.equal(said('Im Juli geschlossen; sonst. Termine nach Absprache'), 'by appointment; text');
  assert.equal(said('im Juli nach Absprache'), 'text');
  assert.equal(
    said('Mo 9–12 Uhr, Fr nach Vereinbarung'),
    MONDAY.replace('; text', '; by appointment; text'),
  );
  assert.equal(said('nach telefonischer Vereinbarung'), 'by appointment; text');
});

test('closed days without times are kept with their text', () => {
  assert.equal(said('PH off'), 'closed public-holidays; text');
  assert.equal(said('nicht in den Ferien'), 'closed school-holidays; text');
});
