import { primary, type Card, type TermTree } from '@vielfalt/feed';
import type { View } from '../snapshot/view.js';
import { entriesOf, type AxisName } from './entries.js';
import { keysOf } from './keys.js';

const PARTS = ['topic', 'audience', 'spoken', 'when'] as const satisfies AxisName[];
export type PartName = (typeof PARTS)[number];

/** What towns may have offers for: one thing, or a topic for an audience. Ids of entries. */
export type Parts = { [Name in PartName]?: string };

/** How many offers each town has of something. */
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
export function keyOf(parts: Parts): string {
  return namedParts(parts).flat().join(' ');
}

/**
 * Counts in one go whatever there is, by `keyOf`; what no offer is for is not in it.
 * @param townsOf the indexes of a card's towns
 */
export function tally(
  view: View,
  cards: Card[],
  today: string,
  townsOf: (card: Card) => number[],
  towns: number,
): Map<string, TownTally> {
  const tallies = new Map<string, TownTally>();
  const keys = PARTS.map((name) => {
    const read = keysOf(name, entriesOf(name, view, {}), { view, cards, today });
    return (card: Card): Parts[] => [...read(card)].map((id) => ({ [name]: id }));
  });
  const [topics, audiences] = keys;
  for (const card of cards) {
    const singles = keys.flatMap((read) => read(card));
    const forWhom = audiences?.(card) ?? [];
    const pairs = (topics?.(card) ?? []).flatMap((one) =>
      forWhom.map((each) => ({ ...one, ...each })),
    );
    const indexes = townsOf(card);
    for (const parts of [...singles, ...pairs]) {
      const key = keyOf(parts);
      let found = tallies.get(key);
      if (!found) {
        found = { parts, counts: Array.from({ length: towns }, () => 0) };
        tallies.set(key, found);
      }
      for (const index of indexes) found.counts[index] = (found.counts[index] ?? 0) + 1;
    }
  }
  return tallies;
}

/** What holds all that some parts hold: with one of them wider, or one of two left out. */
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
