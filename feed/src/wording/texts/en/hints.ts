import type { HintWords } from '../../words.js';

export const hints: HintWords = {
  offered: 'Suggested filters',
  filterBy: 'Filter by “{name}”',
  inGerman: 'Searched in German:',
  foundFor: 'Found for:',
  instead: 'Available here:',
  offers: {
    one: '{name}: {count} offer',
    other: '{name}: {count} offers',
  },
};
