import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { NetworkAnswer } from '@vielfalt/feed';
import { accessibilityFaults, isFocusSeen, sidewaysScroll, tabTo } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

/** More stops than this on the way to the next thing are too many. */
const MOST_STOPS = 16;

const demo = Demo.forAll();

/** Somebody without a mouse. */
async function arrive(test: TestContext, address = '/') {
  const context = await demo.browser.newContext({
    baseURL: demo.feed.url,
    locale: 'de-DE',
    viewport: { width: 1000, height: 800 },
  });
  test.after(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address, { waitUntil: 'networkidle' });
  return { page, context, asked };
}

/** Goes to something by Tab alone, and sees where the focus is. */
async function reach(target: Locator, most = MOST_STOPS): Promise<void> {
  await target.waitFor();
  await tabTo(target, most);
  assert.ok(await isFocusSeen(target.page()), `no focus is seen on ${String(target)}`);
}

/** Follows a link of the page's content, past its header. */
async function follow(page: Page, name: string | RegExp, most = MOST_STOPS): Promise<void> {
  await skipHeader(page);
  await reach(page.getByRole('main').getByRole('link', { name, exact: true }).first(), most);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function skipHeader(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Zum Inhalt springen');
  await page.keyboard.press('Enter');
}

async function askedNetwork(slug: string): Promise<NetworkAnswer> {
  const response = await fetch(`${demo.feed.url}/v1/networks/${slug}`);
  return (await response.json()) as NetworkAnswer;
}

describe('by the keyboard alone', () => {
  it('a teacher finds who else has something for parents, and the network to join', async (test) => {
    const { page } = await arrive(test);
    await skipHeader(page);
    await reach(page.getByRole('searchbox'));
    await page.keyboard.type('Elterncafé mit Thema');
    const card = page.locator('vielfalt-offer-card').first();
    await card.filter({ hasText: 'Elterncafé mit Thema' }).waitFor();
    await reach(card.getByRole('link').first(), 24);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Pfützenspringer/);

    await follow(page, 'Elterncafé mit Thema', 32);
    const others = page.getByRole('region', { name: 'Wer bietet das noch an?' });
    const other = others.getByRole('listitem').filter({ hasText: 'Grundschule am Flözgarten' });
    assert.match(await other.innerText(), /auch Lernen in der Familie, Eltern, \d+ km/);
    await follow(page, await other.getByRole('link').innerText(), 24);
    await follow(page, 'Grundschule am Flözgarten');
    await follow(page, 'Arbeitskreis Elterncafés und Sprachcafés');

    const { upcoming, network } = await askedNetwork('arbeitskreis-elterncafes-und-sprachcafes');
    const next = page.getByRole('region', { name: 'Nächste Treffen' }).locator('time').first();
    assert.equal(await next.getAttribute('datetime'), upcoming[0]?.start);
    await skipHeader(page);
    const calendar = page.getByRole('link', { name: 'Treffen in den Kalender übernehmen' });
    await reach(calendar, 5);
    const { status, headers } = await fetch(
      await calendar.evaluate((a: HTMLAnchorElement) => a.href),
    );
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /text\/calendar/);
    await reach(page.getByRole('link', { name: network.contact?.phone ?? 'none' }));
  });

  it('an official sees that her town has no sport for women, and who could offer it', async (test) => {
    const { page } = await arrive(test);
    await follow(page, 'Für Fachkräfte');
    await skipHeader(page);
    await reach(page.getByLabel('Ort'), 3);
    await page.keyboard.type('Gev');
    await page.keyboard.press('Tab');
    assert.ok(await isFocusSeen(page));
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.equal(
      await page.getByRole('heading', { level: 1 }).innerText(),
      'Für Fachkräfte\u00a0· Gevelsberg',
    );
    const gap = page
      .getByRole('listitem')
      .filter({ hasText: 'Gevelsberg: Sport und Bewegung · Frauen' });
    assert.match(await gap.innerText(), /Wer könnte das\?\s+\S.*\s+auch .*Frauen.*, \d+ km/);
    const name = await gap.getByRole('link').first().innerText();
    await follow(page, name, 24);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name);
    await skipHeader(page);
    await reach(page.locator('a[href^="tel:"]').first(), 5);
  });

  it('a coordinator puts her network on her association’s website', async (test) => {
    const slug = 'netzwerk-frauen-in-bewegung';
    const { page } = await arrive(test);
    await follow(page, 'Netzwerke');
    await skipHeader(page);
    await reach(page.getByLabel('Thema'), 3);
    await page.keyboard.type('Radf');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await follow(page, 'Netzwerk Frauen in Bewegung');
    await skipHeader(page);
    await reach(page.getByText('Dieses Netzwerk auf der eigenen Website zeigen'), 40);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await isFocusSeen(page));
    await page.keyboard.press('Control+A');
    const code = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });

    const served = await serveHostPage(demo.feed.url, {
      body: `<h1>Radeln für alle e. V.</h1><h2>Wo wir mitmachen</h2>${code}`,
    });
    test.after(() => served.close());
    const { page: host, context, asked } = await arrive(test, served.url);
    const { network, members, upcoming } = await askedNetwork(slug);
    const shown = host.locator('vielfalt-network-card');
    await shown.getByRole('heading', { name: network.name }).waitFor();
    const day = new Date(`${upcoming[0]!.start}Z`);
    const said = day.toLocaleDateString('de-DE', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
    });
    await shown.getByRole('listitem').filter({ hasText: said }).waitFor();
    await reach(shown.getByRole('link', { name: network.name }), 1);
    await reach(shown.getByRole('link', { name: 'Treffen in den Kalender übernehmen' }), 1);
    await reach(shown.locator('a[href^="mailto:"], a[href^="tel:"]').first(), members.length + 1);

    assert.deepEqual(await accessibilityFaults(host), []);
    await host.setViewportSize({ width: 320, height: 640 });
    assert.ok((await sidewaysScroll(host)) <= 0);
    const origins = new Set(asked.map((url) => new URL(url).origin));
    assert.deepEqual([...origins].sort(), [demo.feed.url, served.url].sort());
    assert.deepEqual(await context.cookies(), []);
    const kept = await host.evaluate(async () => [
      ...[localStorage.length, sessionStorage.length],
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    assert.deepEqual(kept, [0, 0, 0, 0]);
  });

  it('a social worker marks two offers, prints them as a sheet, and her client opens the link', async (test) => {
    const { page, context } = await arrive(test, '/embed?place=witten');
    await page.locator('vielfalt-offer-card .ribbon').first().waitFor();
    const titles: string[] = [];
    for (const index of [0, 1]) {
      const card = page.locator('.offers vielfalt-offer-card').nth(index);
      await reach(card.getByRole('button', { name: /^Merken/ }), 40);
      titles.push(await card.getByRole('heading').innerText());
      await page.keyboard.press('Space');
      await card.getByRole('button', { name: /^Merkliste/ }).waitFor();
    }
    await reach(page.locator('.offers').getByRole('button', { name: 'Merkliste (2)' }).last());
    await page.keyboard.press('Enter');
    const list = page.getByRole('region', { name: 'Merkliste' });
    await list.locator('vielfalt-offer-card').nth(1).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);

    await reach(list.getByRole('link', { name: 'Blatt zum Drucken' }), 24);
    const [sheet] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await sheet.waitForLoadState();
    await sheet.emulateMedia({ media: 'print' });
    assert.deepEqual(await sheet.getByRole('article').getByRole('heading').allInnerTexts(), titles);
    assert.ok(
      await sheet.getByRole('img', { name: 'Die Liste auf dem Telefon öffnen' }).isVisible(),
    );
    assert.ok(!(await sheet.getByRole('button').first().isVisible()), 'paper has no buttons');
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);

    const slugs = new URL(sheet.url()).searchParams.get('offers') ?? '';
    const host = await serveHostPage(demo.feed.url, {
      body: '<vielfalt-directory place="witten"></vielfalt-directory>',
    });
    test.after(() => host.close());
    const other = await arrive(test, `${host.url}/#vielfalt-shortlist=${slugs}`);
    const shared = other.page.getByRole('region', { name: 'Merkliste' });
    await shared.locator('vielfalt-offer-card').nth(1).waitFor();
    assert.deepEqual(await shared.getByRole('heading').allInnerTexts(), titles);
    assert.equal(await other.page.evaluate(() => localStorage.length), 0);
  });
});
