import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { seed } from '../../demo/seed.mjs';
import { serveHosts, type Hosts } from '../../demo/serve.mjs';
import { loadedFiles } from '../../scripts/size.mjs';
import { eventually, startBrowser } from './browser.js';
import { startFeed, temporaryFolder, type RunningFeed } from './feed.js';

/** What a visitor's browser loads from the feed before anything is touched, in bytes on the wire. */
const BUDGET = 60_000;

let feed: RunningFeed;
let hosts: Hosts;
let browser: Browser;
const endings: (() => Promise<unknown>)[] = [];

before(async () => {
  const folder = await temporaryFolder();
  endings.push(() => folder.remove());
  await seed(folder.database);
  feed = await startFeed(folder.database);
  endings.push(() => feed.stop());
  hosts = await serveHosts({ feedUrl: feed.url });
  endings.push(() => hosts.close());
  browser = await startBrowser();
  endings.push(() => browser.close());
});
after(async () => {
  for (const end of endings.reverse()) await end();
});

for (const width of [360, 1280]) {
  it(`at ${width} pixels the town's offers come with one script and one request, and no cookie`, async (test) => {
    // As of somebody who has never been here: with an empty cache.
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width, height: 900 } });
    test.after(() => context.close());
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const requests = new Map<string, { url: string; type: string; bytes: number }>();
    const headers: string[] = [];
    session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
      requests.set(requestId, { url: request.url, type, bytes: 0 });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
    });
    // With those that the browser tells no page, cookies above all.
    session.on('Network.responseReceivedExtraInfo', ({ headers: all }) => {
      headers.push(...Object.keys(all).map((name) => name.toLowerCase()));
    });

    await page.goto(`${hosts.url}/town/angebote.html`, { waitUntil: 'networkidle' });
    await page.locator('vielfalt-offer-card').first().waitFor();

    const asked = [...requests.values()].filter(({ url }) => url.startsWith(feed.url));
    assert.deepEqual(asked.map(({ type }) => type).sort(), ['Fetch', 'Script']);
    const [script, answer] = ['Script', 'Fetch'].map((kind) =>
      asked.find(({ type }) => type === kind),
    );
    assert.equal(script?.url, `${feed.url}/widget/v1/vielfalt.js`);
    assert.match(answer?.url ?? '', /\/v1\/offers\?.*within\.place=hattingen/);
    const bytes = asked.reduce((sum, request) => sum + request.bytes, 0);
    assert.ok(bytes > 10_000 && bytes <= BUDGET, `${bytes} bytes`);

    assert.ok(headers.includes('access-control-allow-origin'));
    assert.ok(!headers.includes('set-cookie'));
    assert.deepEqual(await context.cookies(), []);
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(kept, 0);
    test.diagnostic(`${bytes} of ${BUDGET} bytes`);

    // Who searches, misspelling a word, loads what the script for sizes counts.
    const summary = page.locator('vielfalt-offer-list [part=summary]').first();
    const before = await summary.innerText();
    await page.getByRole('searchbox').first().fill('Deutschkrus');
    await eventually(async () => (await summary.innerText()) !== before, 'other offers are found');
    await page.waitForLoadState('networkidle');
    const scripts = [...requests.values()].filter(({ type }) => type === 'Script');
    const prefix = `${feed.url}/widget/v1/`;
    assert.deepEqual(
      scripts.map(({ url }) => url.replace(prefix, '')).sort(),
      [...loadedFiles().withSearch].sort(),
    );
  });
}
