import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DirectoryFile, FileOffer, OffersAnswer } from '@vielfalt/feed';
import type { Browser, Locator, Page } from 'playwright-core';
import { shared } from '../real/kartevonmorgen.js';
import { drawn, startBrowser } from './browser.js';
import { startFeed, temporaryFolder, vielfalt, type RunningFeed } from './feed.js';
import { serveHostPage } from './host-page.js';

const tables = new URL('../server/mapping/tables/', import.meta.url);
const MESSY = fileURLToPath(new URL('messy.csv', tables));
const COUNTY = `${shared}/data/real/landkreis-augsburg.csv`;

const DIRECTORY =
  'directory: { title: Angebote, publisher: { name: Kreis }, timeZone: Europe/Berlin, language: de, languages: [] }';

/** A table that has been imported, the page that shows it, and what the directory holds of it. */
interface Shown {
  report: string;
  offers: FileOffer[];
  feedUrl: string;
  visit(work: (page: Page, list: Locator) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** @param mapping is told how to run the command; returns the mapping's text */
async function show(
  table: string,
  mapping: (run: (...args: string[]) => Promise<string>) => Promise<string>,
): Promise<Shown> {
  const folder = await temporaryFolder();
  const run = async (...args: string[]) => {
    const { code, output } = await vielfalt(args, { DATABASE_URL: folder.database });
    assert.equal(code, 0, output);
    return output;
  };
  const path = folder.file('mapping.yaml');
  await writeFile(path, await mapping(run));
  const given = ['--mapping', path, '--source', 'office', '--skip-faulty'];
  const report = await run('import', table, ...given);
  const exported = folder.file('all.json');
  await run('export', '--output', exported);
  const { offers } = JSON.parse(await readFile(exported, 'utf8')) as DirectoryFile;

  const feed: RunningFeed = await startFeed(folder.database);
  const host = await serveHostPage(feed.url, { body: '<vielfalt-directory></vielfalt-directory>' });
  const browser: Browser = await startBrowser();
  return {
    report,
    offers,
    feedUrl: feed.url,
    async visit(work) {
      const context = await browser.newContext({ locale: 'de-DE' });
      try {
        const page = await context.newPage();
        await page.goto(host.url);
        const list = page.locator('vielfalt-offer-list');
        await list.locator('vielfalt-offer-card').first().waitFor();
        await work(page, list);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await host.close();
      await feed.stop();
      await folder.remove();
    },
  };
}

/** Waits until the list has come to so many offers. */
async function counted(list: Locator, count: number): Promise<void> {
  const text = count === 1 ? '1 Angebot gefunden' : `${count} Angebote gefunden`;
  await list.locator('[part=summary]').filter({ hasText: text }).waitFor();
}

/** Ticks terms in the facet of that name, each below the one before; the last promises so many. */
async function tick(page: Page, facet: string, labels: string[], count: number) {
  const group = page.getByRole('group', { name: facet, exact: true });
  await group.getByRole('button', { name: facet, exact: true }).click();
  await group.getByRole('checkbox').first().waitFor();
  const more = group.getByRole('button', { name: /weitere/ });
  if (await more.isVisible()) {
    await more.click();
    await more.waitFor({ state: 'hidden' });
  }
  for (const label of labels) {
    const number = label === labels.at(-1) ? count : '\\d+';
    const name = new RegExp(`\\b${label} ${number}$`);
    await group.getByRole('checkbox', { name }).check();
  }
}

async function titles(list: Locator): Promise<string[]> {
  await drawn(list);
  const titles = await list.locator('vielfalt-offer-card [part=title]').allTextContents();
  return titles.map((title) => title.trim()).sort();
}

describe('The messy table of an office', () => {
  let shown: Shown;
  before(async () => {
    const text = await readFile(new URL('messy.yaml', tables), 'utf8');
    shown = await show(MESSY, async () => `${text}\n${DIRECTORY}\n`);
  });
  after(() => shown?.close());

  /** Those that are not over, which depends on the day. */
  const current = async () => {
    const answer = await fetch(`${shown.feedUrl}/v1/offers?limit=100`);
    const { offers } = (await answer.json()) as OffersAnswer;
    const slugs = new Set(offers.map(({ slug }) => slug));
    return shown.offers.filter(({ slug = '' }) => slugs.has(slug));
  };

  it('is imported but for the rows with faults, which are named', () => {
    assert.match(shown.report, /CSV, windows-1252, delimiter ;, 66 rows\n/);
    assert.match(shown.report, /\n {2}offers {5}added 60,/);
    assert.match(shown.report, /\nleft out for their faults: 6\n {2}line 38, column "Angebot"/);
    assert.equal(shown.offers.length, 60);
  });

  it('is searched by title, in spite of a typing error', async () => {
    await shown.visit(async (page, list) => {
      await counted(list, (await current()).length);
      await page.getByRole('searchbox').fill('Sprachcaffee am Dinstag');
      const first = list.locator('vielfalt-offer-card [part=title]').first();
      await first.filter({ hasText: 'Sprachcafé am Dienstag' }).waitFor();
    });
  });

  it('is narrowed down by a topic', async () => {
    const expected = (await current()).filter(({ topics }) => topics?.includes('music'));
    assert.ok(expected.length > 1);
    await shown.visit(async (page, list) => {
      await tick(page, 'Thema', ['Kultur und Kreatives', 'Musik'], expected.length);
      await counted(list, expected.length);
      assert.deepEqual(await titles(list), expected.map(({ title }) => title).sort());
    });
  });

  it('is narrowed down by a town that stood in the middle of a cell', async () => {
    const expected = (await current()).filter(({ locations }) =>
      locations?.some(({ town }) => town === 'gevelsberg'),
    );
    assert.ok(expected.length > 1);
    await shown.visit(async (page, list) => {
      await tick(page, 'Ort', ['Gevelsberg'], expected.length);
      await counted(list, expected.length);
      assert.deepEqual(await titles(list), expected.map(({ title }) => title).sort());
    });
  });
});

const skip = !existsSync(COUNTY) && `there is no real table on this machine: ${COUNTY}`;

describe('A real county’s table', { skip }, () => {
  const ROWS = 172;
  let shown: Shown;
  before(async () => {
    shown = await show(COUNTY, async (run) =>
      (await run('import', COUNTY, '--suggest')).replaceAll(/"TODO[^"]*"/g, '"Landkreis"'),
    );
  });
  after(() => shown?.close());

  it('loses no row by the mapping that is suggested for it', () => {
    const [, faulted = '0'] = /\nleft out for their faults: (\d+)\n/.exec(shown.report) ?? [];
    assert.match(shown.report, new RegExp(`, ${ROWS} rows\n`));
    assert.equal(shown.offers.length + Number(faulted), ROWS);
  });

  it('is found in the element, by what its rows are called', async () => {
    const all = shown.offers;
    await shown.visit(async (page, list) => {
      await counted(list, all.length);
      const box = page.getByRole('searchbox');
      for (const { title } of all.filter((_, index) => index % 40 === 0)) {
        await box.fill(title);
        await list.getByRole('heading', { name: title, exact: true }).first().waitFor();
      }
    });
  });
});
