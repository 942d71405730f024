import { FACETS, FLAGS, type Terms } from '@vielfalt/feed';
import type { StoreState } from '../store/state.js';

/** The groups by which offers can be narrowed down, in reading order. */
export const FILTER_GROUPS = [...FACETS, 'flags', 'level', 'age'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

/**
 * Tells whether there is anything to choose in a group, without the code that renders the choices:
 * for a lock with a single value, the values below it; for one with several, these as well.
 */
export function hasChoices(name: FilterGroup, { facets, lock, query, terms }: StoreState): unknown {
  if (name === 'level' || name === 'age') return lock[name] === undefined;
  if (name === 'flags') return FLAGS.some((flag) => !lock[flag] && facets[flag]?.[0]);
  // The "nearby" button stays where it was pressed, however far away that is.
  if (name === 'place' && query.near) return true;
  const fixed: readonly string[] | undefined =
    lock[name] ?? (name === 'place' ? lock.at : undefined);
  const heads: Partial<Record<string, Terms['topic']>> = { ...terms };
  return facets[name]?.some(
    ({ value }) =>
      !fixed || fixed.includes((fixed[1] && value) || (heads[name]?.[value]?.parent ?? '')),
  );
}
