import { HIDDEN } from './field.js';

/** Words of offices, HSDS, WordPress and Google for entries not, or no longer, for the public. */
export const HIDING_WORDS = `
  inaktiv, nicht aktiv, inactive, defunct, geschlossen, dauerhaft geschlossen, closed,
  permanently closed, closed permanently, Entwurf, draft, auto-draft, archiviert, Archiv, archived,
  archive, gelöscht, deleted, Papierkorb, trash, privat, private, intern, internal, versteckt, hidden,
  verborgen, ausgeblendet, unsichtbar, nicht sichtbar, nicht öffentlich, nicht veröffentlicht,
  unveröffentlicht, unpublished, not published, not public, non public, offline, deaktiviert,
  disabled, gesperrt, blocked, suspended, abgelehnt, rejected, ausstehend, pending, in Bearbeitung,
  in Prüfung, ungeprüft, nicht freigegeben, not approved, vertraulich, confidential, zurückgezogen,
  withdrawn, wartet auf Freigabe, wartet auf Prüfung, zur Prüfung, zur Freigabe, zu prüfen,
  awaiting approval, awaiting review, in review, under review, trashed, removed, future, veraltet, outdated, obsolete, nicht mehr aktuell, nicht mehr gültig, nicht mehr online`;

/** Their words for what is over. */
export const ENDED_WORDS = `
  beendet, abgelaufen, eingestellt, abgeschlossen, abgesagt, storniert, cancelled, canceled, finished,
  expired, EventCancelled, https://schema.org/EventCancelled`;

/** Maps each word to one value. */
function wordsFor(value: string, all: string): Record<string, string> {
  const words = all.replace(/\s+/g, ' ').split(',');
  return Object.fromEntries(words.map((word) => [word.trim(), value]));
}

/** Words for the status of an offer. */
export const STATUS_WORDS = {
  ...wordsFor(
    'published',
    `aktiv, veröffentlicht, online, laufend, ja, j, yes, y, x, ✓, 1, wahr, true, active, publish, public,
    öffentlich, sichtbar, visible, freigegeben, approved, offen, open, operational, scheduled,
    EventScheduled, https://schema.org/EventScheduled`,
  ),
  ...wordsFor(
    'paused',
    `pausiert, ruht, vorübergehend geschlossen, temporarily closed, closed temporarily,
    CLOSED_TEMPORARILY, verschoben, postponed, EventPostponed, https://schema.org/EventPostponed`,
  ),
  ...wordsFor('ended', ENDED_WORDS),
  ...wordsFor(HIDDEN, `${HIDING_WORDS}, CLOSED_PERMANENTLY, nein, n, no, 0, falsch, false`),
};
