import type { Field } from './field.js';

/**
 * The fields of an offer that is good practice, for professionals. Their headers all say so: a
 * visitors' table has "Kooperationspartner", too.
 */
export const PRACTICE_FIELDS: readonly Field[] = [
  {
    name: 'practice.reason',
    label: 'why the offer is good practice; a row without it can have none of the other cells',
    reader: 'text',
    headers: `
      Gute Praxis, Gutes Beispiel, Beispiel guter Praxis, Gute Praxis weil, Warum gute Praxis,
      Warum gutes Beispiel, Begründung gute Praxis, Best Practice, Good Practice, good practice
      reason`,
  },
  {
    name: 'practice.people',
    label: 'the people whom it takes',
    reader: 'text',
    headers: 'Gute Praxis Personal, Gute Praxis Personalbedarf, good practice people',
  },
  {
    name: 'practice.money',
    label: 'the money that it takes, and where it comes from',
    reader: 'text',
    headers: 'Gute Praxis Mittel, Gute Praxis Geld, Gute Praxis Finanzierung, good practice money',
  },
  {
    name: 'practice.rooms',
    label: 'the rooms that it takes',
    reader: 'text',
    headers: 'Gute Praxis Räume, Gute Praxis Raumbedarf, good practice rooms',
  },
  {
    name: 'practice.partners',
    label: 'the partners whom it takes',
    reader: 'text',
    headers: `
      Gute Praxis Partner, Gute Praxis Kooperation, Gute Praxis Kooperationspartner, good practice
      partners`,
  },
  {
    name: 'practice.since',
    label: 'since when it has run: a day, a month or a year',
    reader: 'since',
    text: 'practice.results',
    headers: 'Gute Praxis seit, Gute Praxis läuft seit, good practice since',
  },
  {
    name: 'practice.results',
    label: 'what came of it, and what did not',
    reader: 'text',
    headers: `
      Gute Praxis Ergebnisse, Gute Praxis Ergebnis, Gute Praxis Erfahrungen, Gute Praxis Wirkung,
      good practice results`,
  },
  {
    name: 'practice.ask',
    label: 'whom to ask about it; a name is shown only where `practice.ask.namePublic` says so',
    reader: 'contact',
    text: 'practice.results',
    headers: `
      Gute Praxis Kontakt, Gute Praxis Auskunft, Gute Praxis Ansprechperson, Gute Praxis wen fragen,
      good practice contact`,
  },
  {
    name: 'practice.ask.namePublic',
    label: 'whether that name may be shown',
    reader: 'yes-no',
    headers: 'Gute Praxis Name öffentlich, good practice name public',
  },
];
