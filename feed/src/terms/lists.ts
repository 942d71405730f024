import type { VocabularyList } from '../model/vocabulary.js';
import { FILTERS, comparisonOf, type FilterName } from '../query/comparisons.js';

/** Which list of the vocabulary a parameter's values come from; the others have words of their own. */
export const TERM_LISTS: { readonly [Name in FilterName]?: VocabularyList } = Object.fromEntries(
  FILTERS.flatMap((name) => {
    const compare = comparisonOf(name);
    return compare.by === 'terms' ? [[name, compare.list]] : [];
  }),
);

/** The list that a filter's values are terms of; nothing where it has words of its own. */
export function listOf(filter: string): VocabularyList | undefined {
  return filter === 'spoken'
    ? 'language'
    : (TERM_LISTS as Partial<Record<string, VocabularyList>>)[filter];
}
