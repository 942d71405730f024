import type { ChoiceWords } from '../../words.js';

export const choices: ChoiceWords = {
  noneHint: 'Versuchen Sie es mit anderen Wörtern oder weniger Filtern.',
  nearest: 'Meinten Sie „{nearest}“?',
  chosen: 'Gewählte Filter',
  remove: 'Filter „{name}“ entfernen',
  removeAll: 'Alle Filter entfernen',
  drop: {
    one: 'Ohne „{name}“: {count} Angebot',
    other: 'Ohne „{name}“: {count} Angebote',
  },
  any: 'egal',
  facets: {
    at: 'Findet statt in',
    provider: 'Anbieter',
  },
  hints: {
    audience: 'Angebote für alle sind mitgezählt.',
    place: 'Gezählt ist, was dort stattfindet oder für Menschen von dort ist.',
  },
  flags: {
    free: 'kostenlos',
    stepfree: 'stufenlos erreichbar',
    online: 'online',
    childcare: 'mit Kinderbetreuung',
    openings: 'mit freien Plätzen',
    women: 'nur für Frauen',
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
