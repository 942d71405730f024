import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import '../../widget/src/map/define-map.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { text } from './harness.js';
import { MapHarness } from './map-harness.js';
import { mount, unmount } from './mount.js';

/** Nobody's: what is asked for there never comes. */
const SOURCE = 'https://tiles.invalid/{z}/{x}/{y}.png';

describe('<vielfalt-map tiles>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  async function drawn(tiles: string, credit: string): Promise<[MapHarness, string[]]> {
    const heard: string[] = [];
    const page = mount(
      html`<div @vielfalt-error=${({ problem }: { problem: string }) => heard.push(problem)}>
        <vielfalt-map feed=${feed.address} tiles=${tiles} tiles-credit=${credit}></vielfalt-map>
      </div>`,
    );
    const map = new MapHarness(page);
    await map.drawn();
    await map.until(() => map.root.querySelector('.shape'), 'no shape');
    return [map, heard];
  }

  it('lays pictures below the map, each once, and says whose they are', async () => {
    const [map] = await drawn(SOURCE, '© Kartenwerk https://tiles.invalid/licence');
    const addresses = map.images().map((image) => image.getAttribute('href') ?? '');
    ok(addresses.length > 1, 'no pictures');
    for (const address of addresses)
      match(address, /^https:\/\/tiles\.invalid\/\d+\/\d+\/\d+\.png$/);
    equal(new Set(addresses).size, addresses.length);
    equal(text(map.find('[part=credit]')), '© Kartenwerk');
    equal(map.find<HTMLAnchorElement>('[part=credit] a').href, 'https://tiles.invalid/licence');
  });

  it('covers the map, at the depth that fits', async () => {
    const [map] = await drawn(SOURCE, '© Kartenwerk');
    const { width, height } = map.find('svg[part=drawing]').getBoundingClientRect();
    const numbers = (name: string) => map.images().map((image) => Number(image.getAttribute(name)));
    const [x, y, side] = [numbers('x'), numbers('y'), numbers('width')];
    ok(Math.min(...x) <= 0 && Math.min(...y) <= 0, 'the upper left is bare');
    ok(Math.max(...x.map((from, n) => from + side[n]!)) >= width, 'the right is bare');
    ok(Math.max(...y.map((from, n) => from + side[n]!)) >= height, 'the bottom is bare');
    ok(side[0]! > 180 && side[0]! < 363, `${side[0]} pixels`);
  });

  it('keeps shapes and points where no picture comes', async () => {
    const [map] = await drawn(SOURCE, '© Kartenwerk');
    equal(map.total(), 45);
    const filled = () => getComputedStyle(map.shape('witten')).fill;
    ok(filled() !== 'rgba(0, 0, 0, 0)', 'the shape is bare');
    map.images()[0]?.dispatchEvent(new UIEvent('load'));
    await map.element.updateComplete;
    equal(filled(), 'rgba(0, 0, 0, 0)');
  });

  for (const [what, tiles, credit, problem] of [
    ['nobody is named', SOURCE, ' ', /tiles need tiles-credit/],
    ['the address has no numbers', 'https://tiles.invalid/map.png', '© K', /is no source/],
    [
      'the address has other names',
      'https://{s}.tiles.invalid/{z}/{x}/{y}.png',
      '© K',
      /is no source/,
    ],
    ['the address is none of the web', 'javascript:{z}{x}{y}', '© K', /is no source/],
  ] as const) {
    it(`asks nobody where ${what}, and says so once`, async () => {
      const [map, heard] = await drawn(tiles, credit);
      map.element.requestUpdate();
      await map.element.updateComplete;
      equal(map.images().length, 0);
      equal(heard.length, 1);
      match(heard[0] ?? '', problem);
      equal(map.total(), 45);
    });
  }
});
