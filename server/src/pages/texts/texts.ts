import type { EligibilityMark, Flag, Level, Sort } from '@vielfalt/feed';
import type { Plural } from './fill.js';
import type { OfferTexts } from './offer.js';
import type { ShellTexts } from './shell.js';

export { fill, plural, type Plural } from './fill.js';

/** What is said where offers are searched, filtered and listed. */
export interface SearchTexts {
  /** The name of the search landmark. */
  landmark: string;
  label: string;
  submit: string;
  intro: string;
  found: Plural;
  none: string;
  noneHint: string;
  beyond: string;
  sort: string;
  sorts: Record<Sort, string>;
  filters: string;
  more: Plural;
  apply: string;
  any: string;
  chosen: string;
  /** Taking back one choice, and all of them. */
  remove: string;
  removeAll: string;
  pages: string;
  page: string;
  previous: string;
  next: string;
  /** Other formats of the same offers. */
  formats: string;
  calendar: string;
  news: string;
}

/** What a reader is told who asked for what there is not. */
export interface TroubleTexts {
  notUnderstood: string;
  value: string;
  nearest: string;
  ignored: string;
  locked: string;
  missingTitle: string;
  missing: string;
  goneTitle: string;
  goneOffer: string;
  goneProvider: string;
  ways: string;
  toDirectory: string;
}

/** What the pages of a provider, a topic and a place say. */
export interface ListingTexts {
  provider: string;
  networks: string;
  offers: string;
  noOffers: string;
  embed: string;
  embedHint: string;
  topic: string;
  place: string;
  topicAbout: string;
  placeAbout: string;
  below: string;
  filter: string;
  breadcrumb: string;
}

/** What the pages say in one language. A person who speaks it can mend its file without knowing the program. */
export interface Texts {
  /** The locale that dates and numbers are written in (BCP 47). */
  tag: string;
  dir: 'ltr' | 'rtl';
  shell: ShellTexts;
  search: SearchTexts;
  facets: Record<
    | 'topic'
    | 'place'
    | 'at'
    | 'audience'
    | 'kind'
    | 'provider'
    | 'spoken'
    | 'day'
    | 'time'
    | 'flags'
    | 'age'
    | 'level'
    | 'near'
    | 'changed',
    string
  >;
  flags: Record<Flag, string>;
  times: Record<string, string>;
  levels: Record<Level, string>;
  offer: OfferTexts;
  marks: Record<EligibilityMark, string>;
  trouble: TroubleTexts;
  listing: ListingTexts;
}
