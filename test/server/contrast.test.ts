import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SHOWN } from '../../server/src/pages/configure/choice.js';
import {
  OWN_COLOURS,
  faintPairs,
  mendedColours,
  type Painting,
} from '../../server/src/pages/configure/contrast.js';
import { isColour, LOOK_NAMES } from '../../server/src/pages/frames/look.js';
import { configured } from './configuring.js';
import { startFeed } from './feed-harness.js';
import { linksTo } from './page-harness.js';

const PAGES = ['light', 'dark', 'frame'] as const;
const LIGHT: Painting = { shown: 'directory', page: 'light' };
const DARK: Painting = { shown: 'directory', page: 'dark' };
const FRAME: Painting = { shown: 'directory', page: 'frame' };

const namesOf = (look: Record<string, string>, painting: Painting) =>
  faintPairs(look, painting).map(({ pair }) => pair);

describe('what would be hard to read', () => {
  it('is nothing, as our elements come', () => {
    for (const shown of SHOWN) {
      for (const page of PAGES) assert.deepEqual(faintPairs({}, { shown, page }), [], page);
    }
  });

  it('is measured by the colours that our elements have', () => {
    const read = (path: string) =>
      readFileSync(new URL(`../../widget/src/${path}.styles.ts`, import.meta.url), 'utf8');
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
    assert.match(styles, /--_muted: .*color-mix\(in srgb, currentColor 80%, transparent\)/);
    assert.match(styles, /--_edge: color-mix\(in srgb, currentColor 62%, transparent\)/);
    assert.match(styles, /--_tint: color-mix\(in srgb, currentColor 5%, transparent\)/);
    const reached = readFileSync(
      new URL('../../widget/src/styles/reached.ts', import.meta.url),
      'utf8',
    );
    assert.match(reached, /color-mix\(in srgb, var\(--_accent\) 88%, var\(--_on-accent\)\)/);
    const mixed = (name: string, share: number) =>
      new RegExp(
        `background: .*color-mix\\(in srgb, var\\(--_${name}\\) ${share}%, transparent\\)`,
      );
    assert.match(read('choices/chip-row'), mixed('accent', 9));
    assert.match(read('offer-card/offer-card'), mixed('sign', 9));
    assert.match(read('hints/hints'), mixed('accent', 14));
  });

  it('is told with both colours and the ratio', () => {
    // WCAG's own example: grey #777 on white stands out by 4.47 to 1.
    const told = (page: Painting['page']) =>
      faintPairs({ muted: '#777' }, { shown: 'network', page }).map(({ by: _, ...rest }) => rest);
    const both = { pair: 'muted', front: '#777777', needed: 4.5 };
    assert.deepEqual(told('light'), [{ ...both, back: '#ffffff', ratio: 4.47 }]);
    assert.deepEqual(told('dark'), [{ ...both, back: '#12191d', ratio: 3.96 }]);
    assert.deepEqual(namesOf({ accent: '#ffcc00' }, LIGHT), ['accent', 'tinted', 'on-accent']);
  });

  it('is nothing of the colours that towns have, on the page that they were made for', () => {
    for (const accent of ['#003366', '#8c1d40', '#006633', '#a3201b', '#0069b4', '#5b2d86']) {
      assert.deepEqual(faintPairs({ accent }, LIGHT), [], accent);
    }
    for (const accent of ['#ffcc00', '#8dbd24', '#00a0e9']) {
      assert.deepEqual(faintPairs({ accent }, DARK), [], accent);
    }
  });

  it('is what stands on tinted ground, where a colour is enough for white', () => {
    assert.deepEqual(namesOf({ accent: '#e2001a' }, LIGHT), ['tinted']);
    assert.deepEqual(namesOf({ accent: '#e2001a' }, { ...LIGHT, shown: 'network' }), []);
  });

  it('is what is shown, and nothing else', () => {
    const look = { mark: '#1d2b33', accent: '#e2001a', warning: '#ffcc00', 'on-accent': '#e2001a' };
    const shownBy = Object.fromEntries(
      SHOWN.map((shown) => [shown, namesOf(look, { shown, page: 'light' }).sort()]),
    );
    assert.deepEqual(shownBy, {
      directory: ['mark', 'on-accent', 'tinted', 'warning'],
      list: ['mark', 'on-accent', 'tinted', 'warning'],
      provider: ['on-accent', 'tinted', 'warning'],
      network: [],
      offer: ['tinted', 'warning'],
    });
  });

  it('is an edge or an outline from 3 to 1 on', () => {
    assert.deepEqual(namesOf({ focus: '#949494' }, LIGHT), []);
    const [focus] = faintPairs({ focus: '#959595' }, LIGHT);
    assert.deepEqual([focus?.pair, focus?.ratio, focus?.needed], ['focus', 2.99, 3]);
    const pale = faintPairs({ text: '#555555', muted: '#555555' }, LIGHT);
    assert.deepEqual(
      pale.map(({ pair, ratio }) => [pair, ratio]),
      [['edge', 2.95]],
    );
  });

  it('is looked at on cards of their own ground, too, and on marks', () => {
    assert.ok(namesOf({ surface: '#333333' }, LIGHT).includes('text'));
    const [mark, ...others] = faintPairs({ mark: '#1d2b33' }, FRAME);
    assert.deepEqual([mark?.pair, mark?.ratio, others], ['mark', 1, []]);
  });

  it('is nothing in a frame that is dark as a whole, which an element on a light page is not', () => {
    const dark = { background: '#111', text: '#eee' };
    assert.deepEqual(faintPairs(dark, FRAME), []);
    assert.ok(namesOf(dark, LIGHT).includes('accent'));
  });
});

