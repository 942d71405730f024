import type { TestContext } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { drawn } from '../e2e/browser.js';
import type { HostPages, Manner } from './host.js';

/** What a content system gives a frame in which nothing is trusted. */
export const SANDBOX = 'sandbox="allow-scripts"';
export const SLUG = 'berufssprachkurs-c1-abends-und-hybrid';

export const heightOf = (page: Page, id = 'directory') =>
  page.locator(`#${id}`).evaluate((frame) => frame.clientHeight);

/** How high the page in a frame is. */
export const contentOf = (inside: FrameLocator) =>
  inside.locator(':root').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));

/** The frame itself. */
export const frameOf = (feedUrl: string, query: string, attributes = '') =>
  `<iframe id="directory" title="Angebote" width="100%" height="700" ${attributes}
    src="${feedUrl}/embed${query}"></iframe>`;

/** A page with a frame, as far as its first offers are drawn. */
export async function openFrame(
  hosts: HostPages,
  test: TestContext,
  { query = '?place=witten', attributes = '', around = '' } = {},
  manner: Manner = {},
) {
  const visit = await hosts.open(
    test,
    (feedUrl) => ({
      body: `<h1>Angebote</h1>${frameOf(feedUrl, query, attributes)}${around.replaceAll('FEED', feedUrl)}`,
    }),
    { ...manner, offers: false },
  );
  const inside = visit.page.frameLocator('#directory');
  await inside.locator('vielfalt-offer-card').first().waitFor();
  await drawn(inside.locator('body'));
  return { ...visit, inside };
}
