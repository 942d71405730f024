import { aTimeout } from '@open-wc/testing-helpers';
import { printQuery, type QuestionAnswer } from '@vielfalt/feed';
import { tokens } from '@vielfalt/feed/search';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';

import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { mount, unmount } from './mount.js';

describe('What is said of a question', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  /** What a feed says of words: the choices are places of the question, by the words themselves. */
  function says(
    choices: Record<string, [name: string, value: string, label: string]>,
    more: Partial<QuestionAnswer> = {},
  ) {
    feed.question = (q) => ({
      found: [],
      choices: Object.entries(choices).flatMap(([asked, [name, value, label]]) => {
        const start = q.indexOf(asked);
        return start < 0 ? [] : [{ asked, start, end: start + asked.length, name, value, label }];
      }),
      ...more,
    });
  }

  const show = async (lang = 'de') =>
    new DirectoryHarness(
      mount(html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`, lang),
    ).results();
  const offered = ({ root }: DirectoryHarness) => all(root, '.offered').map(text);
  const marks = ({ root }: DirectoryHarness) => [...new Set(all(root, 'mark').map(text))];
  const PLACE: Parameters<typeof says>[0] = { Witten: ['place', 'witten', 'Witten'] };
  const DEUTSCHKURS = {
    senses: [{ asked: 'курси німецькоі', language: 'uk', means: ['Deutschkurs', 'Sprachkurs'] }],
    found: ['deutschkurs'],
  };

  describe('choices', () => {
    for (const [where, offersSet] of [
      ['the feed', false],
      ['the browser', true],
    ] as const) {
      it(`are offered where ${where} answers; one pressed filters instead of its words`, async () => {
        feed.offersSet = offersSet;
        says({ ...PLACE, kostenlos: ['free', 'yes', 'kostenlos'] });
        const directory = await show();
        await directory.search('kostenlos Deutschkurs, Witten');
        await directory.until(() => offered(directory).length > 0, 'nothing is offered');
        equal(offered(directory), ['Witten', 'kostenlos']);
        equal(directory.chips(), []);
        directory.button('Nach „Witten“ filtern').click();
        await directory.results();
        await directory.until(() => directory.chips().length > 0, 'no chip came');
        equal(directory.chips(), ['Witten']);
        equal(directory.box.words, 'kostenlos Deutschkurs');
        equal(
          printQuery(directory.element.query),
          printQuery({ q: 'kostenlos Deutschkurs', place: ['witten'] }),
        );
        equal(directory.towns(), ['witten']);
        await directory.until(() => offered(directory).length === 1, 'it is offered still');
        equal(offered(directory), ['kostenlos']);
      });
    }

    it('put the focus where removing one does, and say how many offers there are', async () => {
      says(PLACE);
      const directory = await show();
      await directory.search('Witten');
      await directory.until(() => offered(directory).length > 0, 'nothing is offered');
      const before = directory.summary();
      await aTimeout(1100);
      for (const region of all(directory.root, '.says')) region.textContent = '';
      directory.button('Nach „Witten“ filtern').click();
      await directory.results();
      const said = directory.find('.summary');
      // A browser whose window is behind another would not say `:focus`.
      equal((said.getRootNode() as ShadowRoot).activeElement, said);
      equal(directory.box.words, '');
      // There are as many as before; who has pressed a button hears it all the same.
      equal(directory.summary(), before);
      await directory.until(() => directory.announced() !== '', 'nothing is said');
      equal(directory.announced(), before);
    });

    it('join what is chosen already, and are not offered twice', async () => {
      says({ ...PLACE, Schwelm: ['place', 'schwelm', 'Schwelm'], abends: ['day', 'mo,tu', 'x'] });
      const directory = await show();
      directory.element.query = { q: 'Kurs Witten Schwelm abends', place: ['witten'], day: ['mo'] };
      await directory.until(() => offered(directory).length > 0, 'nothing is offered');
      equal(offered(directory), ['Witten', 'Schwelm', 'x']);
      directory.button('Nach „Witten“ filtern').click();
      await directory.results();
      equal(
        printQuery(directory.element.query),
        printQuery({ q: 'Kurs Schwelm abends', place: ['witten'], day: ['mo'] }),
      );
      await directory.until(() => offered(directory).length === 2, 'nothing more is offered');
      directory.button('Nach „Schwelm“ filtern').click();
      await directory.results();
      await directory.until(() => offered(directory).length === 1, 'it is offered still');
      directory.button('Nach „x“ filtern').click();
      await directory.results();
      equal(
        printQuery(directory.element.query),
        printQuery({
          q: 'Kurs',
          place: ['schwelm', 'witten'],
          day: ['mo', 'tu'],
        }),
      );
    });

    it('that this version does not know, or that do not stand in the words, are not offered', async () => {
      feed.question = () => ({
        found: [],
        choices: [
          { asked: 'Kurs', start: 0, end: 4, name: 'moon', value: 'full', label: 'Vollmond' },
          { asked: 'Kurs', start: 0, end: 4, name: 'day', value: 'noday', label: 'Untag' },
          { asked: 'Witten', start: 0, end: 6, name: 'place', value: 'witten', label: 'Witten' },
        ],
      });
      const directory = await show();
      await directory.search('Deutschkurs');
      await aTimeout(50);
      equal(offered(directory), []);
      equal(all(directory.root, '.hints').length, 0);
    });

    it('keep their place while one types on, and come and go with the offers', async () => {
      feed.offersSet = false;
      says(PLACE);
      const directory = await show();
      await directory.search('Deutschkurs Witten');
      await directory.until(() => offered(directory).length > 0, 'nothing is offered');
      feed.hold();
      directory.box.typeWords('Kurs Deutschkurs Witten');
      directory.box.submit();
      await aTimeout(50);
      equal(all(directory.root, '.hints').length, 1);
      feed.release();
      directory.box.clear();
      await directory.results();
      equal(all(directory.root, '.hints').length, 0);
    });

    it('are asked for in the visitor’s language, inside the lock, once', async () => {
      says(PLACE);
      const directory = new DirectoryHarness(
        mount(
          html`<vielfalt-directory feed=${feed.address} topic="language"></vielfalt-directory>`,
          'uk',
        ),
      );
      await directory.results();
      await directory.search('Witten');
      await directory.until(() => offered(directory).length > 0, 'nothing is offered');
      equal(
        feed.asked.filter((path) => path.startsWith('/v1/question')),
        ['/v1/question?q=Witten&lang=uk&within.topic=language'],
      );
      ok(directory.button('Фільтрувати за «Witten»'), 'it has no name');
    });
  });

  describe('marks', () => {
    it('stand at the words that were found, near and far, in title, summary and provider', async () => {
      for (const offersSet of [true, false]) {
        feed.offersSet = offersSet;
        says({}, { found: tokens('Deutschkurs Wörter Sätze Lernwerk').map(({ stem }) => stem) });
        const directory = await show();
        equal(marks(directory), []);
        await directory.search('Deutschkurs Wörter');
        await directory.until(() => marks(directory).length > 3, 'not all is marked');
        equal(marks(directory).sort(), ['Deutschkurs', 'Lernwerk', 'Sätze', 'Wörter']);
        const title = all(directory.root, '[part=title]')[0];
        match(text(title), /^Deutschkurs für Anfängerinnen und Anfänger /);
        directory.box.clear();
        await directory.results();
        await directory.until(() => marks(directory).length === 0, 'marks stay');
        unmount();
      }
    });

    it('come where the feed takes its time, without asking for the offers again', async () => {
      feed.offersSet = false;
      says({}, { found: ['deutschkurs'] });
      let open = () => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      const { question } = feed;
      const slow = globalThis.fetch;
      globalThis.fetch = async (input, init) => {
        if (String(input).includes('/v1/question')) await gate;
        return slow(input, init);
      };
      feed.question = question;
      const directory = await show();
      await directory.search('Deutschkurs');
      match(directory.titles()[0] ?? '', /^Deutschkurs/);
      equal(marks(directory), []);
      const asked = feed.pages.length;
      open();
      await directory.until(() => marks(directory).length > 0, 'nothing is marked');
      equal(feed.pages.length, asked);
    });

    it('are nowhere where the feed is of an earlier version', async () => {
      const directory = await show();
      await directory.search('Deutschkurs Witten');
      await aTimeout(50);
      ok(directory.offers().length > 0, 'nothing is found');
      equal([marks(directory), offered(directory)], [[], []]);
    });
  });

  describe('words of another language', () => {
    it('stand with their German above the offers, and on a card that shows no mark', async () => {
      feed.offersSet = false;
      says({}, DEUTSCHKURS);
      // What the feed itself would find by the senses.
      const directory = await show('uk');
      const plain = globalThis.fetch;
      globalThis.fetch = (input, init) =>
        plain(
          String(input).replace(/q=[^&]*/, (q) =>
            /question/.test(String(input)) ? q : 'q=Sprache',
          ),
          init,
        );
      await directory.search('курси німецької');
      await directory.until(() => all(directory.root, '.why').length > 1, 'nothing is said');
      const [head, ...cards] = all(directory.root, '.why');
      match(text(head), /^Пошук німецькою: курси німецької ?: → Deutschkurs$/);
      const [asked, german] = head!.querySelectorAll('bdi');
      equal([asked?.lang, asked?.dir, german?.lang, german?.dir], ['uk', 'ltr', 'de', 'ltr']);
      ok(cards.length < directory.offers().length, 'every card says it');
      match(text(cards[0]), /^Знайдено за запитом: курси німецької ?: → /);
      for (const line of cards) {
        const card = (line.getRootNode() as ShadowRoot).querySelector('article');
        equal(card?.querySelectorAll('mark').length, 0);
      }
      await accessible(directory.element);
    });

    it('point the way that is read from right to left', async () => {
      feed.offersSet = false;
      says(
        {},
        {
          senses: [{ asked: 'doroos almani', language: 'ar', means: ['Deutschkurs'] }],
          found: ['deutschkurs'],
        },
      );
      const directory = await show('ar');
      await directory.search('doroos almani');
      await directory.until(() => all(directory.root, '.why').length > 0, 'nothing is said');
      const [head] = all(directory.root, '.why');
      match(text(head), /^بُحث بالألمانية عن: doroos almani ?: ← Deutschkurs$/);
      equal(head?.querySelector('bdi')?.lang, 'ar-Latn');
      equal(head?.querySelector('bdi')?.dir, 'ltr');
    });
  });

  describe('where nothing is found', () => {
    const NEAR: QuestionAnswer['nearest'] = [
      { name: 'topic', value: 'language', label: 'Sprache', total: 14 },
      { name: 'place', value: 'witten', label: 'Witten', total: 9 },
    ];

    it('what there is is named with its number; pressed, it is chosen instead of the words', async () => {
      says({}, { nearest: NEAR });
      const directory = await show();
      await directory.search('xylophonbau');
      await directory.until(() => /Sprache/.test(text(directory.find('.condition'))), 'no way out');
      match(text(directory.find('.condition')), /Das gibt es hier: Sprache: 14 Angebote Witten: 9/);
      await accessible(directory.element);
      directory.button('Witten: 9 Angebote').click();
      await directory.results();
      equal(directory.box.words, '');
      equal(printQuery(directory.element.query), printQuery({ place: ['witten'] }));
      equal(directory.summary(), '9 Angebote gefunden');
    });

    for (const offersSet of [true, false]) {
      it(`the number is what there is beside other choices, near: ${offersSet}`, async () => {
        feed.offersSet = offersSet;
        says({}, { nearest: NEAR });
        const directory = await show();
        directory.element.query = { q: 'xylophonbau', place: ['hattingen'] };
        await directory.until(
          () => all(directory.root, '.condition button').some((each) => /Sprache/.test(text(each))),
          'no way out',
        );
        const button = directory.button(/^Sprache: \d+ Angebote?$/);
        const total = /\d+/.exec(text(button))?.[0];
        ok(total !== '14', 'it counts what the choice leaves out');
        button.click();
        await directory.results();
        await directory.until(() => directory.offers().length > 0, 'still nothing');
        equal(String(directory.offers().length), total);
        equal(
          printQuery(directory.element.query),
          printQuery({ topic: ['language'], place: ['hattingen'] }),
        );
      });
    }
  });
});
