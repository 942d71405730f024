import type { Location, Provider } from '@vielfalt/feed';
import { localTown } from '@vielfalt/feed/wording';
import type { WordedTerms } from '../answers/reference.js';

/** The place where an offer happens, or where a provider is. */
export type Venue = Location | NonNullable<Provider['address']>;

/**
 * A postal address in one line: `Bürgerhaus, Hauptstraße 1, 58452 Witten`, by the town's local
 * name; on request, only that.
 */
export function addressLine(place: Venue, view: WordedTerms): string {
  const { street, postalCode, visibility } = place;
  const town = localTown(place, view.terms);
  if (visibility === 'on-request') return town ?? '';
  const last = [postalCode, town].filter(Boolean).join(' ');
  return ['name' in place && place.name, street, last].filter(Boolean).join(', ');
}

/** Latitude and longitude (WGS 84) where they are known and public. */
export function pointOf({ lat, lng, visibility }: Venue): { lat: number; lng: number } | undefined {
  const isPublic = visibility !== 'on-request';
  return isPublic && lat !== undefined && lng !== undefined ? { lat, lng } : undefined;
}
