import type { Location, Terms } from '@vielfalt/feed';

/** The town's name: the vocabulary's label, else what the record says. */
export function townName(
  place: Pick<Location, 'town' | 'locality'>,
  terms: Pick<Terms, 'place'>,
): string | undefined {
  return (place.town && terms.place[place.town]?.label) || place.locality || place.town;
}
