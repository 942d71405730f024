import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually, sidewaysScroll } from '../e2e/browser.js';
import { HostPages } from './host.js';

const DIRECTORY = '<vielfalt-directory place="witten" limit="6"></vielfalt-directory>';

const hosts = HostPages.forAll();

/** How the outermost box of each kind of element computes some properties. */
function computed(page: Page, names: string[]) {
  return page.locator('.root').evaluateAll(
    (boxes, wanted) =>
      boxes.map((box) => {
        const style = getComputedStyle(box);
        return wanted.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      }),
    names,
  );
}

describe('What a page hands down to all that it holds', () => {
  it('stays outside, but for its face, size and colour', async (test) => {
    const leaks = {
      'white-space': 'pre',
      'text-indent': '3em',
      'text-transform': 'uppercase',
      'letter-spacing': '5px',
      'word-spacing': '20px',
      'font-style': 'italic',
      'font-variant-caps': 'small-caps',
      'text-shadow': 'red 1px 1px 1px',
      'word-break': 'break-all',
      'line-height': '3',
      'text-align': 'right',
      cursor: 'wait',
      'list-style-type': 'square',
      'tab-size': '20',
      quotes: '"<" ">"',
      'writing-mode': 'vertical-rl',
    };
    const names = [...Object.keys(leaks), 'user-select'];
    const keep = 'font-family: Georgia, serif; font-size: 18px; color: rgb(60, 0, 60)';
    const plain = await hosts.open(test, { body: `<div style="${keep}">${DIRECTORY}</div>` });
    const written = Object.entries(leaks)
      .map((leak) => leak.join(':'))
      .join(';');
    const { page } = await hosts.open(test, {
      body: `<div style='${keep};user-select:none;${written}'>${DIRECTORY}</div>`,
    });
    assert.deepEqual(await computed(page, names), await computed(plain.page, names));
    const kept = ['font-family', 'font-size', 'color'];
    assert.deepEqual(await computed(page, kept), await computed(plain.page, kept));
    assert.match(JSON.stringify(await computed(page, kept)), /Georgia.*18px.*rgb\(60, 0, 60\)/s);
  });

  it('lets people widen letters, words and lines (WCAG 1.4.12)', async (test) => {
    const head =
      '<style>* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }</style>';
    const { page } = await hosts.open(test, { body: DIRECTORY, head });
    const spacing = await page
      .locator('vielfalt-offer-card')
      .first()
      .locator('[part=title]')
      .evaluate((title) => getComputedStyle(title).letterSpacing);
    assert.ok(Number.parseFloat(spacing) >= 1.5, spacing);
  });

  it('hides with the page what the page hides', async (test) => {
    const { page } = await hosts.open(
      test,
      { body: `<div style="visibility: hidden">${DIRECTORY}</div>` },
      { offers: false },
    );
    await page.locator('vielfalt-offer-card').first().waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
  });

  it('makes nothing scroll sideways: in <pre>, at 320 pixels with letters twice the size', async (test) => {
    const viewport = { width: 320, height: 800 };
    const pre = await hosts.open(test, { body: `<pre>${DIRECTORY}</pre>` }, { viewport });
    assert.equal(await sidewaysScroll(pre.page), 0);
    const head = '<style>html { font-size: 200% }</style>';
    const { page } = await hosts.open(test, { body: DIRECTORY, head }, { viewport });
    await page.getByRole('button', { name: 'Einzelheiten' }).first().click();
    await page.getByText('Fehler melden').first().waitFor();
    await page.getByRole('button', { name: 'Filtern' }).click();
    assert.equal(await sidewaysScroll(page), 0);
  });
});

describe('Language and theme', () => {
  const page = (attributes: string, head = '') => ({
    head,
    body: `<div id="around"><div ${attributes}>${DIRECTORY}</div></div>`,
  });

  it('that an element around is given later hold for all elements', async (test) => {
    const { page: shown } = await hosts.open(test, page(''));
    await shown.getByRole('button', { name: 'Einzelheiten' }).first().waitFor();
    await shown.evaluate(() => document.getElementById('around')?.setAttribute('lang', 'ar-EG'));
    await shown.getByRole('button', { name: 'التفاصيل' }).first().waitFor();
    const tags = async () => {
      const all = await shown
        .locator('.root')
        .evaluateAll((boxes) =>
          boxes.map((box) => `${box.getAttribute('lang')} ${box.getAttribute('dir')}`),
        );
      return [...new Set(all)].join();
    };
    await eventually(async () => (await tags()) === 'ar rtl', 'all elements are Arabic');
  });

  for (const [written, expected] of [
    ['lang="de_DE"', 'Einzelheiten'],
    ['lang="de_DE.UTF-8"', 'Einzelheiten'],
    ['lang=""', 'Einzelheiten'],
    ['xml:lang="tr"', 'Ayrıntılar'],
    ['lang="TR_tr"', 'Ayrıntılar'],
    ['lang="sr-Latn"', 'Details'],
  ] as const) {
    it(`are read as they are written: ${written}`, async (test) => {
      const { page: shown, complaints } = await hosts.open(test, page(written));
      await shown.getByRole('button', { name: expected }).first().waitFor();
      assert.deepEqual(complaints, []);
    });
  }

  it('that an element around is given later are followed by the colours, slowly too', async (test) => {
    const head = `<style>
      #around { transition: color 300ms }
      #around[data-mode=night] { background: #111; color: #eee }
    </style>`;
    const { page: shown } = await hosts.open(test, page('', head));
    await shown.evaluate(() =>
      document.getElementById('around')?.setAttribute('data-mode', 'night'),
    );
    await shown.locator('.root.dark').first().waitFor();
  });
});

