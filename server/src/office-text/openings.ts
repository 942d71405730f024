import type { Offer } from '@vielfalt/feed';
import { readDate } from './date.js';
import { keywords } from './keywords.js';

const stateOf = keywords({
  free: 'frei|ja|plätze frei|freie plätze|noch plätze frei|noch freie plätze|es gibt noch freie plätze|verfügbar|plätze verfügbar|offen|buchbar|free|available|places available|places free|open',
  'waiting-list':
    'warteliste|auf warteliste|nur warteliste|nur noch warteliste|ausgebucht, warteliste|ausgebucht (warteliste)|voll, warteliste|wartelistenplätze|waiting list|waitlist|waiting-list',
  full: 'ausgebucht|voll|belegt|voll belegt|vollständig ausgebucht|keine plätze|keine freien plätze|keine plätze frei|nein|keine|0|full|fully booked|booked out|sold out|no places',
});
const DATED = /^(.{1,60}?)[\s,(]+(?:stand:?|am|as of)?\s*([\d][\d. -]{5,12})\)?$/i;

/** Reads "frei", "Warteliste", "ausgebucht (Stand 01.09.2026)"; undefined for anything else. */
export function readOpenings(text: string): Offer['openings'] {
  const plain = stateOf(text);
  if (plain) return { state: plain };
  const [, word = '', date = ''] = text.length <= 120 ? (DATED.exec(text.trim()) ?? []) : [];
  const [state, on] = [stateOf(word), readDate(date)];
  return state && on ? { state, on } : undefined;
}
