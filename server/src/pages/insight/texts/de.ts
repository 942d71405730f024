import type { InsightTexts } from './insight-texts.js';

export const de: InsightTexts = {
  counted: { one: '{count} Angebot gezählt', other: '{count} Angebote gezählt' },
  choose: 'Tabellen',
  views: {
    topics: 'Themen in den Orten',
    audiences: 'Zielgruppen in den Orten',
    languages: 'Sprachen in den Orten',
    times: 'Tage und Tageszeiten in den Orten',
    'topics-by-audience': 'Themen und Zielgruppen',
    gaps: 'Was fehlt',
    checks: 'Wie alt die Angaben sind',
  },
  when: 'Tag und Tageszeit',
  all: 'insgesamt',
  everyone: 'für alle',
  filter: 'Nur bestimmte Angebote zählen',
  apply: 'Zählen',
  only: 'Gezählt wird nur: {filters}',
  clear: 'Wieder alle zählen',
  csv: 'Tabelle als CSV',
  legend: 'So viele Angebote:',
  missed: 'obwohl mindestens {most} der anderen Orte es haben',
  how: 'So wird gezählt',
  rules: {
    place:
      'Ein Angebot zählt in jedem Ort, in dem es stattfindet oder dessen Menschen es versorgt; was für das ganze Gebiet da ist, zählt in jedem Ort.',
    audience:
      'Ein Angebot ohne Zielgruppe ist für alle da. Es steht hier unter „für alle“ und zählt bei keiner Zielgruppe mit; die Liste hinter einer Zahl zeigt es zusätzlich.',
    filtered:
      'Mit „+“ stehen Angebote dabei, die keine Zielgruppe nennen und darum für alle da sind; die Liste hinter der Zahl zeigt beide.',
    unknown: 'Ein Angebot, das zu Sprache oder Zeit nichts sagt, zählt dort nirgends mit.',
    several:
      'Was an mehreren Orten stattfindet oder mehrere Themen hat, zählt mehrfach, in „insgesamt“ aber nur einmal; in einem Thema zählt alles mit, was darunter steht.',
    ended: 'Beendete Angebote zählen nicht, pausierte zählen.',
  },
  gaps: {
    about:
      'Hier steht, was mindestens {most} der anderen Orte haben und was nach der Zahl der Angebote am Ort mindestens einmal zu erwarten wäre, dort aber kein Angebot nennt. Zuerst kommt, was die meisten anderen Orte haben.',
    nothing: 'Nach dieser Regel fehlt zurzeit nichts.',
    others: 'in {count} von {all} anderen Orten',
    everyone: { one: '{count} Angebot für alle', other: '{count} Angebote für alle' },
    more: { one: 'und {count} weitere Lücke', other: 'und {count} weitere Lücken' },
    missing: 'Es fehlt',
    having: 'andere Orte, die es haben',
    share: 'zu erwarten',
  },
  ages: {
    'half-year': 'bis 6 Monate',
    year: '6 bis 12 Monate',
    'two-years': '1 bis 2 Jahre',
    older: 'über 2 Jahre',
    never: 'nie geprüft',
  },
  checksRule: 'Gezählt wird der Tag, an dem ein Angebot zuletzt geprüft wurde.',
  oldest: 'Angebote nach dem Tag der Prüfung ansehen',
  source: 'Quelle',
  address: 'Adresse',
};
