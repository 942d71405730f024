import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { PLACES_FILE, readEntries, slugify, toDirectoryFile } from '../real/kartevonmorgen.js';
import { drawn, startBrowser } from './browser.js';
import { startFeed, temporaryFolder, vielfalt, type RunningFeed } from './feed.js';
import { serveHostPage } from './host-page.js';

const entries = readEntries() ?? [];
const skip = entries.length === 0 && `there are no real places on this machine: ${PLACES_FILE}`;

interface Point {
  lat: number;
  lng: number;
}

/** Kilometres between two points on a sphere, by the law of cosines. */
function kilometres(one: Point, other: Point): number {
  const [a, b, turn] = [one.lat, other.lat, other.lng - one.lng].map(
    (deg) => (deg * Math.PI) / 180,
  );
  const cosine =
    Math.sin(a ?? 0) * Math.sin(b ?? 0) + Math.cos(a ?? 0) * Math.cos(b ?? 0) * Math.cos(turn ?? 0);
  return 6371 * Math.acos(Math.min(1, cosine));
}

describe('A hundred real places', { skip }, () => {
  const { file, mending } = toDirectoryFile(entries);
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let feed: RunningFeed;
  let host: Awaited<ReturnType<typeof serveHostPage>>;
  let browser: Browser;
  let report: string;

  before(async () => {
    folder = await temporaryFolder();
    const path = folder.file('places.json');
    await writeFile(path, JSON.stringify(file));
    const first = await vielfalt(['import', path], { DATABASE_URL: folder.database });
    assert.equal(first.code, 0, first.output);
    report = first.output;
    [feed, browser] = await Promise.all([startFeed(folder.database), startBrowser()]);
    host = await serveHostPage(feed.url, {
      body: '<vielfalt-directory sync-url></vielfalt-directory>',
    });
  });

  after(async () => {
    await browser?.close();
    await host?.close();
    await feed?.stop();
    await folder?.remove();
  });

  async function visit(choices: string, work: (page: Page, list: Locator) => Promise<void>) {
    const context = await browser.newContext({ locale: 'de-DE' });
    try {
      const page = await context.newPage();
      await page.goto(`${host.url}/?${choices}`);
      const list = page.locator('vielfalt-offer-list');
      await list.locator('vielfalt-offer-card').first().waitFor();
      await work(page, list);
    } finally {
      await context.close();
    }
  }

  /** The titles that the list shows once it has come to so many offers. */
  async function titles(list: Locator, count: number): Promise<string[]> {
    const text = count === 1 ? '1 Angebot gefunden' : `${count} Angebote gefunden`;
    await list.locator('[part=summary]').filter({ hasText: text }).waitFor();
    await drawn(list);
    const titles = await list.locator('vielfalt-offer-card [part=title]').allTextContents();
    return titles.map((title) => title.trim());
  }

  it('are all imported, and nothing was lost in mending them', async () => {
    assert.equal(file.offers.length, entries.length);
    assert.match(report, new RegExp(`offers +added ${entries.length},`));
    const tags = entries.flatMap((entry) => entry.tags).length;
    const topics = file.offers.flatMap(({ topics = [] }) => topics).length;
    assert.equal(topics, tags - mending.emptyTags - mending.doubleTags);
    assert.equal(file.offers.filter(({ description }) => !description).length, mending.undescribed);
    const answer = await fetch(`${feed.url}/v1/offers?limit=1`);
    assert.equal(((await answer.json()) as { total: number }).total, entries.length);
  });

  it('stay as they are when they are imported again', async () => {
    const path = folder.file('places.json');
    const again = await vielfalt(['import', path], { DATABASE_URL: folder.database });
    assert.match(
      again.output,
      new RegExp(`added 0, changed 0, unchanged ${entries.length}, retired 0`),
    );
  });

  it('are found by their names', async () => {
    await visit('', async (page, list) => {
      const box = page.getByRole('searchbox');
      for (const { title } of file.offers.filter((_, index) => index % 9 === 0)) {
        await box.fill(title);
        const heading = list.getByRole('heading', { name: title, exact: true });
        await heading.first().waitFor();
        const first = list.locator('vielfalt-offer-card [part=title]').first();
        await first.filter({ hasText: title }).waitFor();
        await box.fill('');
        await list.getByText(`${entries.length} Angebote gefunden`).first().waitFor();
      }
    });
  });

  it('are found by a tag, exactly those that have it', async () => {
    const count = (id: string) => file.offers.filter(({ topics }) => topics?.includes(id)).length;
    const ids = (file.vocabulary?.topic ?? []).map(({ id }) => id);
    const [tag = ''] = ids.filter((id) => count(id) <= 20).sort((a, b) => count(b) - count(a));
    await visit('', async (page, list) => {
      const topics = page.getByRole('group', { name: 'Thema', exact: true });
      await topics.getByRole('button', { name: 'Thema', exact: true }).click();
      const more = topics.getByRole('button', { name: /weitere/ });
      await more.click();
      const label = file.vocabulary?.topic.find(({ id }) => id === tag)?.label['de'] ?? '';
      const box = topics.getByRole('checkbox', { name: `${label} ${count(tag)}`, exact: true });
      await box.check();
      const expected = entries.filter(({ tags }) => tags.some((each) => slugify(each) === tag));
      const shown = await titles(list, expected.length);
      assert.deepEqual(shown.sort(), expected.map(({ title }) => title.trim()).sort());
    });
  });

  it('are found round where the visitor stands, the nearest first', async () => {
    const around = (here: Point) => entries.filter((entry) => kilometres(here, entry) <= 10);
    // The place with the most others round it.
    const [here] = [...entries].sort((a, b) => around(b).length - around(a).length);
    assert.ok(here);
    const expected = around(here);
    assert.ok(expected.length > 1 && expected.length <= 20);
    const plain = (title: string) => title.replace(/\u00ad/g, '').trim();
    const choices = `vielfalt.near=${here.lat},${here.lng}&vielfalt.sort=distance`;
    await visit(choices, async (_page, list) => {
      const shown = await titles(list, expected.length);
      assert.deepEqual([...shown].sort(), expected.map(({ title }) => plain(title)).sort());
      const away = new Map(expected.map((entry) => [plain(entry.title), kilometres(here, entry)]));
      // To the nearest hundred metres, since two formulas for a sphere differ in the last digits.
      const distances = shown.map((title) => Math.round((away.get(title) ?? 0) * 10));
      assert.deepEqual(
        distances,
        [...distances].sort((a, b) => a - b),
      );
    });
  });
});
