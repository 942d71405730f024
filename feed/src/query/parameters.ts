import type { Level } from '../model/common.js';
import type { VocabularyList } from '../model/vocabulary.js';
import type { Comparison } from './comparison.js';
import { DEFAULT_LIMIT, MAX_WORDS, SORTS } from './limits.js';
import { DEFAULT_KM, LEVELS, MAX_LIMIT } from './values.js';

/*
 * Every parameter of a query, one object each. What is needed of them is derived: names and their
 * order (`query.ts`), reading (`kinds.ts`), filters and counts (`comparisons.ts`), other names
 * (`aliases.ts`), documentation (`documentation.ts`). Nothing else imports this file: the widget's
 * build gives each of these modules a copy that holds only the members which the module names.
 */

/** A parameter that has a part in how an answer is given. */
export interface Parameter {
  /** A sentence for developers. */
  description: string;
  /** The comparison with an offer by which it filters. */
  compare?: Comparison;
}

/** A parameter that says what an offer is like, and so may be an editor's lock. */
export interface LockParameter extends Parameter {
  compare: Comparison;
  /** Other names that editors give it, in single words of lowercase letters. */
  aliases?: string;
}

/** Several values, with commas: ids, unless it says otherwise. */
export interface ListParameter extends LockParameter {
  of?: 'tag' | 'day' | 'time';
  /** The list of the vocabulary that the ids are from; absent: they are no terms. */
  list?: VocabularyList;
}

/** The way in which a single value is written. */
export type ValueKind =
  | { kind: 'choice'; choices: readonly string[] }
  /** A whole number; the usual one is not printed. */
  | { kind: 'whole'; from: number; to: number; usual?: number }
  | { kind: 'words'; most: number }
  | { kind: 'point' }
  | { kind: 'instant' }
  | { kind: 'tag' };

const TOWNS = ['locations.town', 'locations.district'] as const;

/** The parameters with values of which a visitor may choose several. */
export const LIST_PARAMETERS = {
  topic: {
    list: 'topic',
    compare: { by: 'terms', fields: ['topics'] },
    aliases: 'thema themen subject category categories kategorie kategorien rubrik tags schlagwort',
    description: 'Topics, those below them included.',
  },
  audience: {
    list: 'audience',
    compare: { by: 'terms', fields: ['audiences'], orNone: true },
    aliases: 'zielgruppe zielgruppen target targets group groups gruppe gruppen',
    description: 'For whom; offers for everyone are included.',
  },
  kind: {
    list: 'kind',
    compare: { by: 'terms', fields: ['kind'] },
    aliases: 'type typ art arten angebotsart format',
    description: 'Kinds of offer.',
  },
  place: {
    list: 'place',
    compare: { by: 'terms', fields: TOWNS, serves: 'serves' },
    aliases: 'ort orte stadt gemeinde kommune stadtteil town city location locations region',
    description: 'Places where it happens or that it serves.',
  },
  at: {
    list: 'place',
    compare: { by: 'terms', fields: TOWNS },
    description: 'Places where it happens.',
  },
  provider: {
    compare: { by: 'provider' },
    aliases: 'anbieter anbieterin träger traeger veranstalter organisation organization',
    description: 'Providers, by id or slug.',
  },
  spoken: {
    of: 'tag',
    compare: { by: 'language', field: 'spoken.language' },
    aliases: 'sprache sprachen language languages',
    description: 'Languages spoken (BCP 47).',
  },
  day: {
    of: 'day',
    compare: { by: 'appointment' },
    aliases: 'tag tage wochentag wochentage weekday',
    description: 'Days of the week: mo to su.',
  },
  time: {
    of: 'time',
    compare: { by: 'appointment' },
    aliases: 'zeit zeiten uhrzeit tageszeit',
    description: 'morning, afternoon, evening, or HH:MM-HH:MM.',
  },
} as const satisfies Record<string, ListParameter>;

/** The parameters that describe the visitor. */
export const PERSON_PARAMETERS = {
  level: {
    kind: 'choice',
    choices: LEVELS satisfies readonly Level[],
    compare: { by: 'level', orNone: true },
    aliases: 'niveau sprachniveau stufe',
    description: 'The level of the taught language that the visitor has (CEFR).',
  },
  age: {
    kind: 'whole',
    from: 0,
    to: 120,
    compare: { by: 'age', orNone: true },
    aliases: 'alter',
    description: 'Age in whole years.',
  },
} as const satisfies Record<string, LockParameter & ValueKind>;

/** The parameters that a visitor may ask by `yes`. */
export const FLAG_PARAMETERS = {
  free: {
    compare: { by: 'is', field: 'free' },
    aliases: 'kostenlos kostenfrei gratis umsonst',
    description: 'Only what costs nothing.',
  },
  stepfree: {
    compare: { by: 'is', field: 'locations.stepFree', value: 'yes' },
    aliases: 'barrierefrei stufenlos accessible wheelchair rollstuhl',
    description: 'Only places that are step-free.',
  },
  online: {
    compare: { by: 'is', field: 'online' },
    description: 'Only what happens online.',
  },
  childcare: {
    compare: { by: 'is', field: 'childcare' },
    aliases: 'kinderbetreuung betreuung',
    description: 'Only with childcare.',
  },
  interpreters: {
    compare: { by: 'is', field: 'interpretation' },
    aliases: 'dolmetscher dolmetschen sprachmittlung sprachmittler interpreter interpreting',
    description: 'Only where interpreters can be had.',
  },
  openings: {
    compare: { by: 'is', field: 'openings.state', value: 'free' },
    aliases: 'plätze plaetze platz vacancies',
    description: 'Only with seats left.',
  },
  women: {
    compare: { by: 'is', field: 'only', value: 'women' },
    aliases: 'frauen frau female',
    description: 'Only for women.',
  },
  practice: {
    compare: { by: 'has', field: 'practice' },
    aliases: 'praxis beispiel beispiele bestpractice goodpractice',
    description: 'Only good practice, which others may learn from.',
  },
} as const satisfies Record<string, LockParameter>;

/** The parameter looked for in texts. */
export const WORD_PARAMETERS = {
  q: { kind: 'words', most: MAX_WORDS, description: 'Words to look for.' },
} as const satisfies Record<string, Parameter & ValueKind>;

/** The other parameters of an answer, in the order in which it is printed. */
export const ANSWER_PARAMETERS = {
  near: {
    kind: 'point',
    compare: { by: 'distance' },
    description: 'Latitude and longitude (WGS 84), with a comma.',
  },
  km: {
    kind: 'whole',
    from: 1,
    to: 100,
    usual: DEFAULT_KM,
    description: 'Kilometres round "near".',
  },
  changed: {
    kind: 'instant',
    compare: { by: 'change' },
    description: 'Only what changed after this instant (RFC 3339); tombstones come along.',
  },
  sort: {
    kind: 'choice',
    choices: SORTS,
    description:
      'The order; relevance where there are words, distance where there is a point, else suggested.',
  },
  limit: {
    kind: 'whole',
    from: 1,
    to: MAX_LIMIT,
    usual: DEFAULT_LIMIT,
    description: 'Offers on a page.',
  },
  page: { kind: 'whole', from: 1, to: 100_000, usual: 1, description: 'The page, from 1.' },
  lang: {
    kind: 'tag',
    description: 'The language wanted for labels and translations (BCP 47).',
  },
} as const satisfies Record<string, Parameter & ValueKind>;
