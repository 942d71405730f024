import {
  DAYS,
  TIMES_OF_DAY,
  primary,
  termTree,
  type Card,
  type Lock,
  type VocabularyList,
} from '@vielfalt/feed';
import type { View } from '../snapshot/view.js';

/** What offers are counted by. `when` joins weekday and time of day: one appointment fits both. */
export type AxisName = 'topic' | 'audience' | 'spoken' | 'when' | 'place';

/** One row or column of a table. */
export interface AxisEntry {
  /** A term's id, a language tag, `mo` or `mo-evening`; `ALL` and `EVERYONE` are of our own. */
  id: string;
  /** What the feed is asked for it; absent where no question gives just these offers. */
  ask?: Lock;
  /** How many others it lies under, shown or not. */
  depth: number;
}

/** The entry that leaves its axis open. No id is empty. */
export const ALL: AxisEntry = { id: '', ask: {}, depth: 0 };

/** Offers that name no audience. No id begins with a star. */
export const EVERYONE: AxisEntry = { id: '*', depth: 0 };

/**
 * The entries of an axis, in the vocabulary's order and each below its parent. What the filter says
 * of the axis leaves only those that it names, and what lies below them.
 */
export function entriesOf(axis: AxisName, view: View, filter: Lock): AxisEntry[] {
  switch (axis) {
    case 'topic':
      return termEntries('topic', view, filter);
    case 'audience':
      return [...termEntries('audience', view, filter), EVERYONE];
    case 'spoken':
      return languageEntries(view, filter);
    case 'when':
      return timeEntries(filter);
    case 'place':
      return placeEntries(view, filter);
  }
}

/** A list's terms of today as a tree; whose parent is missing, or is itself below it, is a root. */
function branches(list: VocabularyList, { terms }: View) {
  const tree = termTree(terms);
  const ids = Object.keys(terms[list]).filter((id) => tree.current(list, id) === id);
  const parent = (id: string) => {
    const above = tree.lineage(list, id)[1];
    const isCircle = above !== undefined && tree.lineage(list, above).includes(id);
    return above !== undefined && ids.includes(above) && !isCircle ? above : undefined;
  };
  return { tree, below: (id: string | undefined) => ids.filter((each) => parent(each) === id) };
}

function termEntries(list: 'topic' | 'audience', view: View, filter: Lock): AxisEntry[] {
  const { tree, below } = branches(list, view);
  const chosen = filter[list]?.map((id) => tree.current(list, id));
  const from = (id: string | undefined, depth: number, isOpen: boolean): AxisEntry[] =>
    below(id).flatMap((each) => {
      const isShown = isOpen || Boolean(chosen?.includes(each));
      const own = isShown ? [{ id: each, ask: { [list]: [each] }, depth }] : [];
      return [...own, ...from(each, depth + 1, isShown)];
    });
  return from(undefined, 0, !chosen);
}

/** The places right below the whole; where places are chosen, these and the ones right below them. */
function placeEntries(view: View, filter: Lock): AxisEntry[] {
  const { tree, below } = branches('place', view);
  const roots = below(undefined);
  const chosen = filter.place?.map((id) => tree.current('place', id)) ?? roots;
  const ids = chosen.flatMap((id) => {
    const parts = below(id);
    return roots.includes(id) && parts.length > 0 ? parts : [id, ...parts];
  });
  return [...new Set(ids)].map((id) => ({ id, ask: { place: [id] }, depth: 0 }));
}

function languageEntries({ terms, cards }: View, { spoken }: Lock): AxisEntry[] {
  const known = Object.keys(terms.language).filter((id) => !terms.language[id]?.replacedBy);
  const others = [...new Set(cards.flatMap(languagesOf))].sort();
  return [...new Set([...known.map((tag) => tag.toLowerCase()), ...others])]
    .filter((tag) => !spoken || spoken.includes(tag) || spoken.includes(primary(tag)))
    .map((tag) => ({ id: tag, ask: { spoken: [tag] }, depth: 0 }));
}

/** Spoken languages and what they are kinds of, as the feed finds them: `de-at` is `de` too. */
export function languagesOf({ spoken = [] }: Card): string[] {
  return spoken.flatMap(({ language }) => [language.toLowerCase(), primary(language)]);
}

function timeEntries({ day = [...DAYS], time }: Lock): AxisEntry[] {
  const times = Object.keys(TIMES_OF_DAY).filter((name) => !time || time.includes(name));
  return DAYS.filter((each) => day.includes(each)).flatMap((each) => [
    { id: each, ask: { day: [each], ...(time && { time }) }, depth: 0 },
    ...times.map((name) => ({
      id: `${each}-${name}`,
      ask: { day: [each], time: [name] },
      depth: 1,
    })),
  ]);
}
