import { fixtureCleanup } from '@open-wc/testing-helpers';
import type { Card } from '@vielfalt/feed';
import { loadLocale } from '../../widget/src/locales/locale.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { MONDAY, MORNINGS, context, directory } from './cards.js';
import { Shown, restoreFetch } from './shown-card.js';
import { holds, lacks } from './words.js';

afterEach(() => {
  fixtureCleanup();
  restoreFetch();
});

describe('<vielfalt-offer-card> and strangers’ words', () => {
  it('shows markup as text', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const shown = await (await Shown.of({ title: evil, excerpt: evil, bring: evil })).open();
    equal(shown.all('#title'), [evil]);
    equal(shown.element.renderRoot.querySelectorAll('script, img').length, 0);
  });

  it('makes no link of what is none', async () => {
    const bad = 'javascript:alert(1)';
    const shown = await Shown.of({
      links: [{ label: 'Mehr', url: bad }],
      contact: { web: bad },
      registration: { web: bad },
    });
    await shown.open();
    holds(shown.text, 'Mehr');
    const addresses = [...shown.element.renderRoot.querySelectorAll('a')].map(({ href }) => href);
    equal(
      addresses.filter((address) => !/^(https?|mailto|tel):/.test(address)),
      [],
    );
  });
});

describe('<vielfalt-offer-card> and languages', () => {
  const TRANSLATED: Partial<Card> = {
    translation: {
      language: 'ar',
      by: 'machine',
      texts: { title: 'مقهى التنوع', excerpt: 'مفتوح للجميع.' },
    },
    summary: 'Offener Treff',
    excerpt: 'Für alle offen.',
  };

  it('shows a translation, says that a machine made it, and gives the original', async () => {
    const shown = await (await Shown.of(TRANSLATED, context(), 'ar')).open();
    equal(shown.find('.root').dir, 'rtl');
    equal(shown.all('#title'), ['مقهى التنوع']);
    holds(shown.text, 'ترجمة آلية');
    shown.find('#original').click();
    await shown.settled();
    equal(shown.all('#title'), ['Café Vielfalt']);
    const title = shown.find('#title span');
    equal([title.lang, title.dir], ['de', 'ltr']);
    lacks(shown.text, 'ترجمة آلية');
    holds(shown.text, 'Deutsch');
  });

  for (const tag of ['en', 'uk', 'tr', 'ar', 'pl', 'ro', 'bg', 'ru', 'fr', 'fa', 'kmr']) {
    it(`does so in the words of "${tag}", and keeps German text German`, async () => {
      const texts = { title: `Title ${tag}` };
      const translation = { language: tag, by: 'machine' as const, texts };
      const card = { translation, summary: 'Offener Treff' };
      const shown = await (await Shown.of(card, context(), tag)).open();
      const locale = await loadLocale(tag);
      equal([shown.find('.root').lang, shown.find('.root').dir], [tag, locale?.dir]);
      equal(shown.all('#title'), [texts.title]);
      holds(shown.text, locale?.card.machine ?? '?');
      const summary = shown.find('.summary');
      equal([summary.lang, summary.dir], ['de', 'ltr']);
      equal(shown.all('.summary + .mark'), ['Deutsch']);
    });
  }

  it('marks texts that have not been translated', async () => {
    const shown = await Shown.of(TRANSLATED, context(), 'ar');
    const summary = shown.find('.summary');
    equal([summary.lang, summary.dir], ['de', 'ltr']);
    equal(shown.all('.summary + .mark'), ['Deutsch']);
    equal(shown.find('#title span').hasAttribute('lang'), false);
  });

  it('marks nothing in the page’s own language, and a foreign text once', async () => {
    equal((await Shown.of({ summary: 'Treff' })).all('.mark'), []);
    equal((await Shown.of({ summary: 'Treff' }, context(), 'en')).all('.mark'), ['Deutsch']);
  });

  it('marks German as such in Kurmanji, whose numbers are written as in German', async () => {
    const shown = await Shown.of({ summary: 'Treff' }, context(), 'kmr');
    equal(shown.find('.root').lang, 'kmr');
    equal(shown.find('#title span').lang, 'de');
    equal(shown.all('.mark'), ['Deutsch']);
  });

  it('keeps an author’s words of a link together, whatever their direction', async () => {
    const links = [{ label: 'Was steht auf der Rechnung?', url: 'https://example.org/' }];
    const shown = await (await Shown.of({ links }, context(), 'fa')).open();
    equal(shown.all('dd a bdi'), ['Was steht auf der Rechnung?']);
  });

  it('keeps numbers from left to right', async () => {
    const shown = await Shown.of({ contact: { phone: '030 23125-123' } }, context(), 'ar');
    equal(getComputedStyle(shown.find('.actions bdi')).direction, 'ltr');
    equal(getComputedStyle(shown.find('article')).direction, 'rtl');
  });

  it('takes a translation into a language that the interface lacks for the visitor’s own', async () => {
    const shown = await Shown.of(
      { translation: { language: 'es', by: 'person', texts: { title: 'Café' } } },
      context(),
      'es',
    );
    match(shown.find('.root').lang, /^en/);
    equal(shown.find('#title span').lang, 'es');
    equal(shown.all('.mark'), []);
  });

  for (const [lang, details] of [
    ['tr', 'Ayrıntılar'],
    ['uk', 'Докладніше'],
    ['pl', 'Szczegóły'],
    ['ro', 'Detalii'],
    ['bg', 'Подробности'],
    ['ru', 'Подробнее'],
  ] as const) {
    it(`speaks "${lang}" to the last word`, async () => {
      const shown = await Shown.of({ schedule: MORNINGS }, context(), lang);
      equal(shown.find('.root').lang, lang);
      holds(shown.text, details);
      await shown.open();
      lacks(shown.text, 'Uhr');
      lacks(shown.text, 'Nicht bekannt');
    });
  }
});

