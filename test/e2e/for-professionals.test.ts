import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { OffersAnswer } from '@vielfalt/feed';
import type { Page } from 'playwright-core';
import { accessibilityFaults, drawn, keyboard, sidewaysScroll, tabTo } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

const LOCK = 'gevelsberg';
const SECTIONS = [
  'Was fehlt, und wer es anbieten könnte',
  'Netzwerke und ihre nächsten Treffen',
  'Gute Beispiele',
  'Angebote für Fachkräfte',
  'Neu im Verzeichnis',
];

describe('For professionals, on the intranet of a town', () => {
  const demo = Demo.forAll();

  async function visit(test: TestContext, width = 1000): Promise<{ page: Page; asked: string[] }> {
    const host = await serveHostPage(demo.feed.url, {
      body: `<h1>Gevelsberg</h1><vielfalt-directory for-professionals place="${LOCK}" heading-level="2"></vielfalt-directory>`,
      policy: `default-src 'none'; script-src ${demo.feed.url}; connect-src ${demo.feed.url}`,
    });
    test.after(() => host.close());
    const page = await demo.browser.newPage({ viewport: { width, height: 900 } });
    test.after(() => page.close());
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/v1/')) asked.push(pathname + search);
    });
    await page.goto(host.url);
    await page.getByRole('button', { name: SECTIONS[0] }).waitFor();
    return { page, asked };
  }

  it('an official sees with the keyboard alone what her town lacks, and who could offer it', async (test) => {
    const { page, asked } = await visit(test);
    const names = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    assert.deepEqual(
      SECTIONS.filter((section, at) => !names[at]?.startsWith(section)),
      [],
    );
    assert.deepEqual(asked, [
      `/v1/offers?lang=de&within.place=${LOCK}`,
      `/v1/professionals?lang=de&within.place=${LOCK}`,
    ]);

    const missing = page.getByRole('button', { name: SECTIONS[0] });
    await keyboard.press(missing);
    const section = page.locator('[part=section]').first();
    const gap = section
      .getByRole('listitem')
      .filter({ hasText: 'Gevelsberg: Sport und Bewegung · Frauen' });
    await gap.waitFor();
    assert.match(await gap.innerText(), /Wer könnte das\?/);

    const inside = new Set<string>();
    for (const sheet of [1, 2, 3, 4]) {
      const query = `within.place=${LOCK}&limit=100&page=${sheet}`;
      const answer = await fetch(`${demo.feed.url}/v1/offers?${query}`);
      const { providers } = (await answer.json()) as OffersAnswer;
      for (const { name } of Object.values(providers)) inside.add(name);
    }
    const able = await section.getByRole('link').allInnerTexts();
    assert.ok(able.length >= 3);
    assert.deepEqual(
      able.filter((name) => !inside.has(name)),
      [],
      'all of them inside the lock',
    );

    const [name = ''] = await gap.getByRole('link').allInnerTexts();
    await tabTo(gap.getByRole('link').first());
    await page.keyboard.press('Enter');
    await page.waitForURL(`${demo.feed.url}/providers/*`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('an offer opens above the list, where the keyboard goes on', async (test) => {
    const { page } = await visit(test);
    await keyboard.press(page.getByRole('button', { name: SECTIONS.at(-1) ?? '' }));
    const link = page.locator('[part=section]').last().getByRole('link').first();
    const title = await link.innerText();
    await tabTo(link);
    await page.keyboard.press('Enter');
    const linked = page.getByRole('region', { name: 'Verlinktes Angebot' });
    await linked.getByRole('heading', { name: title }).waitFor();
    await page.locator('section.linked:focus').waitFor();
    assert.ok(page.url().includes('#vielfalt-offer='));
  });

  it('is accessible and narrow, and on paper nothing has to be opened', async (test) => {
    const { page } = await visit(test, 320);
    await drawn(page);
    assert.deepEqual(await accessibilityFaults(page), [], 'closed');
    for (const name of SECTIONS) await page.getByRole('button', { name }).click();
    assert.equal(await sidewaysScroll(page), 0);
    assert.deepEqual(await accessibilityFaults(page), [], 'open');
    for (const name of SECTIONS) await page.getByRole('button', { name }).click();
    const first = page.locator('[part=section]').first().getByText('Wer könnte das?').first();
    assert.equal(await first.isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await first.isVisible(), true);
    await page.getByText(SECTIONS[0] ?? '').waitFor();
  });
});
