import type { Level } from '../model/common.js';
import type { Card, ProviderHead } from '../model/wire.js';
import { FILTERS, comparisonOf, termListOf, type FilterName } from '../query/comparisons.js';
import type { Query } from '../query/query.js';
import { DEFAULT_KM, LEVELS } from '../query/values.js';
import type { TermTree } from '../terms/tree.js';
import { distanceTo } from './distance.js';
import { takesPlace } from './times.js';
import { FOR_ALL, YES, createTraits, type TraitsOf } from './traits.js';

/** The data that a filter has besides the card. */
export interface FilterContext {
  /** Absent: they are worked out for each filter anew. */
  traits?: TraitsOf;
  tree: TermTree;
  /** By id. */
  providers: Record<string, Pick<ProviderHead, 'slug'>>;
  /** The local date in the directory's zone. */
  today: string;
}

/** With traits at hand. */
export type ReadyContext = Required<FilterContext>;

export function readyContext(context: FilterContext): ReadyContext {
  return { traits: createTraits(context.tree), ...context };
}

/** The levels in their order; what is not known comes before them. */
const RANKS: readonly (Level | undefined)[] = LEVELS;

/**
 * The chosen values of a filter, each with the value it is found under: a term may be an old one.
 */
export function chosenValues(query: Query, name: FilterName, tree: TermTree): Map<string, string> {
  const asked = query[name];
  const list = termListOf(name);
  const values = Array.isArray(asked) ? asked : asked ? [YES] : [];
  return new Map(values.map((value) => [value, list ? tree.current(list, value) : value]));
}

/** Makes the test of whether a card is as a query asks by one parameter that stands in it. */
function testOf(name: FilterName, query: Query, context: ReadyContext): (card: Card) => boolean {
  const { by } = comparisonOf(name);
  const { traits, tree, providers, today } = context;
  const { provider = [], age = 0, level, day, time, near, km = DEFAULT_KM, changed = '' } = query;
  switch (by) {
    case 'provider':
      return ({ provider: id }) =>
        provider.some((each) => each === id || each === providers[id]?.slug);
    case 'level':
      return (card) => RANKS.indexOf(card.level?.needed) <= RANKS.indexOf(level);
    case 'age':
      return ({ age: { from = 0, to = Infinity } = {} }) => from <= age && age <= to;
    case 'appointment':
      return (card) => takesPlace(card, day, time, today);
    case 'distance':
      return (card) => !near || (distanceTo(card, near) ?? Infinity) <= km;
    case 'change':
      return (card) => new Date(card.changed ?? '') > new Date(changed);
    default: {
      const values = [FOR_ALL, ...chosenValues(query, name, tree).values()];
      return (card) => {
        const has = traits(card)[name];
        return values.some((value) => has.has(value));
      };
    }
  }
}

/** The parameter that asks a facet's question: days and times are one, since one appointment fits both. */
export function questionOf(name: FilterName): FilterName {
  return comparisonOf(name).by === 'appointment' ? 'day' : name;
}

/** The tests that a query asks anything of: most ask one or two, of hundreds of cards. */
function testsOf(query: Query, context: ReadyContext) {
  const asked = FILTERS.filter((name) => query[name] !== undefined).map(questionOf);
  return [...new Set(asked)].map((name) => [name, testOf(name, query, context)] as const);
}

/** Says which filters a card does not fit as asked. */
export function failing(query: Query, context: ReadyContext): (card: Card) => FilterName[] {
  const tests = testsOf(query, context);
  return (card) => tests.flatMap(([name, test]) => (test(card) ? [] : name));
}

/** Says whether a card is what the query asks for, its words aside. */
export function matching(query: Query, context: ReadyContext): (card: Card) => boolean {
  const tests = testsOf(query, context);
  return (card) => tests.every(([, test]) => test(card));
}
