import type { Terms } from '../model/wire.js';
import type { VocabularyList } from '../model/vocabulary.js';

/** The relations between terms: their parents and their replacements. */
export interface TermTree {
  /** The current id: follows `replacedBy`. */
  current(list: VocabularyList, id: string): string;
  /** The term itself, then its parents up to the root. */
  lineage(list: VocabularyList, id: string): string[];
  /** All current terms below, without the term itself. */
  descendants(list: VocabularyList, id: string): string[];
}

/** Makes the tree of terms in any order; missing parents and even cycles do not make it fail. */
export function termTree(terms: Terms): TermTree {
  const lineages = new Map<string, string[]>();
  const children = new Map<string, string[]>();

  function current(list: VocabularyList, id: string): string {
    const seen = new Set<string>();
    let now = id;
    for (let next = terms[list][now]?.replacedBy; next && !seen.has(next);) {
      seen.add(next);
      now = next;
      next = terms[list][now]?.replacedBy;
    }
    return now;
  }

  function lineage(list: VocabularyList, id: string): string[] {
    const key = `${list} ${id}`;
    let known = lineages.get(key);
    if (!known) {
      known = [];
      let now: string | undefined = current(list, id);
      while (now && !known.includes(now)) {
        known.push(now);
        const parent: string | undefined = terms[list][now]?.parent;
        now = parent && current(list, parent);
      }
      lineages.set(key, known);
    }
    return known;
  }

  for (const list of Object.keys(terms) as VocabularyList[]) {
    for (const id of Object.keys(terms[list])) {
      const [self, ...ancestors] = lineage(list, id);
      if (self !== id) continue;
      for (const ancestor of ancestors) {
        const key = `${list} ${ancestor}`;
        const known = children.get(key);
        if (known) known.push(id);
        else children.set(key, [id]);
      }
    }
  }

  return {
    current,
    lineage,
    descendants: (list, id) => children.get(`${list} ${current(list, id)}`) ?? [],
  };
}
