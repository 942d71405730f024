import type { Location } from '@vielfalt/feed';
import type { PlaceFinder } from './terms.js';

export function readAddress(
  text: string,
  places: PlaceFinder,
): { location: Partial<Location>; complete: boolean } {
  void places;
  return { location: text ? { locality: text } : {}, complete: false };
}
