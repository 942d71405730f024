import type { Page } from 'playwright-core';

/** An event of a trace, https://chromium.googlesource.com/catapult: times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** How long a thread has worked at it; what other programs took meanwhile is not in it. */
  tdur?: number;
}

/** What a page marks, so that its thread is told from those of the browser's own pages. */
const MARK = 'vielfalt-is-here';

/**
 * What the longest task on a page's main thread took of the processor's time while something was
 * done there, in milliseconds. Clocks would count what other programs on the machine take as well.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page is in no browser.');
  const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await page.evaluate((name) => performance.mark(name), MARK);
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const here = traceEvents.find(({ name }) => name === MARK);
  if (!here) throw new Error('The trace has no mark.');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === here.pid && tid === here.tid,
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}
