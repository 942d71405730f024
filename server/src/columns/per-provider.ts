import { ordinalsOf } from './bits.js';
import type { DayColumns } from './day.js';

/** Counts the offers that are shown on a day by provider. @returns the number by a provider's id */
export function countPerProvider({ offers, shown }: DayColumns): (id: string) => number {
  const counts = new Uint32Array(offers.size);
  for (const ordinal of ordinalsOf(shown)) {
    const number = offers.providerOf[ordinal] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return (id) => counts[offers.providerNumber(id) ?? -1] ?? 0;
}
