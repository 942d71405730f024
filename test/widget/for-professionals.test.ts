import { html } from 'lit';
import type { Card, NetworkHead, ProfessionalsAnswer, Request } from '@vielfalt/feed';
import '../../widget/src/vielfalt.js';
import { VielfaltErrorEvent } from '../../widget/src/events/error-event.js';
import { accessible } from './accessible.js';
import { equal, ok } from './assert.js';
import { DirectoryHarness } from './directory-harness.js';
import { cards, directory, providerHeads, terms } from './fake-directory.js';
import { FakeFeed } from './fake-feed.js';
import { all, text } from './harness.js';
import { mount, unmount } from './mount.js';
import { holds, lacks } from './words.js';

const [HOUSE, WORKSHOP] = Object.values(providerHeads);

const TABLE: NetworkHead = {
  id: '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d22',
  slug: 'runder-tisch',
  name: 'Runder Tisch Ankommen',
  members: 12,
  next: { start: '2099-12-01T17:00', end: '2099-12-01T19:00' },
};

/** What the feed has for professionals in a town, or in all of them. */
function answer({ query, lock }: Request): ProfessionalsAnswer {
  const [place = 'witten'] = query.place ?? lock.place ?? [];
  const lang = query.lang ?? 'de';
  const offers = cards(lang).filter(({ locations }) => locations?.[0]?.town === place);
  const changed = (card: Card) => ({ ...card, changed: '2026-09-01T22:30:00Z' });
  return {
    directory,
    missing: {
      total: 1,
      gaps: [
        {
          ...{ place, topic: 'sport', audience: 'women' },
          could: [
            { provider: HOUSE!.id, reason: { topics: [], audiences: ['women'], km: 2.4 } },
            { provider: WORKSHOP!.id, reason: { topics: ['swimming'], audiences: [], km: 0.3 } },
          ],
        },
      ],
    },
    networks: { total: 1, networks: [TABLE] },
    practice: {
      total: 1,
      offers: offers.slice(0, 1).map((card) => ({ ...card, practice: { reason: 'Alle kommen.' } })),
    },
    offers: { total: 9, offers: offers.slice(0, 1) },
    newest: { total: offers.length, offers: offers.slice(0, 2).map(changed) },
    providers: providerHeads,
    terms: terms(lang),
  };
}

/** A directory as a professional uses it. */
class ProfessionalsHarness extends DirectoryHarness {
  get headings(): HTMLElement[] {
    return all<HTMLElement>(this.root, '.professionals [role=heading]');
  }

  /** The sections' headings, once they are there. */
  async sections(): Promise<string[]> {
    await this.until(() => this.headings[0], 'no section has come');
    return this.headings.map(text);
  }

  /** Opens a section, and reads it. */
  async open(heading: string): Promise<HTMLElement> {
    await this.sections();
    const button = this.button(new RegExp(`^${heading}`));
    button.click();
    await this.element.updateComplete;
    return this.find(`#${button.getAttribute('aria-controls')}`);
  }
}

