import type { Location, Terms } from '@vielfalt/feed';
import { townName } from './town.js';

/**
 * A postal address as lines: name, street, postal code with town, and the district in brackets.
 * Of a place on request there is only the town.
 */
export function addressLines(place: Location, terms: Pick<Terms, 'place'>): string[] {
  const town = townName(place, terms);
  if (place.visibility === 'on-request') return town ? [town] : [];
  const district = place.district && terms.place[place.district]?.label;
  const last = [place.postalCode, town, district && district !== town && `(${district})`];
  return [place.name, place.street, last.filter(Boolean).join(' ')].filter(
    (line): line is string => !!line,
  );
}
