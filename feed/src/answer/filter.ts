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

/** What a query asks, by the facet that asks it. `when` joins day and time: one appointment fits both. */
const FACET_TESTS = {
  topic: (card, { topic }, context) => !topic || isAmong('topic', topic, card, context),
  audience: (card, { audience }, context) =>
    !audience || !card.audiences?.length || isAmong('audience', audience, card, context),
  kind: (card, { kind }, context) => !kind || isAmong('kind', kind, card, context),
  place: (card, { place }, context) => !place || isAmong('place', place, card, context),
  at: (card, { at }, context) => !at || isAmong('at', at, card, context),
  provider: (card, { provider }, { providers }) =>
    !provider ||
    provider.includes(card.provider) ||
    provider.includes(providers[card.provider]?.slug ?? ''),
  spoken: (card, { spoken }, { traits }) =>
    !spoken || spoken.some((language) => traits(card).spoken.has(language)),
  level: (card, { level }) =>
    !level || !card.level?.needed || LEVELS.indexOf(card.level.needed) <= LEVELS.indexOf(level),
  age: ({ age: limits }, { age }) =>
    age === undefined || ((limits?.from ?? 0) <= age && age <= (limits?.to ?? Infinity)),
  free: (card, { free }) => !free || isFree(card),
  stepfree: (card, { stepfree }) =>
    !stepfree || Boolean(card.locations?.some((location) => location.stepFree === 'yes')),
  online: (card, { online }) => !online || card.online === true,
  childcare: (card, { childcare }) => !childcare || card.childcare === true,
  openings: (card, { openings }) => !openings || card.places?.state === 'free',
  women: (card, { women }) => !women || card.only === 'women',
  when: (card, { day, time }, { today }) => takesPlace(card, day, time, today),
  near: (card, { near, km = DEFAULT_KM }) => !near || (distanceTo(card, near) ?? Infinity) <= km,
  changed: (card, { changed }) => !changed || new Date(card.changed ?? '') > new Date(changed),
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

function isAmong(
  facet: 'topic' | 'audience' | 'kind' | 'place' | 'at',
  wanted: string[],
  card: Card,
  { tree, traits }: ReadyContext,
): boolean {
  const has = traits(card)[facet];
  const list = facet === 'at' ? 'place' : facet;
  return wanted.some((id) => has.has(tree.current(list, id)));
}
