import { addDays, type Card } from '@vielfalt/feed';
import { CHECK_DAYS } from '@vielfalt/feed/presentation';

/** How long ago an offer was last checked. */
export const AGES = ['half-year', 'year', 'two-years', 'older', 'never'] as const;
export type Age = (typeof AGES)[number];

/** The most days since the check, by age; what is older than all of them is `older`. */
const DAYS_AT_MOST = { 'half-year': 183, year: CHECK_DAYS, 'two-years': 730 };

/** Counts how old the checks of offers are, in the order of `AGES`. */
export function countChecks(cards: Card[], today: string): number[] {
  const ages = cards.map(({ checked }) => ageOf(checked?.on, today));
  return AGES.map((age) => ages.filter((each) => each === age).length);
}

function ageOf(on: string | undefined, today: string): Age {
  if (on === undefined) return 'never';
  const limits = Object.entries(DAYS_AT_MOST) as [keyof typeof DAYS_AT_MOST, number][];
  return limits.find(([, days]) => on >= addDays(today, -days))?.[0] ?? 'older';
}
