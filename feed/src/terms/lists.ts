import type { VocabularyList } from '../model/vocabulary.js';
import type { List } from '../query/query.js';

/** Which list of the vocabulary a parameter's values come from; the others have words of their own. */
export const TERM_LISTS: { readonly [Name in List]?: VocabularyList } = {
  topic: 'topic',
  audience: 'audience',
  kind: 'kind',
  place: 'place',
  at: 'place',
};

/** The list that a filter's values are terms of; nothing where it has words of its own. */
export function listOf(filter: string): VocabularyList | undefined {
  return filter === 'spoken'
    ? 'language'
    : (TERM_LISTS as Partial<Record<string, VocabularyList>>)[filter];
}
