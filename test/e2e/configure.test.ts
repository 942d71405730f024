import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { fieldOf } from '../server/configuring.js';
import { drawn, eventually, tabTo } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage, type HostPage } from './host-page.js';

const demo = Demo.forAll();

async function open(test: TestContext, path: string, options: BrowserContextOptions = {}) {
  const context = await demo.browser.newContext({
    baseURL: demo.feed.url,
    locale: 'de-DE',
    ...options,
  });
  test.after(() => context.close());
  const page = await context.newPage();
  await page.goto(path);
  return { page, context };
}

/** A page of a website that has nothing but what is given, and what the browser complains of. */
async function openHost(test: TestContext, host: Omit<HostPage, 'isBare'>) {
  const served = await serveHostPage(demo.feed.url, { ...host, isBare: true });
  test.after(() => served.close());
  const context = await demo.browser.newContext({ locale: 'de-DE' });
  test.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(served.url);
  return { page, complaints };
}

const linesOn = (page: Page) => page.locator('#snippet').inputValue();

/** Waits until the lines, which the script has asked for anew, are such. */
const linesAre = (page: Page, pattern: RegExp) =>
  eventually(async () => pattern.test(await linesOn(page)), `lines like ${String(pattern)}`);

/** The titles of the offers, or of the record, that our elements show. */
async function titlesIn(shown: Page | FrameLocator): Promise<string[]> {
  const body = shown.locator('body');
  const title = body.locator('[part~="title"]');
  await title.first().waitFor();
  // A provider is shown before the list of its offers has asked for them.
  const hasNot = shown.locator('[part~="title"]');
  const waiting = body.locator('vielfalt-offer-list').filter({ hasNot });
  await eventually(async () => (await waiting.count()) === 0, 'lists with offers in them');
  await drawn(body);
  const titles = await title.allTextContents();
  return titles.map((title) => title.trim());
}

