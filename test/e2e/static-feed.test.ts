import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, describe, it, type TestContext } from 'node:test';
import { addDays, hasEnded, localTime, type DirectoryFile, type Offer } from '@vielfalt/feed';
import type { StaticSet } from '@vielfalt/feed/static';
import { importFile, openStore } from '@vielfalt/server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demoDirectory } from '../../demo/directory.mjs';
import { serveFiles } from '../support/file-server.js';
import { accessibilityFaults, sidewaysScroll, startBrowser } from './browser.js';
import { temporaryFolder, vielfalt } from './feed.js';
import { serveHostPage } from './host-page.js';

const DAY = 86_400_000;
/** Where pictures of what is tested go, for people to look at. */
const PICTURES = process.env['PICTURES'];

const today = localTime(Date.now(), 'Europe/Berlin').date;
let browser: Browser;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let files: Awaited<ReturnType<typeof serveFiles>>;
/** All offers, as the files have them. */
let all: StaticSet;
let network: { slug: string; name: string };

/** A part of the demo, with few languages: every page is a file. */
function smallDemo(): DirectoryFile {
  const whole = demoDirectory(today);
  return {
    ...whole,
    ...(whole.directory && { directory: { ...whole.directory, languages: ['en', 'ar'] } }),
    offers: whole.offers.filter((_, at) => at % 4 === 0),
  };
}

before(async () => {
  folder = await temporaryFolder();
  const store = await openStore(folder.database);
  const { outcome } = await importFile(store, smallDemo(), { now: Date.now() });
  assert.equal(outcome, 'done');
  await store.close();
  const { code, output } = await vielfalt(['export', '--static', folder.file('dir')], {
    DATABASE_URL: folder.database,
  });
  assert.equal(code, 0, output);
  const read = async (path: string) =>
    JSON.parse(await readFile(folder.file(`dir/v1/${path}`), 'utf8')) as unknown;
  all = (await read('sets/all.json')) as StaticSet;
  const [first = ''] = await readdir(folder.file('dir/v1/records/networks'));
  ({ network } = (await read(`records/networks/${first}`)) as { network: typeof network });
  files = await serveFiles(folder.file('dir'), '/some/dir');
  browser = await startBrowser();
});

after(async () => {
  await browser.close();
  await files.close();
  await folder.remove();
});

/** A page on another website, and what it complains of. */
async function open(test: TestContext, body: string, days = 0) {
  const served = await serveHostPage(files.url, { body });
  test.after(() => served.close());
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  test.after(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(files.url, '')));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  if (days > 0) await page.clock.setFixedTime(Date.now() + days * DAY);
  await page.goto(served.url);
  return { page, asked, complaints, url: served.url };
}

const summary = (page: Page) => page.locator('[part=summary]').filter({ hasText: /\d/ });

async function picture(page: Page, name: string) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

