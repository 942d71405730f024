import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { LitElement } from 'lit';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.mjs';

/** A browser whose visitor likes German best: a page that names no language is shown in theirs. */
export async function startBrowser(): Promise<Browser> {
  const args = [...BROWSER_ARGS, '--accept-lang=de'];
  return chromium.launch({ executablePath: await findBrowser(), args });
}

/** Waits until all cards show what they hold: each is drawn in a task of its own. */
export async function drawn(shown: Page | Locator): Promise<void> {
  await shown
    .locator('vielfalt-offer-card')
    .evaluateAll((cards) =>
      Promise.all(cards.map((card) => (card as unknown as LitElement).updateComplete)),
    );
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on a page, shadow roots included, one line for each place.
 *
 * @param rules those that matter where the rest has been looked at; default all
 */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(await axeSource);
  return page.evaluate(async (only) => {
    // What is off the screen need not have been laid out; axe measures it.
    const roots: ParentNode[] = [document];
    const late: HTMLElement[] = [];
    for (const root of roots) {
      for (const each of root.querySelectorAll<HTMLElement>('*')) {
        if (each.shadowRoot) roots.push(each.shadowRoot);
        if (getComputedStyle(each).contentVisibility === 'auto') late.push(each);
      }
    }
    // After all have been asked: a change between two questions has the page laid out again.
    for (const each of late) each.style.contentVisibility = 'visible';
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: only }),
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.flat().join(' >> ')})`),
    );
  }, rules);
}

/** How far a page can be scrolled sideways, in CSS pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Waits until something is true of a page, however much the machine has to do. */
export async function eventually(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It never came to this: ${what}`);
}

/** Two ways to operate a page. */
export interface Hands {
  name: string;
  press(target: Locator): Promise<void>;
  write(target: Locator, words: string): Promise<void>;
  /** Undoes the opening of what `opener` has opened. */
  close(opener: Locator): Promise<void>;
}

export const mouse: Hands = {
  name: 'mouse',
  press: (target) => target.click(),
  async write(target, words) {
    await target.click();
    await target.pressSequentially(words);
  },
  close: (opener) => opener.click(),
};

/** More than the focus stops of any of our pages. */
const MANY = 400;

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  });
}

/**
 * Moves the focus as people do who have no mouse; fails where the target is no stop on the way.
 *
 * @param most how often Tab is pressed at most
 */
export async function tabTo(target: Locator, most = MANY): Promise<void> {
  const page = target.page();
  for (let stops = 0; ; stops += 1) {
    if (await hasFocus(target)) return;
    if (stops === most) break;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)} at most ${most} stops away`);
}

/** Says whether what has the focus can be told from what has not, and is in sight. */
export async function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    const { top, bottom } = active.getBoundingClientRect();
    const isInSight = top < innerHeight && bottom > 0;
    return isInSight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
}

export const keyboard: Hands = {
  name: 'keyboard',
  async press(target) {
    await target.waitFor();
    await tabTo(target);
    await target.page().keyboard.press('Space');
  },
  async write(target, words) {
    await target.waitFor();
    await tabTo(target);
    await target.page().keyboard.type(words);
  },
  async close(opener) {
    await opener.page().keyboard.press('Escape');
    if (!(await hasFocus(opener))) throw new Error('Escape lost the focus');
  },
};
