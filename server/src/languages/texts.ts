// Made by `npm run languages` of the German texts in languages/de/ and of languages/notes.json.

import type { Plural } from '@vielfalt/feed/wording';

/** The words that only pages have, in one language. */
export interface OwnPageTexts {
  /** The words around every page. */
  shell: {
    /** Leads past the header. */
    skip: string;
    home: string;
    languages: string;
    footer: string;
    insight: string;
    /** Names, with their licences, what search looks words up in. */
    dictionaries: string;
  };
  /** The words where offers are searched, filtered and listed. */
  search: {
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
  };
  /** Headings besides those of the interface. */
  facets: {
    age: string;
    level: string;
    near: string;
    changed: string;
  };
  /** The words of an offer's page. */
  offer: {
    /** A person has translated it. */
    person: string;
    original: string;
    /** A heading, as the next two. */
    next: string;
    others: string;
    all: string;
    data: string;
  };
  /** Messages for readers who asked for something that is not there. */
  trouble: {
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
    goneNetwork: string;
    ways: string;
    toDirectory: string;
  };
  /** The words of the pages of providers, a topic and a place. */
  listing: {
    providers: string;
    providersIntro: string;
    /** The number of offers. */
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
  };
  /** The words of a page that stands in a frame on another website. */
  frames: {
    /** Before an address that a visitor has tried to follow; buttons to copy it stand below. */
    blocked: string;
    copy: string;
    /** Said once that is done. */
    copied: string;
  };
  /** The words of the pages of networks. */
  networkPages: {
    intro: string;
    name: string;
    next: string;
    /** The number of members of one. */
    members: Plural;
    /** The number of networks. */
    found: Plural;
    none: string;
    all: string;
    filter: string;
    /** The links in the heading of the table. */
    sort: string;
    /** Of one that names no place. */
    everywhere: string;
    noMeeting: string;
    picture: string;
    pictureHint: string;
    /** For where there are too many members to draw them all. */
    pictureFew: string;
    embed: string;
    /** `{name}` is a filter of offers that says nothing of networks. */
    foreign: string;
    ignored: string;
    locked: string;
  };
  /** The words of the page of good practices. */
  practicePages: {
    title: string;
    intro: string;
    found: Plural;
    none: string;
    /** Leads there, and takes a choice back. */
    all: string;
    filter: string;
    /** A heading like the names of towns, above those without a town. */
    anywhere: string;
    /** Before offers of others that are alike. */
    elsewhere: string;
    /** Before formats for feed readers. */
    news: string;
  };
  /** The heading of a list of others who do the same. */
  similar: {
    title: string;
  };
  /** The words of the page for those who help, besides those of its parts. */
  professionals: {
    intro: string;
    town: string;
    everywhere: string;
    show: string;
  };
  /** The words of the page for newly arrived families. */
  newcomers: {
    title: string;
    intro: string;
    spoken: string;
    /** Leads to the offers of a step. */
    more: Plural;
  };
  /** The page with marked offers, to be printed. */
  shortlistPage: {
    intro: string;
    /** The button below a list in which offers have been ticked. */
    show: string;
    /** A link on the page of an offer, and the label of a box beside an offer in a list. */
    add: string;
    remove: string;
    unknown: string;
    /** Beside a square code that a telephone's camera can read. */
    code: string;
    print: string;
    empty: string;
  };
  /** The words of pages that lie in a folder of files, without a service. */
  files: {
    /** Where no script runs. */
    search: string;
    /** The heading of dates, as they were known on a day. */
    dates: string;
  };
}

/** The words of the page about what there is and what is missing. */
export interface InsightTexts {
  counted: Plural;
  choose: string;
  /** The names of what may be looked at. */
  views: {
    topics: string;
    audiences: string;
    languages: string;
    times: string;
    'topics-by-audience': string;
    gaps: string;
    checks: string;
  };
  /** The heading of rows that are weekdays and times of day. */
  when: string;
  all: string;
  everyone: string;
  filter: string;
  apply: string;
  only: string;
  clear: string;
  csv: string;
  legend: string;
  /** `{most}` is a percentage. */
  missed: string;
  how: string;
  rules: {
    place: string;
    audience: string;
    filtered: string;
    unknown: string;
    several: string;
    ended: string;
  };
  gaps: {
    /** `{most}` is a percentage. */
    about: string;
    nothing: string;
    others: string;
    everyone: Plural;
    more: Plural;
    /** Headings: what is missing, how many other towns have it, how many there would be. */
    missing: string;
    having: string;
    share: string;
  };
  ages: {
    'half-year': string;
    year: string;
    'two-years': string;
    older: string;
    never: string;
  };
  checksRule: string;
  oldest: string;
  source: string;
  /** The heading of links. */
  address: string;
}