describe('a web editor with a keyboard and a strict website', () => {
  it('chooses a town, copies the lines and the policy, and has the offers', async (test) => {
    const { page, context } = await open(test, '/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const press = async (target: Locator, key: string) => {
      await tabTo(target);
      await page.keyboard.press(key);
    };
    await press(page.getByRole('link', { name: 'Auf Ihrer Website zeigen' }), 'Enter');
    await tabTo(page.getByLabel('Ort', { exact: true }));
    await page.keyboard.type('Witten');
    await press(page.getByLabel(/strenge Sicherheitsrichtlinie/), 'Space');
    await linesAre(page, /place="witten"/);
    const copied = async (name: string) => {
      await press(page.getByRole('button', { name }), 'Enter');
      await page.getByText('Kopiert.').first().waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const body = await copied('Kopieren Zum Einfügen');
    const line = await copied('Kopieren Sicherheitsrichtlinie (Content-Security-Policy)');
    const host = await openHost(test, { body, policy: `default-src 'none'; ${line}` });
    await host.page.locator('vielfalt-offer-card').first().waitFor();
    const found = await host.page.locator('[part~="summary"]').innerText();
    assert.match(found, /^\d+ Angebote gefunden/);
    assert.deepEqual(host.complaints, []);
  });
});

describe('the lines show on a website of others what the preview has shown', () => {
  const CHOICES = [
    'place=witten&topic=language',
    'place=witten&free=yes&for-professionals=yes&no-languages=yes&language=en',
    'show=list&audience=women&limit=5&accent=a3201b',
    'show=provider&provider=vhs-huegelland',
    'show=network&network=arbeitskreis-elterncafes-und-sprachcafes',
    'show=offer&offer=berufssprachkurs-c1-abends-und-hybrid',
    'place=hattingen&way=integrity',
    'place=hattingen&system=joomla',
    'show=list&place=hattingen&limit=5&way=frame',
    'place=hattingen&map=yes&no-topics=yes',
  ];
  for (const query of CHOICES) {
    it(query, async (test) => {
      const { page } = await open(test, `/configure?${query}`);
      const template = (await page.locator('#template').count())
        ? await page.locator('#template').inputValue()
        : '';
      const preview = page.frameLocator('.mock.on-wide iframe');
      await page.locator('.mock.on-wide').scrollIntoViewIfNeeded();
      const shown = await titlesIn(preview);
      const host = await openHost(test, { body: (await linesOn(page)) + template });
      const isFrame = (await host.page.locator('iframe').count()) > 0;
      const there = isFrame ? host.page.frameLocator('iframe') : host.page;
      assert.deepEqual(await titlesIn(there), shown);
      assert.notEqual(shown.join(''), '');
      assert.deepEqual(host.complaints, []);
    });
  }

  it('a lock that the directory does not know says so in both', async (test) => {
    const { page } = await open(test, '/configure?place=wittn');
    const preview = page.frameLocator('.mock.on-wide iframe');
    await preview.getByText('„wittn“').first().waitFor();
    const host = await openHost(test, { body: await linesOn(page) });
    await host.page.getByText('wittn').first().waitFor();
    assert.equal(await host.page.locator('vielfalt-offer-card').count(), 0);
  });
});

describe('without scripts', () => {
  it('the form is sent, and the page comes with the lines', async (test) => {
    const { page } = await open(test, '/configure?topic=sport', { javaScriptEnabled: false });
    await page.getByLabel('Ort', { exact: true }).selectOption('witten');
    await page.getByLabel('Thema, weitere Auswahl').selectOption('health');
    await page.getByLabel('System und Ihre Rolle').selectOption('typo3-text');
    await page.getByRole('button', { name: 'Zeilen zeigen' }).click();
    assert.match(await linesOn(page), /data-topic="health,sport" data-place="witten"/);
    assert.equal(new URL(page.url()).hash, '#lines');
    assert.equal(await page.getByRole('button', { name: /^Kopieren/ }).count(), 0);
    const html = await page.content();
    assert.equal(fieldOf({ html }, 'snippet'), await linesOn(page));
  });
});

describe('another kind of thing to show', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`gives the lock back ${javaScriptEnabled ? 'with' : 'without'} scripts`, async (test) => {
      const { page } = await open(test, '/configure?place=witten&free=yes&map=yes', {
        javaScriptEnabled,
      });
      const before = await linesOn(page);
      const show = async (kind: 'provider' | 'list' | 'directory') => {
        const shown = page.getByLabel('Baustein', { exact: true });
        await shown.selectOption(kind);
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Zeilen zeigen' }).click();
        const field = page.locator(kind === 'provider' ? 'p > #by-provider' : 'p > #by-place');
        await field.first().waitFor();
        await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
      };
      await show('provider');
      assert.equal(await page.locator('#snippet').count(), 0);
      assert.equal(await page.getByLabel('Ort', { exact: true }).count(), 0);
      await show('list');
      assert.match(await linesOn(page), /<vielfalt-offer-list place="witten" free>/);
      assert.equal(await page.getByLabel('Ort', { exact: true }).inputValue(), 'witten');
      await show('directory');
      assert.equal(await linesOn(page), before);
    });
  }
});

