import { primary, type TermTree } from '@vielfalt/feed';
import { ANY_ID, crossKey, type CrossCounts } from '../answers/cross-counts.js';
import type { AxisName, InsightSource } from './entries.js';

export const PARTS = ['topic', 'audience', 'spoken', 'when'] as const satisfies AxisName[];
export type PartName = (typeof PARTS)[number];

/** Things that towns may have offers for: one, or a topic for an audience. Ids of entries. */
export type Parts = { [Name in PartName]?: string };

/** The number of offers that each town has of something. */
export interface TownTally {
  parts: Parts;
  /** By town. */
  counts: number[];
}

/** The parts there are, each with its name. */
export function namedParts(parts: Parts): [name: PartName, id: string][] {
  return PARTS.flatMap((name) => (parts[name] === undefined ? [] : [[name, parts[name]]]));
}

/** Parts as one text, the same for the same parts. */
export function partsKey(parts: Parts): string {
  return namedParts(parts).flat().join(' ');
}

/** The parts that are counted together, alone and, of several, one with the other. */
const COUNTED: readonly PartName[][] = [['topic', 'audience'], ['spoken'], ['when']];

/** Counts whatever there is in towns, by `keyOf`; what no offer is for is not in it. */
export async function tally(
  { answers }: InsightSource,
  towns: readonly string[],
): Promise<Map<string, TownTally>> {
  const all = await Promise.all(
    COUNTED.map((names) => answers.crossCounts([...names, 'town'], { query: {}, lock: {} })),
  );
  const tallies = new Map<string, TownTally>();
  for (const [at, counts] of all.entries()) addTallies(COUNTED[at] ?? [], counts, towns, tallies);
  return tallies;
}

function addTallies(
  names: readonly PartName[],
  counts: CrossCounts,
  towns: readonly string[],
  tallies: Map<string, TownTally>,
): void {
  // Once for each of the parts: wherever it is.
  const anywhere = crossKey('', ANY_ID);
  for (const key of counts.keys()) {
    if (!key.endsWith(anywhere)) continue;
    const ids = key.slice(0, -anywhere.length).split(' ');
    if (ids.every((id) => id === ANY_ID)) continue;
    const parts: Parts = Object.fromEntries(
      names.flatMap((name, index) => (ids[index] === ANY_ID ? [] : [[name, ids[index]]])),
    );
    const own = towns.map(
      (town) => counts.get(crossKey(key.slice(0, -anywhere.length), town)) ?? 0,
    );
    tallies.set(partsKey(parts), { parts, counts: own });
  }
}

/** Parts that hold all that some parts hold: with one of them wider, or one of two left out. */
export function widerThan(parts: Parts, tree: TermTree): Parts[] {
  const named = namedParts(parts);
  return named.flatMap(([name, id]) => {
    const { [name]: _, ...rest } = parts;
    const above = parentOf(name, id, tree);
    return [
      ...(above === undefined ? [] : [{ ...parts, [name]: above }]),
      ...(named.length > 1 ? [rest] : []),
    ];
  });
}

function parentOf(name: PartName, id: string, tree: TermTree): string | undefined {
  if (name === 'topic' || name === 'audience') return tree.lineage(name, id)[1];
  const wider = name === 'spoken' ? primary(id) : id.slice(0, 2);
  return wider === id ? undefined : wider;
}
