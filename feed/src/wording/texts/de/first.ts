import type { CardWords, FrameWords } from '../../words.js';

export const frame: FrameWords = {
  landmark: 'Angebote suchen',
  label: 'Wonach suchen Sie?',
  found: {
    one: '{count} Angebot gefunden',
    other: '{count} Angebote gefunden',
  },
  none: 'Keine Angebote gefunden',
  more: {
    one: '{count} weitere Möglichkeit',
    other: '{count} weitere',
  },
  sort: 'Sortieren nach',
  sorts: {
    relevance: 'Passendste zuerst',
    title: 'Titel',
    next: 'Nächster Termin',
    distance: 'Entfernung',
    checked: 'Zuletzt geprüft',
  },
  facets: {
    topic: 'Thema',
    place: 'Ort',
    audience: 'Für wen',
    kind: 'Art des Angebots',
    spoken: 'Sprache vor Ort',
    day: 'Wochentag',
    time: 'Tageszeit',
    flags: 'Gut zu wissen',
    level: 'Deutschkenntnisse',
    age: 'Alter',
  },
  demo: 'Vorführung: Alle Angebote, Namen und Nummern sind erfunden.',
  publisher: 'herausgegeben von {name}',
  asOf: 'Stand: {date}',
  licence: 'Lizenz: {name}',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
};

export const card: CardWords = {
  comma: ', ',
  facts: {
    when: 'Wann',
    where: 'Wo',
    whom: 'Für wen',
    languages: 'Sprachen',
    cost: 'Kosten',
  },
  chips: {
    paused: 'Pausiert zurzeit',
    free: 'Kostenlos',
    'places-free': 'Plätze frei',
    'places-waiting-list': 'Warteliste',
    'places-full': 'Ausgebucht',
    women: 'Nur für Frauen',
    men: 'Nur für Männer',
  },
  clock: '{time} Uhr',
  hours: '{time} Uhr',
  until: 'bis {date}',
  byAppointment: 'nach Vereinbarung',
  online: 'Online',
  atHome: 'Bei Ihnen zu Hause',
  everyone: 'Für alle',
  age: {
    from: {
      one: 'ab {count} Jahr',
      other: 'ab {count} Jahren',
    },
    to: {
      one: 'bis {count} Jahr',
      other: 'bis {count} Jahre',
    },
    span: '{from} bis {to} Jahre',
  },
  more: '{list} und {count} weitere',
  call: 'Anrufen',
  write: 'E-Mail schreiben',
  machine: 'Maschinell übersetzt',
};
