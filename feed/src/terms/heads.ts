import type { Labels } from '../model/common.js';
import type { PlaceTerm, Term, Vocabulary, VocabularyList } from '../model/vocabulary.js';
import type { TermHead, Terms } from '../model/wire.js';

export const VOCABULARY_LISTS: readonly VocabularyList[] = [
  'topic',
  'audience',
  'kind',
  'place',
  'language',
];

/** The primary subtag of a language tag: `de` of `de-AT`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/** The value for the wanted language: the tag itself, its primary subtag, the others in order, any. */
export function forLanguage<Value>(
  values: Record<string, Value>,
  ...wanted: (string | undefined)[]
): Value | undefined {
  for (const tag of wanted) {
    if (tag === undefined) continue;
    const value = values[tag] ?? values[tag.toLowerCase()] ?? values[primary(tag)];
    if (value !== undefined) return value;
  }
  return Object.values(values)[0];
}

function head(term: Term | PlaceTerm, label: (labels: Labels) => string): TermHead {
  const synonyms = Object.values(term.synonyms ?? {}).flat();
  return {
    label: label(term.label),
    ...(term.parent && { parent: term.parent }),
    ...(term.replacedBy && { replacedBy: term.replacedBy }),
    ...('lat' in term && { lat: term.lat }),
    ...('lng' in term && { lng: term.lng }),
    words: [...new Set([...Object.values(term.label), ...synonyms])],
  };
}

/** The whole vocabulary with labels in `lang` (else in `fallback`, else in any) and all its words. */
export function termHeads(vocabulary: Vocabulary, lang: string, fallback: string): Terms {
  const label = (labels: Labels) => forLanguage(labels, lang, fallback, 'en') ?? '';
  const list = (terms: (Term | PlaceTerm)[]) =>
    Object.fromEntries(terms.map((term) => [term.id, head(term, label)]));
  return {
    topic: list(vocabulary.topic),
    audience: list(vocabulary.audience),
    kind: list(vocabulary.kind),
    place: list(vocabulary.place),
    language: list(vocabulary.language),
  };
}
