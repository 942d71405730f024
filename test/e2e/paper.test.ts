import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { drawn, eventually } from './browser.js';
import { Demo } from './demo.js';
import { serveHostPage } from './host-page.js';
import { PAPER, printedLinks, readCode } from './paper.js';

const demo = Demo.forAll();

/** A page as somebody sees it whose system is dark, a moment before it is printed. */
async function open(test: TestContext, address: string, javaScriptEnabled = true) {
  const context = await demo.browser.newContext({
    baseURL: demo.feed.url,
    locale: 'de-DE',
    colorScheme: 'dark',
    deviceScaleFactor: 2,
    javaScriptEnabled,
  });
  test.after(() => context.close());
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

/** A dark website with a list that a visitor has narrowed down. */
async function openHost(test: TestContext): Promise<Page> {
  const host = await serveHostPage(demo.feed.url, {
    head: '<style>body { background: #111; color: #eee }</style>',
    body: '<h1>Angebote</h1><vielfalt-directory place="witten" start="free=yes" limit="12"></vielfalt-directory>',
  });
  test.after(() => host.close());
  const page = await open(test, host.url);
  await page.locator('vielfalt-offer-card').first().waitFor();
  await drawn(page);
  return page;
}

/** Leads the page to the browser's menu, where printing is: what paper needs has come after that. */
async function aboutToPrint(page: Page) {
  const isPrepared = () =>
    page.locator('vielfalt-offer-list').evaluate(async (list) => {
      dispatchEvent(new Event('beforeprint'));
      const isThere = list.shadowRoot?.querySelector('.way-back') !== null;
      dispatchEvent(new Event('afterprint'));
      return isThere;
    });
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await eventually(isPrepared, 'the way back is written');
}

async function lookAtPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
}

/** Marks where the cards of a page begin and end, by links that a PDF file still has. */
async function markCards(page: Page): Promise<number> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    let count = 0;
    for (const root of roots) {
      for (const each of root.querySelectorAll('*')) {
        if (each.shadowRoot) roots.push(each.shadowRoot);
        if (!each.matches('article.card, article[part]') || !each.checkVisibility()) continue;
        const mark = (where: string) => {
          const link = document.createElement('a');
          link.href = `https://example.org/${where}/${count}`;
          link.textContent = '·';
          return link;
        };
        each.prepend(mark('begin'));
        each.append(mark('end'));
        count += 1;
      }
    }
    return count;
  });
}

/** The number of sheets; fails where one of so many cards is torn apart. */
async function sheetsOf(page: Page, count: number): Promise<number> {
  const sheets = await printedLinks(page);
  const sheetOf = (mark: string) =>
    sheets.findIndex((links) => links.includes(`https://example.org/${mark}`));
  for (let at = 0; at < count; at += 1) {
    const begin = sheetOf(`begin/${at}`);
    assert.ok(begin >= 0, `card ${at} is printed`);
    assert.equal(sheetOf(`end/${at}`), begin, `card ${at} is on one sheet`);
  }
  return sheets.length;
}

/** The colours of all texts that are seen, and what cannot be pressed on paper. */
function seen(page: Page, part: string) {
  return page.locator(part).evaluate((first) => {
    const roots: ParentNode[] = [first, ...(first.shadowRoot ? [first.shadowRoot] : [])];
    const colours = new Set<string>();
    const controls: string[] = [];
    for (const root of roots) {
      for (const each of root.querySelectorAll('*')) {
        if (each.shadowRoot) roots.push(each.shadowRoot);
        if (!each.checkVisibility({ visibilityProperty: true })) continue;
        if (each.matches('button, input, select, textarea, summary')) controls.push(each.outerHTML);
        const hasText = [...each.childNodes].some(
          (node) => node instanceof Text && /\S/.test(node.data),
        );
        if (hasText && each.getBoundingClientRect().width > 1) {
          colours.add(getComputedStyle(each).color);
        }
      }
    }
    return { colours: [...colours].sort(), controls };
  });
}

/** Black, and what stands back a little. */
const INK = ['rgb(0, 0, 0)', 'rgb(51, 51, 51)'];

