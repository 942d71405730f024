import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { seed } from '../../demo/seed.mjs';
import { serveHosts, type Hosts } from '../../demo/serve.mjs';
import { startBrowser } from './browser.js';
import { startFeed, temporaryFolder, type RunningFeed } from './feed.js';

/** The demo directory as `npm start` shows it, and a browser to look at it. */
export class Demo {
  /** Where the directory is kept. */
  database!: string;
  feed!: RunningFeed;
  hosts!: Hosts;
  browser!: Browser;
  readonly #endings: (() => Promise<unknown>)[] = [];

  /** For all tests of the file or group that it is called in. */
  static forAll(): Demo {
    const demo = new Demo();
    before(() => demo.#start());
    after(() => demo.#stop());
    return demo;
  }

  async #start() {
    const folder = await temporaryFolder();
    this.#endings.push(() => folder.remove());
    this.database = folder.database;
    await seed(this.database);
    this.feed = await startFeed(this.database);
    this.#endings.push(() => this.feed.stop());
    this.hosts = await serveHosts({ feedUrl: this.feed.url });
    this.#endings.push(() => this.hosts.close());
    this.browser = await startBrowser();
    this.#endings.push(() => this.browser.close());
  }

  /** As far as it has been started. */
  async #stop() {
    for (const end of this.#endings.reverse()) await end();
  }
}
