import type { Texts } from './texts.js';

export const de: Texts = {
  tag: 'de',
  dir: 'ltr',
  shell: {
    skip: 'Zum Inhalt springen',
    home: 'Startseite',
    languages: 'Sprachen',
    demo: 'Vorführung: Alle Angebote, Namen und Nummern sind erfunden.',
    footer: 'Über dieses Verzeichnis',
    publisher: 'herausgegeben von {name}',
    asOf: 'Stand: {date}',
    licence: 'Lizenz: {name}',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    insight: 'Was es gibt und was fehlt',
  },
};
