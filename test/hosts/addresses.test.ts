import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { HostPages, languageTopic } from './host.js';

const SLUG = 'berufssprachkurs-c1-abends-und-hybrid';
const FRAGMENT = `#vielfalt-offer=${SLUG}`;
const DIRECTORY = '<vielfalt-directory heading-level="2" sync-url></vielfalt-directory>';
const BODY = `<h1>Angebote</h1>${DIRECTORY}`;

/** The address of the link that an open card offers to pass on. */
async function linkOfFirst(page: Page): Promise<string> {
  const card = page.locator('.offers vielfalt-offer-card').first();
  await card.getByRole('button', { name: 'Einzelheiten' }).click();
  const link = card.getByRole('link', { name: 'Link zu diesem Angebot' });
  await link.waitFor();
  return link.evaluate((anchor: HTMLAnchorElement) => anchor.href);
}

/** Hides the linked offer again. */
async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verlinktes Angebot ausblenden' }).click();
  await page.locator('.linked').waitFor({ state: 'detached' });
}

describe('The address of a page', () => {
  const hosts = HostPages.forAll();

  for (const base of ['https://www.example.org/', '/elsewhere/']) {
    it(`is its own under <base href="${base}">`, async (test) => {
      const head = `<base href="${base}">`;
      const path = `/angebote/?a=1${FRAGMENT}`;
      const { page, complaints, origin } = await hosts.open(test, { body: BODY, head }, { path });
      assert.match(
        await linkOfFirst(page),
        new RegExp(`^${origin}/angebote/\\?a=1#vielfalt-offer=`),
      );
      await close(page);
      assert.equal(page.url(), `${origin}/angebote/?a=1`);
      assert.deepEqual(complaints, []);
    });
  }

  it('is its own where its path begins like another host’s', async (test) => {
    const path = `//www.example.org/angebote${FRAGMENT}`;
    const { page, complaints, origin } = await hosts.open(test, { body: BODY }, { path });
    await close(page);
    assert.equal(page.url(), `${origin}//www.example.org/angebote`);
    await (await languageTopic(page)).check();
    await page.waitForURL(/vielfalt\.topic=/);
    assert.ok(page.url().startsWith(`${origin}//www.example.org/angebote?vielfalt.topic=`));
    assert.deepEqual(complaints, []);
  });

  for (const route of ['#/angebote', '#!angebote', '#angebote', '#%E4']) {
    it(`keeps the host’s route ${route}: the link leads to the directory’s page`, async (test) => {
      const { page, complaints, origin } = await hosts.open(
        test,
        { body: BODY },
        { path: `/${route}` },
      );
      const { url } = hosts.demo.feed;
      assert.match(await linkOfFirst(page), new RegExp(`^${url}/offers/[a-z0-9-]+$`));
      await page.reload();
      assert.match(await linkOfFirst(page), new RegExp(`^${url}/offers/[a-z0-9-]+$`));
      await (await languageTopic(page)).check();
      await page.waitForURL(/vielfalt\.topic=/);
      const { search, hash } = new URL(page.url());
      assert.equal(page.url(), `${origin}/${search}${hash}`);
      assert.equal(hash, route);
      assert.deepEqual(complaints, []);
    });
  }

  it('takes our fragment in the place of one that leads to a part of the page', async (test) => {
    const body = `<a id="unten"></a>${BODY}`;
    const { page, origin } = await hosts.open(test, { body }, { path: '/#unten' });
    assert.match(await linkOfFirst(page), new RegExp(`^${origin}/#vielfalt-offer=`));
  });

  const frames = {
    'an about:srcdoc frame': (page: string) => `<iframe srcdoc='${page}'></iframe>`,
    'a sandboxed srcdoc frame': (page: string) =>
      `<iframe sandbox="allow-scripts" srcdoc='${page}'></iframe>`,
    'a data: frame': (page: string) =>
      `<iframe src="data:text/html,${encodeURIComponent(page)}"></iframe>`,
    'a blob: frame': (page: string) => `<iframe></iframe><script>
      document.querySelector('iframe').src = URL.createObjectURL(
        new Blob([${JSON.stringify(page).replaceAll('</', '<\\/')}], { type: 'text/html' }));
    </script>`,
  };
  for (const [name, frame] of Object.entries(frames)) {
    it(`throws nothing in ${name}, where events come and links lead out`, async (test) => {
      const { page, complaints } = await hosts.open(
        test,
        (feedUrl) => {
          const inner = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Test</title><body>
            <script>addEventListener("vielfalt-query-change", ({ query }) => { document.documentElement.dataset.topic = query.topic; });</script>
            <script type="module" src="${feedUrl}/widget/v1/vielfalt.js"></script>${DIRECTORY}`;
          return { body: frame(inner).replace('<iframe', '<iframe width="900" height="700"') };
        },
        { offers: false },
      );
      const inside = page.frameLocator('iframe');
      const card = inside.locator('vielfalt-offer-card').first();
      await card.getByRole('button', { name: 'Einzelheiten' }).click();
      const link = card.getByRole('link', { name: 'Link zu diesem Angebot' });
      await link.waitFor();
      const href = await link.evaluate((anchor: HTMLAnchorElement) => [anchor.href, anchor.target]);
      assert.match(String(href[0]), new RegExp(`^${hosts.demo.feed.url}/offers/[a-z0-9-]+$`));
      assert.equal(href[1], '_blank');
      await (await languageTopic(inside)).check();
      await inside.locator('html[data-topic=language]').waitFor();
      assert.deepEqual(complaints, []);
    });
  }
});
