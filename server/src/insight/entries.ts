import { DAYS, TIMES_OF_DAY, primary, type Lock, type Terms } from '@vielfalt/feed';
import { branches, EVERYONE_ID, townsIn, type CountAxis } from '../answers/axes.js';
import { ANY_ID } from '../answers/cross-counts.js';
import type { DirectoryAnswers } from '../answers/port.js';

/** The axes that tables have. */
export type AxisName = Extract<CountAxis, 'topic' | 'audience' | 'spoken' | 'when' | 'place'>;

/** The source of insight: numbers of offers, and the terms that they are counted by. */
export interface InsightSource {
  answers: Pick<DirectoryAnswers, 'crossCounts'>;
  terms: Terms;
}

/** One row or column of a table. */
export interface AxisEntry {
  /** A term's id, a language tag, `mo` or `mo-evening`; `ALL` and `EVERYONE` are of our own. */
  id: string;
  /** The request for it; absent where none gives just these offers. */
  ask?: Lock;
  /** The number of others that it lies under, shown or not. */
  depth: number;
}

/** The entry that leaves its axis open. */
export const ALL: AxisEntry = { id: ANY_ID, ask: {}, depth: 0 };

/** Offers that name no audience. */
export const EVERYONE_ENTRY: AxisEntry = { id: EVERYONE_ID, depth: 0 };

/**
 * The entries of an axis, in the vocabulary's order and each below its parent. What the filter says
 * of the axis leaves only those that it names, and what lies below them.
 */
export async function axisEntries(
  axis: AxisName,
  source: InsightSource,
  filter: Lock,
): Promise<AxisEntry[]> {
  switch (axis) {
    case 'topic':
      return termEntries('topic', source, filter);
    case 'audience':
      return [...termEntries('audience', source, filter), EVERYONE_ENTRY];
    case 'spoken':
      return languageEntries(source, filter);
    case 'when':
      return timeEntries(filter);
    case 'place':
      return placeEntries(source, filter);
  }
}

function termEntries(
  list: 'topic' | 'audience',
  { terms }: InsightSource,
  filter: Lock,
): AxisEntry[] {
  const { tree, below } = branches(list, terms);
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
function placeEntries({ terms }: InsightSource, filter: Lock): AxisEntry[] {
  const { tree, below } = branches('place', terms);
  const roots = below(undefined);
  const ids = filter.place?.flatMap((chosen) => {
    const id = tree.current('place', chosen);
    const parts = below(id);
    return roots.includes(id) && parts.length > 0 ? parts : [id, ...parts];
  });
  return [...new Set(ids ?? townsIn(terms))].map((id) => ({ id, ask: { place: [id] }, depth: 0 }));
}

/** The vocabulary's languages, then those that offers name besides. */
async function languageEntries(
  { answers, terms }: InsightSource,
  { spoken }: Lock,
): Promise<AxisEntry[]> {
  const known = Object.keys(terms.language).filter((id) => !terms.language[id]?.replacedBy);
  const counts = await answers.crossCounts(['spoken'], { query: {}, lock: {} });
  const others = [...counts.keys()].filter((id) => id !== ANY_ID).sort();
  return [...new Set([...known.map((tag) => tag.toLowerCase()), ...others])]
    .filter((tag) => !spoken || spoken.includes(tag) || spoken.includes(primary(tag)))
    .map((tag) => ({ id: tag, ask: { spoken: [tag] }, depth: 0 }));
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
