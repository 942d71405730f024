import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, eventually, keyboard, sidewaysScroll } from './browser.js';
import { Demo } from './demo.js';
import { inLanguage, KINDS } from './page-kinds.js';
import { PAPER } from './paper.js';

const demo = Demo.forAll();

/** A page that keeps a record of what its policy blocks and of what it asks of others. */
async function open(test: TestContext, path: string, options: BrowserContextOptions = {}) {
  const context = await demo.browser.newContext({
    baseURL: demo.feed.url,
    locale: 'de-DE',
    ...options,
  });
  test.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/policy|violat/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(demo.feed.url)) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return { page, context, complaints };
}

const cards = (page: Page) => page.locator('article.card h3');
const titles = (page: Page) => cards(page).allInnerTexts();

describe('without scripts', () => {
  const options = { javaScriptEnabled: false };

  it('a visitor finds a misspelt word, narrows down, pages, opens an offer and comes back', async (test) => {
    const { page } = await open(test, '/', options);
    await page.getByLabel('Wonach suchen Sie?').fill('Hausafgabenhilfe');
    await page.getByRole('button', { name: 'Suchen' }).click();
    assert.match((await titles(page)).join('\n'), /Hausaufgaben/);

    await page.getByRole('link', { name: /^Witten \d+$/ }).click();
    const chosen = page.getByRole('list', { name: 'Gewählte Filter' });
    assert.match(await chosen.innerText(), /Witten/);
    assert.equal(await page.getByLabel('Wonach suchen Sie?').inputValue(), 'Hausafgabenhilfe');

    await page.goto('/?topic=language');
    const first = await titles(page);
    await page.getByRole('link', { name: 'Weiter', exact: true }).click();
    assert.match(await page.locator('.pager').innerText(), /Seite 2 von/);
    const second = await titles(page);
    assert.equal(second.length, 20);
    assert.ok(second.every((title) => !first.includes(title)));

    await cards(page).first().getByRole('link').click();
    assert.equal(await page.locator('h1').innerText(), second[0]);
    await page.goBack();
    assert.deepEqual(await titles(page), second);
  });

  it('says of herself what counts: age and knowledge of German', async (test) => {
    const { page } = await open(test, '/?topic=language', options);
    await page.getByLabel('Alter in Jahren').fill('10');
    await page.getByLabel('Deutschkenntnisse jetzt').selectOption('A1');
    const form = page.locator('form', { hasText: 'Alter in Jahren' });
    await form.getByRole('button', { name: 'Anwenden' }).click();
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('topic'), 'language');
    assert.equal(searchParams.get('age'), '10');
    assert.equal(await page.getByRole('link', { name: /entfernen$/ }).count(), 4);
  });

  it('at 320 pixels opens the filters by the keyboard', async (test) => {
    const viewport = { width: 320, height: 640 };
    const { page } = await open(test, '/', { ...options, viewport });
    await keyboard.press(page.getByText('Filtern', { exact: true }));
    assert.ok(await page.getByRole('link', { name: /^Hattingen \d+$/ }).isVisible());
    assert.ok((await sidewaysScroll(page)) <= 0);
  });
});

