import { details } from '@vielfalt/feed/texts/de/details.js';
import type { DetailTexts } from './texts.js';

/** German for open cards, linked offers and providers. */
export const deDetails: DetailTexts = {
  ...details,
  linked: {
    title: 'Verlinktes Angebot',
    close: 'Verlinktes Angebot ausblenden',
    gone: 'Das verlinkte Angebot gibt es hier nicht oder nicht mehr.',
  },
  distance: '{distance} entfernt',
  text: {
    failed: 'Der vollständige Text konnte nicht geladen werden.',
    link: 'Link zu diesem Angebot',
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
  },
};
