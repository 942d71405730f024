import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually } from '../e2e/browser.js';
import { HostPages } from './host.js';

const MAP = '<vielfalt-map place="witten,hattingen"><a href="/">Angebote</a></vielfalt-map>';

/** The policy that the guide asks for, and not a word more. @param images further sources */
const strictly = (feed: string, images = '') =>
  `default-src 'none'; script-src ${feed}; style-src 'none'; connect-src ${feed}; img-src ${feed} ${images}; require-trusted-types-for 'script'; trusted-types vielfalt`;

/** A green picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A server of somebody else that has pictures of maps. */
async function tileServer(test: TestContext) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'image/png').end(PICTURE);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const markers = (page: Page) => page.locator('vielfalt-map .marker');
const withTiles = (source: string) =>
  `<vielfalt-map tiles="${source}/{z}/{x}/{y}.png" tiles-credit="© Kartenwerk"></vielfalt-map>`;

describe('A map on a page', () => {
  const hosts = HostPages.forAll();

  it('is drawn under the strictest policy, and lists what is pressed', async (test) => {
    const { page, complaints } = await hosts.open(
      test,
      (feed) => ({ body: MAP, policy: strictly(feed) }),
      { offers: false },
    );
    await markers(page).first().waitFor();
    await page.locator('vielfalt-map .shape').first().waitFor({ state: 'attached' });
    await markers(page).first().click();
    const links = page.locator('vielfalt-map .here .entries a');
    await links.first().waitFor();
    assert.ok((await links.count()) > 0);
    assert.deepEqual(complaints, []);
  });

  it('asks nobody but the feed', async (test) => {
    const origins = new Set<string>();
    const { page, origin } = await hosts.open(
      test,
      { body: MAP },
      {
        offers: false,
        before: async (each) =>
          each.on('request', (request) => origins.add(new URL(request.url()).origin)),
      },
    );
    await markers(page).first().waitFor();
    await page.getByRole('button', { name: 'Näher heran' }).click();
    origins.delete(origin);
    origins.delete('null');
    assert.deepEqual([...origins], [hosts.demo.feed.url]);
  });

  it('costs a page without one nothing', async (test) => {
    const parts = async (body: string, offers: boolean) => {
      const asked: string[] = [];
      const { page } = await hosts.open(
        test,
        { body },
        {
          offers,
          before: async (each) => each.on('request', (request) => asked.push(request.url())),
        },
      );
      if (!offers) await markers(page).first().waitFor();
      return asked
        .filter((url) => /chunks|points|areas/.test(url))
        .map((url) => new URL(url).pathname);
    };
    const without = await parts('<vielfalt-directory place="witten"></vielfalt-directory>', true);
    assert.ok(!without.some((path) => /points|areas/.test(path)), without.join());
    const own = (await parts(MAP, false)).filter((path) => !without.includes(path));
    assert.ok(
      own.some((path) => path.includes('/chunks/')),
      'the map has a part of its own',
    );
  });

  it('is filtered with the directory that it stands in, and opens offers there', async (test) => {
    const { page, complaints } = await hosts.open(test, (feed) => ({
      body: '<vielfalt-directory><vielfalt-map slot="before"></vielfalt-map></vielfalt-directory>',
      policy: strictly(feed),
    }));
    await markers(page).first().waitFor();
    const shape = page.locator('vielfalt-map .shape.open[data-place=breckerfeld]');
    const { width = 0, height = 0 } = (await shape.boundingBox()) ?? {};
    const narrowed = page.waitForResponse((answer) => /points\?.*breckerfeld/.test(answer.url()));
    await shape.click({ position: { x: width * 0.85, y: height / 2 } });
    const chip = page.locator('vielfalt-offer-list [part=chips]');
    await chip.getByText('Breckerfeld').waitFor();
    // What is open in a map closes when it is drawn for another choice.
    await (await narrowed).finished();
    await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 200)));
    await markers(page).first().click();
    const link = page.locator('vielfalt-map .here .entries a').first();
    const title = (await link.innerText()).trim();
    await link.click();
    await page.locator('vielfalt-offer-list .linked').getByText(title).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  it('comes in the place of a placeholder', async (test) => {
    const { page, complaints } = await hosts.open(
      test,
      { body: '<div data-vielfalt="map" data-place="witten"><a href="/">Angebote</a></div>' },
      { offers: false },
    );
    await markers(page).first().waitFor();
    assert.equal(await page.locator('vielfalt-map').getAttribute('place'), 'witten');
    assert.deepEqual(complaints, []);
  });

  it('stands in a frame', async (test) => {
    const { page } = await hosts.open(
      test,
      (feed) => ({
        body: `<iframe src="${feed}/embed?place=witten&map" width="900" height="900" title="x"></iframe>`,
      }),
      { offers: false },
    );
    await page.frameLocator('iframe').locator('vielfalt-map .marker').first().waitFor();
  });

  it('can be used by keyboard alone', async (test) => {
    const { page } = await hosts.open(test, { body: MAP }, { offers: false });
    await markers(page).first().waitFor();
    const count = await markers(page).count();
    await page.keyboard.press('Tab');
    const focused = () =>
      page.locator('vielfalt-map').evaluate((map) => {
        const element = map.shadowRoot?.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim();
      });
    const seen = new Set([await focused()]);
    for (let n = 1; n < count; n++) {
      await page.keyboard.press('ArrowRight');
      seen.add(await focused());
    }
    assert.equal(seen.size, count);
    await page.keyboard.press('Enter');
    await eventually(
      () => page.locator('vielfalt-map .here').isVisible(),
      'the offers of the last point',
    );
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Schließen');
  });

  it('lays pictures below it where an editor names their source and the policy allows it', async (test) => {
    const tiles = await tileServer(test);
    const { page, complaints } = await hosts.open(
      test,
      (feed) => ({ body: withTiles(tiles.url), policy: strictly(feed, tiles.url) }),
      { offers: false },
    );
    await page.locator('vielfalt-map svg.pictured').waitFor();
    assert.ok(tiles.asked.length > 0);
    for (const path of tiles.asked) assert.match(path, /^\/\d+\/\d+\/\d+\.png$/);
    assert.ok(
      await page.locator('vielfalt-map [part=credit]').getByText('© Kartenwerk').isVisible(),
    );
    assert.deepEqual(complaints, []);
  });

  it('keeps shapes and points where the pictures do not come, or may not', async (test) => {
    const tiles = await tileServer(test);
    const gone = 'http://127.0.0.1:9';
    for (const [source, images] of [
      [gone, gone],
      [tiles.url, ''],
    ] as const) {
      const { page } = await hosts.open(
        test,
        (feed) => ({ body: withTiles(source), policy: strictly(feed, images) }),
        { offers: false },
      );
      await markers(page).first().waitFor();
      await page.locator('vielfalt-map .shape').first().waitFor({ state: 'attached' });
      assert.equal(await page.locator('vielfalt-map svg.pictured').count(), 0);
    }
    assert.deepEqual(tiles.asked, []);
  });

  it('scrolls nothing sideways at 320 pixels, also with a list open', async (test) => {
    const { page } = await hosts.open(
      test,
      { body: MAP },
      { offers: false, viewport: { width: 320, height: 600 } },
    );
    await markers(page).first().waitFor();
    await markers(page).first().click();
    await page.locator('vielfalt-map .here').waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(over, 0);
  });
});
