import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Demo } from '../e2e/demo.js';
import { openChromium } from './chromium-window.js';
import { visit } from './gauntlet.js';
import { PAGES, type HostPage } from './pages.js';

// Most of it is waiting.
describe('The visitor’s story', { concurrency: 3 }, () => {
  const demo = Demo.forAll();
  const tell = (page: HostPage, patience?: number) =>
    visit(page, demo.feed.url, {
      open: () => openChromium(demo.browser, page.device, page.before),
      ...(patience && { patience }),
    });

  for (const page of PAGES) {
    it(`goes well on a page ${page.name}`, () => tell(page));
    if (!page.without) continue;
    const { what, change, fails, patience } = page.without;
    it(`does not go well on a page ${page.name}, without ${what}`, async () => {
      await assert.rejects(tell({ ...page, ...change }, patience), ({ message }: Error) => {
        assert.match(message, fails);
        return true;
      });
    });
  }
});
