import { FLAGS, LISTS, type List, type Query } from '../query/query.js';
import { DEFAULT_KM } from '../query/values.js';
import { fill } from './fill.js';
import type { ChoiceWords, FrameWords } from './words.js';

/** One choice that is in force, and what takes it back. */
export interface ChosenFilter {
  label: string;
  removal: Partial<Query>;
}

/** The names of chosen filters, but for values of lists. */
export interface ChosenWords {
  choices: Pick<ChoiceWords, 'flags' | 'levels'>;
  facets: Pick<FrameWords['facets'], 'level' | 'age'>;
  /** `{km}` is filled in. */
  near: string;
}

/**
 * A query's filters, words and order aside, in the order in which they are offered: each value of a
 * list by itself.
 *
 * @param labelOf what a value of a list is called
 */
export function chosenFilters(
  query: Query,
  { choices: { flags, levels }, facets, near: around }: ChosenWords,
  labelOf: (name: List, value: string) => string,
): ChosenFilter[] {
  const { level, age, near, km = DEFAULT_KM } = query;
  const found = LISTS.flatMap((name) => {
    const values: string[] = query[name] ?? [];
    return values.map((value): ChosenFilter => {
      const rest = values.filter((each) => each !== value);
      const removal = { [name]: rest[0] === undefined ? undefined : rest };
      return { label: labelOf(name, value), removal };
    });
  });
  const add = (label: string, removal: Partial<Query>) => found.push({ label, removal });
  for (const name of FLAGS) if (query[name]) add(flags[name], { [name]: undefined });
  if (level) add(`${facets.level}: ${levels[level]}`, { level: undefined });
  if (age !== undefined) add(`${facets.age}: ${age}`, { age: undefined });
  if (near) add(fill(around, { km }), { near: undefined, km: undefined });
  return found;
}
