import type { TestContext } from 'node:test';
import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { Demo } from '../e2e/demo.js';
import { serveHostPage, type HostPage } from '../e2e/host-page.js';

export interface Visit {
  page: Page;
  /** What the browser complained about: exceptions and errors in the console. */
  complaints: string[];
  /** Warnings in the console: for whoever keeps the page. */
  warnings: string[];
  /** Where the website is, without a slash at its end. */
  origin: string;
}

export interface Manner extends BrowserContextOptions {
  /** The address on the website. */
  path?: string;
  /** Done to the page before it is opened, such as other answers of the feed. */
  before?: (page: Page) => Promise<unknown>;
  /** Whether offers are waited for; default yes. */
  offers?: boolean;
}

/** The choice of the topic of languages, in a filter that is closed at first. */
export async function languageTopic(page: Page | FrameLocator): Promise<Locator> {
  const filters = page.locator('vielfalt-filters');
  await filters.getByRole('button', { name: 'Thema', exact: true, expanded: false }).click();
  return filters.locator('input[value=language]');
}

/** Websites that embed the demo directory, each on an origin of its own. */
export class HostPages {
  readonly demo = Demo.forAll();

  /** For all tests of the file or group that it is called in. */
  static forAll(): HostPages {
    return new HostPages();
  }

  /**
   * Opens a page of a website that has only this page, as somebody who has never been there. The
   * host may be a function of the feed's address, which is only known once the tests run.
   */
  async open(
    test: TestContext,
    host: HostPage | ((feedUrl: string) => HostPage),
    { path = '/', before, offers = true, ...options }: Manner = {},
  ): Promise<Visit> {
    const { browser, feed } = this.demo;
    const served = await serveHostPage(
      feed.url,
      typeof host === 'function' ? host(feed.url) : host,
    );
    test.after(() => served.close());
    const context = await browser.newContext({
      viewport: { width: 1000, height: 800 },
      ...options,
    });
    test.after(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    const warnings: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await before?.(page);
    await page.goto(served.url + path);
    if (offers) await page.locator('vielfalt-offer-card').first().waitFor();
    return { page, complaints, warnings, origin: served.url };
  }
}
