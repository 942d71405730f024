import { aTimeout } from '@open-wc/testing-helpers';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import type { VielfaltOfferList } from '../../widget/src/offer-list/offer-list.js';
import type { VielfaltSearchBox } from '../../widget/src/search-box/search-box.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { text } from './harness.js';
import { ListHarness } from './list-harness.js';
import { mount, unmount } from './mount.js';
import { SearchBoxHarness } from './search-box-harness.js';
import { until } from './until.js';

describe('<vielfalt-search-box>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  /** A search box in a page's header and a list further down. */
  async function joined() {
    const page = mount(html`
      <vielfalt-search-box for="offers"></vielfalt-search-box>
      <vielfalt-offer-list id="offers" feed=${feed.address} topic="language"></vielfalt-offer-list>
    `);
    const box = boxIn(page);
    const list = new ListHarness<VielfaltOfferList>(page.querySelector('vielfalt-offer-list')!);
    await list.results();
    return { box, list };
  }

  function boxIn(page: HTMLElement) {
    return new SearchBoxHarness(page.querySelector<VielfaltSearchBox>('vielfalt-search-box')!);
  }

  function alone() {
    const page = mount(
      html`<vielfalt-search-box feed=${feed.address} topic="language"></vielfalt-search-box>`,
    );
    return boxIn(page);
  }

  it('filters the list that it is joined to while one types, inside the list’s lock', async () => {
    const { box, list } = await joined();
    const whole = list.offers().length;
    box.typeWords('sprachcafe');
    await list.until(() => list.offers().length < whole, 'nothing was filtered');
    ok(
      list.titles().every((title) => title.startsWith('Sprachcafé')),
      list.titles().join(),
    );
    box.typeWords('schwimmen');
    await list.until(() => list.offers().length === 0, 'swimming is no language course');
    match(list.summary(), /Keine Angebote/);
  });

  it('asks the feed once for the two of them', async () => {
    await joined();
    equal(feed.pages.length, 1);
  });

  it('waits until typing pauses', async () => {
    const { box, list } = await joined();
    for (const words of ['s', 'sp', 'spr', 'sprachcafe']) box.typeWords(words);
    await list.until(() => list.titles()[0]?.startsWith('Sprachcafé'), 'nothing was filtered');
    equal(feed.pages.filter((path) => path.includes('q=')).length <= 1, true);
  });

  it('applies Enter at once and keeps page and focus', async () => {
    const { box, list } = await joined();
    box.typeWords('sprachcafe');
    ok(box.submit(), 'the page was left');
    await list.results();
    match(list.titles()[0] ?? '', /^Sprachcafé/);
    equal(box.root.activeElement, box.input);
  });

  it('clears the words by its button, which is there only then', async () => {
    const { box, list } = await joined();
    const whole = list.titles();
    ok(!box.canClear(), 'nothing to clear yet');
    box.typeWords('sprachcafe');
    box.submit();
    await list.results();
    box.clear();
    await list.until(() => list.titles().length === whole.length, 'still filtered');
    equal(box.words, '');
    ok(box.root.activeElement === box.input, 'the focus has gone');
    ok(!box.canClear(), 'still something to clear');
  });

  it('clears words that the list has not followed yet', async () => {
    const { box, list } = await joined();
    box.typeWords('sprachcafe');
    await list.until(() => box.canClear(), 'nothing to clear');
    box.clear();
    await list.until(() => !box.canClear(), 'still something to clear');
    equal(box.words, '');
  });

  it('leaves words alone while they are typed, also the space at their end', async () => {
    const { box, list } = await joined();
    box.typeWords('sprach ');
    box.submit();
    await list.results();
    equal(box.words, 'sprach ');
  });

  it('does not take half a word of an input method', async () => {
    const { box } = await joined();
    box.input.value = 'sprach';
    box.input.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await aTimeout(350);
    ok(!feed.asked.some((path) => path.includes('q=')), 'it asked too early');
    box.input.dispatchEvent(new InputEvent('compositionend'));
    await box.until(() => box.canClear(), 'words not taken');
  });

  it('shows words that come from elsewhere', async () => {
    const { box, list } = await joined();
    list.element.query = { q: 'kurs' };
    await box.until(() => box.words === 'kurs', 'the words do not show');
  });

  it('fetches the set when a visitor reaches for it, not before', async () => {
    const { box } = await joined();
    const sets = () => feed.asked.filter((path) => path.startsWith('/v1/offers/set')).length;
    equal(sets(), 0);
    box.reach();
    await until(() => sets() === 1, 'the set was not fetched');
  });

  it('leads to the directory where nothing on the page shows its offers', async () => {
    const box = alone();
    await box.element.updateComplete;
    box.typeWords('sprachcafe');
    box.submit();
    await box.until(
      () => box.find<HTMLAnchorElement>('.stand-in a').href.includes('q=sprachcafe'),
      'no way to the directory',
    );
    const { href } = box.find<HTMLAnchorElement>('.stand-in a');
    match(href, /^https:\/\/feed\.example\/\?.*topic=language/);
  });

  it('does not wait for an element that is joined to it in turn', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...texts: unknown[]) => said.push(String(texts[0]));
    try {
      const page = mount(html`
        <vielfalt-search-box id="one" for="two" feed=${feed.address}></vielfalt-search-box>
        <vielfalt-offer-list id="two" for="one" feed=${feed.address}></vielfalt-offer-list>
        <vielfalt-offer-list id="self" for="self" feed=${feed.address}></vielfalt-offer-list>
      `);
      for (const element of page.querySelectorAll<VielfaltOfferList>('vielfalt-offer-list')) {
        await new ListHarness(element).results();
        equal(new ListHarness(element).summary(), '45 Angebote gefunden');
      }
      equal(
        said.filter((text) => text.includes('for="')),
        ['two', 'one', 'self'].slice(1).map((id) => `Vielfalt: for="${id}" leads to itself`),
      );
      const box = boxIn(page);
      box.typeWords('sprachcafe');
      const list = new ListHarness<VielfaltOfferList>(page.querySelector('#two')!);
      await list.until(() => list.offers().length < 20, 'the two do not show the same');
    } finally {
      console.warn = warn;
    }
  });

  it('is accessible, and speaks the page’s language', async () => {
    const box = alone();
    await box.element.updateComplete;
    await accessible(box.element);
    const english = boxIn(
      mount(html`<vielfalt-search-box feed=${feed.address}></vielfalt-search-box>`, 'en-GB'),
    );
    await english.element.updateComplete;
    equal(text(english.find('label')), 'What are you looking for?');
  });
});
