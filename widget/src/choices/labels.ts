import { primary, type List, type VocabularyList } from '@vielfalt/feed';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';

/** Which list of the vocabulary a parameter's values come from. */
export const VOCABULARY: { readonly [Name in List]?: VocabularyList } = {
  topic: 'topic',
  audience: 'audience',
  kind: 'kind',
  place: 'place',
  at: 'place',
  spoken: 'language',
};

function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale.tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function providerName(value: string, { providers }: StoreState): string | undefined {
  return Object.values(providers).find(({ id, slug }) => id === value || slug === value)?.name;
}

/** What a value of a facet is called; the value itself where nobody has a name for it. */
export function labelOf(name: List, value: string, state: StoreState, locale: Locale): string {
  const { days, times } = choiceTexts(locale);
  const list = VOCABULARY[name];
  const heads = list && state.terms[list];
  const label = heads?.[value]?.label ?? heads?.[primary(value)]?.label;
  if (label) return label;
  const named: Record<string, string> = { ...days, ...times };
  if (name === 'day' || name === 'time') return named[value] ?? value;
  if (name === 'spoken') return languageName(value, locale);
  return (name === 'provider' && providerName(value, state)) || value;
}
