import type { Card, ProviderHead } from '../model/wire.js';
import type { VocabularyList } from '../model/vocabulary.js';
import type { Query } from '../query/query.js';
import { DEFAULT_KM, LEVELS } from '../query/values.js';
import { primary } from '../terms/heads.js';
import type { TermTree } from '../terms/tree.js';
import { isFree } from './cost.js';
import { distanceTo } from './distance.js';
import { takesPlace } from './times.js';

/** What a filter knows besides the card. */
export interface FilterContext {
  tree: TermTree;
  /** By id. */
  providers: Record<string, Pick<ProviderHead, 'slug'>>;
  /** The local date in the directory's zone. */
  today: string;
}

/** What a query asks, by the facet that asks it. `when` joins day and time: one appointment fits both. */
export const FACET_TESTS = {
  topic: (card, { topic }, { tree }) => !topic || within(tree, 'topic', card.topics, topic),
  audience: (card, { audience }, { tree }) =>
    !audience || !card.audiences?.length || within(tree, 'audience', card.audiences, audience),
  kind: (card, { kind }, { tree }) =>
    !kind || within(tree, 'kind', card.kind ? [card.kind] : [], kind),
  place: (card, { place }, { tree }) => {
    if (!place) return true;
    const there = placesOf(card, tree);
    return place.some((id) => there.has(tree.current('place', id)));
  },
  at: (card, { at }, { tree }) => !at || within(tree, 'place', locationPlaces(card), at),
  provider: (card, { provider }, { providers }) =>
    !provider ||
    provider.includes(card.provider) ||
    provider.includes(providers[card.provider]?.slug ?? ''),
  spoken: (card, { spoken }) =>
    !spoken || languagesSpoken(card).some((language) => spoken.includes(language)),
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
  changed: (card, { changed }) => !changed || Date.parse(card.changed ?? '') > Date.parse(changed),
} satisfies Record<string, (card: Card, query: Query, context: FilterContext) => boolean>;

export type FacetTest = keyof typeof FACET_TESTS;

const TESTS = Object.entries(FACET_TESTS) as [FacetTest, (typeof FACET_TESTS)[FacetTest]][];

/** The facets whose question the card does not answer as asked. */
export function failed(card: Card, query: Query, context: FilterContext): FacetTest[] {
  return TESTS.filter(([, test]) => !test(card, query, context)).map(([name]) => name);
}

/** Whether the card is what the query asks for, its words aside. */
export function matches(card: Card, query: Query, context: FilterContext): boolean {
  return TESTS.every(([, test]) => test(card, query, context));
}

function within(
  tree: TermTree,
  list: VocabularyList,
  has: string[] | undefined,
  wanted: string[],
): boolean {
  const ids = wanted.map((id) => tree.current(list, id));
  return Boolean(has?.some((id) => tree.lineage(list, id).some((each) => ids.includes(each))));
}

function locationPlaces(card: Card): string[] {
  return (card.locations ?? []).flatMap(({ town, district }) =>
    [town ?? [], district ?? []].flat(),
  );
}

/** Every place the card is found under: where it happens, where it serves, and what these lie in. */
export function placesOf(card: Card, tree: TermTree): Set<string> {
  const served = (card.serves ?? []).flatMap((id) => [
    ...tree.lineage('place', id),
    ...tree.descendants('place', id),
  ]);
  return new Set([...locationPlaces(card).flatMap((id) => tree.lineage('place', id)), ...served]);
}

/** Language tags spoken, in small letters, with their primary subtags. */
export function languagesSpoken(card: Card): string[] {
  const tags = (card.spoken ?? []).map(({ language }) => language.toLowerCase());
  return [...new Set(tags.flatMap((tag) => [tag, primary(tag)]))];
}
