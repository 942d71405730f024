import {
  type Facets,
  type List,
  type Query,
  type Terms,
  type VocabularyList,
} from '@vielfalt/feed';
import type { PageContext } from './context.js';
import { formatDate } from './format.js';
import { languageLabel } from './words.js';

/** The facets that are offered by their values, in this order. */
export const FACETS = ['topic', 'place', 'audience', 'spoken', 'day', 'time', 'kind'] as const;
export type FacetName = (typeof FACETS)[number];

/** One value that may be chosen. */
export interface Choice {
  value: string;
  /** How many offers it would show. */
  count: number;
  /** How many shown values it lies under. */
  depth: number;
  isChosen: boolean;
}

/** Which list of the vocabulary a parameter's values come from. */
const VOCABULARY: { readonly [Name in List]?: VocabularyList } = {
  topic: 'topic',
  audience: 'audience',
  kind: 'kind',
  place: 'place',
  at: 'place',
};
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** What a value of a parameter is called; the value itself where nobody has a name for it. */
export function labelOf(name: List, value: string, context: PageContext): string {
  const { view, texts, site } = context;
  const list = VOCABULARY[name];
  if (list) return view.terms[list][value]?.label ?? value;
  if (name === 'spoken') return languageLabel(value, context);
  if (name === 'time') return texts.times[value] ?? value;
  if (name === 'day') {
    return formatDate(`2024-01-0${DAYS.indexOf(value) + 1}`, texts.tag, { weekday: 'long' });
  }
  return site.publication.provider(value)?.name ?? value;
}

/** What lies above a value, from the nearest on; a circle of parents ends where it began. */
function above(name: FacetName, value: string, terms: Terms): string[] {
  const list = VOCABULARY[name];
  const found: string[] = [];
  let up = list && terms[list][value]?.parent;
  while (list && up && up !== value && !found.includes(up)) {
    found.push(up);
    up = terms[list][up]?.parent;
  }
  return found;
}

/**
 * What there is to choose of a facet: the values on top, and what lies below a value as soon as that
 * value, or something below it, is chosen. One or two roots are left out: choosing the whole county
 * narrows nothing down.
 */
export function choices(
  name: FacetName,
  facets: Facets,
  query: Query,
  { view: { terms } }: PageContext,
): Choice[] {
  const chosen: readonly string[] = query[name] ?? [];
  const counts = new Map((facets[name] ?? []).map(({ value, count }) => [value, count]));
  const lies = (value: string) => above(name, value, terms);
  const tops = () =>
    [...counts.keys()].filter((value) => !lies(value).some((up) => counts.has(up)));
  const roots = tops();
  if (roots.length <= 2) {
    for (const root of roots) {
      const isEmpty = ![...counts.keys()].some((value) => lies(value)[0] === root);
      if (!chosen.includes(root) && !isEmpty) counts.delete(root);
    }
  }
  const found: Choice[] = [];
  const add = (depth: number, values: string[]) => {
    for (const value of values) {
      const isChosen = chosen.includes(value);
      found.push({ value, count: counts.get(value) ?? 0, depth, isChosen });
      if (isChosen || chosen.some((each) => lies(each).includes(value))) {
        add(
          depth + 1,
          [...counts.keys()].filter((each) => lies(each)[0] === value),
        );
      }
    }
  };
  add(0, tops());
  return found;
}

/**
 * The query with a value chosen, or taken back. A value stands for all below it, so a chosen value
 * replaces what lies above and below: whoever chooses "Annen" after "Witten" wants less.
 */
export function toggled(
  name: FacetName,
  value: string,
  query: Query,
  { view: { terms } }: PageContext,
): Partial<Query> {
  const chosen: readonly string[] = query[name] ?? [];
  const rest = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [
        ...chosen.filter(
          (each) =>
            !above(name, each, terms).includes(value) && !above(name, value, terms).includes(each),
        ),
        value,
      ];
  return { [name]: rest.length > 0 ? rest : undefined };
}
