import assert from 'node:assert/strict';
import { it } from 'node:test';
import { accessibilityFaults, sidewaysScroll } from './browser.js';
import { Demo } from './demo.js';

const demo = Demo.forAll();

const TABLES = [
  'topics',
  'audiences',
  'languages',
  'times',
  'topics-by-audience',
  'gaps',
  'checks',
];

for (const table of TABLES) {
  it(`the page of ${table} is accessible, narrow and one sheet of paper`, async () => {
    for (const query of [`lang=de`, 'lang=ar&audience=women']) {
      const viewport = { width: 320, height: 800 };
      const page = await demo.browser.newPage({ viewport, baseURL: demo.feed.url });
      await page.goto(`/insight?table=${table}&${query}`);
      assert.ok((await sidewaysScroll(page)) <= 0, `${query}: scrolls sideways`);
      await page.setViewportSize({ width: 1280, height: 900 });
      // All tables have one form, and in Arabic other words.
      if (query === 'lang=de' || table === TABLES[0]) {
        assert.deepEqual(await accessibilityFaults(page), [], query);
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await accessibilityFaults(page, ['color-contrast']), [], `${query}, dark`);
      }
      await page.close();
    }
    const page = await demo.browser.newPage({ baseURL: demo.feed.url });
    await page.goto(`/insight?table=${table}`);
    const edge = '10mm';
    const margin = { top: edge, bottom: edge, left: edge, right: edge };
    const paper = (await page.pdf({ format: 'A4', margin })).toString('latin1');
    assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, 1);
    await page.close();
  });
}

it('sums stand on bars as high as their rows, which cover no number and no heading', async () => {
  const page = await demo.browser.newPage({ baseURL: demo.feed.url });
  for (const query of ['lang=de', 'lang=ar']) {
    await page.goto(`/insight?${query}`);
    const sums = await page.locator('td.all:has(.amount)').evaluateAll((cells) =>
      cells.map((cell) => {
        cell.scrollIntoView({ block: 'center' });
        const link = cell.querySelector('a') ?? cell;
        const { x, y, width, height } = link.getBoundingClientRect();
        const bar = cell.querySelector('.amount')?.getBoundingClientRect();
        return {
          isOnTop: link.contains(document.elementFromPoint(x + width / 2, y + height / 2)),
          share: (bar?.height ?? 0) / cell.getBoundingClientRect().height,
        };
      }),
    );
    assert.ok(sums.length > 20);
    for (const { isOnTop, share } of sums) assert.ok(isOnTop && share > 0.5, query);
  }
  await page.close();
});

it('without scripts, choosing an audience counts only offers for it', async () => {
  const page = await demo.browser.newPage({ javaScriptEnabled: false, baseURL: demo.feed.url });
  await page.goto('/insight');
  await page.getByLabel('Für wen').selectOption('Frauen');
  await page.getByRole('button', { name: 'Zählen' }).click();
  assert.equal(new URL(page.url()).searchParams.get('audience'), 'women');
  await page.getByText('Gezählt wird nur: Frauen').waitFor();
  const towns = await page.locator('thead th').allInnerTexts();
  const sport = page.getByRole('row', { name: /^Sport und Bewegung/ }).getByRole('cell');
  assert.equal(await sport.nth(towns.indexOf('Gevelsberg') - 1).innerText(), '0');
  await page.getByRole('link', { name: 'Wieder alle zählen' }).click();
  assert.equal(new URL(page.url()).search, '');
  await page.close();
});
