import type { ComparedCard, Likeness, TermCounts, TermTree, Traits } from '@vielfalt/feed';
import { addBits, countBits, countBoth, noBits, type Bits } from './bits.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';

/** Counts the terms of all the directory's offers on a day. */
export function countTerms({ offers, shown }: DayColumns): TermCounts {
  const countsOf = (list: 'topic' | 'audience') =>
    new Map([...offers.valuesOf(list)].map(([id, bits]) => [id, countBoth(shown, bits)]));
  return { offers: countBits(shown), topics: countsOf('topic'), audiences: countsOf('audience') };
}

/** The offers that may be like something: `similar` has a closer look at each. */
export function offersLike({ topics, audiences, anyTopic }: Likeness, offers: OfferColumns): Bits {
  const found = noBits(offers.size);
  const addUnder = (list: 'topic' | 'audience', ids: readonly string[]) => {
    const values = offers.valuesOf(list);
    for (const id of new Set(ids.flatMap((each) => offers.tree.lineage(list, each)))) {
      const bits = values.get(id);
      if (bits) addBits(found, bits);
    }
  };
  addUnder('topic', topics);
  if (anyTopic) addUnder('audience', audiences);
  return found;
}

/** The topics and audiences that cards are under, those above included; worked out once for each list. */
export function termTraits(
  tree: TermTree,
): (card: ComparedCard) => Pick<Traits, 'topic' | 'audience'> {
  const known = new Map<string, ReadonlySet<string>>();
  const under = (list: 'topic' | 'audience', ids: readonly string[] = []) => {
    const key = `${list} ${ids.join(' ')}`;
    let found = known.get(key);
    if (!found) {
      known.set(key, (found = new Set(ids.flatMap((id) => tree.lineage(list, id)))));
    }
    return found;
  };
  return ({ topics, audiences }) => ({
    topic: under('topic', topics),
    audience: under('audience', audiences),
  });
}
