import { aTimeout } from '@open-wc/testing-helpers';
import { html } from 'lit';
import '../../widget/src/vielfalt.js';
import { VielfaltErrorEvent } from '../../widget/src/events/error-event.js';
import { VielfaltQueryChangeEvent } from '../../widget/src/events/query-change-event.js';
import { VielfaltResultsEvent } from '../../widget/src/events/results-event.js';
import type { VielfaltOfferCard } from '../../widget/src/offer-card/offer-card.js';
import type { VielfaltOfferList } from '../../widget/src/offer-list/offer-list.js';
import { accessible } from './accessible.js';
import { equal, match, ok } from './assert.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { ListHarness } from './list-harness.js';
import { mount, unmount } from './mount.js';

describe('<vielfalt-offer-list>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  function show(template = html``) {
    const page = mount(template);
    return new ListHarness<VielfaltOfferList>(page.querySelector('vielfalt-offer-list')!);
  }

  const plain = () => html`<vielfalt-offer-list feed=${feed.address}></vielfalt-offer-list>`;

  it('shows the offers inside its lock, by one request', async () => {
    const list = show(
      html`<vielfalt-offer-list
        feed=${feed.address}
        topic="language"
        place="witten"
        limit="3"
      ></vielfalt-offer-list>`,
    );
    await list.results();
    equal(list.towns(), ['witten']);
    equal(feed.asked, ['/v1/offers?limit=3&lang=de&within.topic=language&within.place=witten']);
  });

  it('keeps room while it waits', async () => {
    feed.hold();
    const list = show(plain());
    await list.element.updateComplete;
    match(list.summary(), /geladen/);
    ok(all(list.root, '.skeleton').length > 0, 'no room is kept');
    feed.release();
  });

  it('shows more when asked, and puts the focus on the first new offer', async () => {
    const list = await show(plain()).results();
    equal(list.offers().length, 20);
    ok(list.button('Mehr anzeigen (noch 25)'), 'no button');
    await list.showMore();
    equal(list.offers().length, 40);
    const cards = all(list.root, '.offers vielfalt-offer-card');
    await list.until(() => list.root.activeElement === cards[20], 'the focus is elsewhere');
    await list.showMore();
    equal(list.offers().length, 45);
    ok(!all(list.root, '.more').length, 'there is no more to show');
  });

  it('begins as the editor wishes, and lets visitors choose otherwise', async () => {
    const list = show(
      html`<vielfalt-offer-list
        feed=${feed.address}
        start="place=witten&amp;free=yes"
      ></vielfalt-offer-list>`,
    );
    await list.results();
    equal(list.chips(), ['Witten', 'kostenlos']);
    await list.removeChip('Witten');
    equal(list.chips(), ['kostenlos']);
    ok(list.towns().length > 1, 'still only one town');
    ok(list.root.activeElement === list.find('.summary'), 'the focus is lost');
    await list.removeChip('kostenlos');
    equal(list.summary(), '45 Angebote gefunden');
  });

  it('goes on without what is wrong in presets', async () => {
    const list = show(
      html`<vielfalt-offer-list
        feed=${feed.address}
        start="place=witten&amp;colour=blue"
        sort="random"
        limit="many"
      ></vielfalt-offer-list>`,
    );
    await list.results();
    equal(list.chips(), ['Witten']);
  });

  it('sorts', async () => {
    const list = await show(plain()).results();
    const usual = list.titles();
    await list.sortBy('title');
    const byTitle = list.titles();
    ok(byTitle.join() !== usual.join(), 'the order is the usual one');
    equal(
      byTitle,
      [...byTitle].sort((a, b) => a.localeCompare(b, 'de')),
    );
    await list.sortBy('next');
    ok(list.titles().join() !== byTitle.join(), 'the order is the same');
  });

  it('moves an open card with its offer, and writes others into the cards that stand there', async () => {
    const list = await show(plain()).results();
    const cards = () => all<VielfaltOfferCard>(list.root, '.offers vielfalt-offer-card');
    const [first, second, third] = cards();
    second!.open = true;
    const id = second!.card!.id;
    await list.sortBy('title');
    const at = list.offers().findIndex((card) => card.id === id);
    ok(at !== 1, 'the offer stays where it was');
    ok(at < 0 || cards()[at] === second, 'its card is another');
    equal(
      cards()
        .filter(({ open }) => open)
        .map(({ card }) => card?.id),
      at < 0 ? [] : [id],
    );
    ok(cards().includes(first!) && cards().includes(third!), 'cards were made anew');
    equal(
      cards().map((each) => text(all(each.shadowRoot!, '[part=title]')[0])),
      list.titles(),
    );
  });

  it('says what to do where nothing is found', async () => {
    const list = await show(plain()).results();
    list.element.query = { q: 'xylophonbau', place: ['witten'] };
    await list.until(() => list.offers().length === 0, 'something was found');
    match(list.summary(), /^Keine Angebote gefunden$/);
    list.button('Suchwörter löschen').click();
    await list.until(() => list.towns().join() === 'witten', 'still nothing');
  });

  it('tells screen readers the summary once things are calm, and not at the start', async () => {
    const list = await show(plain()).results();
    await aTimeout(1100);
    equal(list.announced(), '');
    list.element.query = { place: ['witten'] };
    await list.until(() => list.announced() !== '', 'nothing was said');
    equal(list.announced(), '9 Angebote gefunden');
  });

  it('fails visibly, with a way out, what the editor provided, and another try', async () => {
    feed.fail(() => new Response('', { status: 500 }));
    const list = show(
      html`<vielfalt-offer-list feed=${feed.address} topic="language"
        ><a href="https://example.org/kurse">Unsere Kurse</a></vielfalt-offer-list
      >`,
    );
    await list.until(() => /nicht geladen/.test(list.summary()), 'no failure shows');
    const link = list.find<HTMLAnchorElement>('.condition a');
    equal(link.href, 'https://feed.example/?topic=language');
    ok(list.element.querySelector('a')?.checkVisibility(), 'the fallback does not show');
    feed.fail();
    list.button('Noch einmal versuchen').click();
    await list.results();
    ok(!list.element.querySelector('a')?.checkVisibility(), 'the fallback still shows');
    ok(list.offers().length > 0, 'no offers came');
  });

  it('shows the last good answer and its date while the feed fails', async () => {
    const list = await show(plain()).results();
    feed.fail(() => new Response('', { status: 500 }));
    list.element.query = { place: ['witten'] };
    await list.until(() => all(list.root, '.note').length > 0, 'no note shows');
    match(text(list.find('.note')), /7\. September 2026/);
    equal(list.offers().length, 20);
  });

  it('shows no search as made that the feed has not answered; trying again makes it', async () => {
    const list = await show(plain()).results();
    list.element.query = { place: ['witten'] };
    await list.until(() => list.towns().join() === 'witten', 'it does not follow');
    feed.fail(() => new Response('', { status: 500 }));
    list.element.query = { q: 'schwimmen', topic: ['sport'] };
    await list.until(() => all(list.root, '.note').length > 0, 'no note shows');
    equal(list.summary(), 'Vorige Suche: 9 Angebote gefunden');
    equal(list.chips(), ['Witten']);
    match(text(list.find('.note')), /neue Suche ist noch nicht ausgeführt.*vorige Suche/);
    equal(list.element.query, { q: 'schwimmen', topic: ['sport'] });
    feed.fail();
    list.button('Noch einmal versuchen').click();
    await list.until(() => !list.chips().includes('Witten'), 'the new search is not made');
    ok(!list.summary().startsWith('Vorige'), list.summary());
  });

  for (const [where, offersSet] of [
    ['the feed', false],
    ['the browser', true],
  ] as const) {
    it(`names the choice that keeps everything out, as ${where} knows it`, async () => {
      feed.offersSet = offersSet;
      const list = await show(plain()).results();
      list.element.query = { q: 'xylophonbau', place: ['witten'], free: true };
      await list.until(
        () => all(list.root, '.condition .button').length > 2,
        'no way out is shown',
      );
      const [way] = all<HTMLButtonElement>(list.root, '.condition .button');
      const said = /^Ohne „xylophonbau“: (\d+) Angebote?$/.exec(text(way));
      ok(said, text(way));
      way!.click();
      await list.until(() => list.offers().length > 0, 'still nothing');
      equal(String(list.offers().length), said[1]);
      equal(list.chips(), ['Witten', 'kostenlos']);
    });
  }

  it('shows nothing for a lock that the directory does not know, and says which', async () => {
    const list = show(
      html`<vielfalt-offer-list feed=${feed.address} place="wittn"></vielfalt-offer-list>`,
    );
    await list.until(() => all(list.root, '.condition').length > 0, 'nothing is said');
    equal(list.offers().length, 0);
    match(text(list.find('.condition')), /place="wittn".*witten/);
  });

  it('drops its offers at once when its lock changes', async () => {
    const list = await show(plain()).results();
    feed.hold();
    list.element.setAttribute('place', 'witten');
    await list.element.updateComplete;
    equal(list.offers().length, 0);
    feed.release();
  });

  it('survives leaving the page and coming back, without asking again', async () => {
    const list = await show(plain()).results();
    const parent = list.element.parentElement!;
    list.element.remove();
    await aTimeout(0);
    parent.append(list.element);
    await list.results();
    equal(feed.asked.length, 1);
    list.element.query = { place: ['witten'] };
    await list.until(() => list.towns().join() === 'witten', 'it no longer follows');
  });

  it('tells the host page what happens', async () => {
    const list = show(plain());
    const seen: string[] = [];
    const told = (event: Event) => {
      if (event instanceof VielfaltResultsEvent) seen.push(`${event.total} found`);
      if (event instanceof VielfaltQueryChangeEvent) seen.push(JSON.stringify(event.query));
      if (event instanceof VielfaltErrorEvent) seen.push(event.problem);
    };
    for (const { type } of [VielfaltResultsEvent, VielfaltQueryChangeEvent, VielfaltErrorEvent]) {
      list.element.addEventListener(type, told);
    }
    await list.until(() => seen.length === 1, 'nothing is told');
    list.element.query = { place: ['witten'] };
    await list.until(() => seen.length === 3, 'no change is told');
    feed.fail(() => new Response('', { status: 500 }));
    list.element.query = {};
    await list.until(() => seen.length === 5, 'no failure is told');
    equal(seen, ['45 found', '{"place":["witten"]}', '9 found', '{}', 'the feed answered 500']);
  });

  it('takes nonsense in its properties for nothing', async () => {
    const list = await show(
      html`<vielfalt-offer-list feed=${feed.address} place="witten"></vielfalt-offer-list>`,
    ).results();
    const loose = list.element as unknown as Record<string, unknown>;
    for (const nonsense of [42, null, undefined, {}, [], Number.NaN, 'x', () => 1]) {
      for (const name of ['topic', 'place', 'start', 'sort', 'limit', 'for', 'query', 'syncUrl']) {
        if (name !== 'for' || typeof nonsense !== 'string') loose[name] = nonsense;
      }
      await list.element.updateComplete;
      await list.results();
      ok(['witten', ''].includes(list.towns().join()), `${String(nonsense)} opened the lock`);
    }
  });

  describe('a link to one offer', () => {
    it('shows it open, above the list', async () => {
      history.replaceState(null, '', '#vielfalt-offer=angebot-4');
      const list = await show(
        html`<div style="block-size: 300vh"></div>
          ${plain()}`,
      ).results();
      await list.until(
        () => all(list.root, '.linked vielfalt-offer-card').length,
        'it is not shown',
      );
      const section = list.find('.linked');
      await list.until(() => list.root.activeElement === section, 'it has not the focus');
      const { top } = section.getBoundingClientRect();
      ok(top >= 0 && top < innerHeight, 'it is out of sight');
      list.button('Verlinktes Angebot ausblenden').click();
      await list.until(() => !all(list.root, '.linked').length, 'it is still shown');
      equal(location.hash, '');
    });

    it('never leads outside the lock', async () => {
      history.replaceState(null, '', '#vielfalt-offer=angebot-4');
      const list = show(
        html`<vielfalt-offer-list feed=${feed.address} place="witten"></vielfalt-offer-list>`,
      );
      await list.until(() => all(list.root, '.note').length > 0, 'nothing is said');
      match(text(list.find('.note')), /gibt es hier nicht/);
      equal(all(list.root, '.linked').length, 0);
      ok(
        feed.asked.includes('/v1/offers/angebot-4?lang=de&within.place=witten'),
        feed.asked.join(' '),
      );
    });
  });

  it('names the directory, its day and its terms, and marks a demo', async () => {
    const list = await show(plain()).results();
    await list.until(() => text(list.find('.footer')), 'nothing is said');
    match(text(list.find('.footer')), /Vielfalt im Musterkreis.*7\. September 2026.*CC BY 4\.0/);
    match(text(list.find('.demo')), /erfunden/);
  });

  it('is accessible in every state', async () => {
    const list = await show(plain()).results();
    await accessible(list.element);
    list.element.query = { q: 'xylophonbau', free: true, place: ['witten'] };
    await list.until(() => list.offers().length === 0, 'something was found');
    await accessible(list.element);
    const refused = show(
      html`<vielfalt-offer-list feed=${feed.address} place="wittn"></vielfalt-offer-list>`,
    );
    await refused.until(() => all(refused.root, '.condition').length > 0, 'nothing is said');
    await accessible(refused.element);
  });

  it('speaks Arabic from right to left on an Arabic page', async () => {
    const page = mount(plain(), 'ar');
    const list = await new ListHarness(page.querySelector('vielfalt-offer-list')!).results();
    equal(getComputedStyle(list.find('.root')).direction, 'rtl');
    match(list.summary(), /عُثر على 45 عرضًا/);
    ok(feed.asked[0]?.includes('lang=ar'), feed.asked.join());
  });
});
