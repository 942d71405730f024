import fc from 'fast-check';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { VielfaltQueryChangeEvent } from '../../widget/src/events/query-change-event.js';
import { ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { mount, unmount } from './mount.js';

const LOCKED = [
  'place=schwelm',
  'topic=homework',
  'q=deutsch',
  'place=witten&topic=language',
  'free=yes',
];
const NAMES = [
  'topic',
  'place',
  'at',
  'q',
  'free',
  'age',
  'level',
  'near',
  'within.place',
  'limit',
];
const VALUES = [
  'witten',
  'schwelm',
  'ennepe-ruhr-kreis',
  'language,homework',
  'yes',
  '',
  'no',
  '42',
  'B1',
  '51.4,7.3',
  '%00',
  '../',
];

type Attempt =
  | { how: 'address'; text: string }
  | { how: 'property'; name: string; value: unknown }
  | { how: 'event'; query: unknown }
  | { how: 'local' };

const parameter = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES))
  .map((pair) => pair.join('='));
const choices = fc.oneof(
  fc.constantFrom(...LOCKED),
  fc.array(parameter, { maxLength: 4 }).map((all) => all.join('&')),
);
const value = fc.oneof(
  choices,
  fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), fc.anything())),
  fc.anything(),
);
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  choices.map((text) => ({ how: 'address' as const, text })),
  fc.record({
    how: fc.constant('property' as const),
    name: fc.constantFrom('query', 'start', 'topic', 'place', 'lock', 'within', 'sort', 'limit'),
    value,
  }),
  value.map((query) => ({ how: 'event' as const, query })),
  fc.constant({ how: 'local' as const }),
);

describe('a lock', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  it('holds against 1,000 addresses, property values and events', async () => {
    const { warn } = console;
    // Nonsense is hinted at in the console, thousands of times here.
    console.warn = () => undefined;
    const page = mount(
      html`<vielfalt-directory
        feed=${feed.address}
        topic="language"
        place="witten"
        limit="3"
        sync-url="with-words"
      ></vielfalt-directory>`,
    );
    const directory = await new DirectoryHarness(page).results();
    const { element } = directory;
    let seen = 0;

    const tryIt = (tried: Attempt) => {
      switch (tried.how) {
        case 'address': {
          const text = tried.text.replace(/(^|&)(?=.)/g, '$1vielfalt.');
          history.replaceState(null, '', `?${text}#vielfalt-offer=angebot-2`);
          window.dispatchEvent(new PopStateEvent('popstate'));
          window.dispatchEvent(new HashChangeEvent('hashchange'));
          return;
        }
        case 'property':
          (element as unknown as Record<string, unknown>)[tried.name] = tried.value;
          return;
        case 'event': {
          const event = new VielfaltQueryChangeEvent({});
          Object.defineProperty(event, 'query', { value: tried.query });
          element.dispatchEvent(event);
          return;
        }
        case 'local':
          directory.box.reach();
      }
    };

    try {
      await fc.assert(
        fc.asyncProperty(attempt, async (tried) => {
          tryIt(tried);
          await directory.results();
          for (const card of directory.allShown()) {
            seen += 1;
            const isInside =
              card.locations?.some(({ town }) => town === 'witten') &&
              card.topics?.some((topic) => ['language', 'conversation'].includes(topic));
            ok(isInside, `${card.title} is outside the lock`);
          }
        }),
        { numRuns: 1_000 },
      );
    } finally {
      console.warn = warn;
    }
    ok(seen > 1_000, `only ${seen} offers were seen: the test shows nothing`);
  }).timeout(200_000);
});
