import { fixtureCleanup } from '@open-wc/testing-helpers';
import type { Card } from '@vielfalt/feed';
import { equal, match } from './assert.js';
import { MONDAY, MORNINGS, context } from './cards.js';
import { Shown, restoreFetch } from './shown-card.js';
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
    equal(shown.all('.badge'), ['Jetzt geöffnet, bis 12 Uhr', 'Kostenlos']);
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
    equal(late.all('.badge'), ['Jetzt geöffnet, bis 24 Uhr']);
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
    equal(day.all('.badge'), ['Jetzt geöffnet'], 'it does not end at midnight');
    const night = await Shown.of({
      schedule: { times: [{ dtstart: '2026-09-11T14:00', dtend: '2026-09-12T13:00' }] },
    });
    holds(night.text, 'Freitag, 11. September, 14 Uhr, bis Sa., 12. Sept., 13 Uhr');
  });

  it('whole days, without a time at which a door would be open', async () => {
    const shown = await Shown.of({ schedule: { times: [{ dtstart: '2026-09-07' }] } });
    holds(shown.text, 'Heute, ganztägig');
    equal(shown.all('.badge'), []);
    const english = await Shown.of(
      { schedule: { times: [{ dtstart: '2026-09-07' }] } },
      context(),
      'en',
    );
    holds(english.text, 'Today, all day');
  });

  it('that a course with registration is running, not open', async () => {
    const shown = await Shown.of({ schedule: MORNINGS, registration: { needed: true } });
    holds(shown.all('.badge').join(), 'Läuft gerade');
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
    equal(shown.all('.badge'), ['Nur für Frauen']);
  });

  it('that there is childcare, where that is asked for', async () => {
    const asked = await Shown.of({ childcare: true }, context(MONDAY, { childcare: true }));
    equal(asked.all('.badge'), ['Mit Kinderbetreuung']);
    equal((await Shown.of({ childcare: true })).all('.badge'), []);
  });

  it('who offers it, and leads there', async () => {
    const shown = await Shown.of({});
    match(shown.link('Haus am Park e. V.') ?? '', /\/providers\/haus-am-park$/);
  });

  it('that it pauses, and then no next date', async () => {
    const shown = await Shown.of({ status: 'paused', schedule: MORNINGS });
    equal(shown.all('.badge'), ['Pausiert zurzeit']);
    lacks(shown.text, 'Heute');
  });

  it('whether there are places', async () => {
    const states = ['free', 'waiting-list', 'full'] as const;
    const said = await Promise.all(
      states.map(async (state) => (await Shown.of({ openings: { state } })).all('.badge')),
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
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-04T23:30+02:00'))).all('.badge'), open);
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-05T01:59+02:00'))).all('.badge'), open);
    equal((await Shown.of({ schedule: NIGHT }, at('2026-09-05T02:00+02:00'))).all('.badge'), []);
  });

  it('goes by the wall clock on the days when summer time begins and ends', async () => {
    const schedule: Card['schedule'] = {
      times: [{ dtstart: '2026-01-04T09:00', dtend: '2026-01-04T10:00', freq: 'WEEKLY' }],
    };
    const open = async (moment: string) => (await Shown.of({ schedule }, at(moment))).all('.badge');
    // In Berlin, 29 March 2026 has 23 hours and 25 October has 25.
    equal(await open('2026-03-29T08:59+02:00'), []);
    equal(await open('2026-03-29T09:30+02:00'), ['Jetzt geöffnet, bis 10 Uhr']);
    equal(await open('2026-10-25T09:30+01:00'), ['Jetzt geöffnet, bis 10 Uhr']);
    equal(await open('2026-10-25T09:30+02:00'), []);
  });

  it('stays true while the page is looked at', async () => {
    let now = Date.parse('2026-09-07T11:59+02:00');
    const shown = await Shown.of({ schedule: MORNINGS }, { ...context(), now: () => now });
    equal(shown.all('.badge'), ['Jetzt geöffnet, bis 12 Uhr']);
    now += 60_000;
    // The tab that a test runs in may stand behind another.
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await shown.settled();
    equal(shown.all('.badge'), []);
    holds(shown.text, 'Mittwoch, 9. September, 9–12 Uhr');
  });

  it('says when it was checked and by whom, and warns once that is a year ago', async () => {
    const checked = { on: '2026-06-03', by: 'Amt für Integration' };
    const fresh = await Shown.of({ checked });
    equal(fresh.all('.checked'), ['Geprüft am 3. Juni 2026 von: Amt für Integration']);
    const old = await Shown.of({ checked }, at('2027-08-10T12:00+02:00'));
    equal(old.all('.checked.old'), [
      'Geprüft am 3. Juni 2026 von: Amt für Integration – bitte nachfragen',
    ]);
  });
});
