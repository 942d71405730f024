import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, it } from 'node:test';
import { openStore } from '@vielfalt/server';
import type { Page } from 'playwright-core';
import { eventually } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';

/** What somebody types on a telephone, what she needs, and the records of the offers that fit. */
interface Everyday {
  lang: string;
  q: string;
  need: string;
  relevant: string[];
}

const SEARCHES = JSON.parse(
  readFileSync(new URL('everyday.json', import.meta.url), 'utf8'),
) as Everyday[];

/** Of the ten searches of a language, so many have to end with a fitting offer among the first three. */
const LEAST: Record<string, number> = { ar: 10, uk: 8, tr: 10 };

const demo = Demo.forAll();
const hosts: { close(): Promise<void> }[] = [];
after(() => Promise.all(hosts.map((host) => host.close())));

/** What the demo's offers may be called, in any language, by record. */
async function titles(): Promise<Map<string, string[]>> {
  const store = await openStore(demo.database);
  const state = await store.read();
  await store.close();
  return new Map(
    state?.offers.map(({ record, title, translations = {} }) => [
      record,
      [title, ...Object.values(translations).map(({ texts }) => texts.title ?? '')],
    ]),
  );
}

/** The titles of the first three offers. */
const firstThree = (page: Page) =>
  page
    .locator('vielfalt-offer-card [part=title]')
    .evaluateAll((all) => all.slice(0, 3).map((each) => each.textContent.trim()));

for (const [lang, least] of Object.entries(LEAST)) {
  it(`everyday searches find what fits among the first three: ${lang}`, async (test) => {
    const known = await titles();
    const root = `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`;
    const body = '<h1>Angebote</h1><vielfalt-directory limit="5"></vielfalt-directory>';
    const host = await serveHostPage(demo.feed.url, { body, root });
    hosts.push(host);
    const context = await demo.browser.newContext({ viewport: { width: 360, height: 800 } });
    test.after(() => context.close());
    const page = await context.newPage();
    await page.goto(host.url);
    await page.locator('vielfalt-offer-card').first().waitFor();
    const box = page.getByRole('searchbox');
    const missed: string[] = [];
    for (const { q, relevant, ...search } of SEARCHES) {
      if (search.lang !== lang) continue;
      const fitting = new Set(relevant.flatMap((record) => known.get(record) ?? []));
      const before = (await firstThree(page)).join();
      const asked = page.waitForResponse((response) => response.url().includes('/v1/question?'));
      await box.fill(q);
      await asked;
      await eventually(async () => (await firstThree(page)).join() !== before, `${q} is answered`);
      const isFound = async () => (await firstThree(page)).some((title) => fitting.has(title));
      // What the question means may come after the first answer.
      let tries = 0;
      while (!(await isFound()) && (tries += 1) < 50) await page.waitForTimeout(100);
      if (tries === 50)
        missed.push(`${q} (${search.need}): ${(await firstThree(page)).join('; ')}`);
    }
    for (const each of missed) test.diagnostic(each);
    assert.ok(10 - missed.length >= least, missed.join('\n'));
  });
}
