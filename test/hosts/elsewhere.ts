import { after, before, describe, it } from 'node:test';
import { SharedDemo } from '../e2e/demo.js';
import { visit } from './gauntlet.js';
import { PAGES } from './pages.js';
import type { Window } from './window.js';

/** Another browser, started. */
export interface Browser {
  open(): Promise<Window>;
  close(): Promise<unknown>;
}

export interface Elsewhere {
  name: string;
  /** Starts it; nothing where it is not there. */
  start?: (() => Promise<Browser>) | undefined;
  /** What to do where it is not there. */
  missing: string;
  /** A script that pages have to begin with, where the browser itself tells too little. */
  witness?: string;
}

/** Tells the story in another browser than Chromium, on the pages where that tells something new. */
export function tellElsewhere({ name, start, missing, witness }: Elsewhere): void {
  describe(`The visitor’s story in ${name}`, { skip: start ? false : missing }, () => {
    const demo = SharedDemo.forAll();
    let browser: Browser;
    before(async () => (browser = await start!()));
    after(() => browser?.close());

    for (const page of PAGES.filter(({ isForAll }) => isForAll)) {
      it(`goes well on a page ${page.name}`, () =>
        visit(page, demo.feed.url, { open: () => browser.open(), ...(witness && { witness }) }));
    }
  });
}
