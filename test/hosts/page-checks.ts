// What has to be true of a directory on some pages besides the story.
import assert from 'node:assert/strict';
import { run, type View } from './window.js';

/** Nothing has to be scrolled sideways, and no text is cut off. */
export async function fits(view: View): Promise<void> {
  const wide = await run(view, ({ seen }) => [
    `the page: ${document.documentElement.scrollWidth - innerWidth}`,
    ...seen('#ours *')
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflowX))
      .filter((each) => !each.classList.contains('visually-hidden'))
      .map((each) => `${each.localName}.${each.className}: ${each.textContent.trim()}`),
  ]);
  assert.deepEqual(wide, ['the page: 0']);
}

/** All is on its side, and telephone numbers read from left to right. */
export async function readsFromTheRight(view: View): Promise<void> {
  const list = '#ours vielfalt-offer-list';
  const directions = await run(
    view,
    ({ all }, path) =>
      [`${path} [part=summary]`, `${path} a[href^="tel:"] bdi`].map(
        (each) => getComputedStyle(all(each)[0]!).direction,
      ),
    list,
  );
  assert.deepEqual(directions, ['rtl', 'ltr']);
}

/** What has the focus can be told from what has not, and icons from their ground. */
export async function canBeSeen(view: View): Promise<void> {
  const { style, width, colours, grounds } = await run(view, ({ all, seen }) => {
    const input = all('#ours vielfalt-search-box input')[0]!;
    input.focus();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(input);
    const icons = seen('#ours vielfalt-offer-card svg');
    const canvas = document.body.appendChild(document.createElement('div'));
    canvas.style.background = 'Canvas';
    const grounds = [canvas, document.body].map((each) => getComputedStyle(each).backgroundColor);
    canvas.remove();
    return {
      style: outlineStyle,
      width: parseFloat(outlineWidth),
      colours: [outlineColor, ...icons.map((each) => getComputedStyle(each).stroke)],
      grounds,
    };
  });
  assert.notEqual(style, 'none');
  assert.ok(width >= 2, `${width} pixels`);
  assert.ok(colours.length > 1);
  for (const ground of grounds)
    assert.ok(!colours.includes(ground), `something is ${ground} on it`);
}

/** Controls have the size and the colour that we gave them. */
export async function hasItsOwnLook(view: View): Promise<void> {
  const { width, height, color } = await run(view, ({ all }) => {
    const input = all('#ours vielfalt-search-box input')[0]!;
    const box = input.getBoundingClientRect();
    return { width: box.width, height: box.height, color: getComputedStyle(input).color };
  });
  assert.ok(width > 200 && height >= 40, `${width} × ${height}`);
  assert.notEqual(color, 'rgb(255, 0, 0)');
}

/** Each landmark has a name that tells it from others. */
export async function hasNamesOfItsOwn(view: View): Promise<void> {
  const names = await run(view, ({ all }) =>
    ['vielfalt-offer-list section[aria-label]', 'vielfalt-search-box form'].map((path) =>
      all(path).map((each) => each.getAttribute('aria-label') ?? ''),
    ),
  );
  for (const each of names) {
    assert.equal(new Set(each).size, 2, each.join());
    assert.ok(!each.includes(''));
  }
}

/** What is passed on of an offer is its page in the directory: a frame has no address of its own. */
export async function linksToItsPage(view: View): Promise<void> {
  const links = await run(view, ({ all }) =>
    all('vielfalt-offer-card #details a').map((each) => each.getAttribute('href') ?? ''),
  );
  assert.ok(
    links.some((each) => /\/offers\/[a-z0-9-]+$/.test(each)),
    links.join(),
  );
}
