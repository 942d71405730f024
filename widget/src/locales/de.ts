import { card, frame } from '@vielfalt/feed/texts/de/first.js';
import type { Locale } from './texts.js';

/** What the first download holds; the rest is in `de-choices.ts` and `de-details.ts`. */
export const de: Locale = {
  tag: 'de',
  dir: 'ltr',
  frame: {
    ...frame,
    filters: {
      title: 'Filter',
      open: 'Filtern',
    },
    list: {
      title: 'Angebote',
      loading: 'Angebote werden geladen …',
      more: {
        other: 'Mehr anzeigen (noch {count})',
      },
      show: {
        one: '{count} Angebot anzeigen',
        other: '{count} Angebote anzeigen',
      },
      stale: 'Das Verzeichnis ist gerade nicht erreichbar. Sie sehen den Stand vom {date}.',
      retry: 'Noch einmal versuchen',
      reload: 'Seite neu laden',
      failed: 'Die Angebote konnten nicht geladen werden.',
      failedHint: 'Prüfen Sie Ihre Internetverbindung oder öffnen Sie das Verzeichnis direkt.',
      refused: 'Diese Auswahl gibt es im Verzeichnis nicht.',
      toDirectory: 'Zum Verzeichnis',
    },
  },
  card: {
    ...card,
    chips: { ...card.chips, open: 'Jetzt geöffnet', running: 'Läuft gerade', ended: 'Beendet' },
    open: 'Einzelheiten',
    close: 'Weniger anzeigen',
    loading: 'Wird geladen …',
    failed: 'Das konnte nicht geladen werden.',
  },
};
