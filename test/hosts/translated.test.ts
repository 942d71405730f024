import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawn } from '../e2e/browser.js';
import { HostPages } from './host.js';
import { TRANSLATOR } from './translator.js';

const BODY = `<h1>Angebote</h1>
  <vielfalt-directory place="witten" heading-level="2" sync-url></vielfalt-directory>`;

describe('A page that the browser has translated', () => {
  const hosts = HostPages.forAll();

  it('goes on to show what was found, in counts, summaries and buttons', async (test) => {
    const { page, complaints } = await hosts.open(test, { body: BODY });
    await page.evaluate(TRANSLATOR);
    const summary = page.locator('[part=summary]');
    const before = await summary.innerText();
    assert.match(before, /^«.*»$/);

    await page.getByRole('searchbox').fill('deutsch');
    await summary.filter({ hasNotText: before }).filter({ hasText: 'gefunden' }).waitFor();
    const [found = ''] = /\d+/.exec(await summary.innerText()) ?? [];
    const more = page.locator('[part=more]');
    const shown = await page.locator('vielfalt-offer-list vielfalt-offer-card').count();
    assert.match(
      await more.innerText(),
      new RegExp(`^«[^«]*\\b${Number(found) - shown}\\b[^«]*»$`),
    );

    // The card's button changes its text, and changes it back.
    const button = page.locator('vielfalt-offer-card #toggle').first();
    await button.click();
    await button.filter({ hasText: 'Weniger anzeigen' }).waitFor();
    assert.doesNotMatch(await button.innerText(), /Einzelheiten/);
    await page.locator('vielfalt-offer-card').first().getByText('Fehler melden').waitFor();
    await button.click();
    await button.filter({ hasText: 'Einzelheiten' }).waitFor();
    assert.doesNotMatch(await button.innerText(), /Weniger/);
    assert.deepEqual(complaints, []);
  });

  it('shows each text once, however often the choices change', async (test) => {
    const { page, complaints } = await hosts.open(test, { body: BODY });
    await page.evaluate(TRANSLATOR);
    const summary = page.locator('[part=summary]');
    for (const words of ['deutsch', 'sport', 'xyzzyx', 'beratung', '']) {
      const before = await summary.innerText();
      await page.getByRole('searchbox').fill(words);
      await summary.filter({ hasNotText: before }).waitFor();
      assert.match(await summary.innerText(), /^«[^«»]+»$/);
    }
    const cards = page.locator('vielfalt-offer-list vielfalt-offer-card');
    const plain = await hosts.open(test, { body: BODY });
    await drawn(page);
    await drawn(plain.page);
    const texts = async (shown: typeof cards) =>
      (await shown.allInnerTexts()).map((text) => text.replace(/[«»\s]/g, ''));
    assert.deepEqual(
      await texts(cards),
      await texts(plain.page.locator('vielfalt-offer-list vielfalt-offer-card')),
    );
    assert.deepEqual(complaints, []);
  });
});
