import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { serveHosts } from '../../demo/serve.mjs';
import {
  accessibilityFaults,
  drawn,
  eventually,
  keyboard,
  mouse,
  sidewaysScroll,
  type Hands,
} from './browser.js';
import { Demo } from './demo.js';
import { startFeed } from './feed.js';
import { SCHOOL, SITES, type Site } from './sites.js';

const IN_WITTEN = { latitude: 51.4436, longitude: 7.3353 };

const demo = Demo.forAll();

/** Opens a page in a browser that has never been here; fails the test where the page complains. */
async function visit<Result>(
  path: string,
  work: (page: Page) => Promise<Result>,
  { width = 1280, permissions = [] as string[] } = {},
): Promise<Result> {
  const context = await demo.browser.newContext({
    viewport: { width, height: 900 },
    locale: 'de-DE',
    reducedMotion: 'reduce',
    permissions,
    geolocation: IN_WITTEN,
  });
  const strangers: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (protocol !== 'data:' && asked !== demo.feed.url && asked !== demo.hosts.url)
      strangers.push(asked);
  });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(demo.hosts.url + path);
    const result = await work(page);
    assert.deepEqual(strangers, [], 'no other host is asked');
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await context.close();
  }
}

const offers = (page: Page, { list }: Site) => page.locator(list).locator('vielfalt-offer-card');

const summary = (page: Page, { list }: Site) => page.locator(list).locator('.summary[part]');

/** How many offers the summary speaks of. */
async function found(page: Page, site: Site): Promise<number> {
  return Number.parseInt(await summary(page, site).innerText(), 10);
}

/**
 * Waits until the number of offers is another one, and stays: where keys come slowly, their beginnings
 * are answered too.
 */
async function otherThan(count: number, page: Page, site: Site): Promise<number> {
  const isIdle = page.locator(site.list).locator('[part=offers][aria-busy=false]');
  let last = count;
  let times = 0;
  await eventually(async () => {
    const now = await found(page, site);
    times = now === last && now !== count && (await isIdle.count()) === 1 ? times + 1 : 0;
    last = now;
    return times === 5;
  }, `another number of offers than ${count}`);
  return last;
}

async function choose(hands: Hands, page: Page, site: Site, facet: string, label: string) {
  const filters = page.locator(site.filters);
  const heading = filters.getByRole('button', { name: facet, exact: true });
  await heading.waitFor();
  if ((await heading.getAttribute('aria-expanded')) === 'false') await hands.press(heading);
  const group = filters.getByRole('group', { name: facet, exact: true });
  await hands.press(group.getByRole('checkbox', { name: new RegExp(`\\b${label} \\d+$`) }));
}

for (const site of SITES) {
  describe(`On the website of ${site.name}`, () => {
    for (const hands of [mouse, keyboard]) {
      it(`a visitor with a ${hands.name} finds an offer, narrows, opens it and goes back`, async () => {
        await visit(site.path, async (page) => {
          await offers(page, site).first().waitFor();
          const all = await found(page, site);

          await hands.write(
            page.locator(site.search).getByRole('searchbox').first(),
            site.misspelt,
          );
          const searched = await otherThan(all, page, site);
          assert.ok(searched > 0 && searched < all);
          const offer = offers(page, site).filter({ hasText: site.offer });
          await offer.waitFor();

          await choose(hands, page, site, 'Ort', site.place);
          await choose(hands, page, site, 'Für wen', site.audience);
          const chips = page.locator(site.list).getByRole('list', { name: 'Gewählte Filter' });
          await chips.getByRole('button', { name: site.audience }).waitFor();
          assert.ok((await found(page, site)) <= searched);
          await offer.waitFor();

          const opener = offer.locator('#toggle');
          await hands.press(opener);
          await offer.getByText(site.inside).first().waitFor();
          assert.equal(await opener.getAttribute('aria-expanded'), 'true');

          await hands.close(opener);
          await offer.locator('#toggle[aria-expanded=false]').waitFor();
          assert.match(page.url(), /\.audience=/);
          await page.goBack();
          await chips.getByRole('button', { name: site.audience }).waitFor({ state: 'detached' });
          await chips.getByRole('button', { name: site.place }).waitFor();
          await page.goBack();
          await chips.waitFor({ state: 'detached' });
          assert.doesNotMatch(page.url(), /\.(place|audience)=/);
        });
      });
    }

    it('axe finds nothing, closed or opened', async () => {
      await visit(site.path, async (page) => {
        await offers(page, site).first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        await offers(page, site).first().locator('#toggle').click();
        const filters = page.locator(site.filters);
        await filters.getByRole('button', { name: 'Ort', exact: true }).click();
        const places = filters.getByRole('group', { name: 'Ort', exact: true });
        await places.getByRole('checkbox').first().check();
        await page.locator(site.list).getByRole('list', { name: 'Gewählte Filter' }).waitFor();
        await page.locator(site.list).locator('[part=offers][aria-busy=false]').waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
      });
    });

    it('nothing has to be scrolled sideways at 320 pixels', async () => {
      await visit(
        site.path,
        async (page) => {
          const first = offers(page, site).first();
          await first.waitFor();
          assert.equal(await sidewaysScroll(page), 0);
          await first.locator('#toggle').click();
          await page.locator(site.filters).getByRole('button', { name: 'Filtern' }).click();
          await page
            .locator(site.filters)
            .getByRole('button', { name: 'Ort', exact: true })
            .waitFor();
          assert.equal(await sidewaysScroll(page), 0);
          assert.deepEqual(await accessibilityFaults(page), []);
        },
        { width: 320 },
      );
    });

    it("the editor's link serves where there is no feed", async () => {
      const other = await serveHosts({ feedUrl: 'http://127.0.0.1:1' });
      const context = await demo.browser.newContext({ locale: 'de-DE' });
      try {
        const page = await context.newPage();
        await page.goto(other.url + site.path);
        await page.getByRole('link', { name: site.fallback }).waitFor();
      } finally {
        await context.close();
        await other.close();
      }
    });
  });
}

