import type { List } from '@vielfalt/feed';
import { sayChoice } from '@vielfalt/feed/wording';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';

/** The name of a facet's value; the value itself where it has none. */
export function labelOf(
  name: List,
  value: string,
  { terms, providers }: StoreState,
  locale: Locale,
): string {
  const words = { tag: locale.tag, choices: choiceTexts(locale) };
  return sayChoice(
    name,
    value,
    terms,
    words,
    (wanted) => Object.values(providers).find(({ id, slug }) => [id, slug].includes(wanted))?.name,
  );
}