describe('<vielfalt-directory for-professionals>', () => {
  let feed: FakeFeed;

  beforeEach(() => {
    feed = new FakeFeed().install();
    feed.professionals = answer;
  });

  afterEach(() => {
    unmount();
    feed.remove();
    history.replaceState(null, '', location.pathname);
  });

  const asked = () => feed.asked.filter((path) => path.startsWith('/v1/professionals'));

  /** The directory inside a lock, as soon as it stands in the page. */
  function mounted(place = 'witten', lang = 'de'): ProfessionalsHarness {
    const page = mount(
      html`<vielfalt-directory
        for-professionals
        feed=${feed.address}
        place=${place}
      ></vielfalt-directory>`,
      lang,
    );
    return new ProfessionalsHarness(page);
  }

  async function shown(lang = 'de'): Promise<ProfessionalsHarness> {
    const found = mounted('witten', lang);
    await found.results();
    return found;
  }

  it('says in a line each what there is, and asks the feed once more', async () => {
    const found = await shown();
    equal(await found.sections(), [
      'Was fehlt, und wer es anbieten könnte 1',
      'Netzwerke und ihre nächsten Treffen 1',
      'Gute Beispiele 1',
      'Angebote für Fachkräfte 9',
      'Neu im Verzeichnis 2. September 2026',
    ]);
    equal(feed.asked, [
      '/v1/offers?lang=de&within.place=witten',
      '/v1/professionals?lang=de&within.place=witten',
    ]);
    equal(found.summary(), '9 Angebote gefunden');
  });

  it('asks and shows nothing of it without the attribute', async () => {
    const page = mount(html`<vielfalt-directory feed=${feed.address}></vielfalt-directory>`);
    const found = new ProfessionalsHarness(page);
    await found.results();
    await found.until(() => all(found.root, '.languages button')[0], 'nothing came afterwards');
    equal(feed.asked, ['/v1/offers?lang=de']);
    equal(found.headings, []);
    found.element.setAttribute('for-professionals', '');
    equal((await found.sections()).length, 5);
    found.element.removeAttribute('for-professionals');
    await found.until(() => !found.headings[0], 'it still shows');
  });

  it('names what a town lacks and who could offer it, once that is opened', async () => {
    const found = await shown();
    await found.sections();
    ok(!found.find('#for-missing').checkVisibility(), 'it is open already');
    const section = await found.open('Was fehlt');
    equal(
      text(section),
      'Witten: Sport und Bewegung · Frauen Wer könnte das? Haus der Begegnung auch Frauen, 2 km Lernwerk e. V. auch Schwimmen, weniger als 1 km',
    );
    equal(
      all<HTMLAnchorElement>(section, 'a').map(({ href }) => href),
      ['haus-der-begegnung', 'lernwerk-e-v'].map((slug) => `${feed.address}providers/${slug}`),
    );
    await found.open('Was fehlt');
    ok(!section.checkVisibility(), 'it does not close');
  });

  it('names networks with their next meeting, as long as that is ahead', async () => {
    const past = { ...TABLE, next: { start: '2020-01-07T17:00', end: '2020-01-07T19:00' } };
    feed.professionals = (request) => ({
      ...answer(request),
      networks: { total: 2, networks: [TABLE, { ...past, slug: 'frueher', name: 'Früher' }] },
    });
    const section = await (await shown()).open('Netzwerke');
    equal(
      text(section),
      'Runder Tisch Ankommen Nächstes Treffen: Dienstag, 1. Dezember 2099 · 12 Mitglieder Früher 12 Mitglieder',
    );
    equal(all<HTMLAnchorElement>(section, 'a')[0]?.href, `${feed.address}networks/runder-tisch`);
  });

  it('opens an offer where the list opens it', async () => {
    const found = await shown();
    const section = await found.open('Angebote für Fachkräfte');
    const [offer, more] = all<HTMLAnchorElement>(section, 'a');
    const title = text(offer);
    equal(
      offer?.hash,
      `#vielfalt-offer=${answer({ query: {}, lock: {} }).offers?.offers[0]?.slug}`,
    );
    equal(more?.href, `${feed.address}?audience=professionals&place=witten`);
    offer?.click();
    const linked = () => all(found.root, '.linked vielfalt-offer-card')[0]?.shadowRoot;
    await found.until(() => linked()?.querySelector('article.open'), 'it did not open');
    equal(text(linked()?.querySelector('[part=title]') ?? undefined), title);
  });

  it('follows the town and the topic that a visitor chooses, and no words', async () => {
    const page = mount(
      html`<vielfalt-directory for-professionals feed=${feed.address}></vielfalt-directory>`,
    );
    const found = new ProfessionalsHarness(page);
    await found.results();
    const section = await found.open('Was fehlt');
    await found.search('sprachcafe');
    await found.choose('Ort', 'Schwelm');
    await found.until(() => text(section).startsWith('Schwelm'), 'it stays in Witten');
    ok(section.checkVisibility(), 'it closed');
    await found.choose('Thema', 'Begegnung und Treffpunkte');
    await found.until(() => asked().length === 3, 'the topic is not asked for');
    equal(asked(), [
      '/v1/professionals?lang=de',
      '/v1/professionals?place=schwelm&lang=de',
      '/v1/professionals?topic=meeting&place=schwelm&lang=de',
    ]);
  });

  it('shows nothing of an earlier lock', async () => {
    const found = await shown();
    const section = await found.open('Was fehlt');
    ok(text(section).startsWith('Witten'), 'it is not for Witten');
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    feed.fail(async (response) => {
      if ((await response.clone().text()).includes('"newest"')) await gate;
      return response;
    });
    found.element.setAttribute('place', 'schwelm');
    await found.until(() => asked().length === 2, 'it is not asked for again');
    equal(found.towns(), ['schwelm']);
    equal(found.headings, [], 'what is for Witten still shows');
    go();
    await found.sections();
    ok(text(found.find('#for-missing')).startsWith('Schwelm'), 'it stays in Witten');
    equal(asked().at(-1), '/v1/professionals?lang=de&within.place=schwelm');
  });

  it('asks and shows nothing in a lock that is refused', async () => {
    const found = mounted('wittn');
    await found.until(() => all(found.root, '.condition')[0], 'the lock is not refused');
    equal([asked(), found.headings], [[], []]);
  });

  it('leaves out what the lock leaves no answer to, and says where there is nothing', async () => {
    feed.professionals = (request) => {
      const { directory: head, providers, terms: words } = answer(request);
      const none = { total: 0, offers: [] };
      const missing = { total: 0, gaps: [] };
      return { directory: head, providers, terms: words, missing, offers: none, newest: none };
    };
    const found = await shown();
    equal(await found.sections(), [
      'Was fehlt, und wer es anbieten könnte 0',
      'Angebote für Fachkräfte 0',
      'Neu im Verzeichnis 0',
    ]);
    holds(text(await found.open('Was fehlt')), 'Hier fehlt zurzeit nichts');
    holds(text(await found.open('Neu')), 'Zurzeit ist hier nichts eingetragen.');
  });

  it('names good practice with its reason, each leading to its offer', async () => {
    const found = await shown();
    const section = await found.open('Gute Beispiele');
    holds(text(section), 'Alle kommen.');
    equal(all(section, '.entries a').length, 1);
  });

  it('keeps what is right of an answer that is partly wrong', async () => {
    feed.professionals = (request) => {
      const whole = answer(request);
      const gaps = [{ place: 'witten' }, ...(whole.missing?.gaps ?? []), null];
      return {
        ...whole,
        missing: { total: 3, gaps },
        networks: { total: 'many' },
      } as unknown as ProfessionalsAnswer;
    };
    const found = await shown();
    equal((await found.sections()).length, 4);
    equal(all(await found.open('Was fehlt'), '.entries > li').length, 1);
  });

  it('says so where it cannot be had, leaves the list alone and tries again', async () => {
    feed.professionals = undefined;
    const told: string[] = [];
    document.addEventListener(VielfaltErrorEvent.type, ({ problem }) => told.push(problem), {
      once: true,
    });
    const found = await shown();
    const box = () => text(all(found.root, '.professionals')[0]);
    await found.until(() => box().includes('konnte nicht geladen'), 'it does not say so');
    equal(told.length, 1);
    equal(found.summary(), '9 Angebote gefunden');
    feed.professionals = answer;
    found.button('Noch einmal versuchen').click();
    equal((await found.sections()).length, 5);
    lacks(box(), 'konnte nicht geladen');
  });

  it('keeps its room until it has come', async () => {
    const found = mounted();
    const top = () => found.find('.layout').getBoundingClientRect().top;
    await found.until(() => found.element.shadowRoot?.querySelector('.layout'), 'nothing yet');
    const before = top() - found.find('.languages').getBoundingClientRect().bottom;
    await found.results();
    await found.sections();
    const after = top() - found.find('.languages').getBoundingClientRect().bottom;
    ok(Math.abs(after - before) < 24, `${before} pixels were kept, ${after} are needed`);
  });

  it('speaks the language of the page, and has headings of the level asked for', async () => {
    const found = await shown('ar');
    found.element.setAttribute('heading-level', '2');
    const sections = await found.sections();
    holds(sections[0] ?? '', 'ما ينقص');
    await found.until(() => found.headings[0]?.ariaLevel === '2', 'the level stays');
    holds(text(await found.open('ما ينقص')), 'أيضًا: النساء');
    equal(asked(), ['/v1/professionals?lang=ar&within.place=witten']);
  });

  it('is accessible, open and closed, narrow and from right to left', async () => {
    const found = await shown();
    await found.sections();
    await accessible(found.element);
    for (const heading of ['Was fehlt', 'Netzwerke', 'Angebote für', 'Neu']) {
      await found.open(heading);
    }
    await accessible(found.element);
    const page = found.element.parentElement!;
    page.classList.add('narrow');
    page.lang = 'ar';
    page.dir = 'rtl';
    await found.until(() => text(found.headings[0]).includes('ما ينقص'), 'not Arabic');
    await accessible(found.element);
    const box = found.find('.professionals');
    ok(box.scrollWidth <= box.clientWidth, 'it scrolls sideways');
  });
});