describe('Where Arabic stands beside German', () => {
  it('a German summary keeps its beginning, and goes with its title', async (test) => {
    const body = '<vielfalt-directory place="witten" lang="ar" limit="20"></vielfalt-directory>';
    const { page } = await hosts.open(test, { body }, { viewport: { width: 320, height: 900 } });
    const summaries = page.locator('vielfalt-offer-card .summary[lang=de]');
    await summaries.first().waitFor();
    const shown = await summaries.evaluateAll((all) =>
      all.map((summary) => {
        const title = summary.closest('article')?.querySelector('[lang=de]');
        const { direction, textAlign } = getComputedStyle(summary);
        return {
          direction,
          isAlike: title !== null && title !== undefined,
          textAlign,
          isCut: summary.scrollHeight > summary.clientHeight + 1,
        };
      }),
    );
    assert.ok(shown.some(({ isCut }) => isCut));
    for (const { direction, isAlike, textAlign } of shown) {
      assert.equal(direction, 'ltr', 'what is cut off is the end');
      assert.ok(isAlike);
      assert.equal(textAlign, 'right', 'beside its title, on the side where the page begins');
    }
  });
});

describe('Colours and room that a visitor needs', () => {
  it('no label breaks within a word at 320 pixels, in wide letters', async (test) => {
    const body = ['de', 'en', 'tr', 'uk', 'ar', 'pl', 'ro', 'bg', 'ru'].map(
      (lang) => `<vielfalt-offer-list lang="${lang}" place="witten"></vielfalt-offer-list>`,
    );
    const head = '<style>body { font-family: Verdana, DejaVu Sans, sans-serif }</style>';
    const { page } = await hosts.open(
      test,
      { body: body.join(''), head },
      { viewport: { width: 320, height: 800 } },
    );
    await page.waitForLoadState('networkidle');
    const labels = await page.locator('vielfalt-offer-card .facts dt').evaluateAll((all) =>
      all.map((label) => {
        const text = document.createRange();
        text.selectNodeContents(label);
        const lines = new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
        const said = text.toString().trim();
        return { said, lines, words: said.split(' ').length };
      }),
    );
    assert.ok(labels.some(({ said }) => said === 'Languages'));
    assert.deepEqual(
      labels.filter(({ lines, words }) => lines > words),
      [],
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} pixels wide`);
  });

  it('icons stay where colours are forced', async (test) => {
    const { page } = await hosts.open(test, { body: DIRECTORY }, { forcedColors: 'active' });
    await page.locator('svg.icon').first().waitFor();
    const colours = await page
      .locator('svg.icon')
      .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).stroke));
    const canvas = await page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.background = 'Canvas';
      return getComputedStyle(box).backgroundColor;
    });
    assert.ok(colours.length > 0);
    for (const colour of colours) assert.notEqual(colour, canvas);
  });

  it('long words break by the rules of their language', async (test) => {
    const { page } = await hosts.open(test, { body: DIRECTORY });
    const titles = page.locator('vielfalt-offer-card [part~=title]');
    await titles.first().waitFor();
    const broken = await titles.evaluateAll((all) =>
      all.map((title) => {
        const spoken = title.closest('[lang]') ?? (title.getRootNode() as ShadowRoot).host;
        return [getComputedStyle(title).hyphens, spoken.matches(':lang(de)')];
      }),
    );
    for (const each of broken) assert.deepEqual(each, ['auto', true]);
  });
});

describe('On paper', () => {
  it('a list has no controls, is black on white, and says when, where and whom to call', async (test) => {
    const { page } = await hosts.open(test, {
      body: DIRECTORY,
      head: '<style>body { background: #111; color: #eee }</style>',
    });
    await page.locator('.languages select').waitFor();
    await page.emulateMedia({ media: 'print' });
    const card = page
      .locator('vielfalt-offer-card')
      .filter({ has: page.locator('.on-paper') })
      .first();
    assert.match(await card.locator('.on-paper').innerText(), /, .*Witten/);
    assert.match(await card.locator('article').innerText(), /Wann\s.*\d/s);
    const call = page.locator('vielfalt-offer-card a[href^="tel:"]').first();
    assert.match(await call.innerText(), /\d{3}/);
    for (const control of ['button', 'input', 'select', '.panel']) {
      const all = await page.locator(`vielfalt-directory ${control}`).all();
      for (const each of all) assert.equal(await each.isVisible(), false, control);
    }
    const { colour, inside } = await card.locator('article').evaluate((article) => {
      const { color, breakInside } = getComputedStyle(article);
      return { colour: color, inside: breakInside };
    });
    assert.equal(colour, 'rgb(0, 0, 0)');
    assert.equal(inside, 'avoid');
    await page.emulateMedia({ media: 'screen' });
    await card.locator('.on-paper').waitFor({ state: 'detached' });
  });
});
