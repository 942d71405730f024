import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import '../../widget/src/map/define-map.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { MapHarness } from './map-harness.js';
import { mount, unmount } from './mount.js';

describe('<vielfalt-map>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  const asked = () => feed.asked.filter((path) => path.startsWith('/v1/points'));

  /** A map by itself. */
  async function alone(place?: string, lang = 'de'): Promise<MapHarness> {
    const page = mount(
      place === undefined
        ? html`<vielfalt-map feed=${feed.address}></vielfalt-map>`
        : html`<vielfalt-map feed=${feed.address} place=${place}></vielfalt-map>`,
      lang,
    );
    const map = new MapHarness(page);
    await map.drawn();
    return map;
  }

  /** A directory with a map in it. */
  async function inDirectory(): Promise<[MapHarness, DirectoryHarness]> {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address}>
        <vielfalt-map slot="before"></vielfalt-map>
      </vielfalt-directory>`,
    );
    const found = [new MapHarness(page), new DirectoryHarness(page)] as const;
    await found[0].drawn();
    await found[1].results();
    return [...found];
  }

  it('shows all offers, not a page of them, each with the name of its town', async () => {
    const map = await alone();
    equal(map.total(), 45);
    ok(
      map.names().every((name) => /(Witten|Hattingen|Schwelm|Herdecke|Gevelsberg)/.test(name)),
      map.names().join(),
    );
    equal(asked(), ['/v1/points?lang=de']);
  });

  it('draws the towns as shapes, and says their names where there is room', async () => {
    const map = await alone();
    await map.until(() => map.root.querySelector('.shape'), 'no shape');
    equal(all(map.root, '.shape').length, 9);
    ok(
      all(map.root, '.names text')
        .map((each) => each.textContent)
        .includes('Witten'),
      'no name',
    );
  });

  it('says the names of towns where there are no shapes', async () => {
    feed.hasAreas = false;
    const map = await alone();
    equal(all(map.root, '.shape').length, 0);
    ok(all(map.root, '.names text').length > 2, 'names lead through the map');
  });

  it('lists what is at a point that is pressed, leads there, and back', async () => {
    const map = await alone();
    const [first = ''] = map.names();
    await map.press(map.markers[0]);
    const opened = map.opened();
    const count = Number(/: (\d+) /.exec(first)?.[1]);
    match(opened?.heading ?? '', new RegExp(`${count} Angebot`));
    equal(opened?.links.length, Math.min(count, 20));
    equal(map.focused(), opened?.heading);
    map.button('Schließen').click();
    await map.until(() => !map.opened(), 'the list stays');
    await map.until(() => map.focused() === first, 'the focus is elsewhere');
  });

  it('leads to the page of an offer where no list would show it', async () => {
    const map = await alone();
    await map.press(map.markers[0]);
    const link = map.find<HTMLAnchorElement>('.entries a');
    match(link.href, /^https:\/\/feed\.example\/offers\/angebot-\d+$/);
  });

  it('opens an offer in the list that it is joined to', async () => {
    const [map, list] = await inDirectory();
    await map.press(map.markers[0]);
    const link = map.find<HTMLAnchorElement>('.entries a');
    const title = text(link);
    match(link.href, /#vielfalt-offer=angebot-\d+$/);
    link.click();
    await list.until(() => all(list.root, '.linked')[0], 'no offer was opened');
    ok(
      list.allShown().some((card) => card.title === title),
      title,
    );
  });

  it('can be used by keyboard: one stop, arrows to every point, a key to open and to zoom', async () => {
    const map = await alone();
    const names = map.names();
    equal(map.markers.filter((marker) => marker.tabIndex === 0).length, 1);
    map.markers[0]?.focus();
    const reached = [map.focused()];
    for (const _ of names.slice(1)) {
      await map.key('ArrowDown');
      reached.push(map.focused());
    }
    equal(reached, names);
    await map.key('Home');
    equal(map.focused(), names[0]);
    await map.key('+');
    ok(map.names().join() !== names.join(), 'the map has not come closer');
    ok(map.root.activeElement?.matches('.marker'), 'the focus is lost');
    await map.key('0');
    equal(map.names(), names);
    await map.key('Enter');
    ok(map.opened(), 'nothing was opened');
    await map.key('Escape');
    await map.until(() => !map.opened(), 'the list stays');
  });

  it('comes closer by a button, shows the whole again, and puts points apart', async () => {
    const map = await alone();
    const before = map.names();
    map.button('Näher heran').click();
    await map.element.updateComplete;
    ok(map.names().join() !== before.join(), 'nothing has changed');
    map.button('Ganze Karte').click();
    await map.element.updateComplete;
    equal(map.names(), before);
    for (const marker of map.markers) {
      const { width, height } = marker.querySelector('.target')!.getBoundingClientRect();
      ok(width >= 24 && height >= 24, `${width} × ${height}`);
    }
  });

  it('chooses a town by its shape, for the list as well, and takes it back', async () => {
    const [map, list] = await inDirectory();
    await map.until(() => map.root.querySelector('.shape.open'), 'no shape is open');
    await map.press(map.shape('witten'));
    await list.results();
    equal(list.towns(), ['witten']);
    await map.until(() => map.total() === 9, 'the map shows something else');
    ok(map.shape('witten').matches('.chosen'), 'the shape is not chosen');
    equal(map.button(/^Witten/).getAttribute('aria-pressed'), 'true');
    map.button(/^Witten/).click();
    await map.until(() => map.total() === 45, 'the choice stays');
  });

  it('shows what the list is narrowed down to', async () => {
    const [map, list] = await inDirectory();
    await list.search('schwimmen');
    await map.until(() => map.total() < 45, 'the map has not followed');
    match(asked().at(-1) ?? '', /q=schwimmen/);
  });

  it('keeps to the lock: in what it asks, and in what can be chosen', async () => {
    const map = await alone('witten,hattingen');
    equal(map.total(), 18);
    ok(
      asked().every((path) => path.includes('within.place=witten,hattingen')),
      asked().join(),
    );
    await map.until(() => map.root.querySelector('.shape.open'), 'no shape is open');
    const open = all(map.root, '.shape.open').map((shape) => shape.getAttribute('data-place'));
    equal(open.sort(), ['hattingen', 'witten']);
    await map.press(map.shape('schwelm'));
    equal(asked().length, 1, 'a shape outside the lock was chosen');
  });

  it('shows nothing of an earlier lock', async () => {
    const map = await alone('witten');
    await map.press(map.markers[0]);
    const release = feed.hold();
    map.element.setAttribute('place', 'hattingen');
    await map.until(() => map.markers.length === 0, 'Witten is still there');
    ok(!map.opened(), 'its offers are still listed');
    release();
    await map.drawn();
    ok(
      map.names().every((name) => name.includes('Hattingen')),
      map.names().join(),
    );
  });

  it('names the offers without a place, and lists them', async () => {
    feed.fail(async (response) => {
      if (!response.ok) return response;
      const answer = (await response.json()) as { points?: unknown[] };
      answer.points?.splice(0, 3);
      return Response.json(answer);
    });
    const map = await alone();
    map.button('3 Angebote ohne Ort auf der Karte').click();
    await map.until(() => map.opened(), 'nothing was opened');
    equal(map.opened()?.links.length, 3);
    equal(map.focused(), '3 Angebote ohne Ort auf der Karte');
  });

  it('says that its points could not be had, and asks again', async () => {
    const page = mount(html`<vielfalt-map feed=${feed.address}></vielfalt-map>`);
    const map = new MapHarness(page);
    let isBroken = true;
    const heard: string[] = [];
    page.addEventListener('vielfalt-error', (event) => heard.push(event.problem));
    feed.fail(async (response) => {
      const { points } = (await response.clone().json()) as { points?: unknown };
      return points && isBroken ? new Response('', { status: 500 }) : response;
    });
    await map.until(() => all(map.root, '.condition')[0], 'nothing is said');
    equal(heard.length, 1);
    equal(map.find<HTMLAnchorElement>('.condition a').href, feed.address);
    isBroken = false;
    map.button('Noch einmal versuchen').click();
    await map.drawn();
    equal(map.total(), 45);
  });

  it('says what a list would where the feed fails, and leaves it to one that is there', async () => {
    feed.fail(() => new Response('', { status: 500 }));
    const page = mount(
      html`<vielfalt-map feed=${feed.address}><a href="/x">Angebote</a></vielfalt-map>
        <vielfalt-offer-list id="list" feed=${feed.address}></vielfalt-offer-list>
        <div><vielfalt-map for="list"></vielfalt-map></div>`,
    );
    const map = new MapHarness(page);
    await map.until(() => all(map.root, '.condition')[0], 'nothing is said');
    ok(all(map.root, 'slot')[0], 'the fallback is hidden');
    const joined = new MapHarness(page.querySelector('div')!);
    await joined.until(() => all(page, '.condition').length > 1, 'the list says nothing');
    equal(all(joined.root, '.condition').length, 0);
  });

  it('fails closed where the lock is not understood', async () => {
    const page = mount(html`<vielfalt-map feed=${feed.address} place="wittn"></vielfalt-map>`);
    const map = new MapHarness(page);
    await map.until(() => all(map.root, '.condition')[0], 'nothing is said');
    equal(asked(), []);
    match(text(map.find('.condition')), /gibt es im Verzeichnis nicht/);
  });

  it('loads its words by themselves in another language, and mirrors no map', async () => {
    const map = await alone(undefined, 'ar');
    equal(map.find('section').getAttribute('aria-label'), 'خريطة العروض');
    const middle = (place: string) => {
      const { left, right } = map.shape(place).getBoundingClientRect();
      return (left + right) / 2;
    };
    await map.until(() => map.root.querySelector('.shape'), 'no shape');
    ok(middle('hattingen') < middle('herdecke'), 'the west is on the right');
  });

  it('is accessible, closed and opened', async () => {
    const map = await alone();
    await accessible(map.element);
    await map.press(map.markers[0]);
    await accessible(map.element);
  });
});
