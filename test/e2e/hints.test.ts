import assert from 'node:assert/strict';
import { after, it, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, drawn, eventually, keyboard } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

/** What is good by Core Web Vitals is 0.1; half of it leaves something to the page. */
const MOST = 0.05;

const demo = Demo.forAll();
const hosts: { close(): Promise<void> }[] = [];
after(() => Promise.all(hosts.map((host) => host.close())));

/** A page with the whole directory, in a language. */
async function show(
  test: TestContext,
  lang: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const root = `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`;
  const body =
    '<h1>Angebote</h1><vielfalt-directory limit="5" heading-level="2"></vielfalt-directory>';
  const host = await serveHostPage(demo.feed.url, { body, root });
  hosts.push(host);
  const context = await demo.browser.newContext(options);
  test.after(() => context.close());
  const page = await context.newPage();
  await page.goto(host.url);
  await page.locator('vielfalt-offer-card').first().waitFor();
  return page;
}

const summary = (page: Page) => page.locator('vielfalt-offer-list [part=summary]');
const box = (page: Page) => page.getByRole('searchbox');

it('takes words for filters when one says so, by the keyboard alone', async (test) => {
  const page = await show(test, 'de', { viewport: { width: 1100, height: 900 } });
  await keyboard.write(box(page), 'Deutschkurs Witten kostenlos');
  const offered = page.locator('.offered');
  await eventually(async () => (await offered.count()) === 2, 'both are offered');
  // Offers of the search before are dimmed.
  await page.locator('[part=offers][aria-busy=false]').waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.equal(await page.locator('[part=chips]').count(), 0);
  const before = await summary(page).innerText();
  await keyboard.press(page.getByRole('button', { name: 'Nach „Witten“ filtern' }));
  await page.getByRole('button', { name: 'Filter „Witten“ entfernen' }).waitFor();
  assert.equal(await box(page).inputValue(), 'Deutschkurs kostenlos');
  await eventually(async () => (await summary(page).innerText()) !== before, 'fewer are found');
  assert.ok(await summary(page).evaluate((each) => each.matches(':focus')), 'the focus is lost');
  const now = await summary(page).innerText();
  await page.locator('.says').getByText(now).waitFor({ state: 'attached' });
  await eventually(async () => (await offered.count()) === 1, 'the other is offered still');
});

for (const [lang, words, meaning] of [
  ['uk', 'курси німецької', 'курси німецької: → Deutschkurs'],
  ['ar', 'دورة لغة ألمانية', 'دورة لغة ألمانية: ← Deutschkurs'],
  ['tr', 'almanca kursu', 'almanca kursu: → Deutschkurs'],
] as const) {
  it(`marks what is found and says what "${words}" was taken for`, async (test) => {
    const page = await show(test, lang, { viewport: { width: 360, height: 800 } });
    await box(page).fill(words);
    await page.locator('mark').first().waitFor();
    const said = page.locator('.hints .meaning').first();
    assert.equal((await said.textContent())?.replace(/\s+/g, ' ').trim(), meaning);
    assert.deepEqual(
      await said
        .locator('bdi')
        .evaluateAll((all) =>
          all.map((each) => [each.getAttribute('lang'), each.getAttribute('dir')]),
        ),
      [
        [lang, lang === 'ar' ? 'rtl' : 'ltr'],
        ['de', 'ltr'],
      ],
    );
    await drawn(page);
    // Every card shows it by a mark, or says it.
    for (const card of await page.locator('vielfalt-offer-card').all()) {
      const shown = await card.locator('mark, [part=why]').count();
      assert.ok(shown > 0, await card.innerText());
    }
    await page.locator('[part=offers][aria-busy=false]').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.emulateMedia({ media: 'print' });
    const ground = await page
      .locator('mark')
      .first()
      .evaluate((each) => getComputedStyle(each).backgroundColor);
    assert.equal(ground, 'rgba(0, 0, 0, 0)');
    assert.ok(!(await page.locator('.hints').isVisible()), 'the row is printed');
  });
}

it('leads on from nothing to what there is, with its number', async (test) => {
  const page = await show(test, 'de');
  await box(page).fill('xylophonbauerei');
  const way = page.getByRole('button', { name: /^Witten: \d+ Angebote$/ });
  await way.waitFor();
  const [count] = /\d+/.exec(await way.innerText()) ?? [];
  await way.click();
  await eventually(
    async () => (await summary(page).innerText()) === `${count} Angebote gefunden`,
    `${count} are found`,
  );
  assert.equal(await box(page).inputValue(), '');
});

it('moves hardly anything where it comes late, on a small phone', async (test) => {
  const page = await show(test, 'uk', { viewport: { width: 360, height: 740 } });
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/v1/question?*', async (route) => {
    await gate;
    await route.continue();
  });
  // Only the feed answers, so that the words it finds do not change.
  await page.route('**/v1/offers/set*', (route) => route.abort());
  const before = await summary(page).innerText();
  await box(page).fill('курси німецької Віттен');
  await eventually(async () => (await summary(page).innerText()) !== before, 'others are found');
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        window.shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift' });
  });
  open();
  await page.locator('.offered').first().waitFor();
  await page.locator('mark').first().waitFor();
  await page.waitForTimeout(300);
  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((total, each) => total + each, 0);
  test.diagnostic(`moved by ${sum}`);
  assert.ok(sum <= MOST, `${sum}: ${shifts.join()}`);
});

declare global {
  interface Window {
    shifts: number[];
  }
}
