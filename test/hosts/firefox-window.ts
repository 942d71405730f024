import type { Browser, ElementHandle, Frame } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { first, WITNESS, type View, type Window } from './window.js';

/** Nothing in it may ask any host by itself. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  // Chromium without windows asks for none either.
  'browser.chrome.site_icons': false,
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'intl.accept_languages': 'de',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

export function startFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: PREFERENCES,
    defaultViewport: { width: 1000, height: 800 },
  });
}

async function elementIn(frame: Frame, path: string): Promise<ElementHandle> {
  const found = (await frame.evaluateHandle(first(path))).asElement();
  if (!found) throw new Error(`There is no ${path}`);
  return found as ElementHandle;
}

function viewOf(frame: Frame): View {
  return {
    evaluate: (expression) => frame.evaluate(expression),
    async press(path) {
      await (await elementIn(frame, path)).click();
    },
  };
}

/** A window of Firefox. */
export async function openFirefox(browser: Browser): Promise<Window> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/^(error|warn)$/.test(message.type())) complaints.push(message.text());
  });
  // Firefox tells nobody else what a policy has forbidden.
  await page.evaluateOnNewDocument(WITNESS);
  const main = page.mainFrame();
  return {
    ...viewOf(main),
    // It comes back once all is loaded, scripts too, which wait for us.
    async open(address) {
      page.goto(address).catch((error: unknown) => complaints.push(String(error)));
    },
    type: (words) => page.keyboard.type(words),
    picture: async (path) => await (await elementIn(main, path)).screenshot({ encoding: 'base64' }),
    async frame(path) {
      const frame = await (await elementIn(main, path)).contentFrame();
      if (!frame) throw new Error(`${path} is no frame`);
      return viewOf(frame);
    },
    addresses: async () => (await context.pages()).map((each) => each.url()),
    complaints: async () => complaints,
    asked: async () => asked,
    cookies: async () => (await context.cookies()).map(({ name }) => name),
    close: () => context.close(),
  };
}
