import type { Plural } from './fill.js';

/** The headings of an offer's facts. */
export type FactName =
  | 'when'
  | 'where'
  | 'whom'
  | 'eligibility'
  | 'languages'
  | 'level'
  | 'cost'
  | 'registration'
  | 'places'
  | 'extras'
  | 'bring'
  | 'contact'
  | 'links';

/** What is said about an offer, in a list and on its own page. */
export interface OfferTexts {
  /** Between the parts of an enumeration. */
  comma: string;
  facts: Record<FactName, string>;
  chips: Record<
    'paused' | 'free' | 'places-free' | 'places-waiting-list' | 'places-full' | 'women' | 'men',
    string
  >;
  /** `{time}` is `9:00` or `9:00–12:30`. */
  clock: string;
  /** Of an enumeration that is cut short. */
  more: string;
  everyone: string;
  age: { from: Plural; to: Plural; span: string };
  online: string;
  atHome: string;
  serves: string;
  onRequest: string;
  map: string;
  stepFree: Record<'yes' | 'partly' | 'no' | 'unknown', string>;
  byAppointment: string;
  anyTime: string;
  'public-holidays': string;
  'school-holidays': string;
  from: string;
  until: string;
  /** Two weeks and more. */
  weeks: Plural;
  months: Plural;
  /** The first to the fifth and last the last weekday of a month. */
  nth: [string, string, string, string, string, string];
  monthly: string;
  monthDay: string;
  moreDates: Plural;
  cancelled: string;
  taught: string;
  needed: string;
  reached: string;
  interpretation: string;
  free: string;
  unknown: string;
  registration: Record<'needed' | 'notNeeded' | 'web', string>;
  childcare: string;
  asOf: string;
  checked: Record<'on' | 'by' | 'ask' | 'never', string>;
  /** Who has put a text into the page's language. */
  machine: string;
  person: string;
  original: string;
  call: string;
  write: string;
  web: string;
  /** The headings of an offer's page. */
  next: string;
  provider: string;
  others: string;
  all: string;
  calendar: string;
  data: string;
  report: string;
  reportSubject: string;
  reportBody: string;
  source: string;
}
