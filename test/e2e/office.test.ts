import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { fillDesk } from '../../demo/desk.mjs';
import { seed } from '../../demo/seed.mjs';
import { accessibilityFaults, sidewaysScroll, startBrowser, tabTo } from './browser.js';
import { startFeed, temporaryFolder, vielfalt, type RunningFeed } from './feed.js';

let database: string;
let keeper: string;
let feed: RunningFeed;
let browser: Browser;
const endings: (() => Promise<unknown>)[] = [];

before(async () => {
  const folder = await temporaryFolder();
  endings.push(() => folder.remove());
  ({ database } = folder);
  await seed(database);
  keeper = (await fillDesk(database)) ?? '';
  feed = await startFeed(database);
  endings.push(() => feed.stop());
  browser = await startBrowser();
  endings.push(() => browser.close());
});

after(async () => {
  for (const end of endings.reverse()) await end();
});

/** Enters as a keeper does: by a link, and the button that it shows. */
async function enter(page: Page): Promise<void> {
  const env = { DATABASE_URL: database, BASE_URL: feed.url };
  const { output } = await vielfalt(['office-link', keeper], env);
  await page.goto(output.trim());
  await page.getByRole('button', { name: 'Büro öffnen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Büro' }).waitFor();
}

const item = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

it('a keeper settles what waits by keyboard, without scripts, and leaves', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: feed.url });
  const page = await context.newPage();
  await enter(page);
  assert.match(await page.locator('main').innerText(), /\d+ Sachen warten/);
  const press = async (title: string, name: string) => {
    await tabTo(item(page, title).getByRole('button', { name }));
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Erledigt.').waitFor();
  };

  const playgroup = 'Hühnerstunde – Spielgruppe im Garten';
  assert.match(
    await item(page, playgroup).innerText(),
    /Bisher\s+3 Euro pro Familie\s+Neu\s+Kostenlos/,
  );
  const link = item(page, playgroup).getByRole('link', { name: playgroup });
  const address = (await link.getAttribute('href')) ?? '';
  await press(playgroup, 'Annehmen');
  const shown = await context.newPage();
  await shown.goto(address);
  await shown.getByText('Kostenlos', { exact: true }).waitFor();
  // Both fields have buttons of the same name; each says what it is about.
  await press('Integrationskurs am Abend (Teilzeit)', 'Ablehnen Plätze');
  await press('Rat in Erziehungsfragen', 'Erledigt');
  await press(playgroup, 'Zurücknehmen');
  await shown.reload();
  await shown.getByText('3 Euro pro Familie').waitFor();
  await page.getByText('Was das Büro getan hat').click();
  await page.getByText(/zurückgenommen · Hühnerstunde/).waitFor();

  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByText('Sie sind abgemeldet.').waitFor();
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

it('the pages are accessible, by day and by night, in both directions of writing, and narrow', async () => {
  const context = await browser.newContext({ baseURL: feed.url });
  const page = await context.newPage();
  for (const path of ['/office', `/office/enter/${'A'.repeat(43)}`]) {
    await page.goto(path);
    assert.deepEqual(await accessibilityFaults(page), [], path);
  }
  await enter(page);
  for (const path of [
    '/office',
    '/office?lang=ar',
    '/office?only=unchecked',
    '/office/trust/volkshochschule-mittelruhr',
    '/office/trust',
  ]) {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    assert.ok((await sidewaysScroll(page)) <= 0, `${path} scrolls sideways`);
    assert.deepEqual(await accessibilityFaults(page), [], path);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await accessibilityFaults(page, ['color-contrast']), [], `${path}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await context.close();
});

it('no website can show the office in a frame, nor send its forms', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await enter(page);
  const host = 'https://elsewhere.example/';
  const form = `<form method="post" action="${feed.url}/office/leave"><button>Go</button></form>`;
  await page.route(host, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `${form}<iframe src="${feed.url}/office"></iframe>`,
    }),
  );
  await page.goto(host);
  const [, frame] = page.frames();
  assert.ok(!(await frame?.content())?.includes(keeper));
  await page.getByRole('button').click();
  await page.waitForURL(`${feed.url}/office/leave`);
  await page.goto(`${feed.url}/office`);
  await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  await context.close();
});
