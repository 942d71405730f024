import type { Lookup } from './lookup.js';
import type { Question, Phrasing } from './question.js';
import { rarity } from './score.js';
import { documentAt, type SearchIndex } from './search-index.js';

/** The most words found; more would mark whole texts. */
const MOST_FOUND = 200;
/** The least quality of a word; worse ones are not what somebody was looking for. */
const LEAST_QUALITY = 0.2;

/**
 * The stems of a dictionary that a question finds by its own words, compounds, translations and
 * typos: the surest and rarest first, at most 200. Only those in some shown document: the rest of
 * the dictionary would reveal what a lock leaves out.
 * @param isShown says by a document's id whether it is shown
 */
export function wordsFound<Id>(
  { asked, pairs }: Question,
  { words, counts, documents, places, ids }: SearchIndex<Id>,
  lookup: Lookup,
  isShown: (id: Id) => boolean,
): string[] {
  const weights = new Map<number, number>();
  const ways: Phrasing[] = [
    ...asked.flatMap((each) => each.ways),
    ...pairs.map(({ token }) => ({ tokens: [token], weight: 1 })),
  ];
  for (const { tokens, weight, isKnown } of ways) {
    for (const token of tokens) {
      for (const [at, quality] of lookup(token, isKnown).words) {
        if (quality < LEAST_QUALITY) continue;
        const each = weight * quality * rarity(documents, counts[at] as number);
        if (each > (weights.get(at) ?? 0)) weights.set(at, each);
      }
    }
  }
  const shown = new Map<number, boolean>();
  const stands = (place: number) => {
    const document = documentAt(place);
    const known = shown.get(document) ?? isShown(ids[document] as Id);
    shown.set(document, known);
    return known;
  };
  return [...weights]
    .filter(([at]) => places(at).some(stands))
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, MOST_FOUND)
    .map(([at]) => words[at] ?? '');
}
