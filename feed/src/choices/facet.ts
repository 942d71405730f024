import type { Facets, FacetValue, Terms } from '../model/wire.js';
import type { Lock, Query } from '../query/query.js';
import { lineage } from './lineage.js';
import type { FacetName } from './names.js';

/** The number of a facet's values shown before the others are requested. */
export const FEW = 8;

/** One value of a facet that may be chosen. */
export interface Choice {
  value: string;
  /** The number of offers it would show. */
  count: number;
  /** The number of shown values above it. */
  depth: number;
  isChosen: boolean;
  /** Tells whether something below it is chosen. */
  isPartly: boolean;
}

/** The source of choices: an answer and its query. */
export interface Asked {
  facets: Facets;
  query: Query;
  lock: Lock;
  terms: Terms;
}

/** The values that a lock fixes; both parameters of places do. */
function fixedBy(lock: Lock, name: FacetName): readonly string[] | undefined {
  return lock[name] ?? (name === 'place' ? lock.at : undefined);
}

/** The values inside a lock; for one with a single value, those below it. */
function inside(name: FacetName, { facets, lock, terms }: Asked): FacetValue[] {
  const fixed = fixedBy(lock, name);
  const all = facets[name] ?? [];
  if (!fixed) return all;
  return all.filter(({ value }) =>
    fixed.includes(value)
      ? fixed.length > 1
      : lineage(name, value, terms).some((each) => fixed.includes(each)),
  );
}

/**
 * The choices of a facet: the values on top, and those below a value as soon as that value, or
 * something below it, is chosen. One or two roots are left out: choosing the whole county narrows
 * nothing down. A lock of one value leaves those below it; a lock of several leaves these as well.
 *
 * Of many values side by side, chosen ones come first, then those with most offers; days
 * and times keep their own order.
 *
 * @param kept values whose order stays: the list that somebody is choosing from does not move
 */
export function facet(name: FacetName, asked: Asked, kept: readonly string[] = []): Choice[] {
  const { query, lock, terms } = asked;
  const chosen: readonly string[] = query[name] ?? [];
  const above = (value: string) => lineage(name, value, terms).slice(1);

  let all = inside(name, asked);
  const values = all.map(({ value }) => value);
  const tops = values.filter((value) => !above(value).some((each) => values.includes(each)));
  if (tops.length <= 2) {
    const named = [...chosen, ...(fixedBy(lock, name) ?? [])];
    const isRoot = (value: string) =>
      !above(value)[0] && !named.includes(value) && values.some((each) => above(each)[0] === value);
    all = all.filter(({ value }) => !isRoot(value));
  }

  const isPartly = (value: string) => chosen.some((each) => above(each).includes(value));
  const isMarked = (value: string) => chosen.includes(value) || isPartly(value);
  const place = (value: string) => (kept.includes(value) ? kept.indexOf(value) : kept.length);
  const isTimely = name === 'day' || name === 'time';
  const sorted = (list: FacetValue[]) =>
    isTimely || (list.length <= FEW && !kept[0])
      ? list
      : [...list].sort(
          (one, other) =>
            place(one.value) - place(other.value) ||
            Number(isMarked(other.value)) - Number(isMarked(one.value)) ||
            other.count - one.count,
        );

  const choices: Choice[] = [];
  const add = (depth: number, isHere: (value: string) => boolean) => {
    for (const { value, count } of sorted(all.filter((each) => isHere(each.value)))) {
      if (choices.some((choice) => choice.value === value)) continue;
      const isChosen = chosen.includes(value);
      choices.push({ value, count, depth, isChosen, isPartly: isPartly(value) });
      if (isMarked(value)) add(depth + 1, (each) => above(each)[0] === value);
    }
  };
  const shown = all.map(({ value }) => value);
  add(0, (value) => !above(value).some((each) => shown.includes(each)));
  return choices;
}

/** Every value that may be chosen, side by side, those with most offers first: to search among. */
export function everyChoice(name: FacetName, asked: Asked): Choice[] {
  const chosen: readonly string[] = asked.query[name] ?? [];
  return inside(name, asked)
    .map((each) => ({ ...each, depth: 0, isChosen: chosen.includes(each.value), isPartly: false }))
    .sort((one, other) => other.count - one.count);
}

/**
 * A list's choices that show at first: a few, and chosen ones with those below them. A button for
 * one or two more would take as much room as they do.
 */
export function firstOf<Each extends Pick<Choice, 'isChosen' | 'depth'>>(choices: Each[]): Each[] {
  const first = choices.filter(
    ({ isChosen, depth }, index) => index < FEW || isChosen || depth > 0,
  );
  return choices.length - first.length < 3 ? choices : first;
}
