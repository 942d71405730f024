import { fixtureCleanup } from '@open-wc/testing-helpers';
import type { Card } from '@vielfalt/feed';
import { VielfaltOfferOpenEvent } from '../../widget/src/events/offer-open-event.js';
import { FeedClient } from '../../widget/src/store/feed-client.js';
import { equal, match, ok } from './assert.js';
import { MONDAY, MORNINGS, card, context, offerAnswer } from './cards.js';
import { FEED, Shown, answer, restoreFetch } from './shown-card.js';
import { holds, lacks } from './words.js';

const at = (moment: string) => context(Date.parse(moment));

afterEach(() => {
  fixtureCleanup();
  restoreFetch();
});

describe('<vielfalt-offer-card> tells at a glance', () => {
  it('what it is, whose, when next, and that it is open now', async () => {
    const shown = await Shown.of({
      kind: 'meeting-point',
      topics: ['meeting'],
      schedule: MORNINGS,
      cost: { free: true },
    });
    equal(shown.all('.kicker'), ['Treffpunkt · Begegnung']);
    equal(shown.all('[role=heading]'), ['Café Vielfalt']);
    holds(shown.text, 'Haus am Park e. V.');
    holds(shown.text, 'Heute, 9–12 Uhr');
    equal(shown.all('.chip'), ['Jetzt geöffnet, bis 12 Uhr', 'Kostenlos']);
  });

  it('when it comes round, and when next', async () => {
    const rhythm = 'Mo, Mi 9–12 Uhr';
    const shown = await Shown.of({ schedule: MORNINGS, rhythm }, at('2026-09-07T13:00+02:00'));
    holds(shown.text, 'Mo, Mi 9–12 Uhr · nächstes Mal Mittwoch, 9. September');
    const today = await Shown.of({ schedule: MORNINGS, rhythm });
    holds(today.text, 'Mo, Mi 9–12 Uhr · nächstes Mal heute');
  });

  it('appointments beside dates', async () => {
    const schedule = { ...MORNINGS, byAppointment: true };
    const often = await Shown.of({ schedule, rhythm: 'Mo, Mi 9–12 Uhr' });
    holds(often.text, 'Mo, Mi 9–12 Uhr · und nach Vereinbarung · nächstes Mal heute');
    const once = await Shown.of({
      schedule: { times: [{ dtstart: '2026-09-08T15:00' }], byAppointment: true },
    });
    holds(once.text, 'Morgen, 15 Uhr · und nach Vereinbarung');
    holds((await Shown.of({ schedule: { byAppointment: true } })).text, 'nach Vereinbarung');
  });

  it('midnight as the end of the day, and what is open around the clock', async () => {
    const from = (dtstart: string, dtend: string) => ({
      schedule: { times: [{ dtstart, dtend, freq: 'WEEKLY' as const }] },
    });
    const late = await Shown.of(from('2026-09-07T10:00', '2026-09-08T00:00'));
    holds(late.text, 'Heute, 10–24 Uhr');
    equal(late.all('.chip'), ['Jetzt geöffnet, bis 24 Uhr']);
    const day = await Shown.of({
      schedule: {
        times: [
          {
            dtstart: '2026-09-07T00:00',
            dtend: '2026-09-08T00:00',
            freq: 'WEEKLY',
            byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
          },
        ],
      },
    });
    holds(day.text, 'Heute, rund um die Uhr');
    equal(day.all('.chip'), ['Jetzt geöffnet'], 'it does not end at midnight');
    const night = await Shown.of({
      schedule: { times: [{ dtstart: '2026-09-11T14:00', dtend: '2026-09-12T13:00' }] },
    });
    holds(night.text, 'Freitag, 11. September, 14 Uhr, bis Sa., 12. Sept., 13 Uhr');
  });

  it('whole days, without a time at which a door would be open', async () => {
    const shown = await Shown.of({ schedule: { times: [{ dtstart: '2026-09-07' }] } });
    holds(shown.text, 'Heute, ganztägig');
    equal(shown.all('.chip'), []);
    const english = await Shown.of(
      { schedule: { times: [{ dtstart: '2026-09-07' }] } },
      context(),
      'en',
    );
    holds(english.text, 'Today, all day');
  });

  it('that a course with registration is running, not open', async () => {
    const shown = await Shown.of({ schedule: MORNINGS, registration: { needed: true } });
    holds(shown.all('.chip').join(), 'Läuft gerade');
  });

  it('where, how far, for whom, in which languages, for how much', async () => {
    const shown = await Shown.of(
      {
        locations: [{ town: 'witten', district: 'witten-annen', lat: 51.44, lng: 7.37 }],
        audiences: ['parents'],
        age: { from: 18 },
        only: 'women',
        spoken: ['de', 'ar', 'uk', 'tr', 'fa'].map((language) => ({ language })),
        cost: { amount: 12.5 },
      },
      context(MONDAY, { near: { lat: 51.43, lng: 7.35 } }),
    );
    while (!shown.text.includes('entfernt')) await shown.settled();
    holds(shown.text, 'Witten (Annen) · 1,8 km entfernt');
    holds(shown.text, 'Eltern · ab 18 Jahren');
    holds(shown.text, 'Deutsch, Arabisch, Ukrainisch und 2 weitere');
    holds(shown.text, '12,50 €');
    equal(shown.all('.chip'), ['Nur für Frauen']);
  });

  it('that there is childcare, where that is asked for', async () => {
    const asked = await Shown.of({ childcare: true }, context(MONDAY, { childcare: true }));
    equal(asked.all('.chip'), ['Mit Kinderbetreuung']);
    equal((await Shown.of({ childcare: true })).all('.chip'), []);
  });

  it('who offers it, and leads there', async () => {
    const shown = await Shown.of({});
    match(shown.link('Haus am Park e. V.') ?? '', /\/providers\/haus-am-park$/);
  });

  it('that it pauses, and then no next date', async () => {
    const shown = await Shown.of({ status: 'paused', schedule: MORNINGS });
    equal(shown.all('.chip'), ['Pausiert zurzeit']);
    lacks(shown.text, 'Heute');
  });

  it('whether there are places', async () => {
    const states = ['free', 'waiting-list', 'full'] as const;
    const said = await Promise.all(
      states.map(async (state) => (await Shown.of({ places: { state } })).all('.chip')),
    );
    equal(said, [['Plätze frei'], ['Warteliste'], ['Ausgebucht']]);
  });

  it('how to get in touch, by one tap', async () => {
    const phone = await Shown.of({ contact: { phone: '030 23125-123', email: 'a@example.org' } });
    equal(phone.find<HTMLAnchorElement>('.actions a').href, 'tel:03023125123');
    equal(phone.find('.actions bdi').dir, 'ltr');
    const letter = await Shown.of({ contact: { email: 'a@example.org?bcc=b@example.org' } });
    equal(
      letter.find<HTMLAnchorElement>('.actions a').href,
      'mailto:a@example.org%3Fbcc%3Db%40example.org',
    );
  });

  it('nothing that is not known, but for what decides about going', async () => {
    const shown = await (await Shown.of({ locations: [{ town: 'witten' }] })).open();
    equal(shown.all('.rows dt'), ['Wann', 'Wo', 'Für wen', 'Kosten', 'Anmeldung']);
    holds(shown.text, 'Ob stufenlos erreichbar, ist nicht bekannt');
    holds(shown.text, 'Wann Nicht bekannt – bitte nachfragen');
    holds(shown.text, 'Kosten Nicht bekannt – bitte nachfragen');
    holds(shown.text, 'Anmeldung Nicht bekannt – bitte nachfragen');
  });
});

