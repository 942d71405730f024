import { waitUntil } from '@open-wc/testing-helpers';

/** Whatever takes longer (in milliseconds) never comes; a busy machine may take its time. */
const NEVER = 40_000;

/** Waits for something to be so. @param what is wrong where it never is */
export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), what, { timeout: NEVER, interval: 5 });
}
