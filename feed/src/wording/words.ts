import type { Level } from '../model/common.js';
import type { EligibilityMark } from '../model/offer.js';
import type { Sort } from '../query/limits.js';
import type { Flag } from '../query/query.js';
import type { Plural } from './fill.js';

/** What stands around offers from the first moment on. Words in `{}` are filled in. */
export interface FrameWords {
  /** The name of the search landmark. */
  landmark: string;
  /** The label of the field for words. */
  label: string;
  found: Plural;
  none: string;
  /** Further values of a facet. */
  more: Plural;
  sort: string;
  sorts: Record<Sort, string>;
  /** The headings of what offers can be narrowed down by. */
  facets: Record<
    'topic' | 'place' | 'audience' | 'kind' | 'spoken' | 'day' | 'time' | 'flags' | 'level' | 'age',
    string
  >;
  demo: string;
  publisher: string;
  asOf: string;
  licence: string;
  imprint: string;
  privacy: string;
  accessibility: string;
}

/** What an offer in a list says. */
export interface CardWords {
  /** Between the parts of an enumeration. */
  comma: string;
  /** The headings of the facts. */
  facts: Record<'when' | 'where' | 'whom' | 'languages' | 'cost', string>;
  /** Marks beside the title. */
  chips: Record<
    | 'paused'
    | 'free'
    | 'places-free'
    | 'places-waiting-list'
    | 'places-full'
    | 'women'
    | 'men'
    | 'childcare',
    string
  >;
  /** `{time}` is `9:00` or `9:00–12:30`. */
  clock: string;
  /** The same where all times are full hours: `9–12`. Absent: hours are not shortened. */
  hours?: string;
  /** Of what lasts whole days, and of what is open from midnight to midnight. */
  allDay: string;
  aroundTheClock: string;
  until: string;
  /** The next date, beside the days and times that come round. */
  nextTime: string;
  byAppointment: string;
  /** The same beside dates. */
  alsoByAppointment: string;
  online: string;
  atHome: string;
  everyone: string;
  age: { from: Plural; to: Plural; span: string };
  /** Of an enumeration that is cut short. */
  more: string;
  call: string;
  write: string;
  /** A machine has translated it. */
  machine: string;
}

/** What choosing brings along. */
export interface ChoiceWords {
  noneHint: string;
  nearest: string;
  /** The name of the list of choices in force, and what takes back one of them or all. */
  chosen: string;
  remove: string;
  removeAll: string;
  /** Leads to what there would be without one of them. */
  drop: Plural;
  any: string;
  /** The names of what only an address or a lock asks for. */
  facets: Record<'at' | 'provider', string>;
  /** What the numbers of a group count, where that is not plain. */
  hints: Record<'audience' | 'place', string>;
  flags: Record<Flag, string>;
  times: Record<'morning' | 'afternoon' | 'evening', string>;
  levels: Record<Level, string>;
}

/** What is said of a question. */
export interface HintWords {
  /** Names the list of filters that its words could be. */
  offered: string;
  /** What one of them does. */
  filterBy: string;
  /** Before what words of another language were taken for, above the offers and on one of them. */
  inGerman: string;
  foundFor: string;
  /** Before topics and places, where the words find nothing. */
  instead: string;
  /** One of these, and how many offers it has. */
  offers: Plural;
}

/** What only the whole of an offer or a provider says. */
export interface DetailWords {
  /** The headings of the other facts. */
  facts: Record<
    'eligibility' | 'level' | 'registration' | 'places' | 'extras' | 'bring' | 'contact' | 'links',
    string
  >;
  time: {
    from: string;
    /** Both are times of day. */
    nextDay: string;
    /** Stands for further lines. */
    others: string;
    /** Two weeks and more. */
    weeks: Plural;
    months: Plural;
    /** The first to the fifth and last the last weekday of a month. */
    nth: [string, string, string, string, string, string];
    monthly: string;
    monthDay: string;
    more: Plural;
    cancelled: string;
    'public-holidays': string;
    'school-holidays': string;
    anyTime: string;
  };
  where: {
    onRequest: string;
    serves: string;
    map: string;
    stepFree: Record<'yes' | 'partly' | 'no' | 'unknown', string>;
  };
  marks: Record<EligibilityMark, string>;
  language: Record<'taught' | 'needed' | 'reached' | 'interpretation', string>;
  /** Of cost, times and registration. */
  unknown: string;
  registration: Record<'needed' | 'notNeeded' | 'web', string>;
  /** The date of the word about places. */
  placesOn: string;
  web: string;
  source: string;
  /** The link by which a mistake is reported, and the letter behind it, by what it is about. */
  report: { link: string } & Record<'offer' | 'provider', Record<'subject' | 'body', string>>;
  networks: string;
}

/**
 * What pages and elements both say in one language. A person who speaks it can mend its files, in
 * `texts/`, without knowing the program.
 */
export interface Wording {
  /** The locale that dates and numbers are written in (BCP 47). */
  tag: string;
  dir: 'ltr' | 'rtl';
  frame: FrameWords;
  card: CardWords;
  choices: ChoiceWords;
  details: DetailWords;
  hints: HintWords;
}

/** What the facts of an offer in a list are told with. */
export type CardWording = Pick<Wording, 'tag' | 'card'>;

/** What all facts of an offer are told with. */
export type DetailWording = Pick<Wording, 'tag' | 'card' | 'details'>;