describe('<vielfalt-offer-card> and the clock', () => {
  const NIGHT: Card['schedule'] = {
    times: [
      { dtstart: '2026-01-02T22:00', dtend: '2026-01-03T02:00', freq: 'WEEKLY', byday: ['FR'] },
    ],
  };

  it('is open across midnight', async () => {
    const open = ['Jetzt geöffnet, bis 2 Uhr'];
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-04T23:30+02:00'))).all('.chip'), open);
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-05T01:59+02:00'))).all('.chip'), open);
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-05T02:00+02:00'))).all('.chip'), []);
  });

  it('goes by the wall clock on the days when summer time begins and ends', async () => {
    const schedule: Card['schedule'] = {
      times: [{ dtstart: '2026-01-04T09:00', dtend: '2026-01-04T10:00', freq: 'WEEKLY' }],
    };
    const open = async (moment: string) => (await Shown.of({ schedule }, at(moment))).all('.chip');
    // In Berlin, 29 March 2026 has 23 hours and 25 October has 25.
    equal(await open('2026-03-29T08:59+02:00'), []);
    equal(await open('2026-03-29T09:30+02:00'), ['Jetzt geöffnet, bis 10 Uhr']);
    equal(await open('2026-10-25T09:30+01:00'), ['Jetzt geöffnet, bis 10 Uhr']);
    equal(await open('2026-10-25T09:30+02:00'), []);
  });

  it('stays true while the page is looked at', async () => {
    let now = Date.parse('2026-09-07T11:59+02:00');
    const shown = await Shown.of({ schedule: MORNINGS }, { ...context(), now: () => now });
    equal(shown.all('.chip'), ['Jetzt geöffnet, bis 12 Uhr']);
    now += 60_000;
    // The tab that a test runs in may stand behind another.
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await shown.settled();
    equal(shown.all('.chip'), []);
    holds(shown.text, 'Mittwoch, 9. September, 9–12 Uhr');
  });

  it('says when it was checked and by whom, and warns once that is a year ago', async () => {
    const checked = { on: '2026-06-03', by: 'Amt für Integration' };
    const fresh = await Shown.of({ checked });
    equal(fresh.all('.checked'), ['Geprüft am 3. Juni 2026 von: Amt für Integration']);
    const old = await Shown.of({ checked }, at('2027-08-10T12:00+02:00'));
    equal(old.all('.checked.old'), [
      'Zuletzt vor 14 Monaten geprüft von: Amt für Integration – bitte nachfragen',
    ]);
  });
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
      places: { state: 'free' },
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
