import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HostPages, languageTopic } from './host.js';

const BODY =
  '<h1>Angebote</h1><vielfalt-directory heading-level="2" sync-url></vielfalt-directory>';

describe('The query of a page', () => {
  const hosts = HostPages.forAll();
  const FOREIGN = [
    '/angebote&print&t=a%20b%2Cc',
    'a=%E4&b=+&&c=;d&=&e=',
    'vielfalt_id=7&topic=x&Vielfalt.topic=y',
    'a=1&',
  ];

  for (const foreign of FOREIGN) {
    it(`keeps ?${foreign} to the byte`, async (test) => {
      const { page, origin } = await hosts.open(test, { body: BODY }, { path: `/?${foreign}` });
      const topic = await languageTopic(page);
      await topic.check();
      await page.waitForURL(/vielfalt\.topic=/);
      assert.equal(page.url(), `${origin}/?${foreign}&vielfalt.topic=language`);
      await topic.uncheck();
      await page.waitForURL((url) => !url.href.includes('vielfalt.topic'));
      assert.equal(page.url(), `${origin}/?${foreign}`);
    });
  }

  it('is read where PHP has written it, and written as ours again', async (test) => {
    const path = '/?p=6&vielfalt_topic=language';
    const { page, origin } = await hosts.open(test, { body: BODY }, { path });
    await page.locator('[part=chips]').waitFor();
    await (await languageTopic(page)).uncheck();
    await page.waitForURL(`${origin}/?p=6`);
  });

  it('keeps two directories without an id apart, and the console says what to do', async (test) => {
    const body = `<h1>Angebote</h1>
      <vielfalt-directory topic="sport" heading-level="2" label="Sport" sync-url="with-words"></vielfalt-directory>
      <vielfalt-directory topic="language" heading-level="2" label="Sprache" sync-url="with-words"></vielfalt-directory>`;
    const { page, warnings } = await hosts.open(test, { body });
    const boxes = page.getByRole('searchbox');
    await boxes.nth(0).fill('schwimmen');
    await page.waitForURL(/vielfalt\.q=schwimmen/);
    await boxes.nth(1).fill('deutsch');
    await page.waitForURL(/vielfalt2\.q=deutsch/);
    assert.match(page.url(), /vielfalt\.q=schwimmen/);
    assert.ok(
      warnings.some((text) => /id/.test(text) && /address/.test(text)),
      warnings.join(),
    );
    await page.reload();
    await page.locator('vielfalt-offer-list [part=summary]').nth(1).waitFor();
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('vielfalt-directory')];
      const words = all.map(
        (each) =>
          each.shadowRoot?.querySelector('vielfalt-search-box')?.shadowRoot?.querySelector('input')
            ?.value,
      );
      return words.join() === 'schwimmen,deutsch';
    });
  });

  for (const [what, parameter] of [
    ['value', `vielfalt.topic=${'a'.repeat(5_000)}`],
    [
      'list',
      `vielfalt.topic=${'language,'.repeat(3)}${Array.from({ length: 900 }, (_, index) => `t${index}`).join()}`,
    ],
    ['text', `vielfalt.q=${'%F0%9F%98%80'.repeat(1_000)}`],
    ['repetition', 'vielfalt.topic=abcde&'.repeat(300)],
  ] as const) {
    it(`that somebody has crafted, a ${what} of many letters, leaves box, filters and the rest`, async (test) => {
      const path = `/?vielfalt.place=witten&${parameter}`;
      const { page, warnings } = await hosts.open(test, { body: BODY }, { path });
      await page.locator('[part=chips]').filter({ hasText: 'Witten' }).waitFor();
      await page.getByRole('searchbox').waitFor();
      await page.getByRole('group', { name: 'Filter' }).waitFor();
      assert.ok(
        warnings.some((text) => text.startsWith('Vielfalt:')),
        warnings.join(),
      );
    });
  }
});
