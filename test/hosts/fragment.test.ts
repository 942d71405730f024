import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HostPages, languageTopic } from './host.js';

const SLUG = 'berufssprachkurs-c1-abends-und-hybrid';
const BODY = `<h1>Angebote</h1><a href="#unten">Nach unten</a>
  <vielfalt-directory heading-level="2" sync-url="fragment"></vielfalt-directory>
  <p id="unten">Unten</p>`;
const CHOSEN = 'vielfalt.topic=language';

/** The filter in force, as a button that takes it back. */
const chips = (page: Page) => page.locator('[part=chips] button');

describe('Choices in the fragment of a page', () => {
  const hosts = HostPages.forAll();

  it('leave the query alone, come back when it is loaded again, and go with the browser', async (test) => {
    const path = '/?id=7&cHash=0a&b=+%E4';
    const { page, origin, complaints } = await hosts.open(test, { body: BODY }, { path });
    await (await languageTopic(page)).check();
    await page.waitForURL(`${origin}${path}#${CHOSEN}`);
    await page.reload();
    await chips(page).first().waitFor();
    await page.goBack();
    await chips(page).first().waitFor({ state: 'detached' });
    assert.equal(page.url(), origin + path);
    await page.goForward();
    await chips(page).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  it('stand beside a linked offer, which can be hidden, and beside the link to one', async (test) => {
    const path = `/#vielfalt-offer=${SLUG}&${CHOSEN}`;
    const { page, origin } = await hosts.open(test, { body: BODY }, { path });
    await chips(page).first().waitFor();
    await page.getByRole('button', { name: 'Verlinktes Angebot ausblenden' }).click();
    await page.waitForURL(`${origin}/#${CHOSEN}`);
    assert.ok(await chips(page).first().isVisible());
    const card = page.locator('.offers vielfalt-offer-card').first();
    await card.getByRole('button', { name: 'Einzelheiten' }).click();
    await card.getByRole('link', { name: 'Link zu diesem Angebot' }).click();
    await page.getByRole('button', { name: 'Verlinktes Angebot ausblenden' }).waitFor();
    assert.match(page.url(), new RegExp(`/#vielfalt-offer=[a-z0-9-]+&${CHOSEN}$`));
    assert.ok(await chips(page).first().isVisible());
    await chips(page).first().click();
    await page.waitForURL((url) => !url.href.includes(CHOSEN));
    assert.match(page.url(), /\/#vielfalt-offer=[a-z0-9-]+$/);
    assert.ok(await page.locator('.linked').isVisible());
  });

  it('hold while the page’s own jump mark is followed, which stays in the address', async (test) => {
    const { page, origin } = await hosts.open(test, { body: BODY });
    const topic = await languageTopic(page);
    await topic.check();
    await page.waitForURL(`${origin}/#${CHOSEN}`);
    await page.getByRole('link', { name: 'Nach unten' }).click();
    await page.waitForURL(`${origin}/#unten`);
    assert.ok(await topic.isChecked());
    await topic.uncheck();
    await chips(page).first().waitFor({ state: 'detached' });
    assert.equal(page.url(), `${origin}/#unten`);
    await page.goBack();
    await chips(page).first().waitFor();
    assert.equal(page.url(), `${origin}/#${CHOSEN}`);
  });

  it('are left out where the page has routes in its fragment', async (test) => {
    const head = `<script>
      addEventListener('hashchange', () => { document.title = 'Route ' + location.hash; });
    </script>`;
    const path = '/#/angebote?seite=2';
    const { page, origin } = await hosts.open(test, { body: BODY, head }, { path });
    await (await languageTopic(page)).check();
    await chips(page).first().waitFor();
    assert.equal(page.url(), origin + path);
    assert.equal(await page.title(), 'Test');
  });

  it('of several directories, one of them in the query, are kept apart', async (test) => {
    const directory = (id: string, topic: string, how: string) =>
      `<vielfalt-directory id="${id}" topic="${topic}" label="${id}" sync-url="${how}" heading-level="2"></vielfalt-directory>`;
    const body = `<h1>Angebote</h1>${directory('sport', 'sport', 'fragment with-words')}
      ${directory('sprache', 'language', 'fragment')}${directory('wohnen', 'housing', '')}`;
    const { page, origin } = await hosts.open(test, { body });
    const box = (id: string) => page.locator(`#${id}`).getByRole('searchbox');
    await box('sprache').fill('deutsch');
    await box('sport').fill('schwimmen');
    await page.waitForURL(`${origin}/#sport.q=schwimmen`);
    for (const id of ['sprache', 'wohnen']) {
      const filters = page.locator(`#${id} vielfalt-filters`);
      await filters.getByRole('button', { name: 'Gut zu wissen', exact: true }).click();
      await filters.locator('input[name=free], input[value=free]').first().check();
    }
    await page.waitForURL(`${origin}/?wohnen.free=yes#sport.q=schwimmen&sprache.free=yes`);
    await page.reload();
    await page.locator('#sprache [part=chips] button').first().waitFor();
    await page.locator('#wohnen [part=chips] button').first().waitFor();
    assert.equal(await box('sport').inputValue(), 'schwimmen');
    assert.equal(await box('sprache').inputValue(), '');
  });
});
