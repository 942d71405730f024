import type { NearTerm, Sense, Terms } from '../model/wire.js';
import { createIndex, createSearch, type SearchDocument } from '../search/index.js';

/** The topics and places whose names a question is nearest to, the nearest first. */
export type NearTerms = (q: string, senses: readonly Sense[]) => Pick<NearTerm, 'name' | 'value'>[];

/**
 * Searches the names of topics and places, in all languages, as offers are searched: by parts of
 * compounds, with typos, by what words mean.
 *
 * @param terms with `words`
 */
export function createNearTerms(terms: Terms, isStopWord: (word: string) => boolean): NearTerms {
  const named = new Map<string, Pick<NearTerm, 'name' | 'value'>>();
  const documents: SearchDocument[] = [];
  for (const name of ['topic', 'place'] as const) {
    for (const [value, { words = [], replacedBy }] of Object.entries(terms[name])) {
      if (replacedBy) continue;
      const id = `${name} ${value}`;
      named.set(id, { name, value });
      documents.push({ id, fields: words.map((text) => ({ text, field: 'topic' as const })) });
    }
  }
  const search = createSearch(createIndex(documents), { titlesOf: () => [], isStopWord });
  return (q, senses) =>
    [...search(q, senses)]
      .sort(([, one], [, other]) => other - one)
      .flatMap(([id]) => named.get(id) ?? []);
}