describe('the warning about colours', () => {
  it('leads to lines without it, by the keyboard, on a telephone', async (test) => {
    const { page } = await open(test, '/configure?place=witten&accent=ffcc00', {
      viewport: { width: 320, height: 640 },
    });
    const take = page.getByRole('link', { name: 'So übernehmen' });
    await take.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/accent=[0-9a-f]{6}#lines$/);
    assert.equal(await take.count(), 0);
    const chosen = new URL(page.url()).searchParams.get('accent') ?? '';
    assert.match(
      await linesOn(page),
      new RegExp(`place="witten" style="--vielfalt-accent: #${chosen}"`),
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('is about the page that the preview shows, which is renewed without scripts too', async (test) => {
    const { page } = await open(test, '/configure?accent=a3201b', { javaScriptEnabled: false });
    assert.equal(await page.getByText('Das ist schwer zu lesen').count(), 0);
    await page.getByLabel('Auf einer dunklen Seite').check();
    await page.getByRole('button', { name: 'Vorschau erneuern' }).click();
    assert.equal(new URL(page.url()).hash, '#preview');
    assert.equal(await page.getByText('Das ist schwer zu lesen').count(), 1);
    assert.equal(await page.locator('.paper.dark').count(), 2);
  });
});

describe('on paper', () => {
  it('the lines and what others need stand as text, without the form and the preview', async (test) => {
    const { page } = await open(test, '/configure?place=witten&system=joomla&strict=yes');
    const ids = ['snippet', 'template', 'address', 'privacy', 'accessibility', 'policy'];
    const texts = await Promise.all(ids.map((id) => page.locator(`#${id}`).inputValue()));
    await page.emulateMedia({ media: 'print' });
    const sheet = await page.locator('main').innerText();
    for (const text of texts) assert.ok(sheet.includes(text), text);
    assert.doesNotMatch(sheet, /^(Vorschau|Kopieren|Ort)$/m);
    const hidden = page.locator('form, iframe, textarea, button');
    for (const each of await hidden.all()) assert.equal(await each.isVisible(), false);
  });
});

describe('with scripts', () => {
  it('each choice is in the lines, the preview and the address at once, and the focus stays', async (test) => {
    const { page } = await open(test, '/configure?lang=en');
    const place = page.getByLabel('Place', { exact: true });
    await place.selectOption('witten');
    await linesAre(page, /place="witten"/);
    await page.getByLabel('Place, another choice').selectOption('hattingen');
    await linesAre(page, /place="hattingen,witten"/);
    assert.equal(await page.getByLabel('Place, another choice').count(), 2);
    assert.equal(
      new URL(page.url()).search,
      '?lang=en&show=directory&place=witten&place=hattingen&system=html',
    );
    const frame = page.locator('.mock.on-phone iframe');
    assert.match((await frame.getAttribute('src')) ?? '', /place=hattingen,witten/);
    const arabic = page.getByRole('link', { name: 'العربية', includeHidden: true });
    assert.match((await arabic.getAttribute('href')) ?? '', /place=hattingen,witten.*lang=ar/);

    await page.getByText('Look', { exact: true }).click();
    const accent = page.locator('#by-accent');
    await accent.pressSequentially('#ffcc00');
    await page.getByText('This is hard to read').waitFor();
    assert.ok(await accent.evaluate((field) => field === document.activeElement));
    assert.equal(
      await page.getByLabel('Colour of links and buttons').last().inputValue(),
      '#ffcc00',
    );

    const shown = page.getByLabel('Piece', { exact: true });
    await shown.focus();
    await shown.selectOption('provider');
    await page.locator('#result').getByText('First choose who or what is shown.').waitFor();
    assert.ok(await shown.evaluate((field) => field === document.activeElement));
    await page.getByLabel('Provider', { exact: true }).selectOption('vhs-huegelland');
    await linesAre(page, /provider="vhs-huegelland".*ffcc00/);
    await page.getByText('Lines and preview are up to date.').waitFor();
    await page.reload();
    await linesAre(page, /provider="vhs-huegelland".*ffcc00/);
  });

  it('what is copied while an answer is awaited is that answer', async (test) => {
    const { page, context } = await open(test, '/configure');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/configure?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByLabel('Ort', { exact: true }).selectOption('witten');
    await page.locator('#result[aria-busy=true]').waitFor();
    await page.getByRole('button', { name: 'Kopieren Zum Einfügen' }).click();
    answer();
    await page.getByText('Kopiert.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /place="witten"/);
    assert.equal(copied, await linesOn(page));
    assert.equal(await page.locator('[aria-busy]').count(), 0);
  });

  it('where no answer comes, the form is sent', async (test) => {
    const { page } = await open(test, '/configure');
    await page.route('**/configure?*', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.getByLabel('Ort', { exact: true }).selectOption('witten');
    await page.waitForURL(/place=witten.*#lines$/);
    assert.match(await linesOn(page), /place="witten"/);
  });

  it('what cannot be copied is selected', async (test) => {
    const { page, context } = await open(test, '/configure');
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.assign(document, { execCommand: () => false });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Kopieren Zum Einfügen' }).click();
    await page.getByText('Markiert. Kopieren Sie').waitFor();
    const selected = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, await linesOn(page));
  });
});
