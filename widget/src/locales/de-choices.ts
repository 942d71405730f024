import { choices } from '@vielfalt/feed/texts/de/choices.js';
import type { ChoiceTexts } from './texts.js';

/** German for what a visitor's choices bring. */
export const deChoices: ChoiceTexts = {
  ...choices,
  clear: 'Suchwörter löschen',
  refusedValue: 'Unbekannt: {name}="{value}".',
  languages: 'Sprache',
  earlier: 'Vorige Suche: {found}',
  notMade:
    'Ihre neue Suche ist noch nicht ausgeführt: Das Verzeichnis ist gerade nicht erreichbar. Die Liste zeigt noch die vorige Suche, Stand: {date}.',
  filters: {
    chosen: {
      other: '{count} gewählt',
    },
    fewer: 'Weniger zeigen',
    find: 'In „{name}“ suchen',
    findNone: 'Nichts gefunden',
    close: 'Schließen',
    ageHint: 'in Jahren',
    levelHint: 'Ihr Niveau jetzt',
    near: 'In meiner Nähe',
    nearOn: 'In meiner Nähe ({km} km)',
    nearWait: 'Standort wird ermittelt …',
    nearDenied:
      'Ihr Browser oder diese Website gibt Ihren Standort nicht frei. Wählen Sie stattdessen einen Ort.',
    nearFailed: 'Ihr Standort war nicht zu ermitteln. Wählen Sie stattdessen einen Ort.',
  },
};
