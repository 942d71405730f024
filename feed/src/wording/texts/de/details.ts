import type { DetailWords } from '../../words.js';

export const details: DetailWords = {
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
    nextDay: '{from} bis {to} am nächsten Tag',
    others: 'und weitere',
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
    stepFree: {
      yes: 'Stufenlos erreichbar',
      partly: 'Teilweise stufenlos erreichbar',
      no: 'Nicht stufenlos erreichbar',
      unknown: 'Ob stufenlos erreichbar, ist nicht bekannt',
    },
  },
  marks: {
    'residence-status': 'Vom Aufenthaltsstatus abhängig',
    'entitlement-certificate': 'Mit Berechtigungsschein',
    'job-centre': 'Nach Zuweisung durch Jobcenter oder Arbeitsagentur',
    'registered-address': 'Mit Meldeadresse im Gebiet',
  },
  language: {
    taught: 'Unterricht: {language}',
    needed: 'ab {level}',
    reached: 'Ziel {level}',
    interpretation: 'Dolmetschen möglich',
  },
  unknown: 'Nicht bekannt – bitte nachfragen',
  registration: {
    needed: 'Anmeldung nötig',
    notNeeded: 'Ohne Anmeldung',
    web: 'Zur Anmeldung',
  },
  placesOn: 'Stand: {date}',
  web: 'Website',
  source: 'Quelle: {name}',
  report: {
    link: 'Fehler melden',
    offer: {
      subject: 'Fehler im Angebot',
      body: 'Guten Tag, an diesem Angebot stimmt etwas nicht:',
    },
    provider: {
      subject: 'Fehler beim Anbieter',
      body: 'Guten Tag, an diesem Anbieter stimmt etwas nicht:',
    },
  },
  networks: 'Netzwerke',
};
