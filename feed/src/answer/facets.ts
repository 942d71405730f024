import { FACETS } from '../choices/names.js';
import type { Card, Facets, FacetValue, Terms } from '../model/wire.js';
import { termListOf, type FilterName } from '../query/comparisons.js';
import { FLAGS, type Query } from '../query/query.js';
import { TIMES } from '../query/values.js';
import { DAYS } from '../time/days.js';
import { chosenValues, failing, questionOf, type ReadyContext } from './filter.js';
import { daysOf, timesOfDay } from './times.js';
import { FOR_ALL, YES } from './traits.js';

/** The facets that come with counts. */
const COUNTED = [...FACETS, ...FLAGS];
type Counted = (typeof COUNTED)[number];

/** A card counts for a facet when nothing but that facet's own choice keeps it out. */
function countsFor(facet: Counted, failures: FilterName[]): boolean {
  const own = questionOf(facet);
  return failures.every((failure) => failure === own);
}

/** Gives the values that a card counts for. */
function valuesOf(
  facet: Counted,
  query: Query,
  { traits, today }: ReadyContext,
): (card: Card) => Iterable<string> {
  if (facet === 'day') return (card) => daysOf(card, query.time, today);
  if (facet === 'time') return (card) => timesOfDay(card, query.day, today);
  return (card) => traits(card)[facet];
}

/** All values that a facet may have, in the order in which people expect them. */
function order(facet: Counted, terms: Terms, counts: Map<string, number>): Iterable<string> {
  const list = termListOf(facet);
  if (list) return Object.keys(terms[list]);
  if (facet === 'day') return DAYS;
  if (facet === 'time') return TIMES;
  if (facet === 'spoken') {
    return new Set([...Object.keys(terms.language), ...[...counts.keys()].sort()]);
  }
  return [YES];
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
  for (const card of cards) {
    const failures = failuresOf(card);
    for (const { facet, values, valuesOf } of counted) {
      if (!countsFor(facet, failures)) continue;
      for (const value of valuesOf(card)) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries(
    counted.map(({ facet, values }) => [
      facet,
      listed(values, order(facet, terms, values), chosenValues(query, facet, context.tree)),
    ]),
  );
}

/** Values that would show something, and those chosen already. */
function listed(
  counts: Map<string, number>,
  values: Iterable<string>,
  chosen: Map<string, string>,
): FacetValue[] {
  const any = counts.get(FOR_ALL) ?? 0;
  return [...values].flatMap((value) => {
    const count = counts.get(chosen.get(value) ?? value);
    if (count === undefined && !chosen.has(value)) return [];
    return { value, count: (count ?? 0) + any };
  });
}
