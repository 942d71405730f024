import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Response } from 'playwright-core';
import { drawn, eventually } from '../e2e/browser.js';
import { HostPages, type Manner } from './host.js';

const LINK = '<a href="FEED/">Angebote in Witten</a>';
const SLUG = 'berufssprachkurs-c1-abends-und-hybrid';

/** The first tag of an element, without what stands in it. */
const tagOf = (element: Element) => (element.cloneNode() as Element).outerHTML.split('></')[0];

describe('A placeholder', () => {
  const hosts = HostPages.forAll();

  /** Opens a page in which the feed's address stands for FEED. */
  async function open(
    test: TestContext,
    body: string,
    {
      offers = true,
      head = '',
      policy = '',
      ...manner
    }: Manner & { head?: string; policy?: string } = {},
  ) {
    const visit = await hosts.open(
      test,
      (feedUrl) => ({
        body: body.replaceAll('FEED', feedUrl),
        head,
        ...(policy && { policy: policy.replaceAll('FEED', feedUrl) }),
      }),
      { offers, ...manner },
    );
    if (offers) await drawn(visit.page);
    return visit;
  }

  describe('as WordPress leaves it to an author', () => {
    it('becomes the directory, with its locks and its look', async (test) => {
      const body = `<div data-vielfalt="directory" data-place="witten" data-topic="language"
        style="--vielfalt-accent:#a3201b">${LINK}</div>`;
      const { page, complaints } = await open(test, body);
      const directory = page.locator('vielfalt-directory');
      assert.equal(
        await directory.evaluate(tagOf),
        '<vielfalt-directory place="witten" topic="language"',
      );
      const link = page.locator('vielfalt-offer-card .provider a').first();
      assert.equal(await link.evaluate((each) => getComputedStyle(each).color), 'rgb(163, 32, 27)');
      assert.deepEqual(complaints, []);
    });

    it('keeps what stood in it until the offers are there, and where there are none', async (test) => {
      const body = `<div data-vielfalt="directory" data-place="witten">${LINK}</div>`;
      const { page } = await open(test, body, {
        offers: false,
        before: (opened) => opened.route('**/v1/offers*', (route) => route.abort()),
      });
      await page.getByText('konnten nicht geladen werden').first().waitFor();
      assert.ok(await page.getByRole('link', { name: 'Angebote in Witten' }).isVisible());
    });

    it('works in a paragraph, with line breaks and escaped signs', async (test) => {
      const body = `<p><a href="FEED/?place=witten&#038;topic=language" data-vielfalt="list"><br>
        Angebote</a></p><p>Danach</p>`;
      const { page } = await open(test, body);
      assert.equal(
        await page.locator('vielfalt-offer-list').evaluate(tagOf),
        '<vielfalt-offer-list topic="language" place="witten"',
      );
    });

    it('stays a plain link where the element and the script are taken away', async (test) => {
      const { page, complaints } = await open(test, `<p>${LINK}</p>`, { offers: false });
      assert.equal(await page.locator('main > *').count(), 1);
      assert.deepEqual(complaints, []);
    });
  });

  it('becomes any element, named whole or in short', async (test) => {
    const body = `
      <div data-vielfalt="vielfalt-directory" data-label="A" data-place="witten"></div>
      <div data-vielfalt="Offer-List " data-limit="3" data-heading-level="2"></div>
      <section data-vielfalt="provider" data-provider="vhs-huegelland"></section>
      <div data-vielfalt="network-card" data-network="runder-tisch"></div>
      <div data-vielfalt="offer" data-offer="${SLUG}"></div>
      <div data-vielfalt="search-box" data-for="x"></div>
      <div data-vielfalt="filters"></div>`;
    const { page } = await open(test, body);
    const made = await page
      .locator('[data-vielfalt], main > * > :first-child')
      .evaluateAll((all) =>
        all.map((each) => (each.cloneNode() as Element).outerHTML.split('></')[0]),
      );
    assert.deepEqual(made, [
      '<vielfalt-directory label="A" place="witten"',
      '<vielfalt-offer-list limit="3" heading-level="2"',
      '<vielfalt-provider-card provider="vhs-huegelland"',
      '<vielfalt-network-card network="runder-tisch"',
      `<vielfalt-offer-card offer="${SLUG}"`,
      '<vielfalt-search-box for="x"',
      '<vielfalt-filters',
    ]);
  });

  describe('that is a link', () => {
    it('becomes the card of what it leads to, in its place, and stays its fallback', async (test) => {
      const body = `<p>Vorher <a href="FEED/providers/vhs-huegelland?lang=de" data-vielfalt="provider"
        lang="ar" style="--vielfalt-accent: #a3201b; color: red">VHS</a> nachher</p>
        <p><a href="FEED/offers/${SLUG}" data-vielfalt="offer">Kurs</a></p>`;
      const { page, complaints } = await open(test, body);
      const { url } = hosts.demo.feed;
      const card = page.locator('p > vielfalt-provider-card');
      assert.equal(
        await card.evaluate((each) => each.getAttribute('provider')),
        `${url}/providers/vhs-huegelland?lang=de`,
      );
      await card.getByRole('heading', { name: 'VHS Hügelland' }).waitFor();
      assert.equal(await card.getAttribute('lang'), 'ar');
      const look = await card.evaluate((each) =>
        getComputedStyle(each).getPropertyValue('--vielfalt-accent'),
      );
      assert.equal(look.trim(), '#a3201b');
      assert.equal(
        await card.locator('> a').getAttribute('href'),
        `${url}/providers/vhs-huegelland?lang=de`,
      );
      await page
        .locator('vielfalt-offer-card')
        .getByRole('heading', { name: /Berufssprachkurs C1/ })
        .first()
        .waitFor();
      assert.deepEqual(complaints, []);
    });

    it('locks what its address chooses', async (test) => {
      const body = `
        <a href="FEED/?within.place=witten&place=hattingen&q=kurs" data-vielfalt="list"></a>
        <a href="FEED/topics/language?page=2" data-vielfalt="list"></a>
        <a href="FEED/?vielfalt.topic=language&topic=sport&utm_source=x&limit=2" data-vielfalt="list"></a>
        <a href="FEED/?place=witten" data-vielfalt="list" data-place="hattingen"></a>
        <a href="FEED/Places/witten/?topic=language#x" data-vielfalt="list"></a>
        <a href="FEED" data-vielfalt="list" data-limit="2"></a>
        <a href="https://other.example/?place=witten" data-vielfalt="list" data-topic="sport"></a>
        <a href="#offers" data-vielfalt="search-box" data-for="offers"></a>`;
      const { page } = await open(test, body);
      assert.deepEqual(
        await page
          .locator('vielfalt-offer-list, vielfalt-search-box')
          .evaluateAll((all) =>
            all.map((each) => (each.cloneNode() as Element).outerHTML.split('></')[0]),
          ),
        [
          '<vielfalt-offer-list place="witten" start="q=kurs&amp;place=hattingen"',
          '<vielfalt-offer-list topic="language"',
          '<vielfalt-offer-list topic="language" limit="2"',
          '<vielfalt-offer-list place="hattingen"',
          '<vielfalt-offer-list topic="language" place="witten"',
          '<vielfalt-offer-list limit="2"',
          '<vielfalt-offer-list topic="sport"',
          '<vielfalt-search-box for="offers"',
        ],
      );
    });

    it('shows no offers where its address is of no list of the directory, and says so', async (test) => {
      for (const [link, said] of [
        ['href="https://other.example/?place=witten"', /not the address of a page below/],
        ['href="places/witten?x"', /not the address of a page below/],
        ['href=""', /not the address of a page below/],
        ['href="mailto:x@example.org"', /"mailto:x@example.org" is not an id/],
        ['href="FEED/palces/witten"', /not the address of a page below/],
        ['href="FEED/palces/witten" data-topic="language"', /not the address of a page below/],
        ['href="FEED/places/witten/x"', /not the address of a page below/],
        ['href="FEED/providers/vhs-huegelland"', /not the address of a page below/],
        ['href="FEED/offers/x"', /not the address of a page below/],
        ['href="FEED/?palce=witten"', /no attribute "palce"; did you mean "place"/],
        ['href="FEED/?within.topics=sport&lang=de"', /no attribute "topics"; did you mean "topic"/],
      ] as const) {
        const { page, complaints } = await open(
          test,
          `<a ${link} data-vielfalt="directory">Angebote</a>`,
          { offers: false },
        );
        await eventually(
          async () => complaints.some((each) => said.test(each)),
          `${link} is named: ${complaints.join()}`,
        );
        assert.equal(await page.locator('vielfalt-offer-card').count(), 0, link);
      }
    });
  });

  it('takes the whole address of a record where its name is wanted', async (test) => {
    const body = `<vielfalt-provider-card provider="FEED/providers/vhs-huegelland/?lang=de#x"></vielfalt-provider-card>
      <vielfalt-offer-card offer=" FEED/offers/${SLUG} "></vielfalt-offer-card>`;
    const { page, complaints } = await open(test, body);
    await page.getByRole('heading', { name: 'VHS Hügelland' }).waitFor();
    await page
      .getByRole('heading', { name: /Berufssprachkurs C1/ })
      .first()
      .waitFor();
    assert.deepEqual(complaints, []);
  });

  it('becomes an element once, with the script there twice', async (test) => {
    const body = `<div data-vielfalt="list" data-limit="2">${LINK}</div>`;
    const { page } = await open(test, body);
    await page.evaluate(async (src) => {
      await import(`${src}?again`);
    }, `${hosts.demo.feed.url}/widget/v1/vielfalt.js`);
    await drawn(page);
    assert.equal(await page.locator('vielfalt-offer-list').count(), 1);
    assert.equal(await page.locator('[data-vielfalt]').count(), 0);
  });

  it('shows no offers where a lock is misspelt or unknown', async (test) => {
    for (const [attributes, said] of [
      ['data-topics="language"', /there is no attribute "topics"; did you mean "topic"/],
      ['data-ort="witten"', /there is no attribute "ort"; did you mean "place"/],
      ['data-place="wittn"', /no place "wittn"/],
      ['data-place=”witten”', /"”witten”" is not an id/],
    ] as const) {
      const { page, complaints } = await open(
        test,
        `<div data-vielfalt="directory" ${attributes}>${LINK}</div>`,
        { offers: false },
      );
      await eventually(
        async () => complaints.some((each) => said.test(each)),
        `${attributes} is named: ${complaints.join()}`,
      );
      assert.equal(await page.locator('vielfalt-offer-card').count(), 0);
      assert.ok(await page.getByRole('link', { name: 'Angebote in Witten' }).isVisible());
    }
  });

  it('leaves alone what is no placeholder, and says so', async (test) => {
    const body = `
      <div data-vielfalt="nothing" id="a">${LINK}</div>
      <div data-vielfalt=”directory” id="b">${LINK}</div>
      <div data-vielfalt="" id="c">${LINK}</div>
      <div data-vielfalt="constructor" id="d">${LINK}</div>
      <div data-vielfalt="offer-box" id="e">${LINK}</div>
      <div contenteditable><p data-vielfalt="list" id="f">${LINK}</p></div>
      <div data-vielfalt="list" id="g"><vielfalt-offer-list limit="2">${LINK}</vielfalt-offer-list></div>
      <vielfalt-offer-list data-vielfalt="list" limit="2" id="h">${LINK}</vielfalt-offer-list>`;
    const { page, complaints } = await open(test, body);
    await eventually(async () => complaints.length >= 5, 'the console names them');
    assert.equal(await page.locator('vielfalt-offer-list').count(), 2);
    assert.equal(await page.locator('[data-vielfalt]').count(), 8);
    assert.deepEqual(
      complaints.map((each) => /there is no element "([^"]*)"/.exec(each)?.[1]),
      ['nothing', '”directory”', '', 'constructor', 'offer-box'],
    );
  });

  it('in another one, or in an element, is a part of the fallback', async (test) => {
    const body = `
      <div data-vielfalt="directory" data-place="witten"><div data-vielfalt="list">${LINK}</div></div>
      <vielfalt-offer-list limit="2"><div data-vielfalt="directory">${LINK}</div></vielfalt-offer-list>`;
    const { page, complaints } = await open(test, body);
    assert.equal(await page.locator('vielfalt-directory').count(), 1);
    assert.equal(await page.locator('main > div > vielfalt-directory').count(), 1);
    assert.equal(
      await page.locator('main vielfalt-offer-list:not(vielfalt-directory *)').count(),
      1,
    );
    assert.deepEqual(complaints, []);
  });

  it('takes nothing from data that is not ours', async (test) => {
    const body = `<div data-vielfalt="list" data-limit="2" data-id="x" data-style="display:none"
      data-onclick="document.title='pwned'" data-onmouseover="document.title='pwned'" data-hidden
      data-class="y" data-block="z" data-aos="fade" data-slot="before" data-is="x">${LINK}</div>`;
    const { page, complaints } = await open(test, body);
    const list = page.locator('vielfalt-offer-list');
    assert.equal(await list.evaluate(tagOf), '<vielfalt-offer-list limit="2"');
    await list.click();
    assert.equal(await page.title(), 'Test');
    assert.deepEqual(complaints, []);
  });

  it('works under a strict policy, without styles of the page', async (test) => {
    const body = `<div data-vielfalt="list" data-limit="2">${LINK}</div>
      <a href="FEED/?place=witten" data-vielfalt="list" data-limit="2" class="style-is-blocked">x</a>`;
    const policy = `default-src 'none'; script-src FEED; style-src 'none'; connect-src FEED; img-src FEED; require-trusted-types-for 'script'; trusted-types vielfalt`;
    const { page, complaints } = await open(test, body, { policy });
    assert.equal(await page.locator('vielfalt-offer-list').count(), 2);
    assert.deepEqual(complaints, []);
  });

  it('in a page that an open tag has swallowed is found all the same', async (test) => {
    const body = `<vielfalt-search-box for="offers" /><section><h2>Angebote</h2>
      <div data-vielfalt="list" data-limit="2">${LINK}</div></section>`;
    const { page } = await open(test, body);
    assert.equal(await page.locator('section vielfalt-offer-list').count(), 1);
  });

  it('costs a page without any no request', async (test) => {
    /** Whether the code for placeholders is among the scripts that a page loads. */
    const isLoaded = async (body: string) => {
      const scripts: Response[] = [];
      await open(test, body, {
        before: async (page) =>
          page.on('response', (response) => {
            if (response.url().includes('/widget/')) scripts.push(response);
          }),
      });
      const texts = await Promise.all(scripts.map((script) => script.text()));
      return texts.some((text) => text.includes('there is no element'));
    };
    assert.ok(await isLoaded('<div data-vielfalt="list" data-limit="2"></div>'));
    assert.ok(!(await isLoaded('<vielfalt-offer-list limit="2"></vielfalt-offer-list>')));
  });
});
