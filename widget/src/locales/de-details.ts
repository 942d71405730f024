import type { DetailTexts } from './texts.js';

/** German for open cards, linked offers and providers. */
export const deDetails: DetailTexts = {
  linked: {
    title: 'Verlinktes Angebot',
    close: 'Verlinktes Angebot ausblenden',
    gone: 'Das verlinkte Angebot gibt es hier nicht oder nicht mehr.',
  },
  facts: {
    eligibility: 'Voraussetzungen',
    level: 'Niveau',
    registration: 'Anmeldung',
    places: 'Plätze',
    extras: 'Gut zu wissen',
    bring: 'Mitbringen',
    contact: 'Kontakt',
    links: 'Mehr dazu',
  },
  time: {
    from: 'ab {date}',
    weeks: {
      other: 'alle {count} Wochen',
    },
    months: {
      other: 'alle {count} Monate',
    },
    nth: ['1. {day}', '2. {day}', '3. {day}', '4. {day}', '5. {day}', 'letzten {day}'],
    monthly: 'jeden {days} im Monat',
    monthDay: 'am {day}. jedes Monats',
    more: {
      one: 'und {count} weiterer Termin',
      other: 'und {count} weitere Termine',
    },
    cancelled: 'fällt aus: {date}',
    'public-holidays': 'nicht an Feiertagen',
    'school-holidays': 'nicht in den Schulferien',
    anyTime: 'Einstieg jederzeit möglich',
  },
  where: {
    onRequest: 'Adresse auf Anfrage',
    serves: 'Für Menschen aus: {places}',
    map: 'Auf der Karte zeigen',
    stepFreeYes: 'Stufenlos erreichbar',
    stepFreePartly: 'Teilweise stufenlos erreichbar',
    stepFreeNo: 'Nicht stufenlos erreichbar',
    stepFreeUnknown: 'Ob stufenlos erreichbar, ist nicht bekannt',
  },
  whom: {
    'residence-status': 'Vom Aufenthaltsstatus abhängig',
    'entitlement-certificate': 'Mit Berechtigungsschein',
    'job-centre': 'Nach Zuweisung durch Jobcenter oder Arbeitsagentur',
    'registered-address': 'Mit Meldeadresse im Gebiet',
  },
  distance: '{distance} entfernt',
  language: {
    taught: 'Unterricht: {language}',
    needed: 'ab {level}',
    reached: 'Ziel {level}',
    interpretation: 'Dolmetschen möglich',
  },
  cost: {
    free: 'Kostenlos',
    unknown: 'Nicht bekannt – bitte nachfragen',
  },
  registration: {
    needed: 'Anmeldung nötig',
    notNeeded: 'Ohne Anmeldung',
    unknown: 'Nicht bekannt – bitte nachfragen',
    web: 'Zur Anmeldung',
  },
  placesOn: 'Stand: {date}',
  childcare: 'Mit Kinderbetreuung',
  web: 'Website',
  details: {
    failed: 'Der vollständige Text konnte nicht geladen werden.',
    link: 'Link zu diesem Angebot',
    report: 'Fehler melden',
    source: 'Quelle: {name}',
  },
  report: {
    subject: 'Fehler im Angebot',
    body: 'Guten Tag, an diesem Angebot stimmt etwas nicht:',
  },
  translation: {
    original: 'Original anzeigen',
    translated: 'Übersetzung anzeigen',
  },
  offer: {
    failed: 'Das Angebot konnte nicht geladen werden.',
    gone: 'Dieses Angebot gibt es hier nicht oder nicht mehr.',
  },
  provider: {
    failed: 'Der Anbieter konnte nicht geladen werden.',
    gone: 'Diesen Anbieter gibt es hier nicht oder nicht mehr.',
    networks: 'Netzwerke',
  },
};
