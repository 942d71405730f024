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
    /** In place of the marked offers, where no script runs. */
    shortlist: string;
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
    course: string;
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
  course: {
    /** `{share}` is a percentage. */
    now: string;
    since: string;
    early: string;
    /** The heading of rows of percentages. */
    share: string;
    rule: string;
    /** Behind the name of a source or topic, as the heading of numbers. */
    checked: string;
    day: string;
  };
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

/** The words of the pages on which providers confirm their offers. */
export interface ConfirmTexts {
  /** The heading of the page behind a provider's link, where it sees its own offers. */
  title: string;
  list: {
    intro: Plural;
    /** Below the heading, before the button for all. */
    hint: string;
    /** The button for all offers at once. */
    all: Plural;
    /** The same, where something has been said of some already. */
    rest: Plural;
    nothingLeft: string;
    none: string;
    /** `{address}` is an e-mail address. */
    office: string;
    changedMeanwhile: string;
  };
  offer: {
    right: string;
    changed: string;
    gone: string;
    confirmed: string;
    /** `{fields}` are names of what is to be changed. */
    waiting: string;
  };
  /** What can be changed, besides the headings that offers have. */
  fields: {
    /** Whether it takes place, is paused or has ended. */
    status: string;
    description: string;
  };
  change: {
    title: string;
    intro: string;
    /** Before what the directory says. */
    now: string;
    when: string;
    /** The examples stay German or English: only these are read. */
    whenHint: string;
    /** A box to tick; the offer is paused. */
    again: string;
    free: string;
    cost: string;
    costHint: string;
    registration: string;
    /** An entry of a list: nothing is said of it. */
    unsaid: string;
    yes: string;
    no: string;
    /** The label of a date. */
    until: string;
    registrationText: string;
    openings: string;
    /** The label of a field: which part of the organisation answers. */
    role: string;
    roleHint: string;
    phone: string;
    email: string;
    web: string;
    note: string;
    noteHint: string;
    submit: string;
    cancel: string;
  };
  problems: {
    /** The heading of a list of mistakes. */
    title: Plural;
    /** The quoted words are the button `right`. */
    nothing: string;
    phone: string;
    email: string;
    web: string;
    date: string;
    cost: string;
    long: string;
    /** `{value}` is what the directory says. */
    stale: string;
    refused: string;
  };
  preview: {
    title: string;
    intro: string;
    dates: string;
    noDates: string;
    /** The author's own words follow. */
    kept: string;
    removed: string;
    send: string;
    edit: string;
  };
  gone: {
    title: string;
    intro: string;
    /** A button, as the next. */
    ended: string;
    paused: string;
    note: string;
  };
  done: {
    title: string;
    confirmed: Plural;
    published: string;
    waiting: string;
    waitingHint: string;
    /** A heading, as the two before. */
    refused: string;
    note: string;
    next: string;
    left: Plural;
    nothing: string;
  };
  stop: {
    /** A quiet link at the foot of the page. */
    link: string;
    title: string;
    intro: string;
    unwanted: string;
    unwantedHint: string;
    /** A button: the mail has come to somebody else. */
    stranger: string;
    strangerHint: string;
    done: string;
    doneHint: string;
    /** For the office: what whoever got the link has said. */
    report: string;
  };
  bad: {
    title: string;
    text: string;
    /** The quoted words are `ask.summary`. */
    again: string;
    office: string;
  };
  ask: {
    /** A quiet line on a provider's page, for the provider; it opens a form. */
    summary: string;
    intro: string;
    send: string;
    sentTitle: string;
    sent: string;
    nothing: string;
    back: string;
  };
}

/** The words of the pages where the office decides. */
export interface OfficeTexts {
  /** The heading of the office's pages. */
  title: string;
  signIn: {
    lead: string;
    address: string;
    send: string;
    sent: string;
    operator: string;
    often: string;
    foreign: string;
  };
  noMail: string;
  enter: string;
  over: string;
  again: string;
  signedIn: string;
  leave: string;
  left: string;
  /** The number of all things that wait. */
  waiting: Plural;
  nothing: string;
  all: string;
  back: string;
  done: string;
  /** Somebody else was quicker, or a provider changed it meanwhile. */
  late: string;
  /** A form was sent by a page of an earlier visit. */
  stale: string;
  inTable: string;
  settle: string;
  fine: string;
  proposals: {
    title: string;
    note: string;
    before: string;
    after: string;
    current: string;
    accept: string;
    decline: string;
    acceptAll: string;
    declineAll: string;
    gone: string;
  };
  reports: {
    title: string;
    reach: string;
  };
  overruled: {
    title: string;
    about: string;
    table: string;
  };
  unchecked: {
    title: string;
    about: string;
    count: Plural;
    send: string;
    sent: string;
    failed: string;
    noAddress: string;
  };
  ended: {
    title: string;
    end: string;
  };
  duplicates: {
    title: string;
    about: string;
  };
  changes: {
    title: string;
    about: string;
    download: string;
    by: string;
    trusted: string;
    takeBack: string;
  };
  trust: {
    title: string;
    about: string;
    save: string;
  };
  deeds: {
    title: string;
    acts: {
      enter: string;
      leave: string;
      accept: string;
      decline: string;
      'take-back': string;
      settle: string;
      fine: string;
      end: string;
      send: string;
      trust: string;
    };
  };
}

/** The words of mails, and of the page where somebody stops them. */
export interface LetterTexts {
  /** The first line of every mail. */
  greeting: string;
  closing: string;
  /** Below the button of `open`. */
  valid: string;
  /** A button that leads to the offers of a provider. */
  open: string;
  /** The mail to providers whose offers nobody has checked for long; the offers stand below `intro`. */
  reminder: {
    subject: string;
    intro: string;
    how: string;
    nothing: string;
    /** A link at the end. */
    stop: string;
  };
  /** The mail to a provider that somebody has asked for on its page. */
  providerLink: {
    subject: string;
    intro: string;
    nothing: string;
  };
  /** The mail by which somebody of the office signs in. */
  officeLink: {
    subject: string;
    intro: string;
    open: string;
    valid: string;
    nothing: string;
  };
  /** The page on which a provider stops reminders. */
  stop: {
    title: string;
    question: string;
    button: string;
    done: string;
    /** Before the office's address. */
    again: string;
    gone: string;
    /** Before the office's address. */
    write: string;
  };
}

/** The words in which the office is told how the directory ages. */
export interface UpkeepTexts {
  deadLinks: {
    title: string;
    about: string;
    /** `{trouble}` is one of the troubles. */
    since: string;
    /** `{address}` is a web address. */
    leads: string;
    /** Sentences: what is wrong with a link. */
    troubles: {
      gone: string;
      server: string;
      host: string;
      silent: string;
      certificate: string;
      loop: string;
      private: string;
    };
  };
  movedLinks: {
    title: string;
    about: string;
  };
  unmet: {
    title: string;
    about: string;
    /** Behind a word that was looked for. */
    days: Plural;
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
