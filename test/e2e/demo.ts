import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { serveHosts } from '../../demo/serve.mjs';
import { startBrowser } from './browser.js';
import { startFeed, temporaryFolder } from './feed.js';

/** Where the demo directory is kept, and where its feed and the sites that embed it answer. */
export interface DemoAddresses {
  database: string;
  feed: { url: string };
  hosts: { url: string };
}

/** Names, as JSON, the addresses of a demo that runs for several test files: see `with-demo.ts`. */
export const SHARED_DEMO = 'VIELFALT_TEST_DEMO';

/** The demo directory as `npm start` shows it. Tests only read it. */
export async function startDemo(): Promise<DemoAddresses & { stop: () => Promise<void> }> {
  const folder = await temporaryFolder();
  const endings: (() => Promise<unknown>)[] = [() => folder.remove()];
  const stop = async () => {
    for (const end of endings.reverse()) await end();
  };
  try {
    const { database } = folder;
    // Not before: most files find the demo running, and need no store.
    const { seed } = await import('../../demo/seed.mjs');
    await seed(database);
    const feed = await startFeed(database);
    endings.push(() => feed.stop());
    const hosts = await serveHosts({ feedUrl: feed.url });
    endings.push(() => hosts.close());
    return { database, feed, hosts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo directory for the tests of a file. */
export class SharedDemo implements DemoAddresses {
  database!: string;
  feed!: { url: string };
  hosts!: { url: string };
  protected readonly endings: (() => Promise<unknown>)[] = [];

  /** For all tests of the file or group that it is called in. */
  static forAll<Kind extends SharedDemo>(this: new () => Kind): Kind {
    const demo = new this();
    before(() => demo.start());
    after(() => demo.#stop());
    return demo;
  }

  protected async start() {
    Object.assign(this, await this.#addresses());
  }

  async #addresses(): Promise<DemoAddresses> {
    const shared = process.env[SHARED_DEMO];
    if (shared) return JSON.parse(shared) as DemoAddresses;
    const { stop, ...addresses } = await startDemo();
    this.endings.push(stop);
    return addresses;
  }

  /** As far as it has been started. */
  async #stop() {
    for (const end of this.endings.reverse()) await end();
  }
}

/** The demo directory, and a browser to look at it. */
export class Demo extends SharedDemo {
  browser!: Browser;

  protected override async start() {
    await super.start();
    this.browser = await startBrowser();
    this.endings.push(() => this.browser.close());
  }
}
