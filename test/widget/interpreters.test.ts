import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { equal, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { mount, unmount } from './mount.js';

describe('where interpreters can be had', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
  });

  it('is an attribute that locks', async () => {
    const page = mount(
      html`<vielfalt-directory feed=${feed.address} interpreters></vielfalt-directory>`,
    );
    await new DirectoryHarness(page).results();
    const [asked = ''] = feed.pages;
    ok(asked.includes('within.interpreters=yes'), `asked was ${asked}`);
  });

  it('is a choice with a chip', async () => {
    const page = mount(html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`);
    const directory = await new DirectoryHarness(page).results();
    directory.element.query = { interpreters: true };
    await directory.results();
    equal(directory.chips(), ['mit Dolmetschern']);
  });
});
