import type { Vocabulary } from '@vielfalt/feed';
import {
  createChoices,
  readChoiceLines,
  type ChoiceLanguage,
  type FindChoices,
} from '@vielfalt/feed/meaning';
import { linesOf, tags, wordForms } from './languages.js';

let languages: ChoiceLanguage[] | undefined;

/** The languages that filters are known in; read when first needed. */
function choiceLanguages(): ChoiceLanguage[] {
  languages ??= tags.flatMap((tag) => {
    const lines = linesOf(tag, 'choices');
    if (lines.length === 0) return [];
    return { tag, ...wordForms(tag), choices: readChoiceLines(lines) };
  });
  return languages;
}

const known = new WeakMap<Vocabulary, FindChoices>();

/** The function that finds filters in questions to a directory, made once for each vocabulary. */
export function findChoicesIn(vocabulary: Vocabulary, language: string): FindChoices {
  let find = known.get(vocabulary);
  if (!find) known.set(vocabulary, (find = createChoices(choiceLanguages(), vocabulary, language)));
  return find;
}
