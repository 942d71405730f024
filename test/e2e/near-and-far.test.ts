import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  DEFAULT_LOCAL_LIMIT,
  printQuery,
  printRequest,
  type Card,
  type OffersAnswer,
  type Query,
  type Request,
} from '@vielfalt/feed';
import type { Page } from 'playwright-core';
import { seed } from '../../demo/seed.mjs';
import { startBrowser } from './browser.js';
import { startFeed, temporaryFolder } from './feed.js';
import { serveHostPage } from './host-page.js';
import { generatedRequests } from './requests.js';

const LOCKS = 15;
const QUERIES = 25;
const LIMIT = 40;

interface Found {
  total: number;
  slugs: string[];
}

/** What the feed answers over HTTP. */
async function far(feedUrl: string, { query, lock }: Request): Promise<Found> {
  const asked = printRequest({ query: { ...query, lang: 'de', limit: LIMIT }, lock });
  const response = await fetch(`${feedUrl}/v1/offers?${asked}`);
  assert.equal(response.status, 200, asked);
  const { total, offers } = (await response.json()) as OffersAnswer;
  return { total, slugs: offers.map(({ slug }) => slug) };
}

/** Puts a directory with a lock on the page, reaches for its search, and waits for the set. */
async function show(page: Page, lock: string): Promise<void> {
  await page.evaluate(
    ([text = '', limit = '']) => {
      const directory = document.createElement('vielfalt-directory');
      for (const [name, value] of new URLSearchParams(text)) directory.setAttribute(name, value);
      directory.setAttribute('limit', limit);
      document.querySelector('main')?.replaceChildren(directory);
    },
    [lock, String(LIMIT)],
  );
  const set = page.waitForResponse((response) => response.url().includes('/v1/offers/set'));
  await page.locator('vielfalt-offer-list [part=summary]').getByText('gefunden').waitFor();
  await page.getByRole('searchbox').focus();
  await (await set).finished();
}

/** What the element shows for each choice, one after the other. */
function near(page: Page, queries: Query[]): Promise<Found[]> {
  return page.evaluate(async (all) => {
    const directory = document.querySelector('vielfalt-directory') as HTMLElement & {
      query: unknown;
      updateComplete: Promise<unknown>;
    };
    const list = directory.shadowRoot?.querySelector('vielfalt-offer-list') as HTMLElement & {
      updateComplete: Promise<unknown>;
    };
    const found: Found[] = [];
    for (const query of all) {
      // A choice that is in force already is not asked again and brings no results.
      const isNew = JSON.stringify(query) !== JSON.stringify(directory.query);
      const results = new Promise<{ total: number }>((resolve) => {
        directory.addEventListener('vielfalt-results', resolve, { once: true });
      });
      directory.query = query;
      const total = isNew ? (await results).total : (found.at(-1)?.total ?? -1);
      await directory.updateComplete;
      await list.updateComplete;
      const cards = [...(list.shadowRoot?.querySelectorAll('vielfalt-offer-card') ?? [])];
      found.push({
        total,
        slugs: cards.map((card) => (card as unknown as { card: Card }).card.slug),
      });
    }
    return found;
  }, queries);
}

it('gives the same offers in the same order in the browser and over HTTP, under locks too', async (test) => {
  const folder = await temporaryFolder();
  test.after(() => folder.remove());
  await seed(folder.database);
  const feed = await startFeed(folder.database);
  test.after(() => feed.stop());
  const host = await serveHostPage(feed.url, { body: '' });
  test.after(() => host.close());
  const browser = await startBrowser();
  test.after(() => browser.close());
  const page = await browser.newPage();
  // A search waits 150 ms to know what a question means; on a machine that is busy that may be short.
  await page.addInitScript(() => {
    const own = window.setTimeout.bind(window);
    window.setTimeout = ((work: () => void, time?: number) =>
      own(work, time === 150 ? 10_000 : time)) as typeof window.setTimeout;
  });
  await page.goto(host.url);

  let compared = 0;
  let found = 0;
  for (const requests of generatedRequests(LOCKS, QUERIES)) {
    const lock = requests[0]?.lock ?? {};
    // One after the other: on a busy machine the service refuses some of very many at once.
    const expected: Found[] = [];
    for (const request of requests) expected.push(await far(feed.url, request));
    const whole = await far(feed.url, { query: {}, lock });
    if (whole.total === 0 || whole.total > DEFAULT_LOCAL_LIMIT) continue;
    await show(page, printQuery(lock));
    // From here on only the browser can answer.
    await page.route('**/v1/offers?*', (route) => route.abort());
    const answers = await near(
      page,
      requests.map(({ query }) => query),
    );
    await page.unroute('**/v1/offers?*');
    for (const [index, answer] of answers.entries()) {
      assert.deepEqual(answer, expected[index], printRequest(requests[index] as Request));
      compared += 1;
      found += answer.total > 0 ? 1 : 0;
    }
  }
  test.diagnostic(`${compared} queries compared, ${found} of them with offers`);
  assert.ok(compared >= 25 && found >= 20, `${compared} compared, ${found} with offers`);
});
