import type { Location } from '../model/offer.js';
import type { Terms } from '../model/wire.js';
import { townName, whereabouts } from './place.js';

/**
 * A postal address as lines: name, street, postal code with town, and the district in brackets.
 * Of a place on request there is only the town.
 */
export function addressLines(place: Location, terms: Pick<Terms, 'place'>): string[] {
  if (place.visibility === 'on-request') return [townName(place, terms) ?? ''].filter(Boolean);
  const last = [place.postalCode, whereabouts(place, terms)].filter(Boolean).join(' ');
  return [place.name, place.street, last].filter((line): line is string => !!line);
}
