// How long a visitor waits in a browser from a word to the last title that it changes: our elements
// with the feed service, beside InstantSearch.js and autocomplete-js, both with minisearch in the
// page.
//
//   npm run bench:browser [-- --runs 7 --slowdowns 1,4]
//
// All show the same offers, those of a town in the demo directory. A run is a fresh browser context:
// a page that has come to rest, a press on the search box, a word at once after it (as a phone's
// keyboard puts words in, in one event), and, when the page is at rest again, another word in its
// place. Words are from titles, and each is asked once, so that no answer is one that the service
// remembers. `--slowdowns` says how many times slower the browser's processor is. Runs are
// interleaved (A B C … A B C …); medians and their ratios are printed.
import { parseArgs } from 'node:util';
import { fold } from '@vielfalt/feed';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../e2e/browser.js';
import { servePages } from './peer-pages.js';
import { median, startTown, wordsOf } from './town.js';

const OURS = 'vielfalt';
const PEERS = ['instantsearch', 'autocomplete'];
/** Titles that have not changed for so long, in milliseconds, are the last. */
const REST = 500;
/** Where nothing has changed for so long, nothing will. */
const LONGEST = 20_000;

const now = () => performance.timeOrigin + performance.now();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts a word in place of what is in the search box.
 *
 * @returns after how many milliseconds the last title changed
 */
async function search(page: Page, word: string): Promise<number> {
  const before = now();
  await page.keyboard.insertText(word);
  for (let wait = REST; ;) {
    await sleep(wait);
    const changed = await page.evaluate(() => window.changedAt);
    const rested = now() - Math.max(changed, before);
    if (changed > before && rested > REST) return changed - before;
    if (rested > LONGEST) throw new Error(`"${word}" changed nothing on ${page.url()}`);
    wait = changed > before ? REST - rested + 10 : REST / 5;
  }
}

/** The first and the second search of a session. */
async function run(browser: Browser, url: string, rate: number, words: string[]) {
  const context = await browser.newContext({ locale: 'de-DE' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const box = page.locator('input[type=search]').first();
    await box.waitFor();
    await sleep(REST);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times: number[] = [];
    for (const word of words) {
      await box.click();
      if (times.length > 0) await page.keyboard.press('ControlOrMeta+A');
      times.push(await search(page, word));
      const shown = await page.evaluate(() => window.titles());
      if (!shown.some((title) => fold(title).includes(word))) {
        throw new Error(`"${word}" was not found on ${url}: ${shown.join(' | ')}`);
      }
    }
    return times;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    slowdowns: { type: 'string', default: '1,4' },
  },
});
const runs = Number(values.runs);
const slowDowns = values.slowdowns.split(',').map(Number);
const endings: (() => unknown)[] = [];
try {
  const town = await startTown();
  endings.push(() => town.stop());
  const { offers } = town;
  const pages = await servePages(offers);
  endings.push(() => pages.close());
  const browser = await startBrowser();
  endings.push(() => browser.close());

  const words = wordsOf(offers, slowDowns.length * (runs + 1) * 2);
  console.log(`${offers.length} offers, ${runs} runs each, milliseconds (ours / theirs)\n`);
  for (const rate of slowDowns) {
    const times = new Map([OURS, ...PEERS].map((name) => [name, [[], []] as number[][]]));
    // The first round warms up.
    for (let round = 0; round <= runs; round++) {
      const asked = words.splice(0, 2);
      for (const [name, all] of times) {
        const measured = await run(
          browser,
          `${pages.url}/${name}.html?feed=${town.url}`,
          rate,
          asked,
        );
        if (round > 0) measured.forEach((each, at) => all[at]?.push(each));
      }
    }
    for (const [at, which] of ['first', 'second'].entries()) {
      const of = (name: string) => median(times.get(name)?.[at] ?? []);
      const ours = of(OURS);
      const theirs = PEERS.map(
        (name) => `${name} ${of(name).toFixed(0)} (${(ours / of(name)).toFixed(2)})`,
      );
      console.log(
        [`${rate}x ${which}`.padEnd(10), `${OURS} ${ours.toFixed(0)}`, ...theirs].join('   '),
      );
    }
  }
} finally {
  for (const end of endings.reverse()) await end();
}
