import assert from 'node:assert/strict';
import { run, type View, type Window } from './window.js';

/** How far things may move by themselves; what is good by Core Web Vitals is five times as much. */
const MOST_SHIFT = 0.02;

/** What a page's own elements look like: what is written, and each style and place by its name. */
export interface Appearance {
  markup: string;
  styles: Record<string, string>;
  /** Of what stands above and below, where the browser takes them. */
  pictures: (string | undefined)[];
}

/** Scrolls to what stands below; says where it stands then. */
function showEnd(): number {
  const below = document.querySelector('#below')!;
  below.scrollIntoView({ behavior: 'instant', block: 'end' });
  return below.getBoundingClientRect().top + scrollY;
}

/**
 * Brings what stands below into sight, on a whole pixel, so that its pictures can be compared. What
 * is off the screen is laid out on the way there.
 */
async function reachEnd(window: Window): Promise<void> {
  for (let last = NaN, top = -1; last !== top;) {
    last = top;
    top = await run(window, showEnd);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await run(window, () => {
    const main = document.querySelector('main')!;
    const top = document.querySelector('#below')!.getBoundingClientRect().top + scrollY;
    if (top % 1) {
      main.style.setProperty('padding-block-end', `${Math.ceil(top) - top}px`, 'important');
    }
  });
}

/** What a page looks like outside `#ours`, where the directory stands. */
export async function appearance(window: Window): Promise<Appearance> {
  const { markup, styles } = await run(window, () => {
    const ours = document.querySelector('#ours')!;
    const found: Record<string, string> = {};
    /** They follow from how high an element is. */
    const ofHeight =
      /^(block-size|height|padding-block-end|padding-bottom|perspective-origin|transform-origin)$/;
    const all = [document.documentElement, ...document.querySelectorAll('body, body *')];
    const own = all.filter((each) => !ours.contains(each) || each === ours);
    for (const [index, element] of own.entries()) {
      const name = `${index} ${element.localName}#${element.id}`;
      const isAround = element.contains(ours);
      const style = getComputedStyle(element);
      for (const property of style) {
        if (isAround && ofHeight.test(property)) continue;
        found[`${name} ${property}`] = style.getPropertyValue(property);
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      const exactly = (...pixels: number[]) => pixels.map((each) => each.toFixed(2)).join();
      const isBefore = element.compareDocumentPosition(ours) & Node.DOCUMENT_POSITION_FOLLOWING;
      found[`${name} across`] = exactly(x + scrollX, width);
      if (isBefore) found[`${name} down`] = exactly(y + scrollY, isAround ? 0 : height);
    }
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelector('#ours')?.remove();
    return { markup: copy.outerHTML, styles: found };
  });
  const pictures = [await window.picture?.('#above')];
  await reachEnd(window);
  pictures.push(await window.picture?.('#below'));
  await run(window, () => {
    document.querySelector('main')!.removeAttribute('style');
    scrollTo(0, 0);
  });
  return { markup, styles, pictures };
}

/** Fails where a page of others does not look as it did. */
export function assertSame(now: Appearance, before: Appearance): void {
  assert.equal(now.markup, before.markup);
  const names = new Set([...Object.keys(now.styles), ...Object.keys(before.styles)]);
  const changes = [...names]
    .filter((name) => now.styles[name] !== before.styles[name])
    .map((name) => `${name}: ${before.styles[name]} → ${now.styles[name]}`);
  assert.deepEqual(changes, [], 'the styles and places of the page’s own elements');
  const isSame = now.pictures.map((each, index) => each === before.pictures[index]);
  assert.deepEqual(isSame, [true, true], 'pictures of what stands above and below');
}

/** Fails where anything has moved by itself. */
export async function assertStill(window: Window): Promise<void> {
  const shifts = await run(window, () => globalThis.window.witnessed?.shifts ?? []);
  const sum = shifts.reduce((total, each) => total + each, 0);
  assert.ok(sum < MOST_SHIFT, `moved by ${sum}: ${shifts.join()}`);
}

/** Fails where somebody else than these has been asked for anything. */
export async function assertNoStrangers(window: Window, origins: string[]): Promise<void> {
  const asked = (await window.asked()).filter((each) => !/^(data|blob|about):/.test(each));
  const strangers = asked.filter((each) => !origins.includes(new URL(each).origin));
  assert.deepEqual(strangers, [], 'the addresses of strangers');
}

/** Fails where something has been stored. */
export async function assertNothingKept(window: Window, view: View): Promise<void> {
  const found = await run(view, async () => {
    // A sandbox has no storage.
    if (origin === 'null') return [];
    const names: string[] = [document.cookie];
    names.push(...Object.keys(localStorage), ...Object.keys(sessionStorage));
    for (const { name } of (await indexedDB.databases?.()) ?? []) names.push(name ?? '');
    if ('caches' in globalThis) names.push(...(await caches.keys()));
    if ('serviceWorker' in navigator) {
      const all = await navigator.serviceWorker.getRegistrations();
      names.push(...all.map(({ scope }) => scope));
    }
    return names.filter(Boolean);
  });
  assert.deepEqual([...found, ...(await window.cookies())], [], 'what is stored');
}
