import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { equal, match } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { all, find, text } from './harness.js';
import { mount, unmount } from './mount.js';
import { until } from './until.js';

/** A directory that has the same records under the same names. */
const OTHER = 'https://other.example/';

describe('The address of a page where an id is wanted', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  /** What the feed is asked first for a list with an attribute. */
  async function asked(attribute: string, value: string, from = feed.address): Promise<string> {
    const place = mount(html`<div></div>`);
    const list = document.createElement('vielfalt-offer-list');
    list.setAttribute('feed', from);
    list.setAttribute(attribute, value);
    const before = feed.asked.length;
    place.append(list);
    await until(() => feed.asked[before], 'nothing is asked');
    return decodeURIComponent(feed.asked[before] ?? '');
  }

  for (const [attribute, pages, id] of [
    ['topic', 'topics', 'language'],
    ['place', 'places', 'witten'],
    ['at', 'places', 'witten'],
    ['provider', 'providers', 'haus-am-park'],
  ] as const) {
    it(`is taken in "${attribute}", however it was copied`, async () => {
      for (const rest of ['', '/', '?lang=ar', '/?lang=en#offers', '#offers'])
        equal(
          await asked(attribute, ` https://feed.example/${pages}/${id}${rest} `),
          `/v1/offers?lang=de&within.${attribute}=${id}`,
        );
      const scheme = await asked(attribute, `http://FEED.example/${pages}/${id}`);
      equal(scheme, `/v1/offers?lang=de&within.${attribute}=${id}`);
    });
  }

  it('is taken among ids, and below a feed with a path', async () => {
    const several = 'hattingen, https://feed.example/Da/places/witten';
    equal(
      await asked('place', several, 'https://feed.example/Da'),
      '/Da/v1/offers?lang=de&within.place=hattingen,witten',
    );
  });

  it('of another directory, or of something else, shows nothing and is named', async () => {
    for (const value of [
      `${OTHER}places/witten`,
      'https://feed.example.other.example/places/witten',
      'https://feed.example/topics/witten',
      'https://feed.example/places/hattingen/witten',
      'https://feed.example/places/',
      'https://feed.example/?place=witten',
      'https://other.example/?https://feed.example/places/witten',
      'javascript://feed.example/places/witten',
    ]) {
      const place = mount(
        html`<vielfalt-offer-list feed=${feed.address} place=${value}></vielfalt-offer-list>`,
      );
      await until(() => /Unbekannt/.test(text(find(place, '[part=base]'))), `${value} is named`);
      match(text(find(place, '[part=base]')), /Unbekannt: place="\S*:\/\/\S+"/);
      equal(all(place, 'vielfalt-offer-card').length, 0);
      unmount();
    }
  });

  for (const kind of ['offer', 'provider', 'network']) {
    const card = (value: string) => {
      const element = document.createElement(`vielfalt-${kind}-card`);
      element.setAttribute('feed', feed.address);
      element.setAttribute(kind, value);
      mount(html`${element}`);
      return element;
    };

    it(`is taken in "${kind}", and of another directory not asked for`, async () => {
      card(`https://feed.example/${kind}s/haus-am-park?lang=tr#x`);
      await until(() => feed.asked[1], 'nothing is asked');
      // What is not there may be in a folder of files, which the second question tells.
      const asked = [`/v1/${kind}s/haus-am-park?lang=de`, '/v1/question'];
      equal(feed.asked, asked);
      let problem = '';
      const other = card(`${OTHER}${kind}s/haus-am-park`);
      other.addEventListener('vielfalt-error', (event) => (problem = event.problem));
      const shown = () => text(find(other.shadowRoot as ShadowRoot, '[role=alert]'));
      await until(() => /gibt es hier nicht/.test(shown()), 'it does not say so');
      match(problem, new RegExp(`not the address of a page below https://feed.example/${kind}s/`));
      equal(feed.asked, asked);
    });
  }
});
