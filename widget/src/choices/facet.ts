import type { Terms } from '@vielfalt/feed';
import type { StoreState } from '../store/state.js';

/** The facets that may be offered. */
export type FacetName = 'topic' | 'place' | 'audience' | 'kind' | 'spoken' | 'day' | 'time';

/** One value that may be chosen. */
export interface Choice {
  value: string;
  label: string;
  /** How many offers it would show. */
  count: number;
  /** How many shown values it lies under. */
  depth: number;
  chosen: boolean;
  /** Something below it is chosen. */
  partly: boolean;
}

/** The value and everything above it; a circle of parents ends where it began. */
export function lineage(name: FacetName, value: string, terms: Terms): string[] {
  const heads = (terms as Partial<Record<FacetName, Terms['topic']>>)[name];
  const found = [value];
  for (let up = heads?.[value]?.parent; up && !found.includes(up); up = heads?.[up]?.parent) {
    found.push(up);
  }
  return found;
}

/**
 * What there is to choose of a facet: the values on top, and what lies below a value as soon as
 * that value, or something below it, is chosen. One or two roots are left out: choosing the
 * whole county narrows nothing down. A lock of one value leaves what lies below it; a lock of several
 * leaves these as well.
 */
export function facet(
  name: FacetName,
  { facets, query, lock, terms }: StoreState,
  label: (value: string) => string,
): Choice[] {
  const chosen: readonly string[] = query[name] ?? [];
  const fixed: readonly string[] | undefined =
    lock[name] ?? (name === 'place' ? lock.at : undefined);
  const above = (value: string) => lineage(name, value, terms).slice(1);
  const isBelow = (value: string, others: readonly string[]) =>
    above(value).some((each) => others.includes(each));

  let all = (facets[name] ?? []).filter(
    ({ value }) => !fixed || (fixed.includes(value) ? fixed.length > 1 : isBelow(value, fixed)),
  );
  const ids = () => all.map(({ value }) => value);
  const tops = ids().filter((value) => !isBelow(value, ids()));
  const roots = tops.filter(
    (value) =>
      !above(value)[0] &&
      !chosen.includes(value) &&
      !fixed?.includes(value) &&
      all.some((each) => above(each.value)[0] === value),
  );
  if (tops.length <= 2) all = all.filter(({ value }) => !roots.includes(value));

  const choices: Choice[] = [];
  const add = (depth: number, isHere: (value: string) => boolean) => {
    for (const { value, count } of all) {
      if (!isHere(value) || choices.some((choice) => choice.value === value)) continue;
      const partly = chosen.some((each) => above(each).includes(value));
      const isChosen = chosen.includes(value);
      choices.push({ value, label: label(value), count, depth, chosen: isChosen, partly });
      if (isChosen || partly) add(depth + 1, (each) => above(each)[0] === value);
    }
  };
  const shown = ids();
  add(0, (value) => !isBelow(value, shown));
  return choices;
}
