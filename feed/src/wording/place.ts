import type { Location } from '../model/offer.js';
import type { Terms } from '../model/wire.js';

type Places = Pick<Terms, 'place'>;

/** The town's name: the vocabulary's label, else what the record says. */
export function townName(
  { town, locality }: Pick<Location, 'town' | 'locality'>,
  terms: Places,
): string | undefined {
  return (town && terms.place[town]?.label) || locality || town;
}

/** The town and, where the vocabulary knows it, the district: `Witten (Annen)`. */
export function whereabouts(place: Location, terms: Places): string | undefined {
  const town = townName(place, terms);
  const district = place.district && terms.place[place.district]?.label;
  return town && district && district !== town ? `${town} (${district})` : town;
}