describe('A printed list on a website', () => {
  it('tears no offer apart and wastes no paper', async (test) => {
    const page = await openHost(test);
    await aboutToPrint(page);
    const count = await markCards(page);
    assert.equal(count, 12);
    const sheets = await sheetsOf(page, count);
    // Two on each at least.
    assert.ok(sheets <= count / 2 + 1, `${sheets} sheets`);
  });

  it('is black, has nothing to press, and says when, where and whom to call on any day', async (test) => {
    const page = await openHost(test);
    await lookAtPaper(page);
    await page.locator('.way-back').waitFor();
    const { colours, controls } = await seen(page, 'vielfalt-directory');
    assert.deepEqual(colours, ['rgb(0, 0, 0)']);
    assert.deepEqual(controls, []);
    const text = (await page.locator('vielfalt-offer-card article').allInnerTexts()).join('\n');
    assert.match(text, /nächstes Mal \S+, \d+\. \S+/);
    assert.doesNotMatch(text, /\b(heute|morgen|Jetzt geöffnet|Läuft gerade)\b/i);
    assert.match(text, /\S+ \d+, \d{5} Witten/);
    assert.match(text, /Anrufen\s+0\d+ \d/);
  });

  it('leads back to the same offers by its code, inside the lock', async (test) => {
    const page = await openHost(test);
    await lookAtPaper(page);
    const way = page.locator('.way-back');
    const address = await readCode(way.locator('svg'));
    assert.equal(address, `${demo.feed.url}/?free=yes&within.place=witten`);
    assert.match(await way.innerText(), /Zum Verzeichnis: http/);
    assert.ok((await way.innerText()).endsWith(address));
    const found = await page.locator('vielfalt-offer-list [part=summary]').innerText();
    await page.emulateMedia({ media: 'screen' });
    await way.waitFor({ state: 'detached' });
    const reader = await open(test, address);
    await reader.locator('vielfalt-offer-list [part=summary]', { hasText: found }).waitFor();
  });

  it('follows what is chosen last', async (test) => {
    const page = await openHost(test);
    await page.getByRole('button', { name: 'Filter „kostenlos“ entfernen' }).click();
    await page.locator('[part=offers][aria-busy=false]').waitFor();
    await lookAtPaper(page);
    const code = page.locator('.way-back svg');
    assert.equal(await readCode(code), `${demo.feed.url}/?within.place=witten`);
  });
});

describe('A printed page of the directory', () => {
  for (const [what, path, most] of [
    ['a list', '/?topic=language&place=witten', 11],
    ['an offer', '/offers/deutsch-unter-frauen', 2],
    ['a provider', '/providers/sprachwerkstatt-nordlicht-ggmbh', 4],
    ['a network', '/networks/arbeitskreis-elterncafes-und-sprachcafes', 2],
  ] as const) {
    it(`leads back by its code, is black and tears nothing apart: ${what}`, async (test) => {
      const page = await open(test, path, false);
      await lookAtPaper(page);
      const { colours, controls } = await seen(page, 'body');
      assert.deepEqual(
        colours.filter((colour) => !INK.includes(colour)),
        [],
      );
      assert.deepEqual(controls, []);
      const code = page.locator('.way-back svg').filter({ visible: true });
      assert.equal(await readCode(code), `${demo.feed.url}${path}`);
      const count = await markCards(page);
      const sheets = await sheetsOf(page, count);
      assert.ok(sheets <= most, `${sheets} sheets`);
    });
  }

  it('says in its list where offers are and whom to call', async (test) => {
    const page = await open(test, '/?topic=language&place=witten', false);
    await lookAtPaper(page);
    const text = (await page.locator('article.card').allInnerTexts()).join('\n');
    assert.match(text, /\S+ \d+, \d{5} Witten/);
    assert.match(text, /Anrufen 0\d+ \d/);
  });

  it('has one code, which follows what is chosen where our elements run', async (test) => {
    const page = await open(test, '/?topic=language&place=witten');
    await page.locator('vielfalt-offer-card').first().waitFor();
    await page.getByRole('button', { name: 'Filter „Witten“ entfernen' }).click();
    await page.getByRole('button', { name: 'Filter „Witten“ entfernen' }).waitFor({
      state: 'detached',
    });
    await page.locator('[part=offers][aria-busy=false]').waitFor();
    await lookAtPaper(page);
    const code = page.locator('.way-back svg').filter({ visible: true });
    await eventually(async () => (await code.count()) === 1, 'one code');
    assert.equal(await readCode(code), `${demo.feed.url}/?topic=language`);
  });
});
