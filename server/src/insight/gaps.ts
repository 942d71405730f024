import { termTree, type Lock } from '@vielfalt/feed';
import type { View } from '../snapshot/view.js';
import { entriesOf, EVERYONE } from './entries.js';
import { keysOf } from './keys.js';
import { keyOf, namedParts, tally, widerThan, type PartName, type Parts } from './tally.js';

/** Offers that one town does not have, and most others do. */
export interface Gap {
  /** A place's id. */
  town: string;
  parts: Parts;
  /** In how many of the other towns there is such an offer. */
  others: number;
  /** How many there would be if the town had them as often among its offers as the others have. */
  expected: number;
  /** Of a topic for an audience: offers on the topic there that are for everyone. */
  everyone: number;
  /** What the feed is asked for such offers in the town. */
  ask: Lock;
}

export interface Gaps {
  /** How many towns there are. */
  towns: number;
  /** What the most other towns have comes first, then what is expected most. */
  gaps: Gap[];
}

/** At least so large a part of the other towns has it. */
export const MOST = 3 / 4;
/** At least so many are to be expected: where they are fewer, none is no surprise. */
export const EXPECTED = 1;

/**
 * Finds what towns lack although others have it, among all offers shown on a date. Where something is missing altogether, what
 * is narrower (a topic's parts, the topic for one audience) is not named as well.
 */
export function findGaps(view: View, today: string): Gaps {
  const tree = termTree(view.terms);
  const { cards } = view.on(today);
  const towns = entriesOf('place', view, {});
  const placesOf = keysOf('place', towns, { view, cards, today });
  const townsByCard = cards.map((card) => {
    const places = new Set(placesOf(card));
    return towns.flatMap(({ id }, index) => (places.has(id) ? index : []));
  });
  const byCard = new Map(cards.map((card, index) => [card, townsByCard[index] ?? []]));
  const tallies = tally(view, cards, today, (card) => byCard.get(card) ?? [], towns.length);
  const sizes = sizesOf(townsByCard, towns.length);
  const has = (parts: Parts, town: number) => tallies.get(keyOf(parts))?.counts[town] ?? 0;
  const questionFor = questions(view);

  const gaps = [...tallies.values()].flatMap(({ parts, counts }) => {
    const asked = questionFor(parts);
    const others = counts.filter((count) => count > 0).length;
    if (!asked || others < (towns.length - 1) * MOST) return [];
    return towns.flatMap(({ id, ask }, town): Gap | [] => {
      if (has(parts, town) > 0) return [];
      if (widerThan(parts, tree).some((wider) => has(wider, town) === 0)) return [];
      const size = sizes[town] ?? 0;
      const expected = (sum(counts) / (sum(sizes) - size)) * size;
      if (!(expected >= EXPECTED)) return [];
      const everyone = parts.audience ? has({ ...parts, audience: EVERYONE.id }, town) : 0;
      return { town: id, parts, others, expected, everyone, ask: { ...ask, ...asked } };
    });
  });
  gaps.sort((a, b) => b.others - a.others || b.expected - a.expected);
  return { towns: towns.length, gaps };
}

/** A town's size is its offers, but for those that are everywhere and tell no towns apart. */
function sizesOf(townsByCard: number[][], towns: number): number[] {
  const own = townsByCard.filter((indexes) => indexes.length < towns).flat();
  return Array.from({ length: towns }, (_, town) => own.filter((index) => index === town).length);
}

/** What the feed is asked for some parts; nothing where it cannot be asked, as for `EVERYONE`. */
function questions(view: View): (parts: Parts) => Lock | undefined {
  const asks = new Map<PartName, Map<string, Lock | undefined>>();
  const askOf = (name: PartName, id: string) => {
    let known = asks.get(name);
    if (!known) {
      known = new Map(entriesOf(name, view, {}).map((entry) => [entry.id, entry.ask]));
      asks.set(name, known);
    }
    return known.get(id);
  };
  return (parts) => {
    const all = namedParts(parts).map(([name, id]) => askOf(name, id));
    return all.every((ask) => ask !== undefined) ? (Object.assign({}, ...all) as Lock) : undefined;
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
