import type { HintTexts } from './texts.js';

/** German for what is said of a question. */
export const deHints: HintTexts = {
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