it('offers stay when the feed goes, on all of them', async (test) => {
  const mortal = await startFeed(demo.database);
  test.after(() => mortal.stop());
  const other = await serveHosts({ feedUrl: mortal.url });
  test.after(() => other.close());
  const context = await demo.browser.newContext({ locale: 'de-DE' });
  test.after(() => context.close());
  const opened = [];
  for (const site of SITES) {
    const page = await context.newPage();
    await page.goto(other.url + site.path);
    await offers(page, site).first().waitFor();
    opened.push({ site, page, before: await offers(page, site).count() });
  }

  await mortal.stop();
  for (const { site, page, before } of opened) {
    await page.bringToFront();
    await page.locator(site.search).getByRole('searchbox').first().fill(site.misspelt);
    // With the feed the parts of the script that searching needs are gone; what counts is the feed.
    await page.locator(site.list).getByText('gerade nicht erreichbar').waitFor();
    assert.equal(await offers(page, site).count(), before, site.name);
    // What has just come into sight is laid out a moment later.
    const first = offers(page, site).first().locator('article');
    await eventually(async () => /\w/.test(await first.innerText()), 'the first offer shows');
    await page.locator(site.list).getByRole('button', { name: 'Noch einmal versuchen' }).waitFor();
  }
});

describe('The pages around them', () => {
  for (const path of ['/', '/town/', '/town/impressum.html']) {
    it(`${path} is accessible and fits 320 pixels`, async () => {
      await visit(
        path,
        async (page) => {
          assert.deepEqual(await accessibilityFaults(page), []);
          assert.equal(await sidewaysScroll(page), 0);
        },
        { width: 320 },
      );
    });
  }

  it("the town's home page leads to a list that is narrowed down already", async () => {
    await visit('/town/', async (page) => {
      await page.getByRole('link', { name: 'Sport und Bewegung' }).click();
      const chips = page.locator('#angebote').getByRole('list', { name: 'Gewählte Filter' });
      await chips.getByRole('button', { name: 'Sport' }).waitFor();
      await page.locator('#angebote vielfalt-offer-card').first().waitFor();
    });
  });
});

const DISTANCE = /(\d+(?:,\d+)?)\s(km|m)\b/;

function metresIn(text: string): number {
  const [, number = '', unit] = DISTANCE.exec(text) ?? [];
  return Number(number.replace(',', '.')) * (unit === 'km' ? 1000 : 1);
}

describe('A visitor who asks for what is near', () => {
  async function askForNear(permissions: string[], work: (page: Page) => Promise<void>) {
    await visit(
      SCHOOL.path,
      async (page) => {
        const filters = page.locator(SCHOOL.filters);
        await filters.getByRole('button', { name: 'Ort', exact: true }).click();
        await filters.getByRole('button', { name: /in meiner Nähe/i }).click();
        await work(page);
      },
      { permissions },
    );
  }

  it('sees distances, the nearest first where that is the order', async () => {
    await askForNear(['geolocation'], async (page) => {
      const list = page.locator(SCHOOL.list);
      await list.getByRole('button', { name: /In meiner Nähe \(10 km\)/ }).waitFor();
      await list.getByRole('combobox').selectOption({ label: 'Entfernung' });
      await page.waitForURL(/liste\.sort=distance/);
      await list.locator('[part=offers][aria-busy=false]').waitFor();
      const away = offers(page, SCHOOL).getByText(DISTANCE);
      const metres = async () => (await away.allTextContents()).map(metresIn);
      const isOrdered = async () => {
        const found = await metres();
        return found.every((each, index) => index === 0 || each >= (found[index - 1] ?? 0));
      };
      await eventually(isOrdered, 'the nearest come first');
      assert.ok((await metres()).length > 1);
    });
  });

  it('is told why where the browser says no', async () => {
    await askForNear([], async (page) => {
      await page.getByText('gibt Ihren Standort nicht frei').waitFor();
      assert.ok((await offers(page, SCHOOL).count()) > 0);
    });
  });
});

describe('What the provider shows of itself', () => {
  it('is its own entry and its own offers, and no others', async () => {
    await visit('/provider/', async (page) => {
      const card = page.locator('vielfalt-provider-card');
      await card.getByRole('heading', { name: 'TuS Ruhrbogen Hattingen 1908 e. V.' }).waitFor();
      await card.getByText('5 Angebote gefunden').first().waitFor();
      await drawn(card);
      for (const offer of await card.locator('vielfalt-offer-card article').all()) {
        // Not the inner text: what is off the screen has none, being laid out when somebody gets there.
        assert.match((await offer.textContent()) ?? '', /TuS Ruhrbogen Hattingen/);
      }
    });
  });
});