/** The words of the page that writes the lines for a website. */
export interface ConfigureTexts {
  /** The heading of the page, and the link to it at the foot of all pages. */
  title: string;
  intro: string;
  /** Leads to the page with a choice made, from the lines of one record. */
  customise: string;
  what: {
    title: string;
    label: string;
    /** What can be shown; they stand in a list to choose from. */
    shown: {
      directory: string;
      list: string;
      provider: string;
      network: string;
      offer: string;
    };
    hint: string;
    /** The label of a second field for the same, `{name}` is that of the first. */
    further: string;
    /** The empty entry of that second field. */
    or: string;
    more: string;
    /** Stands in a list as long as nothing is chosen. */
    pick: string;
    network: string;
    offer: string;
    professionals: string;
  };
  host: {
    title: string;
    label: string;
    /** Content systems, and what somebody may do there. */
    systems: {
      html: string;
      typo3: string;
      'typo3-text': string;
      wordpress: string;
      'wordpress-author': string;
      drupal: string;
      'drupal-filtered': string;
      joomla: string;
      moodle: string;
    };
    strict: string;
  };
  look: {
    title: string;
    hint: string;
    accent: string;
    text: string;
    background: string;
    surface: string;
    radius: string;
    'max-width': string;
    font: string;
    faces: {
      page: string;
      'sans-serif': string;
      serif: string;
      monospace: string;
    };
    /** Opens a list of properties by their technical names. */
    more: string;
  };
  settings: {
    title: string;
    way: string;
    /** The first entry of the list of ways. */
    best: string;
    /** The ways to embed something; they stand alone and in front of a colon. */
    ways: {
      element: string;
      placeholder: string;
      frame: string;
      address: string;
      html: string;
      integrity: string;
    };
    language: string;
    /** The first entry of the list of languages. */
    languages: string;
    map: string;
    'no-languages': string;
    'no-shortlist': string;
    'no-topics': string;
    'heading-level': string;
    limit: string;
    'sync-url': string;
    id: string;
  };
  apply: string;
  /** Said after each change. */
  updated: string;
  problems: {
    wrong: string;
    /** How a field is to be filled; follow `problems.wrong`. */
    rules: {
      colour: string;
      length: string;
      id: string;
      offer: string;
    };
    /** Below the names of values that the directory does not know. */
    kept: string;
    gone: string;
    unchosen: string;
    /** Stands instead of the lines while something that locks cannot be read. */
    held: string;
    base: string;
  };
  /** Why a way does not work somewhere. */
  faults: {
    tags: string;
    frames: string;
    oembed: string;
    server: string;
    lists: string;
    https: string;
  };
  result: {
    title: string;
    /** The label of the field with the lines. */
    paste: string;
    template: string;
    styles: string;
    allowed: string;
    /** Said where the browser does not let a script copy. */
    selected: string;
    /** `{way}` is one of the ways, `{reason}` a whole sentence. */
    fault: string;
    instead: string;
    /** `{names}` are labels of fields above. Kept: until another choice gives it a meaning again. */
    lost: string;
    steps: string;
    share: string;
    shareHint: string;
  };
  steps: {
    /** The first step in each system; buttons are called as that system calls them. */
    open: {
      html: string;
      typo3: string;
      'typo3-text': string;
      wordpress: string;
      'wordpress-author': string;
      drupal: string;
      'drupal-filtered': string;
      joomla: string;
      moodle: string;
    };
    paste: string;
    address: string;
    include: string;
    template: string;
    allowed: string;
    styles: string;
    policy: string;
    save: string;
  };
  contrast: {
    title: string;
    /** `{pair}` is one of the pairs, `{page}` one of the pages, `{needed}` 4.5 or 3. The two colours follow. */
    faint: string;
    /** Above one or several colours, each with the label of its field. */
    nearest: string;
    /** A link that chooses the colours above it. */
    take: string;
    pairs: {
      text: string;
      muted: string;
      accent: string;
      tinted: string;
      'on-accent': string;
      highlight: string;
      warning: string;
      mark: string;
      edge: string;
      focus: string;
    };
    pages: {
      light: string;
      dark: string;
      frame: string;
    };
  };
  preview: {
    title: string;
    dark: string;
    /** A button, where no script does that by itself. */
    renew: string;
    wide: string;
    phone: string;
    site: string;
  };
  handout: {
    title: string;
    privacyTitle: string;
    /** Sentences for others' privacy notices; they speak for the website. `script`, either `nothing` or `shortlist`, `others`, `location` and `reports` follow each other; `server` stands alone. The German ones stand in docs/embed.md, too. */
    privacy: {
      /** Frames load from the directory, too. */
      script: string;
      nothing: string;
      shortlist: string;
      others: string;
      location: string;
      reports: string;
      server: string;
    };
    accessibilityTitle: string;
    /** The German one stands in docs/embed.md, too. */
    accessibility: string;
    policyTitle: string;
    noPolicy: string;
    typo3Policy: string;
    typo3Parameters: string;
  };
}

/** The words of files for other programs, in one language. */
export interface FormatTexts {
  /** The table's words: its columns, and what stands in them besides labels. */
  csv: {
    columns: {
      title: string;
      provider: string;
      kind: string;
      topics: string;
      summary: string;
      description: string;
      next: string;
      days: string;
      hours: string;
      times: string;
      from: string;
      to: string;
      towns: string;
      addresses: string;
      points: string;
      stepFree: string;
      online: string;
      atHome: string;
      serves: string;
      audiences: string;
      ageFrom: string;
      ageTo: string;
      only: string;
      eligibility: string;
      spoken: string;
      taught: string;
      levelNeeded: string;
      levelReached: string;
      free: string;
      price: string;
      cost: string;
      registration: string;
      registrationText: string;
      registrationUntil: string;
      registrationWeb: string;
      openings: string;
      bring: string;
      childcare: string;
      interpretation: string;
      contact: string;
      phone: string;
      email: string;
      web: string;
      /** Above why it is good practice. */
      practice: string;
      status: string;
      checkedOn: string;
      checkedBy: string;
      language: string;
      licence: string;
      page: string;
      id: string;
    };
    yes: string;
    no: string;
    /** The state of an offer that takes place. */
    published: string;
  };
}
