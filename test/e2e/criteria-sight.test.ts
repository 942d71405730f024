import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sidewaysScroll } from './browser.js';
import { faultsOf, look } from './criteria.js';
import { Demo } from './demo.js';
import { ELEMENT_STATES, type ElementState } from './element-states.js';
import { serveHostPage } from './host-page.js';
import { KINDS } from './page-kinds.js';

const demo = Demo.forAll();

const NARROW = { width: 320, height: 640 };
/** 1280 by 1024 pixels at 400 %. */
const ENLARGED = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 900 };

const DAY = '<style>body { background: #fff; color: #222 }</style>';
const NIGHT = '<style>body { background: #111; color: #eee }</style>';

async function newPage(test: TestContext, options: BrowserContextOptions): Promise<Page> {
  const context = await demo.browser.newContext({
    ...{ baseURL: demo.feed.url, locale: 'de-DE', reducedMotion: 'reduce' },
    ...options,
  });
  test.after(() => context.close());
  return context.newPage();
}

/** A website in a state of its elements. */
async function openState(
  test: TestContext,
  { body, before, act, isNarrow }: ElementState,
  { head = DAY, ...options }: BrowserContextOptions & { head?: string } = {},
) {
  const host = await serveHostPage(demo.feed.url, { head, body: `<h1>Angebote</h1>${body}` });
  test.after(() => host.close());
  const page = await newPage(test, { viewport: isNarrow ? NARROW : WIDE, ...options });
  await before?.(page);
  await page.goto(host.url);
  await act(page);
  return page;
}

/** A page of the directory by itself, without our elements. */
async function openPlain(test: TestContext, path: string, options: BrowserContextOptions = {}) {
  const page = await newPage(test, { viewport: WIDE, ...options });
  await page.route('**/widget/**', (route) => route.abort());
  await page.goto(path);
  return page;
}

async function faultsWhenSpaced(page: Page): Promise<string[]> {
  await look(page, 'space');
  const scroll = await sidewaysScroll(page);
  return [...(scroll > 0 ? [`scrolls ${scroll} pixels`] : []), ...(await look(page, 'cutTexts'))];
}

async function faultsWhenEnlarged(page: Page): Promise<string[]> {
  const scroll = await sidewaysScroll(page);
  const faults = await faultsOf(page, ['cutTexts']);
  return [...(scroll > 0 ? [`scrolls ${scroll} pixels`] : []), ...faults];
}

const COLOURS = ['paleTexts', 'paleControls'] as const;

describe('Texts and controls stand out (1.4.3, 1.4.11), targets are large enough (2.5.8)', () => {
  for (const state of ELEMENT_STATES) {
    it(`in the elements, by day and by night: ${state.name}`, async (test) => {
      for (const head of [DAY, NIGHT]) {
        const page = await openState(test, state, { head });
        assert.deepEqual(await faultsOf(page, [...COLOURS, 'smallTargets']), []);
      }
    });
  }

  for (const { name, path } of KINDS) {
    it(`on a page, by day and by night: ${name}`, async (test) => {
      const page = await openPlain(test, path);
      assert.deepEqual(await faultsOf(page, [...COLOURS, 'smallTargets']), []);
      await page.setViewportSize(NARROW);
      assert.deepEqual(await faultsOf(page, ['smallTargets']), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await faultsOf(page, COLOURS), []);
    });
  }
});

describe('Nothing is lost at 400 % (1.4.10), in wide letters (1.4.12), in large type (1.4.4)', () => {
  for (const state of ELEMENT_STATES) {
    it(`in the elements: ${state.name}`, async (test) => {
      const page = await openState(test, state);
      const body = page.locator('body');
      await body.evaluate(({ style }) => (style.fontSize = '2em'));
      assert.deepEqual(await faultsWhenEnlarged(page), [], 'at 200 %');
      await body.evaluate(({ style }) => (style.fontSize = ''));
      await page.setViewportSize(ENLARGED);
      assert.deepEqual(await faultsWhenEnlarged(page), [], 'at 400 %');
      await page.setViewportSize(NARROW);
      assert.deepEqual(await faultsWhenSpaced(page), [], 'in wide letters');
    });
  }

  for (const { name, path } of KINDS) {
    it(`on a page: ${name}`, async (test) => {
      const page = await openPlain(test, path, { viewport: ENLARGED });
      assert.deepEqual(await faultsWhenEnlarged(page), [], 'at 400 %');
      await page.setViewportSize(NARROW);
      assert.deepEqual(await faultsWhenSpaced(page), [], 'in wide letters');
      await page.reload();
      await page.setViewportSize(WIDE);
      const html = page.locator('html');
      await html.evaluate((root) => (root.style.fontSize = '200%'));
      assert.deepEqual(await faultsWhenEnlarged(page), [], 'at 200 %');
    });
  }
});

describe('Forced colours leave edges, and whoever wants no motion sees none (2.3.3)', () => {
  for (const state of ELEMENT_STATES) {
    it(`in the elements: ${state.name}`, async (test) => {
      const page = await openState(test, state, { forcedColors: 'active' });
      assert.deepEqual(await faultsOf(page, ['edgeless', 'moving']), []);
    });
  }

  for (const { name, path } of KINDS) {
    it(`on a page: ${name}`, async (test) => {
      const page = await openPlain(test, path, { forcedColors: 'active' });
      assert.deepEqual(await faultsOf(page, ['edgeless', 'moving']), []);
    });
  }
});
