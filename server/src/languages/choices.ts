import type { Sense, Terms, Vocabulary } from '@vielfalt/feed';
import {
  createChoices,
  indexedUnder,
  readChoiceLines,
  withChoices,
  type ChoiceLanguage,
  type FindChoices,
} from '@vielfalt/feed/meaning';
import { linesOf, stopWords, tags, wordForms } from './languages.js';

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

/** The function of the latest vocabulary, with that as text. */
let latest: { content: string; find: FindChoices } | undefined;

/**
 * The function that finds filters in questions to a directory. Made once for each vocabulary: most
 * revisions bring the same one, and others would wait for it to be made again.
 */
export function findChoicesIn(vocabulary: Vocabulary, language: string): FindChoices {
  let find = known.get(vocabulary);
  if (find) return find;
  const content = JSON.stringify([language, vocabulary]);
  find =
    latest?.content === content
      ? latest.find
      : createChoices(choiceLanguages(), vocabulary, language);
  latest = { content, find };
  known.set(vocabulary, find);
  return find;
}

/**
 * The function that adds meanings of a question from the directory's choices. What it needs is made
 * at once: otherwise the first question would have to wait for it.
 * @param terms the vocabulary in the directory's language
 */
export function widening(
  vocabulary: Vocabulary,
  language: string,
  terms: Terms,
): (q: string, senses: readonly Sense[]) => Sense[] {
  const findChoices = findChoicesIn(vocabulary, language);
  const namesOf = indexedUnder(terms);
  return (q, senses) => withChoices(senses, findChoices(q), namesOf, (word) => stopWords.has(word));
}
