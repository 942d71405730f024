import type { ChoiceTexts } from './texts.js';

/** German for what a visitor's choices bring. */
export const deChoices: ChoiceTexts = {
  search: { clear: 'Suchwörter löschen' },
  list: {
    noneHint: 'Versuchen Sie es mit anderen Wörtern oder weniger Filtern.',
    refusedValue: 'Unbekannt: {name}="{value}".',
    refusedNearest: 'Meinten Sie „{nearest}“?',
  },
  filters: {
    chosen: { other: '{count} gewählt' },
    active: 'Gewählte Filter',
    remove: 'Filter „{name}“ entfernen',
    removeAll: 'Alle Filter entfernen',
    age: 'Alter',
    level: 'Deutschkenntnisse',
    nearOn: 'In meiner Nähe ({km} km)',
    fewer: 'Weniger zeigen',
    flags: 'Gut zu wissen',
    any: 'egal',
    ageHint: 'in Jahren',
    levelHint: 'Ihr Niveau jetzt',
    near: 'In meiner Nähe',
    nearWait: 'Standort wird ermittelt …',
    nearDenied:
      'Ihr Browser oder diese Website gibt Ihren Standort nicht frei. Wählen Sie stattdessen einen Ort.',
    nearFailed: 'Ihr Standort war nicht zu ermitteln. Wählen Sie stattdessen einen Ort.',
  },
  facets: {
    at: 'Findet statt in',
    audience: 'Für wen',
    kind: 'Art des Angebots',
    provider: 'Anbieter',
    spoken: 'Sprache vor Ort',
    day: 'Wochentag',
    time: 'Tageszeit',
  },
  flags: {
    free: 'kostenlos',
    stepfree: 'stufenlos erreichbar',
    online: 'online',
    childcare: 'mit Kinderbetreuung',
    openings: 'mit freien Plätzen',
  },
  days: {
    mo: 'Montag',
    tu: 'Dienstag',
    we: 'Mittwoch',
    th: 'Donnerstag',
    fr: 'Freitag',
    sa: 'Samstag',
    su: 'Sonntag',
  },
  times: {
    morning: 'vormittags',
    afternoon: 'nachmittags',
    evening: 'abends',
  },
  levels: {
    A0: 'noch kein Deutsch',
    A1: 'A1 – erste Wörter',
    A2: 'A2 – einfache Gespräche',
    B1: 'B1 – Alltag',
    B2: 'B2 – Beruf',
    C1: 'C1 – fließend',
    C2: 'C2 – wie Muttersprache',
  },
};
