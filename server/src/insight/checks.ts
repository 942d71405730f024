import type { Request } from '@vielfalt/feed';
import { CHECK_AGES } from '../answers/axes.js';
import { ANY_ID, crossKey } from '../answers/cross-counts.js';
import type { InsightSource } from './entries.js';

/** The offers of a source, counted by the time since they were last checked. */
export interface CheckCounts {
  /** `ANY_ID` for all sources. */
  source: string;
  /** In the order of `CHECK_AGES`. */
  counts: number[];
}

/** Counts how old checks are: of all offers that a request leaves, then of each source that has some. */
export async function countChecks(
  { answers }: Pick<InsightSource, 'answers'>,
  sources: readonly string[],
  request: Request,
): Promise<CheckCounts[]> {
  const counts = await answers.crossCounts(['source', 'checked'], request);
  const count = (source: string, age: string) => counts.get(crossKey(source, age)) ?? 0;
  return [ANY_ID, ...sources.filter((source) => count(source, ANY_ID) > 0)].map((source) => ({
    source,
    counts: CHECK_AGES.map((age) => count(source, age)),
  }));
}
