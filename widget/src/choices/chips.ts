import { DEFAULT_KM, FLAGS, LISTS, type Query } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import { labelOf } from './labels.js';

/** One choice that is in force, and how to take it back. */
export interface Chip {
  label: string;
  removal: Partial<Query>;
}

/** The visitor's choices, words and order aside, in the order in which filters show them. */
export function chips(state: StoreState, locale: Locale): Chip[] {
  const { query } = state;
  const { facets } = locale.frame;
  const { flags, levels, filters } = choiceTexts(locale);
  const found: Chip[] = [];
  for (const name of LISTS) {
    const values: string[] = query[name] ?? [];
    for (const value of values) {
      const rest = values.filter((each) => each !== value);
      const removal = { [name]: rest.length > 0 ? rest : undefined };
      found.push({ label: labelOf(name, value, state, locale), removal });
    }
  }
  for (const name of FLAGS) {
    if (query[name]) found.push({ label: flags[name], removal: { [name]: undefined } });
  }
  const { level, age, near, km = DEFAULT_KM } = query;
  if (level) {
    const label = `${facets.level}: ${levels[level]}`;
    found.push({ label, removal: { level: undefined } });
  }
  if (age !== undefined) {
    found.push({ label: `${facets.age}: ${age}`, removal: { age: undefined } });
  }
  if (near) {
    const label = fill(filters.nearOn, { km });
    found.push({ label, removal: { near: undefined, km: undefined } });
  }
  return found;
}

/** Takes all of them back; words and order stay. */
export function withoutChips(state: StoreState, locale: Locale): Partial<Query> {
  const removal: Partial<Query> = {};
  for (const chip of chips(state, locale)) {
    const names = Object.keys(chip.removal);
    Object.assign(removal, Object.fromEntries(names.map((name) => [name, undefined])));
  }
  return removal;
}

/** How many choices are in force, in words; nothing where there are none. */
export function chosen(state: StoreState, locale: Locale): string {
  const count = chips(state, locale).length;
  return count > 0 ? plural(locale.tag, choiceTexts(locale).filters.chosen, count) : '';
}
