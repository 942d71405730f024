import { FLAGS, type Flag, type Query } from '@vielfalt/feed';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import { labelOf, VOCABULARY } from './labels.js';

/** The facets that are offered, in this order. */
export const FACETS = ['topic', 'place', 'audience', 'kind', 'spoken', 'day', 'time'] as const;
export type FacetName = (typeof FACETS)[number];

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

export interface Facet {
  name: FacetName;
  choices: Choice[];
}

type Parent = (value: string) => string | undefined;

/** The value and everything above it; a circle of parents ends where it began. */
function lineage(value: string, parent: Parent): string[] {
  const found = [value];
  for (let up = parent(value); up !== undefined && !found.includes(up); up = parent(up)) {
    found.push(up);
  }
  return found;
}

function parents(name: FacetName, { terms }: StoreState): Parent {
  const list = VOCABULARY[name];
  return (value) => (list ? terms[list][value]?.parent : undefined);
}

/** A lock of one value leaves what lies below it; a lock of several leaves these as well. */
function isFree(value: string, fixed: readonly string[] | undefined, parent: Parent): boolean {
  if (!fixed) return true;
  if (fixed.includes(value)) return fixed.length > 1;
  return lineage(value, parent).some((each) => fixed.includes(each));
}

/**
 * What there is to choose of a facet: the values on top, and what lies below a value as soon as
 * that value, or something below it, is chosen. One or two roots are left out: choosing the
 * whole county narrows nothing down.
 */
export function facet(name: FacetName, state: StoreState, locale: Locale): Facet {
  const parent = parents(name, state);
  const chosen: readonly string[] = state.query[name] ?? [];
  const fixed: readonly string[] | undefined =
    state.lock[name] ?? (name === 'place' ? state.lock.at : undefined);
  let values = (state.facets[name] ?? []).filter(({ value }) => isFree(value, fixed, parent));

  const isTop = (value: string) => {
    const [, ...above] = lineage(value, parent);
    return !above.some((each) => values.some((other) => other.value === each));
  };
  // One or two roots of the vocabulary narrow nothing down: what lies below them is on top instead.
  const tops = values.filter(({ value }) => isTop(value));
  const roots = tops.filter(
    ({ value }) =>
      parent(value) === undefined &&
      !chosen.includes(value) &&
      !fixed?.includes(value) &&
      values.some((each) => parent(each.value) === value),
  );
  if (tops.length <= 2) values = values.filter((each) => !roots.includes(each));

  const partly = (value: string) =>
    chosen.some((each) => each !== value && lineage(each, parent).includes(value));
  const isOpen = (value: string) => chosen.includes(value) || partly(value);
  const choices: Choice[] = [];
  const add = (above: string | undefined, depth: number) => {
    for (const { value, count } of values) {
      const isHere = above === undefined ? isTop(value) : parent(value) === above;
      if (!isHere || choices.some((choice) => choice.value === value)) continue;
      const label = labelOf(name, value, state, locale);
      const isChosen = chosen.includes(value);
      choices.push({ value, label, count, depth, chosen: isChosen, partly: partly(value) });
      if (isOpen(value)) add(value, depth + 1);
    }
  };
  add(undefined, 0);
  return { name, choices };
}

/** All facets that leave something to choose. */
export function facets(state: StoreState, locale: Locale): Facet[] {
  return FACETS.map((name) => facet(name, state, locale)).filter(
    ({ choices }) => choices.length > 0,
  );
}

/** The marks that a visitor may still ask for. */
export function flags(state: StoreState): { name: Flag; count: number; chosen: boolean }[] {
  return FLAGS.flatMap((name) => {
    const count = state.facets[name]?.[0]?.count ?? 0;
    const chosen = state.query[name] === true;
    return state.lock[name] || (count === 0 && !chosen) ? [] : { name, count, chosen };
  });
}

/**
 * Chooses a value or takes it back. A value stands for all below it, so a chosen value replaces
 * what lies above and below: whoever chooses "Annen" after "Witten" wants less, not the same.
 */
export function toggled(name: FacetName, value: string, state: StoreState): Partial<Query> {
  const parent = parents(name, state);
  const chosen: readonly string[] = state.query[name] ?? [];
  const rest = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [
        ...chosen.filter(
          (each) =>
            !lineage(each, parent).includes(value) && !lineage(value, parent).includes(each),
        ),
        value,
      ];
  return { [name]: rest.length > 0 ? rest : undefined };
}
