import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'Try other words or fewer filters.',
  nearest: 'Did you mean “{nearest}”?',
  chosen: 'Chosen filters',
  remove: 'Remove filter “{name}”',
  removeAll: 'Remove all filters',
  drop: {
    one: 'Without “{name}”: {count} offer',
    other: 'Without “{name}”: {count} offers',
  },
  any: 'any',
  facets: {
    at: 'Takes place in',
    provider: 'Provider',
  },
  hints: {
    audience: 'Offers for everyone are included.',
    place: 'Counted is what takes place there or is for people from there.',
  },
  flags: {
    free: 'free of charge',
    stepfree: 'step-free access',
    online: 'online',
    childcare: 'with childcare',
    openings: 'with places left',
    women: 'for women only',
  },
  times: {
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
  },
  levels: {
    A0: 'no German yet',
    A1: 'A1 – first words',
    A2: 'A2 – simple conversations',
    B1: 'B1 – everyday life',
    B2: 'B2 – work',
    C1: 'C1 – fluent',
    C2: 'C2 – like a native speaker',
  },
};
