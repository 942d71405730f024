import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { find, text } from './harness.js';
import { mount, unmount } from './mount.js';
import { until } from './until.js';

describe('The attribute diagnose', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  /** The panel of the only element in a place, once it has looked at everything. */
  async function panelIn(place: HTMLElement): Promise<Element> {
    const done = () => find(place, 'section.wrong, section.well > p:not([role=status], .muted)');
    await until(done, 'the panel is not there');
    const panel = find(place, 'vielfalt-diagnosis');
    ok(panel, 'no panel');
    return panel;
  }

  const inside = (panel: Element) =>
    text(panel.shadowRoot?.querySelector<HTMLElement>('section') ?? undefined);

  it('speaks the language of the page', async () => {
    for (const [lang, title] of [
      ['de', 'Diagnose'],
      ['de-simple', 'Diagnose'],
      ['ar', 'تشخيص'],
      ['xx', 'Diagnosis'],
    ] as const) {
      const place = mount(
        html`<vielfalt-offer-list diagnose feed=${feed.address} limit="x"></vielfalt-offer-list>`,
        lang,
      );
      const panel = await panelIn(place);
      match(inside(panel), new RegExp(`^${title} `));
      match(inside(panel), /limit="x"/);
      unmount();
    }
  });

  it('asks as the element does: inside its lock, and for what is around it', async () => {
    const place = mount(
      html`<vielfalt-directory feed=${feed.address} place="witten">
        <vielfalt-search-box slot="search" diagnose></vielfalt-search-box>
      </vielfalt-directory>`,
    );
    await panelIn(place);
    ok(feed.asked.includes('/v1/offers?limit=1&within.place=witten'), feed.asked.join(' '));
  });

  it('comes again with the attribute', async () => {
    const place = mount(
      html`<vielfalt-offer-list diagnose feed=${feed.address}></vielfalt-offer-list>`,
    );
    const panel = await panelIn(place);
    const list = place.querySelector('vielfalt-offer-list');
    list?.removeAttribute('diagnose');
    await until(() => !panel.isConnected, 'it stays');
    list?.setAttribute('diagnose', '');
    await until(() => panel.isConnected, 'it stays away');
    equal(list?.shadowRoot?.querySelectorAll('vielfalt-diagnosis').length, 1);
  });

  it('changes nothing of what the element loads first', async () => {
    mount(html`<vielfalt-offer-list diagnose feed=${feed.address}></vielfalt-offer-list>`);
    await until(() => feed.pages[0], 'nothing is asked');
    equal(feed.asked[0], '/v1/offers?lang=de');
  });

  it('has no faults that axe-core knows', async () => {
    for (const limit of ['5', 'x']) {
      const place = mount(
        html`<vielfalt-offer-list
          diagnose
          feed=${feed.address}
          limit=${limit}
        ></vielfalt-offer-list>`,
      );
      await accessible(await panelIn(place));
      unmount();
    }
  });
});
