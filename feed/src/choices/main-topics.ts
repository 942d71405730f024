import type { FacetValue } from '../model/wire.js';
import type { Asked } from './facet.js';

/**
 * The main topics that there is something of inside a lock, to begin with: those on top; where the
 * lock names one, those below it; where it names several, these. None where there is no choice.
 */
export function mainTopics({ facets, lock, terms }: Omit<Asked, 'query'>): FacetValue[] {
  const [only, several] = lock.topic ?? [];
  const found = (facets.topic ?? []).filter(({ value }) =>
    several ? lock.topic?.includes(value) : terms.topic[value]?.parent === only,
  );
  return found[1] ? found : [];
}
