import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

describe('Many elements on one page', () => {
  const hosts = HostPages.forAll();

  it('have landmarks whose names tell them apart', async (test) => {
    const one = '<vielfalt-directory limit="1" heading-level="2"></vielfalt-directory>';
    const lists = '<vielfalt-offer-list limit="1" heading-level="2"></vielfalt-offer-list>'.repeat(
      2,
    );
    const body = `<h1>Angebote</h1>${one.repeat(4)}${lists}
      <vielfalt-offer-list limit="1" heading-level="2" label="Sport"></vielfalt-offer-list>`;
    const { page } = await hosts.open(test, { body });
    for (const [selector, count] of [
      ['vielfalt-offer-list section[aria-label]:not(.linked)', 7],
      ['vielfalt-search-box form', 4],
    ] as const) {
      const found = page.locator(selector);
      await eventually(async () => (await found.count()) === count, `${count} landmarks`);
      const names = await found.evaluateAll((all) =>
        all.map((each) => each.getAttribute('aria-label')),
      );
      assert.equal(new Set(names).size, count, names.join());
      assert.ok(!names.includes(null));
    }
  });

  it('open a linked offer in only one of those that know it', async (test) => {
    const body = `<h1>Angebote</h1>
      <vielfalt-directory heading-level="2" label="Alle"></vielfalt-directory>
      <vielfalt-directory topic="language" heading-level="2" label="Sprache"></vielfalt-directory>
      <vielfalt-offer-list heading-level="2" label="Liste"></vielfalt-offer-list>`;
    const path = '/#vielfalt-offer=berufssprachkurs-c1-abends-und-hybrid';
    const { page } = await hosts.open(test, { body }, { path });
    await page.waitForLoadState('networkidle');
    const linked = page.locator('.linked');
    await linked.first().waitFor();
    assert.equal(await linked.count(), 1);
    await linked.getByRole('button', { name: 'Verlinktes Angebot ausblenden' }).click();
    await linked.waitFor({ state: 'detached' });
    assert.equal(await linked.count(), 0);
  });
});

describe('A directory', () => {
  const hosts = HostPages.forAll();
  const BODY = `<h1>Angebote</h1><div id="one"></div><div id="two">
    <vielfalt-directory place="witten" heading-level="2"></vielfalt-directory></div>`;

  it('that is moved within the page while somebody types keeps the words', async (test) => {
    const { page } = await hosts.open(test, { body: BODY });
    const summary = page.locator('[part=summary]');
    const before = await summary.innerText();
    await page.getByRole('searchbox').focus();
    // In one task, so that the move comes before the list follows.
    await page.evaluate(() => {
      const directory = document.querySelector('vielfalt-directory');
      const box = directory?.shadowRoot?.querySelector('vielfalt-search-box');
      const input = box?.shadowRoot?.querySelector('input');
      if (!directory || !input) throw new Error('There is no search box');
      input.value = 'deutsch';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.querySelector('#one')?.append(directory);
    });
    await summary.filter({ hasNotText: before }).filter({ hasText: 'gefunden' }).waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'deutsch');
  });

  it('says in a live region that the feed has failed, at first and later', async (test) => {
    const { page } = await hosts.open(test, { body: BODY });
    const live = page.locator('vielfalt-offer-list [role=status]');
    assert.ok(!(await live.allInnerTexts()).join('').includes('geladen'));
    await page.route('**/v1/offers**', (route) => route.abort());
    await page.getByLabel('Sortieren', { exact: false }).selectOption('title');
    await live.filter({ hasText: 'nicht geladen' }).waitFor({ state: 'attached' });

    const failing = await hosts.open(
      test,
      { body: BODY },
      { offers: false, before: (each) => each.route('**/v1/offers**', (route) => route.abort()) },
    );
    await failing.page
      .locator('vielfalt-offer-list [role=status]')
      .filter({ hasText: 'nicht geladen' })
      .waitFor({ state: 'attached' });
  });

  it('keeps the focus where somebody far away asks for what is near', async (test) => {
    const { page } = await hosts.open(
      test,
      { body: BODY },
      { geolocation: { latitude: -33.87, longitude: 151.21 }, permissions: ['geolocation'] },
    );
    const filters = page.locator('vielfalt-filters');
    await filters.getByRole('button', { name: 'Ort', exact: true }).click();
    const near = filters.locator('.near button');
    await near.focus();
    await page.keyboard.press('Enter');
    await filters.locator('.near button[aria-pressed=true]').waitFor();
    await page.locator('[part=summary]').filter({ hasText: /kein/i }).waitFor();
    const focused = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('aria-pressed');
    });
    assert.equal(focused, 'true');
    await page.keyboard.press('Enter');
    await page.locator('[part=summary]').filter({ hasText: 'gefunden' }).waitFor();
  });
});
