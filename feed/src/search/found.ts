import { eachHit } from './clause.js';
import type { Lookup } from './lookup.js';
import type { Question, Phrasing } from './question.js';
import { rarity } from './score.js';
import { documentAt, type SearchIndex } from './search-index.js';

/** The most words found; more would mark whole texts. */
export const MOST_FOUND = 200;
/** The least quality of a word; worse ones are not what somebody was looking for. */
const LEAST_QUALITY = 0.2;

/**
 * The words of a dictionary that a question finds by its own words, compounds, translations and
 * typos, by their numbers: the surest and rarest first.
 */
export function wordsByWeight(
  { asked, pairs }: Question,
  { counts, documents }: Pick<SearchIndex, 'counts' | 'documents'>,
  lookup: Lookup,
): number[] {
  const weights = new Map<number, number>();
  const ways: Phrasing[] = [
    ...asked.flatMap((each) => each.ways),
    ...pairs.map(({ token }) => ({ tokens: [token], weight: 1 })),
  ];
  for (const { tokens, weight, isKnown } of ways) {
    for (const token of tokens) {
      eachHit(lookup(token, isKnown), (at, quality) => {
        if (quality < LEAST_QUALITY) return;
        const each = weight * quality * rarity(documents, counts[at] as number);
        if (each > (weights.get(at) ?? 0)) weights.set(at, each);
      });
    }
  }
  return [...weights].sort(([a, one], [b, other]) => other - one || a - b).map(([at]) => at);
}

/**
 * The stems that a question finds, at most 200. Only those in some shown document: the rest of the
 * dictionary would reveal what a lock leaves out.
 * @param isShown says by a document's number whether it is shown
 */
export function wordsFound(
  question: Question,
  index: Omit<SearchIndex, 'ids'>,
  lookup: Lookup,
  isShown: (document: number) => boolean,
): string[] {
  const { words, places } = index;
  const found: string[] = [];
  const stands = (place: number) => isShown(documentAt(place));
  for (const at of wordsByWeight(question, index, lookup)) {
    if (found.length === MOST_FOUND) break;
    if (places(at).some(stands)) found.push(words[at] ?? '');
  }
  return found;
}
