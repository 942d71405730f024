import type { FacetValue } from '@vielfalt/feed';
import type { StoreState } from '../store/state.js';

/** How many values of a facet are shown before the others are asked for. */
export const FEW = 8;

/**
 * What there is to choose of a facet as long as nothing is chosen: the values on top, or what lies
 * below the one that is locked. One or two roots are left out: choosing the whole county narrows
 * nothing down.
 */
export function firstChoices(
  name: 'topic' | 'place',
  { facets, lock, terms }: StoreState,
): FacetValue[] {
  const all = facets[name] ?? [];
  const up = (value: string) => terms[name][value]?.parent ?? '';
  const below = (others: readonly FacetValue[]) =>
    all.filter((each) => others.some(({ value }) => value === up(each.value)));
  const fixed = lock[name] ?? (name === 'place' ? lock.at : undefined);
  const locked = all.filter(({ value }) => fixed?.includes(value));
  if (fixed) return fixed.length > 1 ? locked : below(locked);
  const tops = all.filter((each) => !all.some(({ value }) => value === up(each.value)));
  if (tops.length > 2) return tops;
  return [...tops.filter((top) => !below([top])[0]), ...below(tops)];
}
