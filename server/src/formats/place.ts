import type { Location, Provider } from '@vielfalt/feed';
import type { View } from '../publication/view.js';

/** Where an offer happens, or where a provider is. */
export type Place = Location | NonNullable<Provider['address']>;

/** The town's name: the vocabulary's label, else what the record says. */
export function townOf({ town, locality }: Place, { terms }: View): string | undefined {
  return (town && terms.place[town]?.label) || locality || town;
}

/** A postal address in one line: `Bürgerhaus, Hauptstraße 1, 58452 Witten`; on request, the town. */
export function addressLine(place: Place, view: View): string {
  const { street, postalCode, visibility } = place;
  const town = townOf(place, view);
  if (visibility === 'on-request') return town ?? '';
  const last = [postalCode, town].filter(Boolean).join(' ');
  return ['name' in place && place.name, street, last].filter(Boolean).join(', ');
}

/** Latitude and longitude (WGS 84) where they are known and public. */
export function pointOf({ lat, lng, visibility }: Place): { lat: number; lng: number } | undefined {
  const isPublic = visibility !== 'on-request';
  return isPublic && lat !== undefined && lng !== undefined ? { lat, lng } : undefined;
}
