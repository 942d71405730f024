// What a visitor's browser loads, and how long they wait, until there is a first list and a first
// result: our elements with the feed service, beside Pagefind, InstantSearch.js, autocomplete-js and
// accessible-autocomplete, the last three with minisearch in the page.
//
//   npm run bench:peers [-- --runs 7]
//
// All show the same offers, those of a town in the demo directory. A run is a fresh browser context
// that opens a page and, as soon as there is a search box, puts a word into it. Once with nothing in
// the way, once as on a slow phone: a processor four times slower, and a line of 400 kbit/s on which
// each request waits 400 ms. Every file but ours is compressed as well as Brotli can, if it is text;
// style sheets of the peers' are left out. Runs are interleaved; medians are printed. At the end, what
// a browser refuses to do for each where the page's policy allows its own and the feed's scripts and
// answers, and nothing else.
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../e2e/browser.js';
import { Line } from './line.js';
import { servePages } from './peer-pages.js';
import { median, startTown, wordsOf } from './town.js';

/** Pages that show a list before anybody types, and those that show nothing until then. */
const LISTING = ['vielfalt', 'instantsearch'];
const SEARCHING = ['pagefind', 'autocomplete', 'accessible-autocomplete'];

interface Way {
  line: ConstructorParameters<typeof Line>[0];
  /** How many times slower the browser's processor is. */
  slowDown: number;
}

const WAYS: Record<string, Way> = {
  plain: { line: {}, slowDown: 1 },
  'slow phone': { line: { latency: 400, rate: 50 }, slowDown: 4 },
};

/** After so many milliseconds a page has shown what it will. */
const SETTLED = 3_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a visitor has loaded, and how long that took, until something was there. */
interface Visit {
  milliseconds: number;
  requests: number;
  bytes: number;
  /** Those of scripts and of WebAssembly. */
  code: number;
}

/**
 * Opens a page as somebody who has never been there.
 *
 * @param word what is put into the search box at once; without it, the first list is waited for
 */
async function visit(
  browser: Browser,
  servers: { feed: string; pages: string },
  { line: manner, slowDown }: Way,
  { page, word }: { page: string; word?: string },
): Promise<Visit> {
  const line = new Line(manner);
  const context = await browser.newContext({ locale: 'de-DE' });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    const [feed, pages] = [await line.to(servers.feed), await line.to(servers.pages)];
    await tab.goto(`${pages}/${page}.html?feed=${feed}`, { waitUntil: 'commit' });
    if (word) {
      await tab.locator('input').first().focus();
      await tab.evaluate((typed) => (window.word = typed), word);
      await tab.keyboard.insertText(word);
    }
    const came: 'foundAt' | 'firstAt' = word ? 'foundAt' : 'firstAt';
    await tab.waitForFunction((name) => window[name] > 0, came, { polling: 'raf' });
    const answers = [...line.answers];
    const sum = (of: typeof answers) => of.reduce((all, { bytes }) => all + bytes, 0);
    return {
      milliseconds: await tab.evaluate((name) => window[name] - performance.timeOrigin, came),
      requests: answers.length,
      bytes: sum(answers),
      code: sum(answers.filter(({ type }) => /javascript|octet-stream/.test(type))),
    };
  } finally {
    await context.close();
    line.close();
  }
}

/** The first of what the browser refuses to do for a page under a strict policy, if anything. */
async function refusal(browser: Browser, servers: { feed: string; pages: string }, page: string) {
  const context = await browser.newContext({ locale: 'de-DE' });
  try {
    const tab = await context.newPage();
    await tab.addInitScript(() => {
      window.refused = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await tab.goto(`${servers.pages}/${page}.html?feed=${servers.feed}&strict`);
    const box = tab.locator('input').first();
    await box.pressSequentially('deutsch', { timeout: SETTLED }).catch(() => undefined);
    await sleep(SETTLED);
    const { refused, found } = await tab.evaluate(() => ({
      refused: window.refused,
      found: window.titles().length,
    }));
    return `${found} titles; refused: ${[...new Set(refused)].join(', ') || 'nothing'}`;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
const endings: (() => unknown)[] = [];
try {
  const town = await startTown();
  endings.push(() => town.stop());
  const pages = await servePages(town.offers);
  endings.push(() => pages.close());
  const browser = await startBrowser();
  endings.push(() => browser.close());
  const servers = { feed: town.url, pages: pages.url };

  console.log(`${town.offers.length} offers, ${runs} runs each, medians`);
  // The first round warms the servers up.
  const words = wordsOf(town.offers, runs + 1);
  for (const [name, way] of Object.entries(WAYS)) {
    for (const [until, shown] of [
      ['a first list', LISTING],
      ['a first result', [...LISTING, ...SEARCHING]],
    ] as const) {
      const visits = new Map(shown.map((page) => [page, [] as Visit[]]));
      for (const [round, word] of words.entries()) {
        for (const [page, all] of visits) {
          const asked = shown === LISTING ? { page } : { page, word };
          const seen = await visit(browser, servers, way, asked);
          if (round > 0) all.push(seen);
        }
      }
      console.log(`\n${name}, until ${until}`);
      for (const [page, all] of visits) {
        const of = (key: keyof Visit) => median(all.map((each) => each[key])).toFixed(0);
        console.log(
          `${page.padEnd(24)} ${of('milliseconds')} ms, ${of('requests')} requests, ` +
            `${of('bytes')} bytes, ${of('code')} of them code`,
        );
      }
    }
  }
  console.log('\nUnder a strict policy, after "deutsch"');
  for (const page of [...LISTING, ...SEARCHING]) {
    console.log(`${page.padEnd(24)} ${await refusal(browser, servers, page)}`);
  }
} finally {
  for (const end of endings.reverse()) await end();
}
