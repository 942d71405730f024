import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

const BODY = `<h1>Angebote</h1>
  <vielfalt-directory place="witten" heading-level="2"></vielfalt-directory>`;

const PARTS = '**/widget/v1/chunks/*';

/** As after an update, where the page's script is older than what the feed has. */
async function takeAway(page: Page): Promise<void> {
  await page.route(PARTS, (route) => route.fulfill({ status: 404, body: 'gone' }));
}

describe('A page whose script has been replaced meanwhile', () => {
  const hosts = HostPages.forAll();

  it('says so where a part for searching is gone, and goes on once it is loaded anew', async (test) => {
    const { page } = await hosts.open(test, { body: BODY }, { before: takeAway });
    await page.getByRole('searchbox').fill('deutsch');
    const note = page.locator('vielfalt-offer-list [role=alert]');
    await note.filter({ hasText: 'Das konnte nicht geladen werden.' }).waitFor();
    const link = note.getByRole('link', { name: 'Zum Verzeichnis' });
    assert.match(String(await link.getAttribute('href')), /^http:\/\/.*\/\?place=witten$/);
    // What is there stays.
    assert.ok((await page.locator('vielfalt-offer-card').count()) > 0);

    await page.unroute(PARTS);
    const entry = page.waitForRequest(/\/widget\/v1\/vielfalt\.js$/);
    const reloaded = page.waitForEvent('load');
    await note.getByRole('button', { name: 'Seite neu laden' }).click();
    await Promise.all([entry, reloaded]);
    await page.locator('vielfalt-offer-card').first().waitFor();
    const summary = page.locator('[part=summary]');
    const before = await summary.innerText();
    await page.getByRole('searchbox').fill('deutsch');
    await summary.filter({ hasNotText: before }).filter({ hasText: 'gefunden' }).waitFor();
  });

  it('says that the directory is not reachable where the feed is gone with it', async (test) => {
    const { page } = await hosts.open(test, { body: BODY }, { before: takeAway });
    await page.route(`${hosts.demo.feed.url}/readyz`, (route) => route.abort());
    await page.getByRole('searchbox').fill('deutsch');
    const list = page.locator('vielfalt-offer-list');
    const again = list.getByRole('button', { name: 'Noch einmal versuchen' });
    await again.waitFor();
    assert.equal(await list.getByText('Das konnte nicht geladen werden.').count(), 0);
    assert.ok((await page.locator('vielfalt-offer-card').count()) > 0);
  });

  it('says so in a card that cannot be opened', async (test) => {
    const { page } = await hosts.open(test, { body: BODY }, { before: takeAway });
    const card = page.locator('vielfalt-offer-card').first();
    await card.getByRole('button', { name: 'Einzelheiten' }).click();
    const note = card.getByRole('alert');
    await note.getByRole('button', { name: 'Seite neu laden' }).waitFor();
    assert.match(
      String(await note.getByRole('link').getAttribute('href')),
      new RegExp(`^${hosts.demo.feed.url}/`),
    );
  });

  it('says so where a link names an offer', async (test) => {
    const path = '/#vielfalt-offer=berufssprachkurs-c1-abends-und-hybrid';
    const { page } = await hosts.open(test, { body: BODY }, { before: takeAway, path });
    await page.locator('vielfalt-offer-list').getByRole('alert').getByRole('link').waitFor();
  });

  it('goes on with the filters once their part is there again', async (test) => {
    const { page } = await hosts.open(test, { body: BODY }, { before: takeAway });
    const filters = page.locator('vielfalt-filters');
    const topics = filters.getByRole('button', { name: 'Thema', exact: true });
    await topics.click();
    await filters.getByRole('alert').waitFor();
    await page.unroute(PARTS);
    await eventually(async () => {
      await topics.click();
      return filters.locator('input[value=language]').isVisible();
    }, 'the topics');
  });
});
