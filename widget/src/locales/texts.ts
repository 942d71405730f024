/**
 * One text per plural category of the language (CLDR, `Intl.PluralRules`); `{count}` stands for
 * the number. A category that is missing uses `other`.
 */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** What the directory, the search box, the filters and the list say. Words in `{}` are filled in. */
export interface FrameTexts {
  search: {
    /** The name of the search landmark; there may be several on a page. */
    landmark: string;
    label: string;
  };
  filters: {
    title: string;
    /** The button of the disclosure on narrow pages. */
    open: string;
    more: Plural;
  };
  /** The headings of the facets. */
  facets: Record<'topic' | 'place', string>;
  list: {
    title: string;
    loading: string;
    found: Plural;
    /** What the live region says when a list has been filtered to nothing. */
    none: string;
    more: Plural;
    /** Leads from the filters to the offers. */
    show: Plural;
    sort: string;
    sorts: Record<'relevance' | 'title' | 'next' | 'distance' | 'checked', string>;
    stale: string;
    retry: string;
    failed: string;
    failedHint: string;
    refused: string;
    /** The plain link to the directory's own pages. */
    toDirectory: string;
  };
  footer: {
    demo: string;
    publisher: string;
    asOf: string;
    licence: string;
    imprint: string;
    privacy: string;
    accessibility: string;
  };
}

/** What a closed offer card says. */
export interface CardTexts {
  /** Between the parts of an enumeration. */
  comma: string;
  /** The headings of the facts. */
  facts: Record<'when' | 'where' | 'whom' | 'languages' | 'cost', string>;
  /** Marks beside the title. `open` suits a place one may walk into, `running` a course. */
  chips: Record<
    | 'open'
    | 'running'
    | 'paused'
    | 'ended'
    | 'free'
    | 'places-free'
    | 'places-waiting-list'
    | 'places-full'
    | 'women'
    | 'men',
    string
  >;
  /** `{time}` is `9:00` or `9:00–12:30`. */
  clock: string;
  /** The same where all times are full hours: `9–12`. Absent: hours are not shortened. */
  hours?: string;
  until: string;
  byAppointment: string;
  online: string;
  atHome: string;
  everyone: string;
  age: { from: Plural; to: Plural; span: string };
  more: string;
  call: string;
  write: string;
  open: string;
  close: string;
  checked: Record<'on' | 'by' | 'ago' | 'ask', string>;
  /** A machine has translated it. */
  machine: string;
  /** Of any part of an element that comes later. */
  loading: string;
  failed: string;
}

/** What only filters and lists say once a visitor reaches for them. */
export interface ChoiceTexts {
  search: Record<'clear', string>;
  list: Record<'noneHint' | 'refusedValue' | 'refusedNearest', string>;
  filters: Record<
    | 'active'
    | 'remove'
    | 'removeAll'
    | 'age'
    | 'level'
    | 'nearOn'
    | 'fewer'
    | 'flags'
    | 'any'
    | 'ageHint'
    | 'levelHint'
    | 'near'
    | 'nearWait'
    | 'nearDenied'
    | 'nearFailed',
    string
  > & {
    /** How many are chosen. */
    chosen: Plural;
  };
  /** The headings of the other facets. */
  facets: Record<'at' | 'audience' | 'kind' | 'provider' | 'spoken' | 'day' | 'time', string>;
  flags: Record<'free' | 'stepfree' | 'online' | 'childcare' | 'openings', string>;
  days: Record<'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su', string>;
  times: Record<'morning' | 'afternoon' | 'evening', string>;
  levels: Record<'A0' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2', string>;
}

/** What only open cards, linked offers and providers say. */
export interface DetailTexts {
  linked: Record<'title' | 'close' | 'gone', string>;
  /** The headings of an open card. */
  facts: Record<
    'eligibility' | 'level' | 'registration' | 'places' | 'extras' | 'bring' | 'contact' | 'links',
    string
  >;
  time: {
    from: string;
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
  where: Record<
    | 'onRequest'
    | 'serves'
    | 'map'
    | 'stepFreeYes'
    | 'stepFreePartly'
    | 'stepFreeNo'
    | 'stepFreeUnknown',
    string
  >;
  whom: Record<
    'residence-status' | 'entitlement-certificate' | 'job-centre' | 'registered-address',
    string
  >;
  distance: string;
  language: Record<'taught' | 'needed' | 'reached' | 'interpretation', string>;
  cost: Record<'free' | 'unknown', string>;
  registration: Record<'needed' | 'notNeeded' | 'unknown' | 'web', string>;
  placesOn: string;
  childcare: string;
  web: string;
  details: Record<'failed' | 'link' | 'report' | 'source', string>;
  report: Record<'subject' | 'body', string>;
  translation: Record<'original' | 'translated', string>;
  offer: Record<'failed' | 'gone', string>;
  provider: Record<'failed' | 'gone' | 'networks', string>;
}

/** One interface language. A person who speaks it can mend its file without knowing the program. */
export interface Locale {
  /** BCP 47. */
  tag: string;
  dir: 'ltr' | 'rtl';
  frame: FrameTexts;
  card: CardTexts;
  /** Absent in the built-in language, whose later texts are no part of the first download. */
  later?: ChoiceTexts & DetailTexts;
}
