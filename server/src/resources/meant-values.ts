import { WITHIN, fold, listOf, type QueryProblem } from '@vielfalt/feed';
import type { ReferenceData } from '../answers/reference.js';
import { slugOf } from '../text/slug.js';

/** The ids of a directory by what people call them: list, then the folded name. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

const known = new WeakMap<ReferenceData, Names>();

/**
 * Adds the id that was meant to the values that are none, where somebody has written a name instead:
 * "Beratung" of a topic, in whatever language, or "Sprockhövel" for `sprockhoevel`.
 */
export function withMeant(problems: QueryProblem[], reference: ReferenceData): QueryProblem[] {
  if (problems.length === 0) return problems;
  let names = known.get(reference);
  if (!names) known.set(reference, (names = namesIn(reference)));
  return problems.map((problem) => {
    const name = problem.parameter.replace(WITHIN, '');
    const ids = names.get(listOf(name) ?? '');
    const slug = slugOf(problem.value);
    const meant =
      name === 'provider'
        ? (providerCalled(problem.value, reference) ?? reference.providers.named(slug))?.slug
        : (ids?.get(fold(problem.value)) ?? ids?.get(slug));
    return meant === undefined ? problem : { ...problem, nearest: meant };
  });
}

/** A provider by its name, whether accents and capitals are right or not. */
function providerCalled(name: string, { providers, directory }: ReferenceData) {
  const collator = new Intl.Collator(directory.language, { numeric: true, sensitivity: 'base' });
  return providers.called(name.trim(), (one, other) => collator.compare(one, other));
}

function namesIn({ vocabulary }: ReferenceData): Names {
  const lists = Object.entries(vocabulary).map(([list, terms]) => {
    const ids = new Map<string, string>();
    const put = (name: string, id: string) => ids.has(name) || ids.set(name, id);
    for (const { id } of terms) put(id, id);
    for (const { id, label } of terms) for (const name of Object.values(label)) put(fold(name), id);
    for (const { id, synonyms = {} } of terms) {
      for (const name of Object.values(synonyms).flat()) put(fold(name), id);
    }
    return [list, ids] as const;
  });
  return new Map(lists);
}
