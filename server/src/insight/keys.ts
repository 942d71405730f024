import { FOR_ALL, createTraits, offersWithin, termTree, type Card } from '@vielfalt/feed';
import type { View } from '../snapshot/view.js';
import { EVERYONE, type AxisName, type AxisEntry } from './entries.js';

/** Under which entries of an axis a card is counted. */
export type KeysOf = (card: Card) => Iterable<string>;

/**
 * Sorts cards into an axis's entries as the feed's filter does, each card looked at once. Who names
 * no audience is counted under `EVERYONE` alone.
 * @param entries of the axis
 * @param cards all that will be asked about; they are shown on `today`
 */
export function keysOf(
  axis: AxisName,
  entries: AxisEntry[],
  { view, cards, today }: { view: View; cards: Card[]; today: string },
): KeysOf {
  const tree = termTree(view.terms);
  const traits = createTraits(tree);
  switch (axis) {
    case 'topic':
    case 'spoken':
    case 'place':
      return (card) => traits(card)[axis];
    case 'audience':
      return (card) => {
        const { audience } = traits(card);
        return audience.has(FOR_ALL) ? [EVERYONE.id] : audience;
      };
    case 'when': {
      const found = new Map<Card, string[]>();
      const timed = cards.filter(({ schedule }) => schedule?.times?.length);
      const context = { tree, providers: {}, today };
      let onTheDay = timed;
      for (const { id, ask = {}, depth } of entries) {
        // A time of day follows its weekday: only that day's offers can have it.
        const fitting = offersWithin(depth === 0 ? timed : onTheDay, ask, context);
        if (depth === 0) onTheDay = fitting;
        for (const card of fitting) found.set(card, [...(found.get(card) ?? []), id]);
      }
      return (card) => found.get(card) ?? [];
    }
  }
}
