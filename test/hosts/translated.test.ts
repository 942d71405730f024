import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawn } from '../e2e/browser.js';
import { HostPages } from './host.js';

/**
 * Does to a page what the translators of Chrome and Edge do, shadow roots included: each text node
 * is replaced by two nested `<font>` with another text; what is written later is replaced likewise.
 */
const TRANSLATOR = `(() => {
  const watched = new Set();
  function visit(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.shadowRoot) watch(node.shadowRoot);
      const isDone = node.parentElement?.closest('font, script, style');
      if (node instanceof Text && node.data.trim() && !isDone) texts.push(node);
    }
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
      inner.textContent = '«' + text.data + '»';
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  function watch(root) {
    if (watched.has(root)) return;
    watched.add(root);
    visit(root);
    const options = { childList: true, subtree: true, characterData: true };
    new MutationObserver(() => visit(root)).observe(root, options);
  }
  watch(document.body);
})()`;

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
