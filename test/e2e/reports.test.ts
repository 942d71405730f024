import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openStore } from '@vielfalt/server';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, keyboard, sidewaysScroll, tabTo } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

describe('What is wrong', () => {
  const demo = Demo.forAll();

  async function open(
    test: TestContext,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const page = await demo.browser.newPage({ ...options, locale: 'de' });
    test.after(() => page.close());
    await page.goto(address);
    return page;
  }

  /** The words of the reports that the office has. */
  async function said(): Promise<string[]> {
    const store = await openStore(demo.database);
    const reports = await store.papers('report');
    await store.close();
    return [...reports.values()].map(({ kind, reasons, text }) =>
      [kind, ...reasons, text].join(' '),
    );
  }

  /** The first offer of the demo that can be reported here. */
  async function anOffer(): Promise<string> {
    const answer = await fetch(`${demo.feed.url}/v1/offers?limit=1`);
    const { offers } = (await answer.json()) as { offers: { slug: string }[] };
    return offers[0]?.slug ?? '';
  }

  it('is said on a page without script, in one go or after being asked again', async (test) => {
    const options = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
    const page = await open(test, `${demo.feed.url}/offers/${await anOffer()}`, options);
    await page.getByRole('link', { name: 'Fehler melden' }).click();
    assert.equal(await sidewaysScroll(page), 0);
    await page.getByLabel('Geschlossen oder gibt es nicht mehr').check();
    await page.getByLabel('Mit Ihren Worten').fill('Ohne Skript: zu seit Mai.');
    const thanks = page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' });
    const again = page.getByRole('alert').filter({ hasText: 'schicken Sie es noch einmal ab' });
    // Whoever is faster than a person is asked to send it again, and has to write nothing anew.
    do {
      await page.getByRole('button', { name: 'Abschicken' }).click();
      await thanks.or(again).waitFor();
    } while (await again.isVisible());
    await page.reload();
    await thanks.waitFor();
    const word = 'offer closed Ohne Skript: zu seit Mai.';
    assert.equal((await said()).filter((each) => each === word).length, 1);
  });

  it('is a page that anybody can use', async (test) => {
    const address = `${demo.feed.url}/offers/${await anOffer()}/report`;
    for (const lang of ['de', 'ar']) {
      const page = await open(test, `${address}?lang=${lang}`);
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.getByRole('button').click();
      await page.getByRole('alert').waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);
    }
  });

  it('is said inside an element on another website, with the keyboard alone', async (test) => {
    const host = await serveHostPage(demo.feed.url, {
      body: '<h1>Stadt</h1><vielfalt-directory heading-level="2"></vielfalt-directory>',
      policy: `default-src 'none'; script-src ${demo.feed.url}; connect-src ${demo.feed.url}`,
    });
    test.after(() => host.close());
    const page = await open(test, host.url, { viewport: { width: 320, height: 640 } });
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    const sent: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith('/widget/') && request.method() !== 'GET') {
        sent.push(`${request.method()} ${pathname} ${request.headers()['content-type']}`);
      }
    });
    const card = page.locator('vielfalt-offer-card').first();
    await keyboard.press(card.locator('#toggle'));
    const button = card.getByRole('button', { name: 'Fehler melden' });
    await keyboard.press(button);
    const closed = card.getByLabel('Geschlossen oder gibt es nicht mehr');
    await closed.and(page.locator(':focus')).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.equal(await sidewaysScroll(page), 0);
    await page.keyboard.press('Space');
    await keyboard.write(card.getByLabel('Mit Ihren Worten'), 'Im Element: zu.');
    await keyboard.close(button);
    await page.keyboard.press('Space');
    await tabTo(card.getByRole('button', { name: 'Abschicken' }));
    await page.keyboard.press('Space');
    const thanks = card.getByText('Ihre Meldung ist angekommen');
    await thanks.and(page.locator(':focus')).waitFor();
    assert.deepEqual(sent, ['POST /v1/reports application/x-www-form-urlencoded;charset=UTF-8']);
    assert.ok((await said()).includes('offer closed Im Element: zu.'));
    assert.deepEqual(problems, []);
    assert.deepEqual(await page.context().cookies(), []);
  });
});
