import { termTree, type Lock } from '@vielfalt/feed';
import { EVERYWHERE_ID } from '../answers/axes.js';
import { ANY_ID, crossKey } from '../answers/cross-counts.js';
import { axisEntries, EVERYONE_ENTRY, type InsightSource } from './entries.js';
import {
  partsKey,
  namedParts,
  PARTS,
  tally,
  widerThan,
  type PartName,
  type Parts,
} from './tally.js';

/** Offers that one town does not have, and most others do. */
export interface Gap {
  /** A place's id. */
  town: string;
  parts: Parts;
  /** In how many of the other towns there is such an offer. */
  others: number;
  /**
   * The number there would be if the town had them as often among its offers as the others have.
   */
  expected: number;
  /** Of a topic for an audience: offers on the topic there that are for everyone. */
  everyone: number;
  /** The request that gives such offers in the town. */
  ask: Lock;
}

export interface Gaps {
  /** The number of towns. */
  towns: number;
  /** Those that most other towns have come first, then those expected most. */
  gaps: Gap[];
}

/** At least so large a part of the other towns has it. */
export const MOST = 3 / 4;
/** At least so many are to be expected: where they are fewer, none is no surprise. */
export const EXPECTED = 1;

/**
 * Finds what towns lack although others have it, among all offers. Where something is missing
 * altogether, what is narrower (a topic's parts, the topic for one audience) is not named as well.
 */
export async function findGaps(source: InsightSource): Promise<Gaps> {
  const tree = termTree(source.terms);
  const towns = await axisEntries('place', source, {});
  const ids = towns.map(({ id }) => id);
  const [tallies, sizes, questionFor] = await Promise.all([
    tally(source, ids),
    sizesOf(source, ids),
    questions(source),
  ]);
  const has = (parts: Parts, town: number) => tallies.get(partsKey(parts))?.counts[town] ?? 0;

  // In an order of our own, that the same gaps come first from every home.
  const all = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  const gaps = all.flatMap(([, { parts, counts }]) => {
    const requested = questionFor(parts);
    const others = counts.filter((count) => count > 0).length;
    if (!requested || others < (towns.length - 1) * MOST) return [];
    return towns.flatMap(({ id, ask }, town): Gap | [] => {
      if (has(parts, town) > 0) return [];
      if (widerThan(parts, tree).some((wider) => has(wider, town) === 0)) return [];
      const size = sizes[town] ?? 0;
      const expected = (sum(counts) / (sum(sizes) - size)) * size;
      if (!(expected >= EXPECTED)) return [];
      const everyone = parts.audience ? has({ ...parts, audience: EVERYONE_ENTRY.id }, town) : 0;
      return { town: id, parts, others, expected, everyone, ask: { ...ask, ...requested } };
    });
  });
  gaps.sort((a, b) => b.others - a.others || b.expected - a.expected);
  return { towns: towns.length, gaps };
}

/** A town's size is its offers, but for those that are everywhere and tell no towns apart. */
async function sizesOf({ answers }: InsightSource, towns: string[]): Promise<number[]> {
  const counts = await answers.crossCounts(['town', 'everywhere'], { query: {}, lock: {} });
  const count = (...ids: string[]) => counts.get(crossKey(...ids)) ?? 0;
  return towns.map((town) => count(town, ANY_ID) - count(town, EVERYWHERE_ID));
}

/** Finds the request for some parts; nothing where there is none, as for `EVERYONE`. */
async function questions(source: InsightSource): Promise<(parts: Parts) => Lock | undefined> {
  const asks = new Map<PartName, Map<string, Lock | undefined>>();
  for (const name of PARTS) {
    const entries = await axisEntries(name, source, {});
    asks.set(name, new Map(entries.map(({ id, ask }) => [id, ask])));
  }
  return (parts) => {
    const all = namedParts(parts).map(([name, id]) => asks.get(name)?.get(id));
    return all.every((ask) => ask !== undefined) ? (Object.assign({}, ...all) as Lock) : undefined;
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
