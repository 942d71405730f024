import type { FacetValue } from '../model/wire.js';
import type { Asked } from './facet.js';

/** More would be a list to read, not a place to begin. */
const MOST = 12;

/**
 * The main topics that there is something of inside a lock, to begin with, those with most offers
 * first: those on top, or below them where one or two hold all; where the lock names one, those below
 * it; where it names several, these. None where there is no choice.
 */
export function mainTopics({ facets, lock, terms }: Omit<Asked, 'query'>): FacetValue[] {
  const all = facets.topic ?? [];
  const fixed = lock.topic ?? [];
  const below = (parents: readonly unknown[]) =>
    all.filter(({ value }) => parents.includes(terms.topic[value]?.parent));
  let found = fixed[1]
    ? all.filter(({ value }) => fixed.includes(value))
    : below(fixed[0] ? fixed : [undefined]);
  if (!fixed[0] && found.length <= 2) found = below(found.map(({ value }) => value));
  return found[1] ? found.sort((one, other) => other.count - one.count).slice(0, MOST) : [];
}
