import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { WITNESS, type View, type Window } from './window.js';

function viewOf(frame: Frame): View {
  return {
    evaluate: (expression) => frame.evaluate(expression),
    press: (path) => frame.locator(path).first().click(),
  };
}

/**
 * A window of Chromium.
 *
 * @param before done to the page before it is opened
 */
export async function openChromium(
  browser: Browser,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<unknown>,
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const complaints: string[] = [];
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type())) complaints.push(message.text());
  });
  await context.addInitScript(WITNESS);
  const page = await context.newPage();
  await before?.(page);
  return {
    ...viewOf(page.mainFrame()),
    async open(address) {
      await page.goto(address, { waitUntil: 'commit' });
    },
    type: (words) => page.keyboard.type(words),
    picture: async (path) =>
      (await page.locator(path).screenshot({ caret: 'initial' })).toString('base64'),
    async frame(path) {
      const frame = await (await page.locator(path).elementHandle())?.contentFrame();
      if (!frame) throw new Error(`${path} is no frame`);
      return viewOf(frame);
    },
    addresses: async () => context.pages().map((each) => each.url()),
    complaints: async () => complaints,
    asked: async () => asked,
    cookies: async () => (await context.cookies()).map(({ name }) => name),
    close: () => context.close(),
  };
}
