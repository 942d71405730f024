import type { Flag } from '@vielfalt/feed';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { equal, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { mount, unmount } from './mount.js';

/** Tests of what every switch is in a directory. @param chip what it is called once it is chosen */
export function flagOfDirectory(name: Flag, chip: string) {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  it('is an attribute that locks', async () => {
    const page = mount(html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`);
    page.querySelector('vielfalt-directory')?.setAttribute(name, '');
    await new DirectoryHarness(page).results();
    const asked = feed.pages.at(-1) ?? '';
    ok(asked.includes(`within.${name}=yes`), `asked was ${asked}`);
  });

  it('is a choice with a chip', async () => {
    const page = mount(html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`);
    const directory = await new DirectoryHarness(page).results();
    directory.element.query = { [name]: true };
    await directory.results();
    equal(directory.chips(), [chip]);
  });
}
