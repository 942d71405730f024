import type { HintWords } from '../../words.js';

export const hints: HintWords = {
  offered: 'Vorgeschlagene Filter',
  filterBy: 'Nach „{name}“ filtern',
  inGerman: 'Auf Deutsch gesucht:',
  foundFor: 'Gefunden für:',
  instead: 'Das gibt es hier:',
  offers: {
    one: '{name}: {count} Angebot',
    other: '{name}: {count} Angebote',
  },
};
