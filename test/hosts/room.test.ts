import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Demo } from '../e2e/demo.js';
import { SITES } from '../e2e/sites.js';

/** What is good by Core Web Vitals is 0.1; half of it leaves something to the page. */
const MOST = 0.05;

const demo = Demo.forAll();

declare global {
  interface Window {
    shifts: number[];
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
}

for (const width of [360, 1280]) {
  for (const { name, path } of SITES) {
    it(`on the website of ${name} hardly anything moves at ${width} pixels, however slow all is`, async (test) => {
      const context = await demo.browser.newContext({ viewport: { width, height: 900 } });
      test.after(() => context.close());
      const page = await context.newPage();
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts.push((entry as LayoutShift).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      // First the page by itself is painted, then the elements without offers, then these.
      const painted = () =>
        page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await page.route(`${demo.feed.url}/widget/v1/vielfalt.js`, async (route) => {
        await page
          .locator('vielfalt-search-box:not(:defined), vielfalt-directory:not(:defined)')
          .first()
          .waitFor({ state: 'attached' });
        await painted();
        await painted();
        await route.continue();
      });
      await page.route(`${demo.feed.url}/v1/offers?*`, async (route) => {
        await page.locator('.skeleton').first().waitFor();
        await painted();
        await painted();
        await route.continue();
      });
      await page.goto(demo.hosts.url + path, { waitUntil: 'commit' });
      await page.locator('vielfalt-offer-card').first().waitFor();
      await page.waitForLoadState('networkidle');
      await painted();
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((total, each) => total + each, 0);
      assert.ok(sum < MOST, `${sum}: ${shifts.join()}`);
    });
  }
}
