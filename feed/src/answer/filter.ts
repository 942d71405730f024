import type { Card, ProviderHead } from '../model/wire.js';
import type { Query } from '../query/query.js';
import { DEFAULT_KM, LEVELS } from '../query/values.js';
import type { TermTree } from '../terms/tree.js';
import { isFree } from './cost.js';
import { distanceTo } from './distance.js';
import { takesPlace } from './times.js';
import { createTraits, type TraitsOf } from './traits.js';

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

/** Whether a card is found under one of the terms that a query asks for. */
const among =
  (facet: 'topic' | 'audience' | 'kind' | 'place' | 'at') =>
  (card: Card, query: Query, { tree, traits }: ReadyContext): boolean => {
    const has = traits(card)[facet];
    const list = facet === 'at' ? 'place' : facet;
    return (query[facet] ?? []).some((id) => has.has(tree.current(list, id)));
  };
const amongAudiences = among('audience');

/**
 * What a query asks, by the facet that asks it, run only where it does. `when` joins day and time:
 * one appointment fits both.
 */
const FACET_TESTS = {
  topic: among('topic'),
  audience: (card, query, context) =>
    !card.audiences?.length || amongAudiences(card, query, context),
  kind: among('kind'),
  place: among('place'),
  at: among('at'),
  provider: ({ provider: id }, { provider = [] }, { providers }) =>
    provider.some((name) => name === id || name === providers[id]?.slug),
  spoken: (card, { spoken = [] }, { traits }) =>
    spoken.some((language) => traits(card).spoken.has(language)),
  level: (card, { level }) =>
    !level || !card.level?.needed || LEVELS.indexOf(card.level.needed) <= LEVELS.indexOf(level),
  age: ({ age: { from = 0, to = Infinity } = {} }, { age = 0 }) => from <= age && age <= to,
  free: isFree,
  stepfree: ({ locations = [] }) => locations.some(({ stepFree }) => stepFree === 'yes'),
  online: ({ online = false }) => online,
  childcare: ({ childcare = false }) => childcare,
  openings: ({ openings }) => openings?.state === 'free',
  women: ({ only }) => only === 'women',
  when: (card, { day, time }, { today }) => takesPlace(card, day, time, today),
  near: (card, { near, km = DEFAULT_KM }) => !near || (distanceTo(card, near) ?? Infinity) <= km,
  changed: (card, { changed = '' }) => new Date(card.changed ?? '') > new Date(changed),
} satisfies Record<string, (card: Card, query: Query, context: ReadyContext) => boolean>;

export type FacetTest = keyof typeof FACET_TESTS;

const TESTS = Object.entries(FACET_TESTS) as [FacetTest, (typeof FACET_TESTS)[FacetTest]][];

/** The tests that a query asks anything of: most ask one or two, of hundreds of cards. */
function asked(query: Query): typeof TESTS {
  return TESTS.filter(([name]) =>
    name === 'when' ? (query.day ?? query.time) : query[name] !== undefined,
  );
}

/** Says which facets' questions a card does not answer as asked. */
export function failing(query: Query, context: ReadyContext): (card: Card) => FacetTest[] {
  const tests = asked(query);
  return (card) => tests.flatMap(([name, test]) => (test(card, query, context) ? [] : name));
}

/** Says whether a card is what the query asks for, its words aside. */
export function matching(query: Query, context: ReadyContext): (card: Card) => boolean {
  const tests = asked(query);
  return (card) => tests.every(([, test]) => test(card, query, context));
}
