import type { Card, ProviderHead } from '../model/wire.js';
import { FILTERS, comparisonOf, type FilterName } from '../query/comparisons.js';
import type { Query } from '../query/query.js';
import { DEFAULT_KM, LEVELS } from '../query/values.js';
import type { TermTree } from '../terms/tree.js';
import { distanceTo } from './distance.js';
import { takesPlace } from './times.js';
import { YES, createTraits, held, type TraitsOf } from './traits.js';

/** What a filter knows besides the card. */
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

/** Makes the test of whether a card is as a query asks by one parameter that stands in it. */
function testOf(name: FilterName, query: Query, context: ReadyContext): (card: Card) => boolean {
  const compare = comparisonOf(name);
  const { traits, tree, providers, today } = context;
  const { [name]: asked, age = 0, level, day, time, near, km = DEFAULT_KM, changed = '' } = query;
  switch (compare.by) {
    case 'terms':
    case 'language':
    case 'is': {
      const isForAll = 'orNone' in compare;
      const values = (Array.isArray(asked) ? asked : [YES]).map((value) =>
        compare.by === 'terms' ? tree.current(compare.list, value) : value,
      );
      return (card) => {
        const has = traits(card)[name];
        return values.some((value) => has.has(value)) || (isForAll && has.size === 0);
      };
    }
    case 'provider':
      return ({ provider: id }) =>
        query.provider?.some((each) => each === id || each === providers[id]?.slug) ?? true;
    case 'level':
      return (card) => rank(held(card, compare.field)[0]) <= rank(level);
    case 'span':
      return (card) => {
        const [from = 0] = held(card, compare.from);
        const [to = Infinity] = held(card, compare.to);
        return Number(from) <= age && age <= Number(to);
      };
    case 'appointment':
      return (card) => takesPlace(card, day, time, today);
    case 'distance':
      return (card) => !near || (distanceTo(card, near) ?? Infinity) <= km;
    case 'after':
      return (card) =>
        held(card, compare.field).some((at) => new Date(String(at)) > new Date(changed));
  }
}

/** A level's place among the levels; what is not known comes before them. */
function rank(level: unknown): number {
  return LEVELS.findIndex((each) => each === level);
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
