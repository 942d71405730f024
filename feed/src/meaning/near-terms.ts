import type { NearTerm, Sense, Terms } from '../model/wire.js';
import { IndexBuilder, createSearch } from '../search/index.js';

/** The topics and places whose names a question is nearest to, the nearest first. */
export type FindNearTerms = (
  q: string,
  senses: readonly Sense[],
) => Pick<NearTerm, 'name' | 'value'>[];

/**
 * Searches the names of topics and places, in all languages, as offers are searched: by parts of
 * compounds, with typos, by the meanings of words. One step for each; the last returns the search.
 *
 * @param terms with `words`
 */
export function* createNearTerms(
  terms: Terms,
  isStopWord: (word: string) => boolean,
): Generator<undefined, FindNearTerms> {
  const named = new Map<string, Pick<NearTerm, 'name' | 'value'>>();
  const builder = new IndexBuilder();
  for (const name of ['topic', 'place'] as const) {
    for (const [value, { words = [], replacedBy }] of Object.entries(terms[name])) {
      if (replacedBy) continue;
      const id = `${name} ${value}`;
      named.set(id, { name, value });
      const fields = words.map((text) => ({ text, field: 'topic' as const }));
      builder.add({ id, fields });
      yield;
    }
  }
  const index = yield* builder.finish();
  const search = createSearch(index, { titlesOf: () => [], isStopWord });
  return (q, senses) =>
    [...search(q, senses)]
      .sort(([, one], [, other]) => other - one)
      .flatMap(([id]) => named.get(id) ?? []);
}