describe('elements whose feed is a folder of files', () => {
  it('tell a visitor’s story: a misspelt word, a facet, an offer, its provider', async (test) => {
    const { page, asked, complaints } = await open(
      test,
      '<h1>Witten</h1><vielfalt-directory place="witten" heading-level="2"></vielfalt-directory>',
    );
    const whole = await summary(page).innerText();
    assert.ok(asked.some((path) => path.startsWith('/v1/sets/place=witten.json')));
    assert.ok(!asked.some((path) => path.startsWith('/v1/search')));

    await page.getByRole('searchbox').fill('Deutschkrus');
    const courses = await summary(page).filter({ hasNotText: whole }).innerText();
    await page.getByRole('button', { name: 'Für wen' }).click();
    await page.getByRole('checkbox').first().check();
    await summary(page).filter({ hasNotText: courses }).waitFor();
    await picture(page, 'story');

    const card = page.locator('vielfalt-offer-card').first();
    await card.getByRole('button', { name: 'Einzelheiten' }).click();
    await card.locator('#details').getByText('Kontakt').first().waitFor();
    await picture(page, 'story-opened');
    const by = card.locator('a[href*="/providers/"]').first();
    const name = (await by.innerText()).trim();
    await by.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    assert.ok(page.url().startsWith(`${files.url}/providers/`));
    assert.deepEqual(complaints, []);
  });

  it('understand Arabic, in Arabic', async (test) => {
    const { page, complaints } = await open(
      test,
      '<div lang="ar" dir="rtl"><vielfalt-directory lang="ar"></vielfalt-directory></div>',
    );
    const whole = await summary(page).innerText();
    await page.getByRole('searchbox').fill('دورة لغة ألمانية');
    await summary(page).filter({ hasNotText: whole }).waitFor();
    const first = page.locator('vielfalt-offer-card').first();
    await first.filter({ hasText: /Deutsch|Sprach|ألماني/ }).waitFor();
    await picture(page, 'arabic');
    assert.deepEqual(complaints, []);
  });

  it('hold to their lock, whatever an address asks for', async (test) => {
    const [known] = all.offers;
    const outside = all.offers.find(({ provider }) => provider !== known?.provider);
    const head = all.providers[known?.provider ?? ''];
    assert.ok(known && outside && head);
    const { page, url } = await open(
      test,
      `<vielfalt-directory provider="${head.slug}" heading-level="2"></vielfalt-directory>`,
    );
    await page.getByRole('heading', { name: known.title }).waitFor();
    await page.goto(`${url}/#vielfalt-offer=${outside.slug}`);
    await page.reload();
    await page.getByRole('heading', { name: known.title }).waitFor();
    await page.getByText('Das verlinkte Angebot').waitFor();
    assert.equal(await page.getByRole('heading', { name: outside.title }).count(), 0);
  });

  it('refuse a lock that the directory does not have', async (test) => {
    const { page } = await open(test, '<vielfalt-offer-list place="wittn"></vielfalt-offer-list>');
    await page.getByText('Diese Auswahl gibt es im Verzeichnis nicht.').waitFor();
    assert.equal(await page.locator('vielfalt-offer-card').count(), 0);
  });

  it('show no ended offer on a later day', async (test) => {
    const later = addDays(today, 60);
    const isOver = (offer: object, date: string) => hasEnded(offer as Offer, date);
    const ended = all.offers.find((offer) => !isOver(offer, today) && isOver(offer, later));
    const head = all.providers[ended?.provider ?? ''];
    assert.ok(ended && head, 'nothing ends');
    const body = `<vielfalt-offer-list provider="${head.slug}" limit="100"></vielfalt-offer-list>`;
    const shown = await open(test, body);
    await shown.page.getByRole('heading', { name: ended.title }).waitFor();
    const afterwards = await open(test, body, 60);
    await afterwards.page
      .getByText(/Angebote? gefunden/)
      .first()
      .waitFor();
    assert.equal(await afterwards.page.getByRole('heading', { name: ended.title }).count(), 0);
  });

  it('stand alone: an offer, a provider, a network', async (test) => {
    const [offer] = all.offers;
    const head = all.providers[offer?.provider ?? ''];
    assert.ok(offer && head);
    const { page } = await open(
      test,
      `<vielfalt-offer-card offer="${offer.slug}"></vielfalt-offer-card>
       <vielfalt-provider-card provider="${head.slug}"></vielfalt-provider-card>
       <vielfalt-network-card network="${network.slug}"></vielfalt-network-card>`,
    );
    await page.getByRole('heading', { name: offer.title }).first().waitFor();
    await page.getByRole('heading', { name: network.name }).waitFor();
    await page.locator('vielfalt-provider-card vielfalt-offer-card').first().waitFor();
    await picture(page, 'alone');
  });
});

