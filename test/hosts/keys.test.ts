import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HostPages } from './host.js';

const DIRECTORY =
  '<vielfalt-directory place="witten"><a href="/">Angebote</a></vielfalt-directory>';

/** Shortcuts as pages have them: not where somebody types, as far as they can see. */
const SHORTCUTS = `<script>
  window.reached = [];
  for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, (event) => {
    window.reached.push(type + ' ' + event.key);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey) return;
    if (/^[\\w/ ]$/.test(event.key)) event.preventDefault();
  });
</script>`;

const reached = (page: Page) =>
  page.evaluate(() => (window as unknown as { reached: string[] }).reached);

describe('Keys', () => {
  const hosts = HostPages.forAll();

  it('typed into the box get there, whatever shortcuts the page has', async (test) => {
    const { page } = await hosts.open(test, { body: DIRECTORY, head: SHORTCUTS });
    const box = page.getByRole('searchbox');
    await box.click();
    await page.keyboard.type('sprachkurs/ferien n');
    assert.equal(await box.inputValue(), 'sprachkurs/ferien n');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    assert.deepEqual(await reached(page), []);
  });

  it('press buttons and tick boxes of ours, and nothing of the page', async (test) => {
    const { page } = await hosts.open(test, { body: DIRECTORY, head: SHORTCUTS });
    const opener = page.getByRole('button', { name: 'Einzelheiten' }).first();
    await opener.focus();
    await page.keyboard.press('Space');
    await page.locator('vielfalt-offer-card [aria-expanded=true]').first().waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('vielfalt-offer-card [aria-expanded=true]')
      .first()
      .waitFor({ state: 'detached' });
    assert.deepEqual(await reached(page), []);
  });

  it('leave us where the page may have a use for them: Tab, Escape, with Ctrl or Alt', async (test) => {
    const { page } = await hosts.open(test, { body: DIRECTORY, head: SHORTCUTS });
    await page.getByRole('searchbox').focus();
    for (const key of ['Escape', 'Control+k', 'Alt+s', 'F2', 'Tab']) await page.keyboard.press(key);
    const all = await reached(page);
    for (const key of ['Escape', 'k', 's', 'F2', 'Tab']) {
      assert.ok(all.includes(`keydown ${key}`), `${key}: ${all.join()}`);
    }
  });

  it('post no form that the whole page stands in', async (test) => {
    const { page, origin } = await hosts.open(test, (feed) => ({
      head: `<script>
        // What ASP.NET writes for a default button: Enter anywhere but in a text area presses it.
        function fireDefaultButton(event) {
          if (event.keyCode !== 13 || event.target.tagName === 'TEXTAREA') return true;
          document.getElementById('go').click();
          return false;
        }
      </script>`,
      body: `<form method="post" action="/posted" onkeypress="return fireDefaultButton(event)">
        <input name="page-search"><button id="go">Los</button>${DIRECTORY}
        <vielfalt-offer-list feed="${feed}" topic="sport" limit="1"></vielfalt-offer-list>
        <vielfalt-filters feed="${feed}" topic="sport"></vielfalt-filters>
      </form>`,
    }));
    const first = page.locator('vielfalt-directory vielfalt-offer-card').first();
    const title = await first.getByRole('heading').innerText();
    await page.getByRole('searchbox').fill('deutsch');
    await page.keyboard.press('Enter');
    await first.getByRole('heading', { name: title }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Suchwörter löschen' }).click();
    await first.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('button', { name: 'Einzelheiten' }).first().press('Enter');
    await page.getByRole('link', { name: 'Link zu diesem Angebot' }).first().waitFor();
    const age = page.locator('vielfalt-directory').getByRole('button', { name: 'Alter' });
    await page.locator('vielfalt-directory vielfalt-filters').hover();
    await age.press('Enter');
    const years = page.getByRole('spinbutton', { name: 'Alter' }).first();
    await years.fill('9');
    await years.press('Enter');
    assert.equal(page.url(), `${origin}/`);
  });

  it('close what is open of ours first, and then the dialog around it', async (test) => {
    const body = `<dialog id="dialog"><button>Schließen</button>${DIRECTORY}</dialog>
      <script>document.getElementById('dialog').showModal()</script>`;
    const { page } = await hosts.open(test, { body });
    const isOpen = () =>
      page.locator('#dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open);
    await page.getByRole('button', { name: 'Einzelheiten' }).first().click();
    await page.getByText('Fehler melden').first().waitFor();
    await page.keyboard.press('Escape');
    await page
      .locator('vielfalt-offer-card [aria-expanded=true]')
      .first()
      .waitFor({ state: 'detached' });
    assert.equal(await isOpen(), true);
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
  });
});
