import { originAt, type Query } from '@vielfalt/feed';
import { chosenFilters, fill, plural, type ChosenFilter } from '@vielfalt/feed/wording';
import { choiceTexts } from '../locales/choices.js';
import { filterTexts } from '../locales/filters.js';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import { labelOf } from './labels.js';

/** The visitor's choices, words and order aside, in the order in which filters show them. */
export function chips(state: StoreState, locale: Locale): ChosenFilter[] {
  const choices = choiceTexts(locale);
  const { facets } = locale.frame;
  const { nearOn, nearPlace } = filterTexts(locale).filters;
  const place = originAt(state.query.near, state.terms.place)?.label;
  const near = place ? fill(nearPlace, { place }) : nearOn;
  return chosenFilters(state.query, { choices, facets, near }, (name, value) =>
    labelOf(name, value, state, locale),
  );
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

/** The number of choices in force, in words; nothing where there are none. */
export function chosenCount(state: StoreState, locale: Locale): string {
  const count = chips(state, locale).length;
  return count > 0 ? plural(locale.tag, filterTexts(locale).filters.chosen, count) : '';
}