describe('frames made as files', () => {
  it('show a town on another website, search there, and lead out of the frame', async (test) => {
    const { page, complaints } = await open(
      test,
      `<h1>Witten</h1><iframe src="${files.url}/ar/embed/places/witten/" title="Angebote"
        width="320" height="800"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    const found = frame.locator('[part=summary]').filter({ hasText: /\d/ });
    const whole = await found.innerText();
    assert.equal(await frame.locator('html').getAttribute('dir'), 'rtl');
    await frame.getByRole('searchbox').fill('Deutschkrus');
    await found.filter({ hasNotText: whole }).waitFor();
    await picture(page, 'frame-ar');
    const opening = page.waitForEvent('popup');
    await frame.locator('vielfalt-offer-card a[href*="/providers/"]').first().click();
    assert.ok((await opening).url().startsWith(`${files.url}/providers/`));
    assert.deepEqual(complaints, []);
  });

  it('show nothing where their address asks for what a file cannot know', async (test) => {
    const { page } = await open(
      test,
      `<iframe src="${files.url}/embed/?place=witten" title="Angebote"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.getByText('Deshalb werden keine Angebote gezeigt.').waitFor();
    assert.equal(await frame.locator('vielfalt-directory').count(), 0);
  });
});

describe('the sheet of marked offers, as a file', () => {
  /** Two offers of the same town, as the sheet's address names them. */
  const two = () => all.offers.slice(0, 2);

  async function look(test: TestContext, query: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      ...options,
    });
    test.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${files.url}/shortlist/${query}`);
    return page;
  }

  it('is reached from an element, and shows what was marked, open, to be printed', async (test) => {
    const { page } = await open(
      test,
      '<vielfalt-directory heading-level="2"></vielfalt-directory>',
    );
    const cards = page.locator('vielfalt-offer-card');
    const title = (await cards.first().getByRole('heading').innerText()).trim();
    await cards
      .first()
      .getByRole('button', { name: /Merkliste|merken/i })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^Merkliste/ })
      .first()
      .click();
    const opening = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Drucken' }).click();
    const sheet = await opening;
    const shown = sheet.locator('vielfalt-offer-card[open]');
    await shown.getByRole('heading', { name: title }).waitFor();
    await shown.getByText('Kontakt').first().waitFor();
    await sheet.getByRole('button', { name: 'Drucken' }).waitFor();
    await picture(sheet, 'sheet');
  });

  it('is in the language of its address, and fits a telephone', async (test) => {
    const names = two().map(({ slug }) => slug);
    const page = await look(test, `?offers=${names.join()}&lang=ar`, { colorScheme: 'dark' });
    await page.waitForURL(/\/ar\/shortlist\//);
    await page.locator('vielfalt-offer-card').getByRole('heading').nth(1).waitFor();
    await picture(page, 'sheet-ar');
    assert.ok((await sidewaysScroll(page)) <= 0);
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('holds to the lock that its address has', async (test) => {
    const [known] = all.offers;
    const outside = all.offers.find(({ provider }) => provider !== known?.provider);
    const lock = all.providers[known?.provider ?? '']?.slug;
    assert.ok(known && outside && lock);
    const page = await look(test, `?offers=${known.slug},${outside.slug}&within.provider=${lock}`);
    await page.getByRole('heading', { name: known.title }).waitFor();
    await page
      .locator('vielfalt-offer-card')
      .nth(1)
      .getByText(/gibt es|nicht/)
      .first()
      .waitFor();
    assert.equal(await page.getByRole('heading', { name: outside.title }).count(), 0);
  });

  it('says without script that it needs one, and where nothing is marked', async (test) => {
    const plain = await look(test, '', { javaScriptEnabled: false });
    await plain.getByText('Ihre Merkliste braucht hier JavaScript.').waitFor();
    const empty = await look(test, '');
    await empty.getByText('Hier ist noch nichts gemerkt.').waitFor();
    assert.equal(await empty.getByRole('button', { name: 'Drucken' }).count(), 0);
  });
});

describe('the pages of a folder of files', () => {
  async function look(
    test: TestContext,
    path: string,
    options: { javaScriptEnabled?: boolean } = {},
  ) {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
    test.after(() => context.close());
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.goto(`${files.url}${path}`, { waitUntil: 'networkidle' });
    return { page, failed };
  }

  it('need no script, and lead from one to the next in a language', async (test) => {
    const { page, failed } = await look(test, '/ar/', { javaScriptEnabled: false });
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    assert.equal(await page.locator('form').count(), 0);
    await page.getByText('جافا سكريبت').waitFor();
    await picture(page, 'plain-ar');
    assert.ok((await sidewaysScroll(page)) <= 0);
    await page.locator('.cards a').first().click();
    assert.match(page.url(), /\/some\/dir\/ar\/offers\/[^/]+\/$/);
    await picture(page, 'plain-offer-ar');
    await page.locator('a[hreflang=de]').first().click();
    assert.match(page.url(), /\/some\/dir\/offers\/[^/]+\/$/);
    assert.equal(await page.locator('form').count(), 0);
    assert.deepEqual(failed, []);
  });

  it('say of which day their dates are', async (test) => {
    const { page } = await look(test, '/', { javaScriptEnabled: false });
    await page.locator('.cards a').first().click();
    const text = await page.locator('body').innerText();
    assert.doesNotMatch(text, /\b(heute|morgen|nächste[rsn]?)\b/i);
    assert.match(text, /Stand/);
  });

  it('search with script, by an address too', async (test) => {
    const { page, failed } = await look(test, '/?q=Deutschkrus&lang=ar');
    await page.waitForURL(/\/some\/dir\/ar\//);
    await page.getByRole('searchbox').waitFor();
    await page.locator('vielfalt-offer-card').first().waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'Deutschkrus');
    await picture(page, 'start-ar');
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(failed, []);
  });

  it('have no link that leads nowhere', async (test) => {
    const { page } = await look(test, `/offers/${all.offers[0]?.slug}/`);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a, link')].map((each) => (each as HTMLAnchorElement).href),
    );
    const own = [...new Set(links.filter((each) => each.startsWith(files.url)))];
    assert.ok(own.length > 10);
    for (const each of own) assert.equal((await fetch(each)).status, 200, each);
  });
});
