import type { Labels } from '../model/common.js';
import type { PlaceTerm, Term, Vocabulary } from '../model/vocabulary.js';
import type { TermHead, Terms } from '../model/wire.js';

/** The primary subtag of a language tag: `de` of `de-AT`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

const preferred = new Map<string, string>();

/** The primary subtag that the platform prefers (UTS 35): `ku` of `kmr`, `fa` of `prs`. */
function preferredPrimary(tag: string): string {
  let known = preferred.get(tag);
  if (known === undefined) {
    try {
      known = new Intl.Locale(tag).language;
    } catch {
      known = primary(tag);
    }
    preferred.set(tag, known);
  }
  return known;
}

/**
 * The nearest of some tags: the same, a truncated one (RFC 4647, 3.4), one with its primary subtag,
 * or one that means the same language.
 */
export function nearestTag(tags: readonly string[], wanted: string): string | undefined {
  for (let tag = wanted.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, '')) {
    const found = tags.find((each) => each.toLowerCase() === tag);
    if (found !== undefined) return found;
  }
  return (
    tags.find((tag) => primary(tag) === primary(wanted)) ??
    tags.find((tag) => preferredPrimary(tag) === preferredPrimary(wanted))
  );
}

/** The entry in the nearest language. */
function entryIn<Value>(
  values: Record<string, Value>,
  lang: string,
): [tag: string, value: Value] | undefined {
  const nearest = nearestTag(Object.keys(values), lang);
  return Object.entries(values).find(([tag]) => tag === nearest);
}

/** The value for the first of the wanted languages that has one, else any. */
export function forLanguage<Value>(
  values: Record<string, Value>,
  ...wanted: (string | undefined)[]
): Value | undefined {
  for (const lang of wanted) {
    const entry = lang === undefined ? undefined : entryIn(values, lang);
    if (entry) return entry[1];
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
  const list = (terms: Term[]) =>
    Object.fromEntries(terms.map((term) => [term.id, head(term, label)]));
  const place = (term: PlaceTerm): TermHead => {
    const shown = head(term, label);
    const local = forLanguage(term.label, fallback);
    return { ...shown, ...(local !== undefined && local !== shown.label && { local }) };
  };
  return {
    topic: list(vocabulary.topic),
    audience: list(vocabulary.audience),
    kind: list(vocabulary.kind),
    place: Object.fromEntries(vocabulary.place.map((term) => [term.id, place(term)])),
    language: list(vocabulary.language),
  };
}
