import { aTimeout } from '@open-wc/testing-helpers';
import { html } from 'lit';
import { define } from '../../widget/src/define.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { all, find, text } from './harness.js';
import { DirectoryHarness } from './directory-harness.js';
import { mount, unmount } from './mount.js';

define();

const KEY = 'vielfalt-shortlist';

describe('the shortlist', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
    localStorage.clear();
  });

  afterEach(() => {
    feed.remove();
    unmount();
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  async function shown(place = 'witten'): Promise<DirectoryHarness> {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address} place=${place}></vielfalt-directory>`,
    );
    const directory = new DirectoryHarness(page);
    await directory.results();
    await directory.until(() => find(directory.root, '.ribbon'), 'no offer can be marked');
    return directory;
  }

  const ribbons = ({ root }: DirectoryHarness) => all<HTMLButtonElement>(root, '.ribbon');
  const mark = async (directory: DirectoryHarness, ...indexes: number[]) => {
    for (const index of indexes) {
      const ribbon = ribbons(directory)[index];
      ok(ribbon, `there is no offer ${index}`);
      ribbon.click();
    }
    await directory.until(() => find(directory.root, '.to-shortlist'), 'there is no way to them');
  };
  const open = async (directory: DirectoryHarness) => {
    directory.find<HTMLButtonElement>('.to-shortlist').click();
    await directory.until(
      () =>
        find(directory.root, '.shortlist') &&
        !text(find(directory.root, '.shortlist')).includes('geladen'),
      'the list does not open',
    );
  };
  const marked = ({ root }: DirectoryHarness) =>
    all<HTMLElement & { card?: { slug: string } }>(root, '.marked vielfalt-offer-card').map(
      ({ card }) => card?.slug ?? '',
    );

  it('marks an offer by a toggle with its title in the name, says so, and stores nothing', async () => {
    const directory = await shown();
    const [ribbon] = ribbons(directory);
    ok(ribbon, 'no offer can be marked');
    equal(ribbon.getAttribute('aria-pressed'), 'false');
    equal(ribbon.getAttribute('aria-labelledby'), 'ribbon title');
    equal(ribbon.title, 'Merken');
    await mark(directory, 0);
    await directory.until(
      () => ribbon.getAttribute('aria-pressed') === 'true',
      'it is not pressed',
    );
    equal(text(directory.find('.to-shortlist')), 'Merkliste (1)');
    await directory.until(() => directory.announced().includes('Merkliste (1)'), 'nothing is said');
    equal(localStorage.length, 0);
    await accessible(directory.element);
    ribbon.click();
    await directory.until(() => !find(directory.root, '.to-shortlist'), 'the mark stays');
  });

  it('shows marked offers together, holds them over filters, and gives the focus back', async () => {
    const directory = await shown();
    const slugs = directory.offers().map(({ slug }) => slug);
    await mark(directory, 0, 1);
    await directory.search('Deutschkurs');
    await open(directory);
    equal(marked(directory), slugs.slice(0, 2));
    const section = directory.find('.shortlist');
    equal((section.getRootNode() as ShadowRoot).activeElement, section);
    await accessible(directory.element);
    directory.button('Schließen').click();
    await directory.until(() => !find(directory.root, '.shortlist'), 'it stays open');
  });

  it('leads to a sheet inside the lock and passes on a link that opens the same', async () => {
    const directory = await shown();
    const [first, second] = directory.offers().map(({ slug }) => slug);
    await mark(directory, 0, 1);
    await open(directory);
    const { href } = directory.find<HTMLAnchorElement>('.ways a');
    equal(
      decodeURIComponent(href),
      `${feed.address}shortlist?offers=${first},${second}&lang=de&within.place=witten`,
    );
    unmount();
    location.hash = `#vielfalt-shortlist=${first},${second}`;
    const other = await shown();
    await other.until(() => marked(other).length === 2, 'the link opens nothing');
    equal(marked(other), [first, second]);
    equal(localStorage.length, 0);
  });

  it('shows nothing outside the lock, says that something is left out, and where it is', async () => {
    const everywhere = new DirectoryHarness(
      mount(html`<vielfalt-directory feed=${feed.address} place="hattingen"></vielfalt-directory>`),
    );
    await everywhere.results();
    const outside = everywhere
      .offers()
      .find(
        ({ locations, serves }) => !serves && locations?.every(({ town }) => town === 'hattingen'),
      );
    ok(outside, 'there is nothing in Hattingen alone');
    unmount();
    location.hash = `#vielfalt-shortlist=${outside.slug}`;
    const directory = await shown();
    await directory.until(() => find(directory.root, '.shortlist .note'), 'nothing is said');
    equal(marked(directory), []);
    match(text(directory.find('.shortlist .note')), /^1 Angebot der Liste wird hier nicht gezeigt/);
    equal(
      directory.find<HTMLAnchorElement>('.shortlist .note a').href,
      `${feed.address}shortlist?offers=${outside.slug}`,
    );
  });

  it('says which marked offer has ended instead of dropping it', async () => {
    const directory = await shown();
    const [first] = directory.offers();
    ok(first, 'there is no offer');
    await mark(directory, 0, 1);
    feed.fail(async (answer) => {
      const { card } = (await answer.clone().json()) as { card?: { slug: string } };
      return card?.slug === first.slug ? new Response('{}', { status: 410 }) : answer;
    });
    directory.find<HTMLButtonElement>('.to-shortlist').click();
    await directory.until(() => find(directory.root, '.shortlist .note'), 'nothing is said');
    match(text(directory.find('.shortlist .note')), new RegExp(first.title));
    feed.fail();
  });

  it('keeps marks on the device only where that is chosen, and forgets them again', async () => {
    const directory = await shown();
    await mark(directory, 0);
    await open(directory);
    const box = directory.find<HTMLInputElement>('.keep input');
    equal(box.checked, false);
    box.click();
    const [slug] = marked(directory);
    equal(JSON.parse(localStorage.getItem(KEY) ?? '{}'), { [feed.address]: [slug] });
    unmount();
    const again = await shown();
    await again.until(() => find(again.root, '.to-shortlist'), 'nothing is remembered');
    equal(text(again.find('.to-shortlist')), 'Merkliste (1)');
    await open(again);
    again.find<HTMLInputElement>('.keep input').click();
    equal(localStorage.length, 0);
  });

  const kept = () =>
    (JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string[]>)[feed.address];
  /** What another tab of the same origin does to the store. */
  const elsewhere = (slugs?: string[]) => {
    const oldValue = localStorage.getItem(KEY);
    const newValue = slugs ? JSON.stringify({ [feed.address]: slugs }) : null;
    if (newValue === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, newValue);
    dispatchEvent(new StorageEvent('storage', { key: KEY, oldValue, newValue }));
  };

  it('keeps what a lock hides', async () => {
    const hattingen = await shown('hattingen');
    const inHattingen = hattingen.offers().map(({ slug }) => slug);
    unmount();
    const directory = await shown();
    const slugs = directory.offers().map(({ slug }) => slug);
    const index = slugs.findIndex((slug) => !inHattingen.includes(slug));
    await mark(directory, index);
    await open(directory);
    directory.find<HTMLInputElement>('.keep input').click();
    equal(kept(), [slugs[index]]);
    unmount();
    const other = await shown('hattingen');
    await other.until(() => find(other.root, '.to-shortlist'), 'nothing is remembered');
    await open(other);
    match(text(other.find('.shortlist .note')), /^1 Angebot der Liste wird hier nicht gezeigt/);
    equal(text(other.find('.shortlist')).includes('Noch ist nichts gemerkt'), false);
    other.button('Schließen').click();
    await other.until(() => !find(other.root, '.shortlist'), 'it stays open');
    equal(text(other.find('.to-shortlist')), 'Merkliste (1)');
    await mark(other, 0);
    await other.until(() => kept()?.length === 2, 'the second is not kept');
    equal(kept()?.[0], slugs[index]);
  });

  it('follows what another tab keeps and unmarks, and does not write it back', async () => {
    const directory = await shown();
    const slugs = directory.offers().map(({ slug }) => slug);
    const [first = '', second = '', third = ''] = slugs;
    await mark(directory, 0);
    await open(directory);
    directory.find<HTMLInputElement>('.keep input').click();
    elsewhere([first, second]);
    await directory.until(() => marked(directory).length === 2, 'it does not show');
    const says = (count: number) =>
      text(find(directory.root, '.to-shortlist')) === `Merkliste (${count})`;
    directory.button('Schließen').click();
    await directory.until(() => says(2), 'it is not counted');
    // This one has not been heard of yet.
    localStorage.setItem(KEY, JSON.stringify({ [feed.address]: [first, second, 'unheard'] }));
    await mark(directory, 2);
    await directory.until(() => kept()?.includes(third), 'the third is not kept');
    equal(kept(), [first, second, 'unheard', third]);
    elsewhere([]);
    elsewhere();
    await mark(directory, 3);
    await directory.until(() => says(1), 'what was removed is still there');
    equal(localStorage.length, 0);
  });

  it('leaves on the device what another tab keeps, while a link to it cannot be followed', async () => {
    elsewhere([]);
    feed.fail(async (answer) => {
      const { card } = (await answer.clone().json()) as { card?: unknown };
      return card ? new Response('{}', { status: 500 }) : answer;
    });
    const [first = ''] = (await shown()).offers().map(({ slug }) => slug);
    unmount();
    location.hash = `#vielfalt-shortlist=${first}`;
    const directory = await shown();
    await directory.until(() => find(directory.root, '.shortlist .note'), 'nothing is said');
    equal(kept(), []);
    elsewhere([first]);
    await mark(directory, 1);
    await directory.until(() => kept()?.length === 2, 'one is lost');
    feed.fail();
  });

  it('is kept by two directories of a page together', async () => {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address} place="witten"></vielfalt-directory>
        <div><vielfalt-directory feed=${feed.address} place="witten"></vielfalt-directory></div>`,
    );
    const one = new DirectoryHarness(page);
    const two = new DirectoryHarness(page.querySelector('div')!);
    for (const each of [one, two]) {
      await each.results();
      await each.until(() => find(each.root, '.ribbon'), 'no offer can be marked');
    }
    const slugs = one.offers().map(({ slug }) => slug);
    await mark(one, 0);
    await mark(two, 1);
    await open(one);
    one.find<HTMLInputElement>('.keep input').click();
    await one.until(() => kept()?.length === 2, 'the other one’s is not kept');
    equal(kept(), slugs.slice(0, 2));
    await one.until(() => marked(one).length === 2, 'the other one’s is not shown');
    equal(text(two.find('.to-shortlist')), 'Merkliste (2)');
    one.button('Alle entfernen').click();
    await two.until(() => !find(two.root, '.to-shortlist'), 'the other still has them');
    equal(localStorage.length, 0);
  });

  it('keeps nothing any more, and shows none, once all are removed', async () => {
    const directory = await shown();
    await mark(directory, 0, 1);
    await open(directory);
    directory.find<HTMLInputElement>('.keep input').click();
    equal(kept()?.length, 2);
    directory.button('Alle entfernen').click();
    await directory.until(() => marked(directory).length === 0, 'the cards stay');
    match(text(directory.find('.shortlist')), /Noch ist nichts gemerkt/);
    equal(localStorage.length, 0);
    ribbons(directory)[0]?.click();
    await directory.until(() => find(directory.root, '.keep input'), 'it cannot be marked again');
    equal(directory.find<HTMLInputElement>('.keep input').checked, false);
    equal(localStorage.length, 0);
  });

  it('leads to a sheet with the first thirty, and says so', async () => {
    const slugs = Array.from({ length: 31 }, (_, index) => `offer-${index}`);
    elsewhere(slugs);
    const directory = await shown();
    await directory.until(() => find(directory.root, '.to-shortlist'), 'nothing is remembered');
    await open(directory);
    const { searchParams } = new URL(directory.find<HTMLAnchorElement>('.ways a').href);
    equal(searchParams.get('offers')?.split(','), slugs.slice(0, 30));
    match(text(directory.find('.ways + .note')), /^Blatt zum Drucken .* nur die ersten 30\.$/);
    directory.button('Alle entfernen').click();
    await directory.until(() => !find(directory.root, '.ways + .note'), 'it is still said');
    equal(localStorage.length, 0);
  });

  it('gives focus and place back to what has opened it', async () => {
    const directory = await shown();
    const focused = () => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { top = -1, bottom = -1 } = element?.getBoundingClientRect() ?? {};
      ok(top >= 0 && bottom <= innerHeight + 1, `what has the focus is out of sight: ${top}`);
      return element;
    };
    const close = async () => {
      directory.button('Schließen').click();
      await directory.until(() => !find(directory.root, '.shortlist'), 'it stays open');
      await aTimeout(0);
    };
    await mark(directory, 0, 5);
    const { scrollY: start } = window;
    await open(directory);
    await close();
    equal(focused() === directory.find('.to-shortlist'), true);
    equal(scrollY, start);
    const way = () => ribbons(directory)[5]?.nextElementSibling as HTMLButtonElement | null;
    await directory.until(way, 'the card leads nowhere');
    way()?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { scrollY: before } = window;
    way()?.click();
    await directory.until(() => marked(directory).length === 2, 'it does not open');
    await close();
    equal(focused() === way(), true);
    ok(Math.abs(scrollY - before) < innerHeight, 'the place is lost');
    way()?.click();
    await directory.until(() => marked(directory).length === 2, 'it does not open again');
    directory.button('Alle entfernen').click();
    await close();
    equal(focused() === ribbons(directory)[5], true);
    await mark(directory, 0);
    await open(directory);
    directory.button('Alle entfernen').click();
    await close();
    equal(focused() === directory.find('.summary'), true);
  });

  it('shows the link to be copied by hand where the browser refuses to', async () => {
    const directory = await shown();
    await mark(directory, 0);
    await open(directory);
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    const refusing = { writeText: () => Promise.reject(new Error('refused')) };
    Object.defineProperty(navigator, 'clipboard', { value: refusing, configurable: true });
    directory.button('Link kopieren').click();
    await directory.until(() => find(directory.root, '.by-hand input'), 'there is no link');
    Object.defineProperty(navigator, 'clipboard', own);
    match(directory.find<HTMLInputElement>('.by-hand input').value, /#vielfalt-shortlist=/);
  });

  it('is gone where an editor takes it away', async () => {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address} no-shortlist></vielfalt-directory>`,
    );
    const directory = new DirectoryHarness(page);
    await directory.results();
    await directory.until(() => text(directory.find('.footer')), 'what comes afterwards');
    await aTimeout(50);
    equal(all(directory.root, '.ribbon').length, 0);
  });
});
