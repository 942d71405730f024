import { fixtureCleanup } from '@open-wc/testing-helpers';
import type { Card } from '@vielfalt/feed';
import { VielfaltOfferOpenEvent } from '../../widget/src/events/offer-open-event.js';
import { FeedClient } from '../../widget/src/store/feed-client.js';
import { equal, match, ok } from './assert.js';
import { MONDAY, MORNINGS, card, context, offerAnswer } from './cards.js';
import { FEED, Shown, answer, restoreFetch } from './shown-card.js';
import { holds, lacks, plain } from './words.js';

afterEach(() => {
  fixtureCleanup();
  restoreFetch();
});

describe('<vielfalt-offer-card> details', () => {
  const FULL: Partial<Card> = {
    excerpt: 'Ein Haus für alle. Mehr dazu …',
    locations: [
      {
        name: 'Haus am Park',
        street: 'Parkstraße 7',
        postalCode: '58453',
        town: 'witten',
        lat: 51.44,
        lng: 7.37,
        stepFree: 'yes',
      },
    ],
    links: [{ label: 'Programm', url: 'https://example.org/programm' }],
  };

  it('open and close by button, close by Escape and give the focus back', async () => {
    const shown = await Shown.of({});
    shown.toggle.focus();
    equal(shown.toggle.getAttribute('aria-expanded'), 'false');
    equal(shown.find('#details').hidden, true);
    await shown.open();
    equal(shown.toggle.getAttribute('aria-expanded'), 'true');
    equal(shown.find('#details').hidden, false);
    shown.find('.footer a').focus();
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    shown.find('.footer a').dispatchEvent(escape);
    await shown.settled();
    equal(shown.find('#details').hidden, true);
    equal(shown.focused === shown.toggle, true);
    equal(shown.toggle.localName, 'button');
  });

  it('name the directory that an offer comes from, and have it corrected there', async () => {
    const shown = await Shown.of({
      licence: 'CC BY 4.0',
      attribution: 'Kreis Nord',
      origin: {
        directory: 'https://north.example/',
        id: '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d12',
        name: 'Angebote Nord',
        page: 'https://north.example/offers/cafe-nord',
        reportTo: 'fehler@north.example',
      },
    });
    await shown.open();
    const footer = shown.find('.footer');
    holds(plain(footer), 'Quelle: Angebote Nord (Kreis Nord, CC BY 4.0)');
    const page = shown.find<HTMLAnchorElement>('.footer a[href^="https://north.example"]');
    equal(page.href, 'https://north.example/offers/cafe-nord');
    const letter = shown.find<HTMLAnchorElement>('.footer a[href^="mailto:"]').href;
    match(letter, /^mailto:fehler@north\.example\?/);
    match(letter, /north\.example%2Foffers%2Fcafe-nord/);
  });

  it('follow no address of another directory that is no link', async () => {
    const shown = await Shown.of({
      origin: {
        directory: 'https://north.example/',
        id: '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d12',
        name: 'Angebote Nord',
        page: 'javascript:alert(1)',
        reportTo: 'javascript:alert(1)',
      },
    });
    await shown.open();
    equal(shown.all('.footer a[href^="javascript"]'), []);
    holds(plain(shown.find('.footer')), 'Quelle: Angebote Nord');
  });

  it('have dates for a calendar, where there are any, and a link to copy', async () => {
    const shown = await Shown.of({ schedule: MORNINGS });
    await shown.open();
    const { href } = shown.find<HTMLAnchorElement>('.footer a[href$=".ics"]');
    match(href, /\/offers\/cafe-vielfalt\.ics$/);
    let copied = '';
    const clipboard = { writeText: async (text: string) => void (copied = text) };
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    shown.find('.footer button').click();
    await shown.settled();
    Object.defineProperty(navigator, 'clipboard', own);
    match(copied, /#vielfalt-offer=cafe-vielfalt$|\/offers\/cafe-vielfalt$/);
    for (const none of [{}, { schedule: MORNINGS, status: 'paused' as const }]) {
      const without = await Shown.of(none);
      await without.open();
      equal(without.all('.footer a[href$=".ics"]'), []);
    }
  });

  it('tell the page that an offer has been opened', async () => {
    const shown = await Shown.of({});
    const opened: string[] = [];
    shown.element.addEventListener(VielfaltOfferOpenEvent.type, (event) => {
      if (event instanceof VielfaltOfferOpenEvent) opened.push(event.slug);
    });
    await shown.open();
    await shown.open();
    equal(opened, ['cafe-vielfalt']);
  });

  it('fetch the whole text inside the lock, and only where there is more of it', async () => {
    const asked = answer(() => offerAnswer(card(FULL), 'Ein Haus für alle.\n\n- Tee\n- Kaffee'));
    const client = new FeedClient(FEED);
    const shown = await Shown.of(FULL, context(MONDAY, { client, lock: { topic: ['meeting'] } }));
    equal(asked, []);
    await shown.open();
    await shown.settled();
    equal(asked, ['/v1/offers/cafe-vielfalt?lang=de&within.topic=meeting']);
    equal(shown.all('#details .prose li'), ['Tee', 'Kaffee']);
    await (await Shown.of({ excerpt: 'Das ist alles.' }, context(MONDAY, { client }))).open();
    equal(asked.length, 1);
  });

  it('keep the beginning of the text where the rest cannot be had', async () => {
    let works = false;
    answer(() => (works ? offerAnswer(card(FULL), 'Der ganze Text.') : undefined));
    const shown = await Shown.of(FULL, context(MONDAY, { client: new FeedClient(FEED) }));
    await shown.open();
    await shown.settled();
    holds(shown.text, 'Ein Haus für alle.');
    holds(shown.text, 'Der vollständige Text konnte nicht geladen werden.');
    works = true;
    shown.find('#details .note button').click();
    await shown.settled();
    await shown.settled();
    holds(shown.text, 'Der ganze Text.');
  });

  it('show the way: address, map, step-free access', async () => {
    const shown = await (await Shown.of(FULL)).open();
    holds(shown.text, 'Haus am Park Parkstraße 7 58453 Witten Stufenlos erreichbar');
    equal(shown.link('Karte'), 'https://maps.example.org/?lat=51.44&lng=7.37');
  });

  it('tell what is taught at which level, and what makes coming easier', async () => {
    const course: Partial<Card> = {
      taught: 'de',
      level: { needed: 'A1', reached: 'B1' },
      childcare: true,
      registration: { needed: true },
    };
    const shown = await (await Shown.of(course)).open();
    holds(shown.text, 'Unterricht: Deutsch · ab A1 · Ziel B1');
    holds(shown.text, 'Mit Kinderbetreuung');
    holds(shown.text, 'Anmeldung nötig');
  });

  it('show nothing of an address on request but the town', async () => {
    const hidden = { ...FULL.locations?.[0], visibility: 'on-request' as const };
    const shown = await (await Shown.of({ locations: [hidden] })).open();
    holds(shown.text, 'Witten Adresse auf Anfrage');
    lacks(shown.text, 'Parkstraße');
    equal(shown.link('Karte'), undefined);
  });

  it('can be passed on and corrected', async () => {
    const shown = await (await Shown.of({})).open();
    holds(shown.link('Link zu diesem Angebot') ?? '', '#vielfalt-offer=cafe-vielfalt');
    const letter = new URL(shown.link('Fehler melden') ?? '');
    match(letter.href, /^mailto:vielfalt@example\.org\?subject=.*Caf%C3%A9/);
    holds(letter.searchParams.get('body') ?? '', '/offers/cafe-vielfalt');
    holds(shown.text, 'Fehler melden vielfalt@example.org');
  });

  it('say each fact once', async () => {
    const shown = await Shown.of({
      schedule: MORNINGS,
      locations: [{ town: 'witten', street: 'Parkstraße 7' }],
      audiences: ['parents'],
      only: 'women',
      spoken: [{ language: 'ar' }],
      cost: { amount: 60, text: '60 Euro je Baustein' },
      contact: { phone: '030 23125-123' },
      openings: { state: 'free' },
      childcare: true,
    });
    lacks(shown.text, '60 €');
    await shown.open();
    for (const fact of ['Witten', 'Eltern', 'Arabisch', '60 Euro', '030 23125-123']) {
      equal(shown.text.split(fact).length, 2, fact);
    }
    for (const fact of ['Nur für Frauen', 'Plätze frei', 'Kinderbetreuung', 'Wann', 'Heute, 9']) {
      equal(shown.text.split(fact).length, 2, fact);
    }
    shown.toggle.click();
    await shown.settled();
    holds(shown.text, 'Heute, 9–12 Uhr');
    equal(shown.find<HTMLAnchorElement>('.actions a').href, 'tel:03023125123');
  });

  it('leave the button in its place that has been pressed', async () => {
    const shown = await Shown.of({ schedule: MORNINGS, cost: { amount: 5 } });
    const room = document.createElement('div');
    room.style.blockSize = '200vh';
    shown.element.before(room);
    shown.element.after(room.cloneNode());
    shown.toggle.scrollIntoView({ block: 'center' });
    const { top } = shown.toggle.getBoundingClientRect();
    await shown.open();
    ok(Math.abs(shown.toggle.getBoundingClientRect().top - top) < 2, 'it moved');
    await shown.open();
    ok(Math.abs(shown.toggle.getBoundingClientRect().top - top) < 2, 'it moved back');
    for (const each of document.querySelectorAll('div[style*=block-size]')) each.remove();
  });
});
