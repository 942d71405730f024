import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../e2e/browser.js';
import { SANDBOX, SLUG, contentOf, heightOf, openFrame } from './frame-page.js';
import { HostPages } from './host.js';

const SECRET = 'a1B2c3D4e5';

describe('A frame in WordPress', () => {
  const hosts = HostPages.forAll();
  const open = openFrame.bind(undefined, hosts);

  /** What WordPress does with a frame that it has embedded from an address. */
  const WORDPRESS = `<script>
    const frame = document.getElementById('directory');
    const said = (window.said = []);
    frame.style.position = 'absolute';
    frame.style.clip = 'rect(1px, 1px, 1px, 1px)';
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow || !data?.message) return;
      said.push(data);
      if (data.secret !== '${SECRET}' || data.message !== 'height') return;
      frame.removeAttribute('style');
      frame.height = Math.min(1000, Math.max(200, data.value));
    });
  </script>`;
  const query = `?place=witten#?secret=${SECRET}`;

  it('is shown once it has said its height, within what WordPress lets it have', async (test) => {
    const { page, complaints } = await open(test, {
      query,
      attributes: SANDBOX,
      around: WORDPRESS,
    });
    await eventually(async () => (await heightOf(page)) === 1_000, 'the frame is shown');
    assert.equal(await page.locator('#directory').getAttribute('style'), null);
    assert.deepEqual(complaints, []);
  });

  it('says its height again when the page around begins to listen, and to that page alone', async (test) => {
    const { page, inside } = await open(test, { query, attributes: SANDBOX, around: WORDPRESS });
    await eventually(() => page.evaluate(() => window['said'].length > 0), 'it has spoken');
    const count = () => page.evaluate(() => window['said'].length);
    await eventually(async () => {
      const before = await count();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return before === (await count());
    }, 'it has nothing more to say');
    const before = await count();
    await page.evaluate((secret) => {
      const { contentWindow } = document.getElementById('directory') as HTMLIFrameElement;
      contentWindow?.postMessage({ message: 'nothing' }, '*');
      contentWindow?.postMessage({ message: 'ready', secret }, '*');
    }, SECRET);
    await eventually(async () => (await count()) === before + 1, 'it has said it again');
    const last = await page.evaluate(() => window['said'].at(-1));
    assert.deepEqual(last, {
      message: 'height',
      value: await contentOf(inside),
      secret: SECRET,
    });
  });

  it('leads to the directory by the page around, and elsewhere by an address to copy', async (test) => {
    const { page, inside } = await open(test, { query, attributes: SANDBOX, around: WORDPRESS });
    const { url } = hosts.demo.feed;
    await inside.locator('vielfalt-offer-card .provider a').first().click();
    const isLed = () =>
      page.evaluate(() => window['said'].some(({ message }) => message === 'link'));
    await eventually(isLed, 'it has asked to be led on');
    const link = await page.evaluate(() =>
      window['said'].find(({ message }) => message === 'link'),
    );
    assert.ok(String(link?.value).startsWith(`${url}/providers/`));
    await inside.locator('[part=footer] a').first().click();
    const address = inside.locator('body > dialog input');
    await address.waitFor();
    assert.match(await address.inputValue(), /^https:\/\//);
  });

  for (const hash of ['#?secret="><b>', '#?secret=', '#?secret=a%22b', `#vielfalt-offer=${SLUG}`]) {
    it(`is not led astray by ${hash}`, async (test) => {
      const { page, complaints } = await open(test, {
        query: `?place=witten${hash.replaceAll('"', '&quot;')}`,
        attributes: SANDBOX,
        around: WORDPRESS,
      });
      assert.deepEqual(await page.evaluate(() => window['said']), []);
      assert.deepEqual(complaints, []);
    });
  }
});
