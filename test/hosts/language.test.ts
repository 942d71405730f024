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
    const choice = page.getByRole('combobox', { name: 'Sprache' });
    assert.equal(await choice.inputValue(), 'de');
    const languages = await choice
      .getByRole('option')
      .evaluateAll((options) =>
        options.map((option) => `${option.getAttribute('lang')} ${option.textContent.trim()}`),
      );
    assert.deepEqual(languages, [
      'de Deutsch',
      'de-simple Einfache Sprache',
      'en English',
      'uk Українська',
      'tr Türkçe',
      'ar العربية',
      'pl Polski',
      'ro Română',
      'bg Български',
      'ru Русский',
      'fr Français',
      'fa فارسی',
      'kmr Kurmancî',
    ]);
  });

  it('sees the language of their browser beside them, with one press, and can go back', async (test) => {
    const { page } = await hosts.open(
      test,
      { body: PAGE },
      { locale: 'uk-UA', viewport: { width: 320, height: 800 } },
    );
    const own = page.locator('.languages').getByRole('button');
    await own.waitFor();
    assert.deepEqual(await own.allInnerTexts(), ['Українська']);
    assert.equal(await own.getAttribute('lang'), 'uk');
    const height = await page.locator('.languages').evaluate((row) => row.clientHeight);
    assert.ok(height < 60, `one line, not ${height} pixels`);
    const choice = page.locator('.languages select');
    await own.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Докладніше' }).first().waitFor();
    assert.equal(await own.count(), 0, 'it is spoken now');
    assert.equal(await choice.evaluate((element) => element.matches(':focus')), true);
    assert.equal(await choice.inputValue(), 'uk');
    await choice.selectOption('de');
    await page.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
    assert.equal(await own.count(), 1);
  });

  for (const [locale, name] of [
    ['ku-TR', 'Kurmancî'],
    ['fa-AF', 'فارسی'],
    ['ckb-IQ', ''],
    ['ku-Arab-IQ', ''],
  ]) {
    it(`is offered ${name || 'no other language'} at once where the browser asks for ${locale}`, async (test) => {
      const { page } = await hosts.open(test, { body: PAGE }, { locale });
      await page.locator('.languages select').waitFor();
      const own = page.locator('.languages').getByRole('button');
      assert.deepEqual(await own.allInnerTexts(), name ? [name] : []);
    });
  }

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
    const languages = page.locator('.languages select');
    await languages.focus();
    for (const tag of ['de-simple', 'en', 'uk', 'tr', 'ar']) {
      await page.keyboard.press('ArrowDown');
      assert.equal(await languages.inputValue(), tag);
    }
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

    await languages.selectOption('de');
    await page.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
    await languages.selectOption('ar');
    await page.getByRole('button', { name: 'التفاصيل' }).first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
  });

  it('sees no languages where the editor has turned them off', async (test) => {
    const body = '<vielfalt-directory place="witten" no-languages></vielfalt-directory>';
    const { page } = await hosts.open(test, { body });
    await page.locator('.languages select').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('combobox', { name: 'Sprache' }).count(), 0);
  });
});
