import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { accessibilityFaults, sidewaysScroll } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage, type HostPage } from './host-page.js';

const DIRECTORY =
  '<h1>Angebote</h1><vielfalt-directory place="witten" heading-level="2"></vielfalt-directory>';

describe('A directory in difficult pages', () => {
  const demo = Demo.forAll();

  /** Opens a page, waits for its offers, and hands over what the browser complained about. */
  async function visit(test: TestContext, host: HostPage, width = 1000) {
    const served = await serveHostPage(demo.feed.url, host);
    test.after(() => served.close());
    const context = await demo.browser.newContext({ viewport: { width, height: 800 } });
    test.after(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(served.url);
    await page.locator('vielfalt-offer-card').first().waitFor();
    return { page, complaints };
  }

  it('reads from right to left on an Arabic page, phone numbers from left to right', async (test) => {
    const root = 'lang="ar" dir="rtl"';
    const { page, complaints } = await visit(test, { body: DIRECTORY, root }, 320);
    assert.equal(await sidewaysScroll(page), 0);
    const summary = page.locator('[part=summary]');
    assert.equal(await summary.evaluate((text) => getComputedStyle(text).direction), 'rtl');
    const phone = page.locator('a[href^="tel:"] bdi').first();
    assert.equal(await phone.evaluate((number) => getComputedStyle(number).direction), 'ltr');
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(complaints, []);
  });

  it('keeps two directories on one page apart', async (test) => {
    const body = `<h1>Angebote</h1>
      <vielfalt-directory id="one" topic="sport" heading-level="2" label="Sport" sync-url></vielfalt-directory>
      <vielfalt-directory id="two" topic="housing" heading-level="2" label="Wohnen" sync-url></vielfalt-directory>`;
    const { page } = await visit(test, { body });
    const summary = (id: string) => page.locator(`#${id} [part=summary]`);
    const found = (id: string) => summary(id).filter({ hasText: 'gefunden' }).innerText();
    const [one, two] = [await found('one'), await found('two')];
    await page.locator('#one').getByRole('searchbox').fill('schwimmen');
    await summary('one').filter({ hasNotText: one }).waitFor();
    assert.equal(await summary('two').innerText(), two);
    assert.deepEqual(await accessibilityFaults(page), []);
  });
});
