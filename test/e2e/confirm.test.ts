import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { linkFor } from '../server/confirm-harness.js';
import { example, offer, provider } from '../server/example.js';
import { startFeed } from '../server/feed-harness.js';
import {
  accessibilityFaults,
  isFocusSeen,
  keyboard,
  sidewaysScroll,
  startBrowser,
} from './browser.js';

const weekly = { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T12:00', freq: 'WEEKLY' } as const;

const changes = {
  ...example(),
  directory: { ...example().directory, baseUrl: 'https://feed.example.org' },
  providers: [provider(1, { name: 'Haus am Park e. V.', contact: { email: 'haus@example.org' } })],
  offers: [
    offer(1, {
      title: 'Kochgruppe',
      description: 'Wir kochen.\n\nAlle essen mit.',
      locations: [{ town: 'witten', street: 'Hauptstraße 1' }],
      cost: { amount: 5, text: '5 € im Monat' },
      registration: { needed: true, text: 'Per Telefon', until: '2026-12-01' },
      openings: { state: 'free', on: '2026-11-01' },
      contact: { role: 'Kursbüro', phone: '030 23125 118', web: 'https://example.org/kurse' },
      schedule: { times: [{ ...weekly, byday: ['MO', 'WE'] }] },
    }),
    offer(2, { title: 'Turnen', status: 'paused' }),
    offer(3, { title: 'Nähen' }),
  ],
};

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** A provider's telephone without scripts, and the link from its mail. */
async function open(test: TestContext, lang: string, colorScheme: 'light' | 'dark') {
  const mailer = { send: () => Promise.resolve() };
  const feed = await startFeed(test, { changes, mailer });
  const context = await browser.newContext({
    ...{ baseURL: feed.url, javaScriptEnabled: false, colorScheme },
    viewport: { width: 320, height: 720 },
  });
  test.after(() => context.close());
  const page = await context.newPage();
  const link = await linkFor(feed);
  const asked: { url: string; referer: string | undefined }[] = [];
  page.on('request', (request) =>
    asked.push({ url: request.url(), referer: request.headers().referer }),
  );
  return { feed, page, context, asked, link, address: `${link}?lang=${lang}` };
}

/**
 * Everybody can read and operate it, in a narrow window. What looks at it needs scripts: it gets the
 * same page once more, where there are some.
 */
async function assertSound(page: Page, what: string): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: isDark ? 'dark' : 'light', bypassCSP: true },
  });
  const twin = await context.newPage();
  const body = await page.content();
  await twin.route(page.url().replace(/#.*/, ''), (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  await twin.goto(page.url());
  assert.deepEqual(await accessibilityFaults(twin), [], what);
  assert.ok((await sidewaysScroll(twin)) <= 0, `${what} scrolls sideways`);
  await context.close();
}

const said = (page: Page) => page.locator('main').innerText();

describe('a provider on an old telephone, without scripts', () => {
  it('confirms everything with one click from its mail, in German', async (test) => {
    const { page, address, asked, link } = await open(test, 'de', 'light');
    await page.goto(address);
    await assertSound(page, 'the list');
    await page.getByRole('button', { name: 'Ja, alle 3 Angebote stimmen noch' }).click();
    await page.waitForURL(/done=all/);
    assert.match(await said(page), /heute geprüft von Haus am Park e\. V\./);
    await assertSound(page, 'the thanks');
    await page.reload();
    assert.match(await said(page), /heute geprüft von Haus am Park e\. V\./);
    const secret = link.split('/').at(-1) ?? '';
    const others = asked.map(({ url }) => url).filter((url) => !url.includes('/confirm/'));
    assert.deepEqual(
      others.filter((url) => url.includes(secret)),
      [],
    );
    assert.deepEqual([...new Set(asked.map(({ referer }) => referer ?? ''))], ['']);
    assert.ok(others.some((url) => url.endsWith('.css')));
  });

  it('confirms one, and is at the next one', async (test) => {
    const { page, address } = await open(test, 'de', 'light');
    await page.goto(address);
    await keyboard.press(page.getByRole('button', { name: 'Stimmt noch (Nähen)' }));
    await page.waitForURL(/#offer-offer-3$/);
    const card = page.locator('#offer-offer-3');
    assert.match(await card.innerText(), /Stimmt noch: heute geprüft/);
    assert.ok((await card.boundingBox())!.y < 720);
    await assertSound(page, 'the list afterwards');
  });

  for (const { lang, scheme, words } of [
    {
      ...{ lang: 'de', scheme: 'light' as const },
      words: {
        changed: 'Hat sich geändert (Kochgruppe)',
        send: 'Absenden',
        sure: 'Ja, so absenden',
        edit: 'Noch einmal ändern',
        waits: /Wartet auf das Büro/,
        read: /Mo, Mi 10–12 Uhr/,
      },
    },
    {
      ...{ lang: 'ar', scheme: 'dark' as const },
      words: {
        changed: /^تغيّر \(/,
        send: 'إرسال',
        sure: 'نعم، أرسلوه هكذا',
        edit: 'التغيير مرة أخرى',
        waits: /ينتظر المكتب/,
        read: /10:00/,
      },
    },
  ]) {
    it(`says what has changed, makes a mistake, and mends it (${lang}, ${scheme})`, async (test) => {
      const { page, address } = await open(test, lang, scheme);
      await page.goto(address);
      await assertSound(page, 'the list');
      await page.getByRole('link', { name: words.changed }).first().click();
      await assertSound(page, 'the form');
      await page.locator('[name=when]').fill('Mo + Mi 10-12 Uhr');
      await page.locator('[name=phone]').fill('12');
      await page.getByRole('button', { name: words.send }).click();
      await assertSound(page, 'the form with a mistake');
      assert.equal(await page.locator(':focus').getAttribute('role'), 'alert');
      assert.ok(await isFocusSeen(page));
      await page.locator('[role=alert] a').click();
      assert.equal(await page.locator(':focus').getAttribute('name'), 'phone');
      assert.equal(await page.locator('[name=when]').inputValue(), 'Mo + Mi 10-12 Uhr');
      await page.locator('[name=phone]').fill('030 23125 119');
      await page.getByRole('button', { name: words.send }).click();
      assert.match(await said(page), words.read);
      await assertSound(page, 'the times as they were understood');
      await page.getByRole('button', { name: words.edit }).click();
      assert.equal(await page.locator('[name=phone]').inputValue(), '030 23125 119');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('button', { name: words.sure }).click();
      await page.waitForURL(/done=/);
      assert.match(await said(page), words.waits);
      await assertSound(page, 'what became of it');
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
    });

    it(`finds its way where it goes on otherwise (${lang}, ${scheme})`, async (test) => {
      const { page, address, link } = await open(test, lang, scheme);
      const further = (query: string) => `${address}&${query}`;
      for (const query of ['gone=offer-1', 'stop=yes', 'stop=done', 'done=note']) {
        await page.goto(further(query));
        await assertSound(page, query);
      }
      await page.goto(`${link}x?lang=${lang}`);
      await assertSound(page, 'a link that is none');
      await page.goto(`/providers/provider-1?lang=${lang}`);
      await page.locator('.ask summary').click();
      await assertSound(page, 'a provider’s page');
      await page.locator('.ask button').click();
      await page.waitForURL(/sent=yes/);
      await assertSound(page, 'the answer to that');
    });
  }
});
