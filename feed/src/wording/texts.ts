// Made by `npm run languages` of the German texts in languages/de/ and of languages/notes.json.

import type { Plural } from './fill.js';

/** The words that pages and elements share in one language. */
export interface InterfaceTexts {
  /** The words around offers from the first moment on. */
  frame: {
    /** The name of the search landmark. */
    landmark: string;
    /** The label of the field for words. */
    label: string;
    found: Plural;
    none: string;
    sort: string;
    sorts: {
      relevance: string;
      suggested: string;
      title: string;
      next: string;
      distance: string;
      checked: string;
    };
    /** The headings of what offers can be narrowed down by. */
    facets: {
      topic: string;
      place: string;
      audience: string;
      kind: string;
      spoken: string;
      day: string;
      time: string;
      flags: string;
      level: string;
      age: string;
    };
    demo: string;
    filters: {
      title: string;
      /** The button of the disclosure on narrow pages. */
      open: string;
    };
    list: {
      title: string;
      loading: string;
      more: Plural;
      /** Leads from the filters to the offers. */
      show: Plural;
      stale: string;
      retry: string;
      /** Loads the whole page anew. */
      reload: string;
      failed: string;
      failedHint: string;
      refused: string;
      /** The plain link to the directory's own pages. */
      toDirectory: string;
    };
  };
  /** Below offers: whose they are, of which day, on which terms. */
  footer: {
    publisher: string;
    asOf: string;
    licence: string;
    imprint: string;
    privacy: string;
    accessibility: string;
  };
  /** What stands around the offers of a directory, and comes after the first of them. */
  around: {
    /** Names the list of languages to choose from. */
    languages: string;
    /** The name of a ribbon that puts an offer on a list of one's own; the offer's title follows. */
    mark: string;
  };
  /** The words that come when a visitor first reaches for an element. */
  reached: {
    /** Takes the words away again. */
    clear: string;
    /** Before what was found by the search that is still shown. */
    earlier: string;
    /** Why it is still shown. */
    notMade: string;
  };
  /** The words of an offer in a list. */
  card: {
    /** Between the parts of an enumeration. */
    comma: string;
    /** The headings of the facts. */
    facts: {
      when: string;
      where: string;
      whom: string;
      languages: string;
      cost: string;
    };
    /** Badges beside the title; `open` suits a place one may walk into, `running` a course. */
    badges: {
      paused: string;
      free: string;
      'openings-free': string;
      'openings-waiting-list': string;
      'openings-full': string;
      women: string;
      men: string;
      childcare: string;
      practice: string;
      open: string;
      running: string;
      ended: string;
    };
    /** `{time}` is `9:00` or `9:00–12:30`. */
    clock: string;
    /** The same where all times are full hours: `9–12`. `null`: hours are not shortened. */
    hours?: string;
    /** Of what lasts whole days. */
    allDay: string;
    /** Of what is open from midnight to midnight. */
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
    age: {
      from: Plural;
      to: Plural;
      span: string;
    };
    /** Of an enumeration that is cut short. */
    more: string;
    call: string;
    write: string;
    /** A machine has translated it. */
    machine: string;
    open: string;
    close: string;
    checked: {
      on: string;
      /** Said instead of `on` before the name of an office. */
      by: string;
      /** Behind both, where that was too long ago. */
      ask: string;
      never: string;
    };
    /** Of any part of an element that comes later. */
    loading: string;
    failed: string;
  };
  /** The words that choosing brings along. */
  choices: {
    noneHint: string;
    nearest: string;
    /** The name of the list of choices in force. */
    chosen: string;
    /** Takes back one of them. */
    remove: string;
    removeAll: string;
    /** Leads to what there would be without one of them. */
    drop: Plural;
    any: string;
    /** The names of what only an address or a lock asks for. */
    facets: {
      at: string;
      provider: string;
    };
    /** Say what the numbers of a group count, where that is not plain. */
    hints: {
      audience: string;
      place: string;
    };
    flags: {
      free: string;
      stepfree: string;
      online: string;
      childcare: string;
      interpreters: string;
      openings: string;
      women: string;
      practice: string;
    };
    times: {
      morning: string;
      afternoon: string;
      evening: string;
    };
    levels: {
      A0: string;
      A1: string;
      A2: string;
      B1: string;
      B2: string;
      C1: string;
      C2: string;
    };
    refusedValue: string;
    filters: {
      /** The number of chosen filters. */
      chosen: Plural;
      fewer: string;
      find: string;
      findNone: string;
      close: string;
      ageHint: string;
      levelHint: string;
      near: string;
      nearOn: string;
      nearWait: string;
      nearDenied: string;
      nearFailed: string;
      /** The label of a list of towns: offers around the chosen one are looked for. */
      nearFrom: string;
      /** A filter that has been chosen. */
      nearPlace: string;
      /** In the list of towns: where the visitor is, as the device says. */
      nearMe: string;
      /** A link below a list of what is near: what has no place. */
      nowhere: Plural;
    };
    /** Further values of a facet. */
    more: Plural;
  };
  /** The words that only the whole of an offer or a provider has. */
  details: {
    /** The headings of the other facts. */
    facts: {
      eligibility: string;
      level: string;
      registration: string;
      openings: string;
      extras: string;
      bring: string;
      contact: string;
      links: string;
    };
    time: {
      from: string;
      /** Both are times of day. */
      nextDay: string;
      /** Stands for further lines. */
      others: string;
      /** Two weeks and more. */
      weeks: Plural;
      months: Plural;
      /** The first to the fifth and last the last weekday of a month. `[a|b|c]` where the word follows the gender of the weekday: `b` where its name ends in -a, -а or -я, `c` where it ends in -е. */
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
      stepFree: {
        yes: string;
        partly: string;
        no: string;
        unknown: string;
      };
    };
    marks: {
      'residence-status': string;
      'entitlement-certificate': string;
      'job-centre': string;
      'registered-address': string;
    };
    language: {
      taught: string;
      needed: string;
      reached: string;
      interpretation: string;
    };
    /** Of cost, times and registration. */
    unknown: string;
    registration: {
      needed: string;
      notNeeded: string;
      web: string;
    };
    /** The day on which somebody said so. */
    openingsOn: string;
    web: string;
    /** What a good practice tells those who would do the same elsewhere. */
    practice: {
      /** Below the badge as a heading: whom it is for. */
      about: string;
      reason: string;
      /** Before `people`, `money`, `rooms` and `partners`. */
      needs: string;
      people: string;
      money: string;
      rooms: string;
      partners: string;
      /** Before a month: `September 2023`. */
      since: string;
      results: string;
      ask: string;
    };
    source: string;
    /** The link by which a mistake is reported, and the letter behind it, by what it is about. */
    report: {
      link: string;
      offer: {
        subject: string;
        body: string;
      };
      provider: {
        subject: string;
        body: string;
      };
      network: {
        subject: string;
        body: string;
      };
    };
    networks: string;
    linked: {
      title: string;
      close: string;
      gone: string;
    };
    distance: string;
    /** Of the whole text, and the link to it. */
    text: {
      failed: string;
      link: string;
    };
    translation: {
      original: string;
      translated: string;
    };
    offer: {
      failed: string;
      gone: string;
    };
    provider: {
      failed: string;
      gone: string;
    };
  };
  /** The words about a question. */
  hints: {
    /** Names the list of filters that its words could be. */
    offered: string;
    /** Says what choosing one of them does. */
    filterBy: string;
    /** Before what words of another language were taken for, above the offers. */
    inGerman: string;
    /** The same on one of them. */
    foundFor: string;
    /** Before topics and places, where the words find nothing. */
    instead: string;
    /** One of these, and how many offers it has. */
    offers: Plural;
  };
  /** What is said of networks, and of the members they have in common. */
  networks: {
    /** Beside the member that coordinates it. */
    coordinator: string;
    members: string;
    /** Names, after a network of a provider, who else is in it. */
    others: string;
    next: string;
    calendar: string;
    failed: string;
    gone: string;
  };
  /** The words of what is for those who help. */
  professionals: {
    title: string;
    /** A heading, as `networks`, `offers` and `newest`. */
    missing: string;
    nothingMissing: string;
    who: string;
    networks: string;
    noNetworks: string;
    next: string;
    /** The number of members of a network. */
    members: Plural;
    practice: string;
    offers: string;
    /** Leads to all offers for professionals. */
    all: string;
    newest: string;
    nothing: string;
  };
  /** Says why two are alike. */
  similar: {
    /** Before the topics and audiences that both have. */
    also: string;
    /** Of a distance. */
    near: string;
  };
  /** The list of offers that a visitor has marked, on pages and in elements. */
  shortlist: {
    /** A short everyday word for it; `count` and pages use the same. */
    title: string;
    /** The button that leads there; the number of offers is filled in. */
    count: string;
    close: string;
    empty: string;
    /** The titles of offers are filled in. */
    gone: string;
    /** A website shows only a part of the directory; beside it stands a link to the directory. */
    elsewhere: Plural;
    /** More have been marked: said of a sheet to print, and of a link. */
    most: string;
    /** A link to a page with the offers, made to be printed. */
    print: string;
    removeAll: string;
    /** A choice: the browser keeps the list until it is taken back. */
    keep: string;
    keepHint: string;
    /** The browser has refused to keep the list. */
    unkept: string;
  };
  /** Passing an offer, or a list of offers, on to others. */
  passOn: {
    copy: string;
    copied: string;
    /** Before a link that could not be copied by itself. */
    byHand: string;
    share: string;
    /** A link to a file with the dates of an offer. */
    calendar: string;
  };
}

