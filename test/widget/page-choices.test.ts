import fc from 'fast-check';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { readChoices, writeAddress } from '../../widget/src/store/address.js';
import { equal } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { mount, unmount } from './mount.js';
import { until } from './until.js';

/** Pieces of what pages have in their queries, right or wrong. */
const PIECE = fc.constantFrom(
  ...['a', 'id', 'topic', 'vielfalt', 'vielfalt_id', 'Vielfalt.topic', 'tx_news[x]', 'ä', '字'],
  ...['=', '==', '&', '&&', ';', '+', '%20', '%2B', '%26', '%3D', '%', '%E4', '%zz', '.', '/', '?'],
);
const FOREIGN = fc.array(PIECE, { maxLength: 12 }).map((pieces) => pieces.join(''));

const OURS = fc.constantFrom(
  'vielfalt.topic=language',
  'vielfalt.topic=language,homework',
  'vielfalt_place=witten',
  'vielfalt.free=yes',
  'vielfalt%2Efree=yes',
);

describe('The choices in a page’s address', () => {
  const address = (element: Element, how = '') => ({ element, how });
  const page = () => location.href.replace(/[?#].*/, '');
  const go = (rest: string) => history.replaceState(null, '', page() + rest);

  afterEach(() => {
    unmount();
    go('');
  });

  it('come and go beside any other parameters, which stay as they are to the byte', () => {
    const element = document.createElement('vielfalt-directory');
    const query = fc.tuple(FOREIGN, fc.option(OURS), FOREIGN);
    fc.assert(
      fc.property(query, ([before, ours, after]) => {
        go(`?${before}`);
        const first = location.search.slice(1);
        go(`?${after}`);
        const last = location.search.slice(1);
        const foreign = [first, ...(ours ? [last] : [])].join('&');
        // Whatever begins so is ours.
        fc.pre(!/(^|&)vielfalt(\.|%2e)/i.test(foreign));
        go(`?${[first, ...(ours ? [ours, last] : [])].join('&')}`);
        writeAddress(address(element), { topic: ['housing'], free: true }, 'choice');
        const joined = foreign && `${foreign}&`;
        equal(location.search, `?${joined}vielfalt.topic=housing&vielfalt.free=yes`);
        equal(readChoices(address(element)), 'topic=housing&free=yes');
        writeAddress(address(element), {}, 'choice');
        equal(location.search, foreign && `?${foreign}`);
        equal(readChoices(address(element)), '');
      }),
    );
  });

  it('come and go beside those of others in a fragment, in any order', () => {
    const element = document.createElement('vielfalt-directory');
    const other = fc.constantFrom('vielfalt-offer=kurs', 'sprache.topic=a+b%20c', 'x.place=%E4,;');
    fc.assert(
      fc.property(fc.array(other, { maxLength: 4 }), (others) => {
        const foreign = others.join('&');
        go(`?vielfalt.topic=sport#${foreign}`);
        writeAddress(address(element, 'fragment'), { topic: ['housing'] }, 'choice');
        equal(location.hash, `#${foreign && `${foreign}&`}vielfalt.topic=housing`);
        equal(readChoices(address(element, 'fragment')), 'topic=housing');
        writeAddress(address(element, 'fragment'), {}, 'choice');
        equal(location.hash, foreign && `#${foreign}`);
        equal(location.search, '?vielfalt.topic=sport');
      }),
    );
  });

  it('never touch a fragment of the page’s own', () => {
    const element = document.createElement('vielfalt-directory');
    for (const own of [
      ...['inhalt', '/angebote', '!/angebote', '/angebote?vielfalt.topic=x', 'a=b', 'tab=2&a.b=c'],
      ...['vielfalt.topic=language&inhalt', 'vielfalt.topic', '%E4', 'vielfalt-offer'],
    ]) {
      go(`#${own}`);
      const { href } = location;
      writeAddress(
        address(element, 'fragment with-words'),
        { topic: ['housing'], q: 'a' },
        'choice',
      );
      equal(location.href, href);
      equal(readChoices(address(element, 'fragment')), undefined);
    }
  });

  it('have words only where the editor wants them in', () => {
    const element = document.createElement('vielfalt-directory');
    for (const [how, rest] of [
      ['', '?vielfalt.free=yes'],
      ['with-words', '?vielfalt.q=a+b&vielfalt.free=yes'],
      ['fragment', '#vielfalt.free=yes'],
      ['fragment with-words', '#vielfalt.q=a+b&vielfalt.free=yes'],
      ['with-words fragment', '#vielfalt.q=a+b&vielfalt.free=yes'],
    ] as const) {
      go('');
      writeAddress(address(element, how), { q: 'a b', free: true }, 'typing');
      equal(location.href, page() + rest);
    }
  });

  describe('when an element begins', () => {
    let feed: FakeFeed;

    beforeEach(() => {
      feed = new FakeFeed().install();
    });

    afterEach(() => feed.remove());

    const list = (id: string, how = '') => {
      const element = document.createElement('vielfalt-offer-list');
      Object.assign(element, { id, feed: feed.address, lang: 'de' });
      element.setAttribute('sync-url', how);
      return element;
    };

    for (const [what, id, written] of [
      ['its own name for them', '', 'vielfalt.topic=language'],
      ['PHP’s', '', 'vielfalt_topic=language'],
      ['the element’s id', 'sprache', 'sprache.topic=language'],
      ['PHP’s of the element’s id', 'sprache', 'sprache_topic=language'],
      ['PHP’s of an id with a dot', 'unsere.kurse', 'unsere_kurse_topic=language'],
      ['PHP’s of an id with a space', 'unsere kurse', 'unsere_kurse_topic=language'],
      ['an id with other letters', 'Übersicht', '%C3%9Cbersicht.topic=language'],
      ['encoded dots', '', 'vielfalt%2Etopic=language'],
    ] as const) {
      it(`are read by ${what}`, async () => {
        go(`?p=6&${written}`);
        mount(html`${list(id)}`);
        await until(() => feed.asked[0], 'nothing is asked');
        equal(feed.asked, ['/v1/offers?topic=language&lang=de']);
      });
    }

    it('are kept apart by PHP’s numbers too', async () => {
      go('?vielfalt_topic=language&vielfalt2_topic=housing');
      mount(html`${list('')}${list('')}`);
      await until(() => feed.pages.length === 2, 'both ask');
      equal(feed.pages.map((each) => /topic=(\w+)/.exec(each)?.[1]).sort(), [
        'housing',
        'language',
      ]);
    });

    it('are those of the fragment where it keeps them, and of no other place', async () => {
      go('?vielfalt.topic=housing#vielfalt-offer=x&vielfalt.topic=language');
      mount(html`${list('', 'fragment')}`);
      await until(() => feed.pages[0], 'nothing is asked');
      equal(feed.pages, ['/v1/offers?topic=language&lang=de']);
    });

    it('are the editor’s where the fragment is the page’s own', async () => {
      go('#/vielfalt/route');
      const element = list('', 'fragment');
      element.setAttribute('start', 'topic=sport');
      mount(html`${element}`);
      await until(() => feed.pages[0], 'nothing is asked');
      equal(feed.pages, ['/v1/offers?topic=sport&lang=de']);
    });
  });
});
