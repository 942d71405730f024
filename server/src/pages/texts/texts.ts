import type { ChoiceWords, FrameWords, Plural, Wording } from '@vielfalt/feed/wording';
import type { ShellTexts } from './shell.js';

/** What is said where offers are searched, filtered and listed. Words in `{}` are filled in. */
export interface SearchTexts {
  submit: string;
  intro: string;
  beyond: string;
  filters: string;
  apply: string;
  pages: string;
  page: string;
  previous: string;
  next: string;
  /** Other formats of the same offers. */
  formats: string;
  calendar: string;
  news: string;
}

/** What an offer's page says. */
export interface OfferPageTexts {
  /** A person has translated it. */
  person: string;
  original: string;
  /** The headings. */
  next: string;
  others: string;
  all: string;
  calendar: string;
  data: string;
}

/** What a reader is told who asked for what there is not. */
export interface TroubleTexts {
  /** Nothing can be shown, for a while. */
  failed: string;
  notUnderstood: string;
  value: string;
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

/** What the pages of providers, a topic and a place say. */
export interface ListingTexts {
  providers: string;
  providersIntro: string;
  /** How many offers. */
  count: Plural;
  offers: string;
  noOffers: string;
  embed: string;
  embedHint: string;
  topicAbout: string;
  placeAbout: string;
  below: string;
  filter: string;
  breadcrumb: string;
}

/**
 * What the pages say in one language: the words that elements say too, and their own. A person who
 * speaks it can mend its file without knowing the program.
 */
export interface Texts extends Wording {
  shell: ShellTexts;
  search: SearchTexts;
  facets: FrameWords['facets'] &
    ChoiceWords['facets'] &
    Record<'age' | 'level' | 'near' | 'changed', string>;
  offer: OfferPageTexts;
  trouble: TroubleTexts;
  listing: ListingTexts;
}
