import type { Card, Facets, FacetValue, Terms } from '../model/wire.js';
import { FLAGS, type Flag, type Query } from '../query/query.js';
import { DAYS, TIMES_OF_DAY } from '../query/values.js';
import { failing, matching, type FacetTest, type ReadyContext } from './filter.js';
import type { TermTree } from '../terms/tree.js';
import { daysOf, timesOf } from './times.js';

/** The facets of terms, which may be old ones. */
const TERMS = ['topic', 'audience', 'kind', 'place'] as const;
/** The facets that come with counts. */
const COUNTED = [...TERMS, 'spoken', 'day', 'time', ...FLAGS] as const;
type Counted = (typeof COUNTED)[number];

/** A card counts for a facet when nothing but that facet's own choice keeps it out. */
function countsFor(facet: Counted, failures: FacetTest[]): boolean {
  const own = facet === 'day' || facet === 'time' ? 'when' : facet;
  return failures.every((failure) => failure === own);
}

const YES = ['yes'];
const isTerm = (facet: Counted): facet is (typeof TERMS)[number] =>
  TERMS.some((list) => list === facet);

/** Gives the values that a card counts for. */
function valuesOf(
  facet: Counted,
  query: Query,
  context: ReadyContext,
): (card: Card) => Iterable<string> {
  const { traits, today } = context;
  if (facet === 'day') return (card) => daysOf(card, query.time, today);
  if (facet === 'time') return (card) => timesOf(card, query.day, today);
  if (isTerm(facet) || facet === 'spoken') return (card) => traits(card)[facet];
  const isSo = matching({ [facet]: true } satisfies Partial<Record<Flag, true>>, context);
  return (card) => (isSo(card) ? YES : []);
}

/** All values that a facet may have, in the order in which people expect them. */
function order(facet: Counted, terms: Terms, counts: Map<string, number>): Iterable<string> {
  if (isTerm(facet)) return Object.keys(terms[facet]);
  if (facet === 'day') return DAYS;
  if (facet === 'time') return Object.keys(TIMES_OF_DAY);
  if (facet === 'spoken') {
    return new Set([...Object.keys(terms.language), ...[...counts.keys()].sort()]);
  }
  return YES;
}

/**
 * Counts what each further choice would show.
 * @param cards inside the lock and holding the query's words, facets not yet applied
 */
export function countFacets(
  cards: Iterable<Card>,
  query: Query,
  terms: Terms,
  context: ReadyContext,
): Facets {
  const counted = COUNTED.map((facet) => ({
    facet,
    values: new Map<string, number>(),
    valuesOf: valuesOf(facet, query, context),
  }));
  const failuresOf = failing(query, context);
  let everyone = 0;
  for (const card of cards) {
    const failures = failuresOf(card);
    for (const { facet, values, valuesOf } of counted) {
      if (!countsFor(facet, failures)) continue;
      for (const value of valuesOf(card)) values.set(value, (values.get(value) ?? 0) + 1);
      if (facet === 'audience' && !card.audiences?.length) everyone += 1;
    }
  }
  return Object.fromEntries(
    counted.map(({ facet, values }) => [
      facet,
      listed(
        values,
        order(facet, terms, values),
        chosen(query, facet, context.tree),
        facet === 'audience' ? everyone : 0,
      ),
    ]),
  );
}

/** What is chosen of a facet, each with the value it is counted under: a term may be an old one. */
function chosen(query: Query, facet: Counted, tree: TermTree): Map<string, string> {
  const value = query[facet];
  const values = value === true ? YES : (value ?? []);
  return new Map(values.map((each) => [each, isTerm(facet) ? tree.current(facet, each) : each]));
}

/** Values that would show something, and those chosen already. */
function listed(
  counts: Map<string, number>,
  values: Iterable<string>,
  chosen: Map<string, string>,
  besides: number,
): FacetValue[] {
  return [...values].flatMap((value) => {
    const count = counts.get(chosen.get(value) ?? value);
    if (count === undefined && !chosen.has(value)) return [];
    return { value, count: (count ?? 0) + besides };
  });
}
