import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { OWN_COLOURS, faintPairs } from '../../server/src/pages/configure/contrast.js';
import { configured } from './configuring.js';
import { startFeed } from './feed-harness.js';

describe('what would be hard to read', () => {
  it('is nothing, as our elements come', () => {
    assert.deepEqual(faintPairs({}, false), []);
    assert.deepEqual(faintPairs({}, true), []);
  });

  it('is measured by the colours that our elements have', () => {
    const styles = readFileSync(
      new URL('../../widget/src/styles/shared.ts', import.meta.url),
      'utf8',
    );
    for (const [name, colour] of Object.entries(OWN_COLOURS.light)) {
      assert.ok(styles.includes(`var(--vielfalt-${name}, var(--_dark-${name}, ${colour}))`), name);
    }
    for (const [name, colour] of Object.entries(OWN_COLOURS.dark)) {
      assert.ok(styles.includes(`--_dark-${name}: ${colour};`), name);
    }
    assert.match(styles, /color-mix\(in srgb, currentColor 80%, transparent\)/);
  });

  it('is told with the pair, the page and the ratio', () => {
    // WCAG's own example: grey #777 on white stands out by 4.47 to 1.
    assert.deepEqual(faintPairs({ muted: '#777' }, false), [
      { pair: 'muted', page: 'light', ratio: 4.47 },
      { pair: 'muted', page: 'dark', ratio: 3.96 },
    ]);
    assert.deepEqual(
      faintPairs({ accent: '#ffcc00' }, false).map(({ pair, page }) => [pair, page]),
      [
        ['accent', 'light'],
        ['on-accent', 'light'],
      ],
    );
  });

  it('is looked at on cards of their own ground, too, and on marks', () => {
    const onCards = faintPairs({ surface: '#333333' }, false);
    assert.ok(onCards.some(({ pair, page }) => pair === 'text' && page === 'light'));
    assert.deepEqual(faintPairs({ mark: '#1d2b33' }, true), [
      { pair: 'mark', page: 'frame', ratio: 1 },
    ]);
  });

  it('is nothing in a frame that is dark as a whole, which an element on a light page is not', () => {
    const dark = { background: '#111', text: '#eee' };
    assert.deepEqual(faintPairs(dark, true), []);
    const faint = faintPairs(dark, false);
    assert.ok(faint.some(({ pair, page }) => pair === 'accent' && page === 'light'));
  });

  it('stands on the page in its language', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
    const { text } = await configured(feed, 'accent=ffcc00');
    assert.match(text, /Links, auf heller Seite: Kontrast 1,51 zu 1\. Nötig sind 4,5 zu 1\./);
    assert.doesNotMatch((await configured(feed, 'accent=a3201b')).text, /auf heller Seite/);
    assert.match((await configured(feed, 'accent=a3201b')).text, /Links, auf dunkler Seite/);
  });
});
