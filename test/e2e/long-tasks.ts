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

/** What `pace` comes to on the machine on which the limit was set, in milliseconds. */
const USUAL_PACE = 4;

/** How much slower a page's processor is than the one on which the limit was set; 1 where it is not. */
export async function slowness(page: Page): Promise<number> {
  return Math.max(1, (await page.evaluate(pace)) / USUAL_PACE);
}

/** How long a page sorts some words, in milliseconds: the best of some, since others work as well. */
function pace(): number {
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    Array.from({ length: 20_000 }, (_, n) => ((n * 7919) % 20_011).toString(36)).sort();
    return performance.now() - start;
  });
  return Math.min(...times);
}
