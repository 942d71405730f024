import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { eventually, tabTo } from './browser.js';
import { look, walk } from './criteria.js';
import { Demo } from './demo.js';
import { ELEMENT_STATES } from './element-states.js';
import { serveHostPage } from './host-page.js';
import { KINDS } from './page-kinds.js';

const demo = Demo.forAll();

const WINDOWS = {
  'a wide window': { width: 1280, height: 800 },
  '1280 by 1024 pixels at 400 %': { width: 320, height: 256 },
};

async function newPage(test: TestContext, viewport = WINDOWS['a wide window']): Promise<Page> {
  const context = await demo.browser.newContext({
    ...{ baseURL: demo.feed.url, locale: 'de-DE', reducedMotion: 'reduce', viewport },
  });
  test.after(() => context.close());
  return context.newPage();
}

async function openHost(
  test: TestContext,
  body: string,
  viewport?: { width: number; height: number },
): Promise<Page> {
  const host = await serveHostPage(demo.feed.url, { body: `<h1>Angebote</h1>${body}` });
  test.after(() => host.close());
  const page = await newPage(test, viewport);
  await page.goto(host.url);
  await page.locator('vielfalt-offer-card article').first().waitFor();
  return page;
}

describe('At each stop of the Tab key the focus is seen and nothing covers it (2.4.7, 2.4.11)', () => {
  for (const [about, viewport] of Object.entries(WINDOWS)) {
    for (const { name, path } of KINDS) {
      it(`on a page, in ${about}: ${name}`, async (test) => {
        const page = await newPage(test, viewport);
        await page.route('**/widget/**', (route) => route.abort());
        await page.goto(path);
        const { stops, faults } = await walk(page);
        assert.deepEqual(faults, []);
        assert.ok(stops > 5, `${stops} stops`);
      });
    }

    for (const { name, body, before, act, isNarrow } of ELEMENT_STATES) {
      if (isNarrow && viewport.width > 320) continue;
      if (!isNarrow && viewport.width === 320 && /filters|chosen/.test(name)) continue;
      it(`in the elements, in ${about}: ${name}`, async (test) => {
        const host = await serveHostPage(demo.feed.url, { body: `<h1>Angebote</h1>${body}` });
        test.after(() => host.close());
        const page = await newPage(test, viewport);
        await before?.(page);
        await page.goto(host.url);
        await act(page);
        // From the top, but inside of what is open.
        const isModal = (await page.locator('dialog[open]').count()) > 0;
        if (!isModal) await page.locator('h1').click();
        const { faults } = await walk(page);
        assert.deepEqual(faults, []);
      });
    }
  }
});

/** Presses what has the focus, and says where the focus is once that has had its effect. */
async function press(target: Locator, effect: () => Promise<unknown>): Promise<string | undefined> {
  const page = target.page();
  await target.focus();
  await page.keyboard.press('Enter');
  await effect();
  return (await look(page, 'focus'))?.name;
}

const DIRECTORY = '<vielfalt-directory place="witten" limit="5"></vielfalt-directory>';
const isIdle = (page: Page) => page.locator('[part=offers][aria-busy=false]').waitFor();

describe('The focus is never lost (2.4.3)', () => {
  it('to more offers: it goes to the first of them', async (test) => {
    const page = await openHost(test, DIRECTORY);
    const sixth = page.locator('vielfalt-offer-card').nth(5).locator('#toggle');
    await press(page.getByRole('button', { name: /^Mehr anzeigen/ }), () => sixth.waitFor());
    await eventually(
      () => sixth.evaluate((button: Element) => button.matches(':focus')),
      'the sixth offer has the focus',
    );
  });

  it('to a choice that is taken back: it goes to the number of offers', async (test) => {
    const page = await openHost(test, DIRECTORY.replace('limit', 'start="free=yes" limit'));
    const chip = page.getByRole('button', { name: 'Filter „kostenlos“ entfernen' });
    const now = await press(chip, () => chip.waitFor({ state: 'detached' }));
    assert.match(now ?? '', /<p summary> \d+ Angebote gefunden/);
  });

  it('to a card that is opened and closed again', async (test) => {
    const page = await openHost(test, DIRECTORY);
    const card = page.locator('vielfalt-offer-card').first();
    const open = await press(card.locator('#toggle'), () =>
      card.getByText('Fehler melden').waitFor(),
    );
    assert.match(open ?? '', /<button#toggle button> /);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await card.locator('#toggle[aria-expanded=false]').waitFor();
    assert.match((await look(page, 'focus'))?.name ?? '', /<button#toggle button> /);
  });

  it('to the sheet of filters: it goes back to what opened it', async (test) => {
    const page = await openHost(test, DIRECTORY, { width: 320, height: 640 });
    const toggle = page.getByRole('button', { name: 'Filtern' });
    await press(toggle, () => page.locator('dialog[open]').waitFor());
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.match((await look(page, 'focus'))?.name ?? '', /<button toggle> Filtern/);
  });

  it('to offers that are fetched anew while somebody stands on one of them', async (test) => {
    const page = await openHost(test, DIRECTORY);
    const second = page.locator('vielfalt-offer-card').nth(1).locator('#toggle');
    await second.focus();
    const ask = page.locator('vielfalt-directory');
    await ask.evaluate((element) => Object.assign(element, { query: { free: true } }));
    await page.locator('[part~=chips]').waitFor();
    await isIdle(page);
    assert.match((await look(page, 'focus'))?.name ?? '', /<button#toggle button>/);
  });

  it('to another language', async (test) => {
    const page = await openHost(test, DIRECTORY);
    const languages = page.getByRole('combobox', { name: 'Sprache' });
    await languages.focus();
    await languages.selectOption('en');
    await page.getByRole('button', { name: 'Details' }).first().waitFor();
    assert.match((await look(page, 'focus'))?.name ?? '', /^<select>/);
  });

  it('to another language of the page', async (test) => {
    const page = await openHost(test, DIRECTORY);
    await page.locator('vielfalt-offer-card #toggle').nth(1).focus();
    await page.locator('html').evaluate((root) => root.setAttribute('lang', 'tr'));
    await page.getByRole('button', { name: 'Ayrıntılar' }).first().waitFor();
    assert.match((await look(page, 'focus'))?.name ?? '', /<button#toggle button>/);
  });
});

it('nothing traps the focus, and the first stop of a page leads to its content (2.1.2, 2.4.1)', async (test) => {
  const page = await openHost(test, `${DIRECTORY}<a href="#">Danach</a>`);
  await tabTo(page.getByRole('link', { name: 'Danach' }));
  await page.keyboard.press('Shift+Tab');
  assert.match((await look(page, 'focus'))?.name ?? '', /^<a> Barrierefreiheit/);
});
