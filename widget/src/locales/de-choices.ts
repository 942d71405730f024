import { choices } from '@vielfalt/feed/texts/de/choices.js';
import type { ChoiceTexts } from './texts.js';

/** German for what a visitor's choices bring. */
export const deChoices: ChoiceTexts = {
  ...choices,
  clear: 'Suchwörter löschen',
  refusedValue: 'Unbekannt: {name}="{value}".',
  languages: 'Sprache',
  filters: {
    chosen: {
      other: '{count} gewählt',
    },
    fewer: 'Weniger zeigen',
    age: 'Alter',
    ageHint: 'in Jahren',
    level: 'Deutschkenntnisse',
    levelHint: 'Ihr Niveau jetzt',
    near: 'In meiner Nähe',
    nearOn: 'In meiner Nähe ({km} km)',
    nearWait: 'Standort wird ermittelt …',
    nearDenied:
      'Ihr Browser oder diese Website gibt Ihren Standort nicht frei. Wählen Sie stattdessen einen Ort.',
    nearFailed: 'Ihr Standort war nicht zu ermitteln. Wählen Sie stattdessen einen Ort.',
  },
};
