import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { localTime, type DirectoryFile, type OffersAnswer } from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { startBrowser } from './browser.js';
import { startFeed, temporaryFolder, vielfalt } from './feed.js';
import { serveHostPage } from './host-page.js';

const today = localTime(Date.now(), 'Europe/Berlin').date;
/** Between two calls of a timer that does not wait for minutes. */
const PAUSE = 200;

/** A county with a part of the demo, served by a process of its own. */
async function startCounty(test: TestContext, name: string, isOurs: (at: number) => boolean) {
  const folder = await temporaryFolder();
  const whole = demoDirectory(today);
  assert.ok(whole.directory);
  const reportTo = `fehler@${name.toLowerCase()}.example`;
  const file: DirectoryFile = {
    ...whole,
    directory: { ...whole.directory, title: `Angebote ${name}`, reportTo, languages: [] },
    offers: whole.offers.filter((_, at) => isOurs(at)),
    networks: [],
  };
  const keep = async (changed: DirectoryFile) => {
    const store = await openStore(folder.database);
    const { outcome } = await importFile(store, changed, { now: Date.now() });
    await store.close();
    assert.equal(outcome, 'done');
  };
  await keep(file);
  const feed = await startFeed(folder.database);
  test.after(async () => {
    await feed.stop();
    await folder.remove();
  });
  return { ...folder, file, keep, url: feed.url };
}

/** Calls the command as a timer does, until something shows. */
async function followUntil(follow: () => Promise<void>, isThere: () => Promise<boolean>) {
  for (;;) {
    await follow();
    // The service looks by itself whether another process has imported.
    for (let look = 0; look < 20; look++) {
      if (await isThere()) return;
      await sleep(PAUSE);
    }
  }
}

describe('two directories in a third, each a service of its own', () => {
  it('show the offers of both with their sources, and follow a correction', async (test) => {
    const north = await startCounty(test, 'Nord', (at) => at % 8 === 0);
    const south = await startCounty(test, 'Süd', (at) => at % 8 === 1);
    const state = await startCounty(test, 'Land', (at) => at === 2);
    const follow = async () => {
      for (const [source, { url }] of [['north', north] as const, ['south', south] as const]) {
        const { code, output } = await vielfalt(
          ['import', url, '--source', source, '--allow-private'],
          { DATABASE_URL: state.database, BASE_URL: state.url },
        );
        assert.equal(code, 0, output);
      }
    };
    const answer = async () =>
      (await (await fetch(`${state.url}/v1/offers?limit=100`)).json()) as OffersAnswer;
    const all = [north, south, state].flatMap(({ file }) => file.offers.map(({ title }) => title));
    await followUntil(follow, async () => (await answer()).total > all.length / 2);
    const titles = (await answer()).offers.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => !all.includes(title)),
      [],
    );

    const [first, ...others] = north.file.offers;
    assert.ok(first);
    await north.keep({
      ...north.file,
      offers: [{ ...first, title: 'Von Nord berichtigt' }, ...others],
    });
    const isCorrected = async () =>
      (await answer()).offers.some(({ title }) => title === 'Von Nord berichtigt');
    await followUntil(follow, isCorrected);

    const served = await serveHostPage(state.url, {
      body: '<vielfalt-directory limit="100" heading-level="2"></vielfalt-directory>',
    });
    test.after(() => served.close());
    const browser = await startBrowser();
    test.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(served.url);
    const card = page.locator('vielfalt-offer-card').filter({ hasText: 'Von Nord berichtigt' });
    await card.getByRole('button', { name: 'Einzelheiten' }).click();
    const source = card.getByRole('link', { name: 'Angebote Nord' });
    assert.ok((await source.getAttribute('href'))?.startsWith(`${north.url}/offers/`));
    const report = card.getByRole('link', { name: 'Fehler melden' });
    assert.match((await report.getAttribute('href')) ?? '', /^mailto:fehler@nord\.example\?/);
    assert.equal(await card.getByRole('button', { name: 'Fehler melden' }).count(), 0);
  });
});
