import { aTimeout } from '@open-wc/testing-helpers';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { define } from '../../widget/src/define.js';
import type { VielfaltDirectory } from '../../widget/src/directory/directory.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { ListHarness } from './list-harness.js';
import { mount, unmount } from './mount.js';

describe('<vielfalt-directory>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  const plain = () => html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`;

  it('shows search, filters and offers by one tag and one request', async () => {
    const directory = await new DirectoryHarness(mount(plain())).results();
    equal(directory.summary(), '45 Angebote gefunden');
    equal(feed.asked, ['/v1/offers?lang=de']);
    ok((await directory.filters.ready()).groups().includes('Thema'), 'no filters');
  });

  it('narrows by words, filters and order together, and goes back', async () => {
    const directory = await new DirectoryHarness(mount(plain())).results();
    await directory.search('deutschkurs');
    await directory.choose('Ort', 'Witten');
    ok(directory.offers().length > 0, 'nothing found');
    equal(directory.towns(), ['witten']);
    match(directory.titles()[0] ?? '', /^Deutschkurs/);
    await directory.removeChip('Witten');
    ok(directory.towns().length > 1, 'still one town');
    directory.box.clear();
    await directory.results();
    equal(directory.summary(), '45 Angebote gefunden');
  });

  it('marks a demo and says whose offers these are', async () => {
    const directory = await new DirectoryHarness(mount(plain())).results();
    equal(all(directory.root, '.demo').length, 1);
    equal(all(directory.root, '.footer').length, 1);
    await directory.until(() => text(directory.find('.footer')), 'nothing is said');
    match(text(directory.find('.footer')), /herausgegeben von Büro für Vielfalt, Musterkreis/);
    equal(all<HTMLAnchorElement>(directory.root, '.footer li a').map(text), [
      'Impressum',
      'Datenschutz',
      'Barrierefreiheit',
    ]);
  });

  it('shows what the editor put into the tag only where it has nothing to show', async () => {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address} topic="langauge"
        ><p>Kurse im Rathaus</p></vielfalt-directory
      >`,
    );
    const fallback = page.querySelector('p')!;
    const directory = new DirectoryHarness(page);
    await directory.until(() => fallback.checkVisibility(), 'the fallback does not show');
    equal(directory.offers().length, 0);
    directory.element.setAttribute('topic', 'language');
    await directory.results();
    ok(!fallback.checkVisibility(), 'the fallback still shows');
    equal(directory.summary(), '14 Angebote gefunden');
  });

  it('takes elements of the editor’s own into its slots', async () => {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address}>
        <h2 slot="before">Kurse</h2>
        <vielfalt-offer-list slot="list" limit="2"></vielfalt-offer-list>
      </vielfalt-directory>`,
    );
    const list = await new ListHarness(
      page.querySelector<VielfaltDirectory>('vielfalt-offer-list')!,
    ).results();
    ok(page.querySelector('h2')?.checkVisibility(), 'the heading does not show');
    const directory = new DirectoryHarness(page);
    await directory.filters.choose('Ort', 'Witten');
    await list.results();
    equal(list.towns(), ['witten']);
    equal(feed.pages.filter((path) => !path.includes('place')).length, 1);
  });

  it('keeps several directories on a page apart', async () => {
    const first = mount(
      html`<vielfalt-directory feed=${feed.address} place="witten"></vielfalt-directory>`,
    );
    const second = mount(
      html`<vielfalt-directory feed=${feed.address} place="schwelm"></vielfalt-directory>`,
    );
    const [one, two] = [new DirectoryHarness(first), new DirectoryHarness(second)];
    await one.results();
    await two.results();
    await one.search('sprachcafe');
    equal(one.towns(), ['witten']);
    equal(two.towns(), ['schwelm']);
    equal(two.summary(), '9 Angebote gefunden');
  });

  it('is joined by elements that came before it, and that are moved', async () => {
    const page = mount(html`<vielfalt-search-box for="later"></vielfalt-search-box>`);
    const box = page.querySelector('vielfalt-search-box')!;
    await box.updateComplete;
    const element = document.createElement('vielfalt-directory');
    element.setAttribute('feed', feed.address);
    element.id = 'later';
    page.append(element);
    const directory = await new DirectoryHarness(page).results();
    element.query = { q: 'sprachcafe' };
    const input = () => box.shadowRoot?.querySelector('input')?.value;
    await directory.until(() => input() === 'sprachcafe', 'the box was not joined');
    equal(feed.pages.length, 2);

    element.remove();
    page.prepend(element);
    await directory.results();
    element.query = {};
    await directory.until(() => input() === '', 'the box is no longer joined');
  });

  it('follows the language of the page', async () => {
    const page = mount(plain());
    const directory = await new DirectoryHarness(page).results();
    page.lang = 'en';
    await directory.until(() => directory.summary() === '45 offers found', 'still German');
    equal(feed.pages.at(-1), '/v1/offers?lang=en');
  });

  for (const [text, scheme] of [
    ['rgb(20, 20, 20)', 'normal'],
    ['rgb(240, 240, 240)', 'dark'],
    ['oklch(0.95 0.01 200)', 'dark'],
  ]) {
    it(`suits a page whose text is ${text}`, async () => {
      const page = mount(html`<div style="color: ${text}">${plain()}</div>`);
      const directory = await new DirectoryHarness(page).results();
      equal(getComputedStyle(directory.find('.root')).colorScheme, scheme);
      equal(getComputedStyle(directory.find('.offers')).colorScheme, scheme);
      const card = () => all(directory.root, 'article')[0];
      await directory.until(card, 'no card is drawn');
      equal(getComputedStyle(card()!).colorScheme, scheme);
    });
  }

  it('is accessible, and stays so when narrow and from right to left', async () => {
    const page = mount(plain());
    const directory = await new DirectoryHarness(page).results();
    await accessible(directory.element);
    page.classList.add('narrow');
    page.lang = 'ar';
    page.dir = 'rtl';
    await directory.until(() => directory.summary().includes('عُثر'), 'not Arabic');
    await accessible(directory.element);
  });

  it('leaves a name alone that another script has taken, and says so', () => {
    const { error } = console;
    const said: string[] = [];
    console.error = (...texts: unknown[]) => said.push(texts.join(' '));
    try {
      define();
      equal(said, []);
      class Foreign extends HTMLElement {}
      const registry = {
        get: (name: string) => (name === 'vielfalt-filters' ? Foreign : customElements.get(name)),
        define: () => ok(false, 'it was defined again'),
      };
      define(registry as unknown as CustomElementRegistry);
      equal(said.length, 1);
      match(said[0] ?? '', /vielfalt-filters/);
    } finally {
      console.error = error;
    }
  });

  describe('with its choices in the page’s address', () => {
    const synced = (mode = '') =>
      html`<vielfalt-directory
        id="kurse"
        feed=${feed.address}
        sync-url=${mode}
      ></vielfalt-directory>`;

    it('begins with them and leaves other parameters alone', async () => {
      history.replaceState(null, '', '?utm_source=x&kurse.place=witten&place=schwelm');
      const directory = await new DirectoryHarness(mount(synced())).results();
      equal(directory.towns(), ['witten']);
      await directory.choose('Gut zu wissen', 'kostenlos');
      equal(location.search, '?utm_source=x&place=schwelm&kurse.place=witten&kurse.free=yes');
    });

    it('goes back with the browser', async () => {
      const directory = await new DirectoryHarness(mount(synced())).results();
      await directory.choose('Ort', 'Witten');
      history.back();
      await directory.until(() => directory.summary() === '45 Angebote gefunden', 'not gone back');
      equal(directory.chips(), []);
    });

    it('keeps words out, unless the editor wants them in', async () => {
      const directory = await new DirectoryHarness(mount(synced())).results();
      await directory.search('sprachcafe');
      equal(location.search, '');
      unmount();
      const open = await new DirectoryHarness(mount(synced('with-words'))).results();
      await open.search('sprachcafe');
      equal(location.search, '?kurse.q=sprachcafe');
      const { length } = history;
      await open.search('sprachkurs');
      equal(location.search, '?kurse.q=sprachkurs');
      equal(history.length, length, 'each key made an entry;');
    });

    it('goes back from words to what was chosen before them', async () => {
      const directory = await new DirectoryHarness(mount(synced('with-words'))).results();
      await directory.choose('Ort', 'Witten');
      const before = directory.summary();
      await directory.search('sprachcafe');
      await directory.until(() => directory.summary() !== before, 'not searched');
      history.back();
      await directory.until(() => directory.summary() === before, 'not gone back');
      equal(location.search, '?kurse.place=witten');
    });

    it('leaves the address alone where the editor has not said so', async () => {
      history.replaceState(null, '', '?vielfalt.place=witten');
      const directory = await new DirectoryHarness(mount(plain())).results();
      equal(directory.summary(), '45 Angebote gefunden');
      await directory.choose('Ort', 'Schwelm');
      await aTimeout(0);
      equal(location.search, '?vielfalt.place=witten');
    });
  });
});