describe('the nearest colours that would do', () => {
  it('are those that were chosen, a little darker or lighter', () => {
    assert.deepEqual(mendedColours({ accent: '#a3201b' }, LIGHT), {});
    const { accent = '', ...others } = mendedColours({ accent: '#e2001a' }, LIGHT);
    assert.deepEqual(others, {});
    assert.match(accent, /^#d[0-9a-f]001[789a]$/);
    const onDark = mendedColours({ accent: '#a3201b' }, DARK);
    assert.deepEqual(Object.keys(onDark), ['accent']);
    assert.deepEqual(faintPairs({ ...onDark }, DARK), []);
  });

  it('are not nearer than they have to be', () => {
    const { focus } = mendedColours({ focus: '#999999' }, LIGHT);
    assert.match(focus ?? '', /^#9[1-4]9[1-4]9[1-4]$/);
  });

  it('mend what they can, whatever was chosen, and make nothing worse', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, '0')}`);
    const look = fc.dictionary(fc.constantFrom(...LOOK_NAMES.filter(isColour)), colour, {
      maxKeys: 4,
    });
    const painting = fc.record({
      shown: fc.constantFrom(...SHOWN),
      page: fc.constantFrom(...PAGES),
    });
    fc.assert(
      fc.property(look, painting, (chosen, where) => {
        const before = namesOf(chosen, where);
        const after = namesOf({ ...chosen, ...mendedColours(chosen, where) }, where);
        assert.ok(after.every((pair) => before.includes(pair)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the page', () => {
  it('says so in its language, of the page that its preview shows, and leads to colours that do', async (test) => {
    const feed = await startFeed(test, { baseUrl: 'https://feed.example.org' });
    const page = await configured(feed, 'accent=ffcc00&place=witten');
    assert.match(page.text, /Links, auf heller Seite: Kontrast 1,51 zu 1\. Nötig sind 4,5 zu 1\./);
    assert.match(page.text, /1\. #ffcc00 #ffffff/);
    const [, nearest = ''] =
      /reicht: Farbe von Links und Schaltflächen: #([0-9a-f]{6})/.exec(page.text) ?? [];
    const [mended = ''] = linksTo(page, /^So übernehmen$/);
    assert.equal(mended, `/configure?place=witten&accent=${nearest}#lines`);
    const query = mended.replace(/^[^?]*\?|#.*$/g, '');
    assert.doesNotMatch((await configured(feed, query)).text, /schwer zu lesen/);
    assert.doesNotMatch((await configured(feed, 'accent=a3201b')).text, /schwer zu lesen/);
    assert.match(
      (await configured(feed, 'accent=a3201b&dark=yes')).text,
      /Links, auf dunkler Seite/,
    );
    assert.doesNotMatch((await configured(feed, 'accent=ffcc00&way=html')).text, /schwer zu lesen/);
    const focus = await configured(feed, 'focus=ffcc00&lang=en');
    assert.match(focus.text, /on a light page: contrast 1\.51 to 1\. It takes 3 to 1\./);
  });
});