describe('with scripts', () => {
  it('our elements take over with the choices of the address, and no policy is broken', async (test) => {
    const { page, context, complaints } = await open(test, '/?topic=language&place=witten');
    await page.locator('vielfalt-offer-card').first().waitFor();
    assert.equal(await page.locator('article.card').first().isVisible(), false);
    const chips = page.locator('vielfalt-offer-list [part~="chips"]');
    assert.match(await chips.innerText(), /Deutsch lernen[\s\S]*Witten/);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await context.cookies(), []);
  });

  it('the address says what is chosen now, so that reloading, going back and other languages agree', async (test) => {
    const { page } = await open(test, '/?topic=language');
    await page.locator('vielfalt-offer-card').first().waitFor();
    const summary = page.locator('vielfalt-offer-list [part~="summary"]');
    const before = await summary.innerText();
    await page.getByRole('button', { name: 'Filter „Deutsch lernen“ entfernen' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('navigation', { name: 'Sprachen' }).locator('summary').click();
    const english = page.getByRole('link', { name: 'English' });
    assert.equal(await english.getAttribute('href'), `${demo.feed.url}/?lang=en`);
    await page.reload();
    await page.locator('vielfalt-offer-card').first().waitFor();
    assert.notEqual(await summary.innerText(), before);
    await page.goBack();
    await eventually(async () => (await summary.innerText()) === before, 'what was chosen before');
    assert.equal(new URL(page.url()).search, '?topic=language');
  });

  it('other formats hold what is chosen now', async (test) => {
    const { page } = await open(test, '/?topic=language&sort=next&lang=en');
    const table = page.getByRole('link', { name: 'CSV' });
    const asked = async () => new URL((await table.getAttribute('href'))!, demo.feed.url).search;
    assert.equal(await asked(), '?topic=language&lang=en');
    await page.getByRole('button', { name: 'Place', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Hattingen' }).check();
    await eventually(
      async () => (await asked()) === '?lang=en&topic=language&place=hattingen',
      'the new choice',
    );
  });

  it('a link to an offer on the directory opens it there', async (test) => {
    const slug = 'berufssprachkurs-c1-abends-und-hybrid';
    const { page } = await open(test, `/#vielfalt-offer=${slug}`);
    await page.getByRole('region', { name: 'Verlinktes Angebot' }).waitFor();
  });

  for (const lang of 'de de-simple en uk tr ar pl ro bg ru fr fa kmr'.split(' ')) {
    it(`our elements say in "${lang}" what the page has said`, async (test) => {
      const { page } = await open(test, inLanguage('/', lang));
      await page.locator('vielfalt-offer-card').first().waitFor();
      const own = await page.locator('vielfalt-search-box [part~="label"]').innerText();
      assert.equal(own, await page.locator('label[for="q"]').textContent());
      const found = await page.locator('vielfalt-offer-list [part~="summary"]').innerText();
      assert.equal(found, await page.locator('#found').textContent());
    });
  }
});

it('the first key press leads past the header', async (test) => {
  const { page } = await open(test, '/offers/deutsch-unter-frauen');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
});

it('paper shows the offer and its address, and nothing that cannot be pressed', async (test) => {
  const { page } = await open(test, '/offers/deutsch-unter-frauen');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('Thinghofweg 61').isVisible());
  assert.ok(await page.getByText(`${demo.feed.url}/offers/deutsch-unter-frauen`).isVisible());
  assert.equal(await page.getByRole('link', { name: 'English' }).isVisible(), false);
  assert.equal(await page.getByText('Auf der Karte zeigen').isVisible(), false);
});

for (const { name, path } of KINDS) {
  it(`${name} is accessible, light and dark, fits 320 pixels and paper, and keeps to its policy`, async (test) => {
    const forms = path.startsWith('/?') || path === '/' ? ['elements', 'plain'] : ['plain'];
    const viewport = { width: 320, height: 800 };
    for (const lang of ['de', 'ar']) {
      const { page, complaints } = await open(test, inLanguage(path, lang), { viewport });
      for (const form of forms) {
        const about = `${lang}, ${form}`;
        await page.setViewportSize(viewport);
        if (form === 'plain') {
          // The page as it is where our script does not come.
          await page.route('**/widget/**', (route) => route.abort());
          await page.reload({ waitUntil: 'networkidle' });
        }
        assert.ok((await sidewaysScroll(page)) <= 0, `${about}: scrolls sideways`);
        assert.deepEqual(complaints, [], about);
        await page.setViewportSize({ width: 1280, height: 900 });
        assert.ok((await sidewaysScroll(page)) <= 0, `${about}: scrolls sideways when wide`);
        // What differs in another language is its words; the directory has all kinds of controls.
        const isLookedAt = lang === 'de' || path === '/';
        if (isLookedAt) assert.deepEqual(await accessibilityFaults(page), [], about);
        if (form === 'plain') {
          await page.emulateMedia({ colorScheme: 'dark' });
          const faults = isLookedAt ? await accessibilityFaults(page, ['color-contrast']) : [];
          assert.deepEqual(faults, [], `${about}, dark`);
          await page.emulateMedia({ colorScheme: 'light', media: 'print' });
          await page.setViewportSize(PAPER);
          assert.ok((await sidewaysScroll(page)) <= 0, `${about}: wider than paper`);
          const controls = page.locator('button, input, select, textarea, .button');
          assert.deepEqual(await controls.filter({ visible: true }).allInnerTexts(), [], about);
        }
      }
    }
  });
}
