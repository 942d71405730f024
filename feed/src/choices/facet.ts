import type { Facets, Terms } from '../model/wire.js';
import type { Lock, Query } from '../query/query.js';
import { lineage, type FacetName } from './lineage.js';

/** One value of a facet that may be chosen. */
export interface Choice {
  value: string;
  /** How many offers it would show. */
  count: number;
  /** How many shown values it lies under. */
  depth: number;
  isChosen: boolean;
  /** Something below it is chosen. */
  isPartly: boolean;
}

/**
 * What there is to choose of a facet: the values on top, and what lies below a value as soon as
 * that value, or something below it, is chosen. One or two roots are left out: choosing the
 * whole county narrows nothing down. A lock of one value leaves what lies below it; a lock of several
 * leaves these as well.
 */
export function facet(
  name: FacetName,
  { facets, query, lock, terms }: { facets: Facets; query: Query; lock: Lock; terms: Terms },
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
  const values = () => all.map(({ value }) => value);
  const tops = values().filter((value) => !isBelow(value, values()));
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
      const isPartly = chosen.some((each) => above(each).includes(value));
      const isChosen = chosen.includes(value);
      choices.push({ value, count, depth, isChosen, isPartly });
      if (isChosen || isPartly) add(depth + 1, (each) => above(each)[0] === value);
    }
  };
  const shown = values();
  add(0, (value) => !isBelow(value, shown));
  return choices;
}
