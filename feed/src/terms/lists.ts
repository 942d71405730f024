import type { VocabularyList } from '../model/vocabulary.js';
import { LIST_PARAMETERS, type ListParameter } from '../query/parameters.js';

const PARAMETERS: { [Name in string]?: ListParameter } = LIST_PARAMETERS;

/** The list of the vocabulary that a parameter's values are terms of, if they are. */
export function termList(name: string): VocabularyList | undefined {
  return PARAMETERS[name]?.list;
}

/** The list that has names for a parameter's values; nothing where it has words of its own. */
export function listOf(name: string): VocabularyList | undefined {
  return PARAMETERS[name]?.of === 'tag' ? 'language' : termList(name);
}