describe('<vielfalt-offer-card> for everybody', () => {
  const RICH: Partial<Card> = {
    kind: 'course',
    summary: 'Offener Treff',
    excerpt: 'Für alle.',
    schedule: MORNINGS,
    cost: { free: true },
    openings: { state: 'waiting-list' },
    only: 'women',
    age: { from: 18 },
    locations: [{ street: 'Parkstraße 7', town: 'witten', lat: 51, lng: 7, stepFree: 'yes' }],
    contact: { role: 'Büro', phone: '030 23125-123', email: 'a@example.org' },
    checked: { on: '2025-01-03', by: 'Amt' },
    translation: { language: 'ar', by: 'machine', texts: { title: 'مقهى' } },
  };

  for (const lang of ['de', 'ar']) {
    it(`has no faults that axe-core knows, closed and open (${lang})`, async () => {
      const shown = await Shown.of(RICH, context(), lang);
      await accessible(shown.element);
      await shown.open();
      await accessible(shown.element);
    });
  }

  it('gives its title the level that the page wants', async () => {
    const shown = await Shown.of({});
    equal(shown.find('#title').ariaLevel, '3');
    shown.element.headingLevel = 5;
    await shown.settled();
    equal(shown.find('#title').ariaLevel, '5');
  });

  it('fits 320 pixels without scrolling sideways', async () => {
    const shown = await Shown.of({ ...RICH, title: 'Donaudampfschifffahrtsgesellschaftskapitän' });
    const box = shown.element.parentElement;
    ok(box, 'the card stands nowhere');
    box.classList.add('narrow');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.narrow { inline-size: 320px }');
    document.adoptedStyleSheets = [sheet];
    await shown.open();
    const article = shown.find('article');
    equal(article.getBoundingClientRect().width <= 320, true);
    equal(article.scrollWidth > article.clientWidth, false);
    document.adoptedStyleSheets = [];
  });

  it('names its directory’s office for mistakes only where there is one', async () => {
    const { reportTo: _, ...silent } = directory;
    const shown = await (await Shown.of({}, context(MONDAY, { directory: silent }))).open();
    lacks(shown.text, 'Fehler melden');
  });
});
