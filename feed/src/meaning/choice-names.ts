import type { Term, Vocabulary } from '../model/vocabulary.js';
import { spans } from '../search/spans.js';
import { primary } from '../terms/heads.js';
import { listOf } from '../terms/lists.js';
import { fold } from '../text.js';

/** The tag of names in languages that are not among those read. */
export const OTHERS = 'und';

/** The meaning of a name. */
export interface ChoiceMeaning {
  name: string;
  value: string;
  /** Tells whether the name is a filter by itself, without a pattern. */
  isPlain: boolean;
  /** Tells whether it is not a name of the vocabulary: patterns do not apply to it. */
  isPhrase: boolean;
}

/** The words of a vocabulary that are names of filters, by language. */
export type Names = Map<string, [meaning: ChoiceMeaning, words: string[]][]>;

/** Says whether the vocabulary has a value; values that are not terms always exist. */
export function isThere(name: string, value: string, vocabulary: Vocabulary): boolean {
  const list = listOf(name);
  return !list || vocabulary[list].some(({ id }) => id === value);
}

/** The names of audiences, places and languages, by the language that they are in. */
export function namesOf(vocabulary: Vocabulary, tags: ReadonlySet<string>): Names {
  const names: Names = new Map();
  const add = (tag: string, meaning: ChoiceMeaning, texts: readonly string[]) => {
    const key = tags.has(primary(tag)) ? primary(tag) : OTHERS;
    const all = names.get(key) ?? [];
    all.push([meaning, texts.map(phrase).filter(Boolean)]);
    names.set(key, all);
  };
  const addTerm = (name: string, { id, label, synonyms = {} }: Term, isPlain: boolean) => {
    const meaning = { name, value: id, isPlain: true, isPhrase: false };
    for (const [tag, text] of Object.entries(label)) add(tag, meaning, [text]);
    for (const [tag, texts] of Object.entries(synonyms)) add(tag, { ...meaning, isPlain }, texts);
  };
  const roots = vocabulary.place.filter(({ parent }) => parent === undefined);
  // Choosing the whole county narrows nothing down.
  const isRoot = ({ parent }: Term) => parent === undefined && roots.length === 1;
  for (const term of vocabulary.audience) if (!term.replacedBy) addTerm('audience', term, false);
  for (const term of vocabulary.language) if (!term.replacedBy) addTerm('spoken', term, true);
  for (const term of vocabulary.place) {
    if (!term.replacedBy && !isRoot(term)) addTerm('place', term, true);
  }
  return names;
}

function phrase(text: string): string {
  return spans(text)
    .map(({ word }) => word)
    .join(' ');
}

/** The words of places' names, by their ids. */
export function wordsOfPlaces({ place }: Vocabulary): Map<string, Set<string>> {
  return new Map(
    place.map(({ id, label, synonyms = {} }) => [
      id,
      new Set([...Object.values(label), ...Object.values(synonyms).flat()].map(fold)),
    ]),
  );
}