/** The words that only the map says, in one language. */
export interface MapTexts {
  /** The name of the map for those who do not see it. */
  title: string;
  /** Which keys do what inside the map, for screen readers. */
  keys: string;
  /** The button that brings the map closer. */
  zoomIn: string;
  /** The button that moves it away. */
  zoomOut: string;
  /** The button that shows all of the map. */
  whole: string;
  /** The button that shows the buttons of further places. */
  morePlaces: Plural;
  /** How many offers are at a point. */
  offers: Plural;
  /** Stands above offers that are shown in the middle of their town. */
  rough: string;
  /** A button that lists the offers that are at no point of the map, and the heading of that list. */
  elsewhere: Plural;
  /** The heading of the offers at a point whose place has no name. */
  here: string;
  /** Closes the list of the offers at a point. */
  close: string;
}

/** The words in which an element tells an editor what is wrong. */
export interface DiagnosisTexts {
  /** The heading of what an element says of itself, to an editor, where it has the attribute `diagnose`. */
  title: string;
  /** `{code}` is `diagnose`. */
  about: string;
  /** `{shown}` is the next text, or the directory's name. */
  fine: string;
  /** The number of offers, and the directory's name. */
  shown: Plural;
  versions: string;
  symptoms: {
    blocked: string;
    unreachable: string;
    cors: string;
    status: string;
    foreign: string;
    feed: string;
    attribute: string;
    value: string;
    address: string;
    quotes: string;
    swallowed: string;
    heading: string;
    mains: string;
    label: string;
    scripts: string;
    lang: string;
    lost: string;
    fragment: string;
    for: string;
    placeholder: string;
  };
}

/** The words of the form that reports a mistake, on pages and in elements. */
export interface ReportTexts {
  /** The heading of the form in which visitors report a mistake, on pages and in elements. */
  title: string;
  /** `{name}` is the publisher, as in `privacy`. */
  intro: string;
  /** Above boxes to tick. */
  question: string;
  reasons: {
    closed: string;
    times: string;
    contact: string;
    other: string;
  };
  /** The label of a field for free text; its hint is below it. */
  text: string;
  textHint: string;
  /** The label of a field for a way to reach who writes; its hint is below it. */
  reach: string;
  reachHint: string;
  /** Below the fields: what is kept, who sees it, how long. */
  privacy: string;
  /** The label of a field that is hidden from people and filled in by machines. */
  trap: string;
  send: string;
  /** Closes the form inside an element. */
  cancel: string;
  sending: string;
  thanks: string;
  /** `{name}` is the offer or provider. */
  back: string;
  /** Why a report was not taken. */
  faults: {
    empty: string;
    long: string;
    /** Nothing is wrong with it. */
    again: string;
    /** The address of an e-mail follows below, as in the next. */
    many: string;
    /** There is no connection. */
    failed: string;
  };
  /** A link to there follows. */
  elsewhere: string;
}
