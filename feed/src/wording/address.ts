import type { Location } from '../model/offer.js';
import type { Terms } from '../model/wire.js';
import { present } from './list.js';

type Places = Pick<Terms, 'place'>;

function localName(id: string | undefined, { place }: Places): string | undefined {
  const head = id === undefined ? undefined : place[id];
  return head?.local ?? head?.label;
}

/** The town's name as on signs and letters there, whatever the language of the text. */
export function localTown(
  { town, locality }: Pick<Location, 'town' | 'locality'>,
  terms: Places,
): string | undefined {
  return localName(town, terms) ?? locality ?? town;
}

/**
 * A postal address as lines: name, street, postal code with town, and the district in brackets.
 * Places have their local names, to be shown to a driver or written on a letter. For a place on
 * request, only the town.
 */
export function addressLines(place: Location, terms: Places): string[] {
  const town = localTown(place, terms);
  if (place.visibility === 'on-request') return present([town]);
  const district = localName(place.district, terms);
  const last = [place.postalCode, town, district && district !== town && `(${district})`];
  return present([place.name, place.street, present(last).join(' ')]);
}
