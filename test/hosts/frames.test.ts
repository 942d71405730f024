import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessibilityFaults, drawn, eventually, sidewaysScroll } from '../e2e/browser.js';
import { SANDBOX, SLUG, contentOf, frameOf, heightOf, openFrame } from './frame-page.js';
import { HostPages, languageTopic } from './host.js';

describe('A frame', () => {
  const hosts = HostPages.forAll();

  const open = openFrame.bind(undefined, hosts);

  const HEIGHTS = '<script async src="FEED/widget/v1/frame.js"></script>';

  it('keeps the lock of its address, whatever is chosen', async (test) => {
    const { inside } = await open(test, { query: '?provider=vhs-huegelland&q=kurs' });
    const providers = inside.locator('vielfalt-offer-card .provider');
    await inside.getByRole('searchbox').first().fill('');
    await eventually(async () => (await providers.count()) > 1, 'offers are shown');
    for (const name of await providers.allTextContents()) assert.match(name, /VHS Hügelland/);
  });

  it('has the look that its address asks for, under its strict policy', async (test) => {
    const { inside, complaints, warnings } = await open(test, {
      query: '?place=witten&accent=a3201b&background=fff8e1&radius=blau',
      attributes: SANDBOX,
    });
    const link = inside.locator('vielfalt-offer-card .provider a').first();
    assert.equal(await link.evaluate((each) => getComputedStyle(each).color), 'rgb(163, 32, 27)');
    const root = inside.locator(':root');
    assert.equal(
      await root.evaluate((each) => getComputedStyle(each).backgroundColor),
      'rgb(255, 248, 225)',
    );
    assert.deepEqual(complaints, []);
    assert.match(warnings.join(), /left out radius=blau: a length is written as/);
  });

  describe('and the script beside it', () => {
    it('make it as high as its content, also when that changes', async (test) => {
      const { page, inside } = await open(test, { around: HEIGHTS, attributes: SANDBOX });
      const fits = async () => (await heightOf(page)) === (await contentOf(inside));
      await eventually(fits, 'the frame is as high as its content');
      const before = await heightOf(page);
      assert.ok(before > 1_500, `${before} pixels`);
      await inside.getByRole('searchbox').first().pressSequentially('Reparatur');
      await eventually(
        async () => (await heightOf(page)) < before && (await fits()),
        'it becomes lower with fewer offers',
      );
    });

    it('understand each other when the script comes late, as a module too', async (test) => {
      const { page, inside } = await open(test);
      assert.equal(await heightOf(page), 700);
      await page.evaluate((src) => {
        const script = document.createElement('script');
        document.head.append(Object.assign(script, { src, type: 'module' }));
      }, `${hosts.demo.feed.url}/widget/v1/frame.js`);
      await eventually(
        async () => (await heightOf(page)) === (await contentOf(inside)),
        'the frame is as high as its content',
      );
    });

    it('let no other window set a height', async (test) => {
      const foreign = `<iframe id="foreign" height="100" srcdoc="<script>
        for (const value of [5000, 1e9]) parent.postMessage({ vielfalt: 'height', value }, '*');
        </script>"></iframe>`;
      const { page, inside } = await open(test, { around: foreign + HEIGHTS });
      const grown = async () => (await heightOf(page)) === (await contentOf(inside));
      await eventually(grown, 'ours is as high as its content');
      const ours = await heightOf(page);
      await page.evaluate(() => {
        const { contentWindow } = document.getElementById('directory') as HTMLIFrameElement;
        const say = (value: unknown, source: Window | null) => {
          const data = { vielfalt: 'height', value };
          window.dispatchEvent(new MessageEvent('message', { data, source, origin: 'null' }));
        };
        say(9_999, window);
        say(9_999, null);
        for (const wrong of [-5, 0, NaN, Infinity * 0, 'x', {}, [], null])
          say(wrong, contentWindow);
        for (const data of [null, undefined, 5, 'height', { vielfalt: 'height' }]) {
          window.dispatchEvent(
            new MessageEvent('message', { data, source: contentWindow, origin: 'null' }),
          );
        }
        // Led to another website, the frame says nothing of ours.
        const data = { vielfalt: 'height', value: 9_999 };
        const origin = 'https://evil.example';
        window.dispatchEvent(new MessageEvent('message', { data, source: contentWindow, origin }));
      });
      assert.equal(await heightOf(page), ours);
      assert.equal(await heightOf(page, 'foreign'), 100);
      await page.evaluate(() => {
        const { contentWindow: source } = document.getElementById('directory') as HTMLIFrameElement;
        const data = { vielfalt: 'height', value: 1e12 };
        window.dispatchEvent(new MessageEvent('message', { data, source, origin: 'null' }));
      });
      assert.equal(await heightOf(page), 200_000, 'no higher than any list');
    });

    it('leave a page its own limit', async (test) => {
      const { page, inside } = await open(test, {
        around: `<style>#directory { max-height: 500px }</style>${HEIGHTS}`,
      });
      await eventually(
        async () => (await page.locator('#directory').getAttribute('height')) !== '700',
        'the script has set a height',
      );
      assert.equal(await heightOf(page), 500);
      assert.ok((await contentOf(inside)) > 1_000, 'the rest is scrolled to');
    });

    it('open what has to be in sight where the frame is seen', async (test) => {
      const { page, inside } = await open(
        test,
        { around: HEIGHTS, attributes: SANDBOX },
        { viewport: { width: 400, height: 700 } },
      );
      await eventually(
        async () => (await heightOf(page)) === (await contentOf(inside)),
        'the frame is as high as its content',
      );
      await inside.getByRole('button', { name: 'Filtern' }).click();
      const sheet = inside.locator('vielfalt-filters dialog');
      await sheet.waitFor();
      const isInSight = async () => {
        const box = await sheet.boundingBox();
        return !!box && box.height > 300 && box.y >= 0 && box.y + box.height <= 700;
      };
      await eventually(isInSight, 'the filters are in sight');
      await (await languageTopic(inside)).check();
      const before = await heightOf(page);
      await inside.getByRole('button', { name: 'Sprache vor Ort' }).click();
      await inside.locator('vielfalt-filters input[value=ar]').check();
      await eventually(async () => (await heightOf(page)) < before, 'the frame becomes lower');
      await eventually(isInSight, 'the filters are still in sight');
    });
  });

  describe('in which links are dead', () => {
    it('shows numbers and addresses as text to copy', async (test) => {
      const { inside, complaints } = await open(test, { attributes: SANDBOX });
      const call = inside.locator('vielfalt-offer-card a[href^="tel:"]').first();
      const number = (await call.getAttribute('href'))?.slice('tel:'.length);
      await call.click();
      const dialog = inside.locator('body > dialog');
      await dialog.waitFor();
      assert.equal(await dialog.locator('input').inputValue(), number);
      await dialog.getByRole('button', { name: 'Kopieren' }).click();
      await dialog.getByText('Kopiert.').waitFor();
      await dialog.getByRole('button', { name: 'Schließen' }).click();
      const mail = inside.locator('vielfalt-offer-card a[href^="mailto:"]').first();
      const address = (await mail.getAttribute('href'))?.slice('mailto:'.length);
      await mail.click();
      assert.equal(await dialog.locator('input').inputValue(), address);
      assert.deepEqual(complaints, []);
    });
  });

  describe('in which links live', () => {
    it('opens them outside', async (test) => {
      const { page, inside } = await open(test, { query: `/offers/${SLUG}` });
      const opened = page.waitForEvent('popup');
      await inside.locator('vielfalt-offer-card .provider a').click();
      const target = await opened;
      assert.match(target.url(), /\/providers\//);
      const card = inside.locator('vielfalt-offer-card');
      await card.getByRole('button', { name: 'Einzelheiten' }).click();
      const link = card.getByRole('link', { name: 'Link zu diesem Angebot' });
      await link.waitFor();
      assert.equal(await link.getAttribute('href'), `${hosts.demo.feed.url}/offers/${SLUG}`);
    });

    it('calls without a window of its own', async (test) => {
      const { inside } = await open(test);
      await inside.locator(':root').evaluate((root) => {
        // Later than the frame's own listener.
        window.addEventListener('click', (event) => {
          event.preventDefault();
          const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
          root.dataset['target'] = link?.target ?? '';
        });
      });
      await inside.locator('vielfalt-offer-card a[href^="tel:"]').first().click();
      await inside.locator(':root[data-target=_self]').waitFor();
    });
  });

  for (const path of ['?place=witten', '/providers/vhs-huegelland?lang=ar', '?place=wittn']) {
    it(`is accessible at 320 pixels (${path})`, async (test) => {
      const { browser, feed } = hosts.demo;
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      test.after(() => page.close());
      await page.goto(`${feed.url}/embed${path}`);
      if (!path.endsWith('wittn')) await page.locator('vielfalt-offer-card').first().waitFor();
      await drawn(page);
      assert.deepEqual(await accessibilityFaults(page), []);
      assert.equal(await sidewaysScroll(page), 0);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      assert.deepEqual(await accessibilityFaults(page), []);
    });
  }

  it('serves without a script of its own', async (test) => {
    const { page } = await hosts.open(
      test,
      (feedUrl) => ({ body: frameOf(feedUrl, '?place=witten') }),
      { javaScriptEnabled: false, offers: false },
    );
    const inside = page.frameLocator('#directory');
    const first = inside.locator('.vielfalt-offers .vielfalt-title a').first();
    await first.waitFor();
    const opened = page.waitForEvent('popup');
    await first.click();
    assert.match((await opened).url(), /\/offers\//);
  });
});

declare global {
  interface Window {
    said: { message: string; value: unknown }[];
  }
}
