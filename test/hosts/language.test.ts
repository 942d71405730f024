import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessibilityFaults, eventually, sidewaysScroll } from '../e2e/browser.js';
import { HostPages } from './host.js';

const PAGE = `<h1>Angebote</h1><header><vielfalt-search-box for="offers" label="Suche oben"></vielfalt-search-box></header>
  <vielfalt-directory id="offers" place="witten" heading-level="2">
    <p slot="before">Willkommen</p>
  </vielfalt-directory>`;

describe('On a German page a visitor', () => {
  const hosts = HostPages.forAll();

  it('comes to all languages, each by its own name', async (test) => {
    const { page } = await hosts.open(test, { body: PAGE });
    const languages = page.getByRole('list', { name: 'Sprache' }).getByRole('button');
    await languages.first().waitFor();
    assert.deepEqual(await languages.allInnerTexts(), [
      'Deutsch',
      'English',
      'Українська',
      'Türkçe',
      'العربية',
    ]);
    assert.deepEqual(
      await languages.evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('lang')),
      ),
      ['de', 'en', 'uk', 'tr', 'ar'],
    );
  });

  it('reads all elements, and what the feed says, in Arabic, until the page is left', async (test) => {
    const { page, complaints } = await hosts.open(
      test,
      { body: PAGE },
      {
        viewport: { width: 320, height: 800 },
      },
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const arabic = page.getByRole('button', { name: 'العربية' });
    await arabic.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'التفاصيل' }).first().waitFor();
    const boxes = page.locator('.root');
    const isArabic = async () => {
      const all = await boxes.evaluateAll((found) =>
        found.map((box) => `${box.getAttribute('lang')} ${box.getAttribute('dir')}`),
      );
      return all.every((each) => each === 'ar rtl');
    };
    await eventually(isArabic, 'all elements are Arabic, the one in the header too');
    assert.ok(
      asked.some((url) => /\/v1\/offers\?.*lang=ar\b/.test(url)),
      asked.join('\n'),
    );
    const before = page.getByText('Willkommen', { exact: true });
    assert.equal(await before.getAttribute('lang'), 'de');
    assert.equal(await sidewaysScroll(page), 0);
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.deepEqual(complaints, []);

    await page.getByRole('button', { name: 'Deutsch', exact: true }).click();
    await page.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
    await arabic.click();
    await page.getByRole('button', { name: 'التفاصيل' }).first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
  });

  it('sees no languages where the editor has turned them off', async (test) => {
    const body = '<vielfalt-directory place="witten" no-languages></vielfalt-directory>';
    const { page } = await hosts.open(test, { body });
    await page.locator('.languages button').first().waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: 'العربية' }).count(), 0);
  });
});
