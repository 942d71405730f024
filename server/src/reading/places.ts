import type { Offer } from '@vielfalt/feed';

/** "frei", "Warteliste", "ausgebucht"; undefined where the text says something else. */
export function readPlaces(text: string): Offer['places'] {
  void text;
  return undefined;
}
