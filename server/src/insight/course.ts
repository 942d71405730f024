import type { Terms } from '@vielfalt/feed';
import { CHECK_AGES, branches } from '../answers/axes.js';
import { ANY_ID, crossKey } from '../answers/cross-counts.js';
import type { CheckedShare, CourseDay } from '../store/papers.js';
import type { InsightSource } from './entries.js';

/** The ages of a check that is at most a year old. */
const WITHIN_A_YEAR = CHECK_AGES.slice(0, 2);

/** The most topics that are counted. */
const MOST_TOPICS = 60;

/** Counts how many of all offers were checked within a year: all together, of each source, on each main topic. */
export async function countCourse({ answers, terms }: InsightSource): Promise<CourseDay> {
  const everything = { query: {}, lock: {} };
  const [bySource, byTopic] = await Promise.all([
    answers.crossCounts(['source', 'checked'], everything),
    answers.crossCounts(['topic', 'checked'], everything),
  ]);
  const shareOf = (counts: typeof bySource, id: string): CheckedShare => {
    const count = (age: string) => counts.get(crossKey(id, age)) ?? 0;
    return [WITHIN_A_YEAR.reduce((sum, age) => sum + count(age), 0), count(ANY_ID)];
  };
  const shares = (counts: typeof bySource, ids: Iterable<string>) => {
    const all = [...ids].map((id) => [id, shareOf(counts, id)] as const);
    return Object.fromEntries(all.filter(([, [, offers]]) => offers > 0));
  };
  const sources = new Set([...bySource.keys()].map((key) => key.split(' ')[0] ?? ANY_ID));
  sources.delete(ANY_ID);
  return {
    all: shareOf(bySource, ANY_ID),
    sources: shares(bySource, [...sources].sort()),
    topics: shares(byTopic, mainTopics(terms).slice(0, MOST_TOPICS)),
  };
}

/** The topics that none stands above, each with those right below it. */
function mainTopics(terms: Terms): string[] {
  const { below } = branches('topic', terms);
  return below(undefined).flatMap((id) => [id, ...below(id)]);
}

/** Groups of days, from the finest: each day, week, month, quarter, year. */
const GROUPS: readonly ((date: string) => unknown)[] = [
  (date) => date,
  // 1970 began on a Thursday.
  (date) => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7),
  (date) => date.slice(0, 7),
  (date) => `${date.slice(0, 4)} ${Math.floor((Number(date.slice(5, 7)) - 1) / 3)}`,
  (date) => date.slice(0, 4),
];

/**
 * Chooses days that stand for all: the last of each day, week, month, quarter or year, as finely as
 * there is room, and the first of all.
 * @param dates in their order
 */
export function chosenDays(dates: readonly string[], most: number): string[] {
  const [first] = dates;
  if (first === undefined) return [];
  for (const groupOf of GROUPS) {
    const last = new Map(dates.map((date) => [groupOf(date), date]));
    const chosen = [...new Set([first, ...last.values()])];
    if (chosen.length <= most) return chosen;
  }
  return [...dates.slice(0, 1), ...dates.slice(-(most - 1))];
}
