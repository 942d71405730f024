import { html, type TemplateResult } from 'lit';
import { define } from '../../widget/src/define.js';
import { accessible } from './accessible.js';
import { equal, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { mount, unmount } from './mount.js';

define();

describe('the main topics', () => {
  let feed: FakeFeed;

  beforeEach(() => (feed = new FakeFeed().install()));
  afterEach(() => {
    feed.remove();
    unmount();
  });

  async function shown(template: TemplateResult): Promise<DirectoryHarness> {
    const directory = new DirectoryHarness(mount(template));
    await directory.results();
    await directory.until(() => text(directory.find('.footer')), 'what comes afterwards');
    return directory;
  }
  const tiles = ({ root }: DirectoryHarness) => all<HTMLButtonElement>(root, '.topics button');

  it('show how many offers there are, choose one by a press, and come back', async () => {
    const directory = await shown(
      html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`,
    );
    const [first] = tiles(directory);
    ok(first && tiles(directory).length > 1, 'there are no topics');
    const [, label, count] = /^(.*) (\d+)$/.exec(text(first)) ?? [];
    await accessible(directory.element);
    first.click();
    await directory.results();
    await directory.until(() => directory.chips()[0] === label, 'the topic is not chosen');
    equal(directory.summary(), `${count} ${count === '1' ? 'Angebot' : 'Angebote'} gefunden`);
    equal(tiles(directory).length, 0);
    equal(directory.root.activeElement?.className, 'list');
    await directory.removeChip(label ?? '');
    await directory.until(() => tiles(directory).length > 1, 'they do not come back');
    await directory.search('Deutsch');
    equal(tiles(directory).length, 0);
  });

  it('stay inside the lock', async () => {
    const two = await shown(
      html`<vielfalt-directory feed=${feed.address} topic="language,sport"></vielfalt-directory>`,
    );
    ok(tiles(two).length <= 2, 'there are others');
    unmount();
    const none = await shown(
      html`<vielfalt-directory feed=${feed.address} topic="sport"></vielfalt-directory>`,
    );
    ok(tiles(none).length !== 1, 'one topic is no choice');
  });

  it('are gone where an editor takes them away', async () => {
    const directory = await shown(
      html`<vielfalt-directory feed=${feed.address} no-topics></vielfalt-directory>`,
    );
    equal(getComputedStyle(directory.find('.topics')).display, 'none');
  });
});
