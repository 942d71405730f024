import { render } from 'lit';
import type { Schedule } from '@vielfalt/feed';
import { addressLines } from '../../widget/src/format/address.js';
import { ageSpan } from '../../widget/src/format/age.js';
import { clock } from '../../widget/src/format/clock.js';
import { dayName, monthsBetween, shortDate } from '../../widget/src/format/date.js';
import { distance } from '../../widget/src/format/distance.js';
import { direction, languageName } from '../../widget/src/format/language.js';
import { mapLink, reportLink } from '../../widget/src/format/links.js';
import { money } from '../../widget/src/format/money.js';
import { prose } from '../../widget/src/format/prose.js';
import { wellFormed } from '../../widget/src/format/tag.js';
import { telephoneLink } from '../../widget/src/format/reach.js';
import { timetable } from '../../widget/src/format/timetable.js';
import { ar } from '../../widget/src/locales/ar.js';
import { de } from '../../widget/src/locales/de.js';
import { en } from '../../widget/src/locales/en.js';
import { choiceTexts } from '../../widget/src/locales/choices.js';
import { detailTexts } from '../../widget/src/locales/details.js';
import type { Locale } from '../../widget/src/locales/locale.js';
import { equal, match } from './assert.js';
import { terms } from './cards.js';

const TODAY = '2026-09-07';
const lines = (times: Schedule['times'], more: Partial<Schedule> = {}, locale = de) =>
  timetable({ ...(times && { times }), ...more }, TODAY, locale);

describe('timetable', () => {
  it('names days and hours as offices write them', () => {
    const weekly = {
      dtstart: '2026-01-05T09:00',
      dtend: '2026-01-05T12:00',
      freq: 'WEEKLY' as const,
    };
    equal(lines([{ ...weekly, byday: ['MO', 'WE'] }]), ['Mo, Mi 9–12 Uhr']);
    equal(lines([{ ...weekly, byday: ['FR', 'MO', 'TU', 'WE'] }]), ['Mo–Mi, Fr 9–12 Uhr']);
    equal(lines([{ ...weekly, byday: ['MO'] }], {}, en), ['Mon 9:00–12:00']);
    equal(lines([{ ...weekly, byday: ['MO', 'WE'] }], {}, ar), ['الاثنين، الأربعاء 9:00–12:00']);
  });

  it('takes the weekday of the first date where none is named', () => {
    equal(lines([{ dtstart: '2026-01-08T18:30', freq: 'WEEKLY' }]), ['Do 18:30 Uhr']);
  });

  it('draws series together that differ in the day alone', () => {
    const at = (date: string, day: string) => ({
      dtstart: `${date}T15:30`,
      dtend: `${date}T17:00`,
      freq: 'WEEKLY' as const,
      byday: [day],
    });
    equal(lines([at('2026-01-08', 'TH'), at('2026-01-06', 'TU')]), ['Di, Do 15:30–17:00 Uhr']);
  });

  it('tells intervals, beginnings, ends and days without', () => {
    equal(
      lines([
        {
          dtstart: '2026-09-10T09:00',
          freq: 'WEEKLY',
          interval: 2,
          until: '2027-01-14',
          exdate: ['2026-09-24', '2026-02-05'],
        },
      ]),
      [
        'Do 9 Uhr · alle 2 Wochen · ab Do., 10. Sept. · bis Do., 14. Jan. 2027 · fällt aus: Do., 24. Sept.',
      ],
    );
  });

  it('knows the nth and the last weekday and a day of the month', () => {
    const month = { dtstart: '2026-01-06T10:00', freq: 'MONTHLY' as const };
    equal(lines([{ ...month, byday: ['1TU', '3TU'] }]), [
      'jeden 1. Dienstag und 3. Dienstag im Monat 10 Uhr',
    ]);
    equal(lines([{ ...month, byday: ['-1FR'] }]), ['jeden letzten Freitag im Monat 10 Uhr']);
    equal(lines([{ ...month, bymonthday: 15 }]), ['am 15. jedes Monats 10 Uhr']);
    equal(lines([{ ...month, byday: ['-1FR'] }], {}, en), ['every last Friday of the month 10:00']);
  });

  it('lists single dates that are still to come and counts the rest', () => {
    const dates = ['10-01', '10-02', '10-05', '10-06', '10-07'].map((day) => `2026-${day}`);
    equal(lines([{ dtstart: '2026-08-01T14:00', rdate: ['2026-09-12', ...dates] }]), [
      'Sa., 12. Sept. · Do., 1. Okt. · Fr., 2. Okt. · Mo., 5. Okt. · und 2 weitere Termine · 14 Uhr',
    ]);
  });

  it('leaves out what is over', () => {
    equal(lines([{ dtstart: '2026-01-05T09:00', freq: 'WEEKLY', until: '2026-09-06' }]), []);
    equal(lines([{ dtstart: '2026-09-06T09:00' }]), []);
  });

  it('says what holds for the whole schedule', () => {
    equal(
      lines(undefined, {
        byAppointment: true,
        anyTime: true,
        closed: ['school-holidays'],
        validFrom: '2026-10-01',
        validTo: '2026-12-18',
      }),
      [
        'ab Do., 1. Okt. bis Fr., 18. Dez.',
        'nach Vereinbarung',
        'Einstieg jederzeit möglich',
        'nicht in den Schulferien',
      ],
    );
  });
});

describe('days and hours', () => {
  it('calls near days by name', () => {
    equal(dayName('2026-09-07T15:00', TODAY, 'de'), 'Heute');
    equal(dayName('2026-09-08', TODAY, 'de'), 'Morgen');
    equal(dayName('2026-09-10', TODAY, 'de'), 'Donnerstag, 10. September');
    equal(dayName('2026-09-21', TODAY, 'de'), 'Mo., 21. Sept.');
    equal(dayName('2026-09-07', TODAY, 'ar'), 'اليوم');
  });

  it('names the year where it is another', () => {
    equal(shortDate('2027-01-08', TODAY, 'de'), 'Fr., 8. Jan. 2027');
  });

  it('shortens full hours only, and in languages that do', () => {
    equal(clock(de, '09:00', '12:00'), '9–12 Uhr');
    equal(clock(de, '09:00', '12:15'), '9:00–12:15 Uhr');
    equal(clock(de, '00:00'), '0 Uhr');
    equal(clock(en, '09:00', '12:00'), '9:00–12:00');
  });

  it('counts whole months', () => {
    equal(monthsBetween('2025-09-08', TODAY), 11);
    equal(monthsBetween('2025-09-07', TODAY), 12);
  });

  it('shows a date that is none as it stands', () => {
    equal(shortDate('someday', TODAY, 'de'), 'someday');
  });
});

describe('numbers and people', () => {
  it('spans ages', () => {
    equal(ageSpan({ from: 6, to: 12 }, de), '6 bis 12 Jahre');
    equal(ageSpan({ from: 18 }, de), 'ab 18 Jahren');
    equal(ageSpan({ to: 1 }, de), 'bis 1 Jahr');
    equal(ageSpan({ from: 0, to: 3 }, de), 'bis 3 Jahre');
    equal(ageSpan({}, de), undefined);
    equal(ageSpan({ from: 3 }, ar), 'من عمر 3 سنوات');
  });

  it('writes money and distances', () => {
    equal(money(12, 'EUR', 'de'), '12\u00a0€');
    equal(money(12.5, 'EUR', 'de'), '12,50\u00a0€');
    equal(money(5, 'nonsense', 'de'), '5 nonsense');
    equal(distance(0.32, 'de'), '300 m');
    equal(distance(3.24, 'de'), '3,2 km');
    equal(distance(14.6, 'de'), '15 km');
  });

  it('dials what offices write', () => {
    equal(telephoneLink('030 23125-123'), 'tel:03023125123');
    equal(telephoneLink('+49 (0)30 23125 123'), 'tel:+493023125123');
    equal(telephoneLink('0049 30/23125123'), 'tel:+493023125123');
  });
});

describe('places', () => {
  it('writes an address in lines', () => {
    equal(
      addressLines(
        {
          name: 'Haus am Park',
          street: 'Parkstraße 7',
          postalCode: '58453',
          town: 'witten',
          district: 'witten-annen',
        },
        terms,
      ),
      ['Haus am Park', 'Parkstraße 7', '58453 Witten (Annen)'],
    );
  });

  it('names no more than the town of a place on request', () => {
    const place = { town: 'witten', street: 'Geheimweg 1', visibility: 'on-request' as const };
    equal(addressLines(place, terms), ['Witten']);
  });

  it('links to a map only where there is a point and a link', () => {
    const template = 'https://maps.example.org/?q={lat},{lng}';
    equal(mapLink(template, { lat: 51.4, lng: 7.3 }), 'https://maps.example.org/?q=51.4,7.3');
    equal(mapLink(template, { lat: 51.4 }), undefined);
    equal(mapLink('javascript:alert({lat},{lng})', { lat: 1, lng: 2 }), undefined);
  });
});

describe('words', () => {
  it('makes paragraphs and lists of plain text and nothing else', () => {
    const box = document.createElement('div');
    render(prose('Bei uns gibt es:\n- Kaffee\n- Tee\n\nBis bald,\nIhr <b>Haus</b>'), box);
    const blocks = [...box.children].map(({ localName, textContent }) => [localName, textContent]);
    equal(
      blocks.map(([name]) => name),
      ['p', 'ul', 'p'],
    );
    equal(
      [...box.querySelectorAll('li')].map(({ textContent }) => textContent),
      ['Kaffee', 'Tee'],
    );
    equal(blocks[2]?.[1], 'Bis bald,\nIhr <b>Haus</b>');
    equal(box.querySelector('b'), null);
  });

  it('names languages and knows how they run', () => {
    equal(languageName('ar', 'de', terms), 'Arabisch');
    equal(languageName('fr', 'de'), 'Französisch');
    equal(languageName('not a tag', 'de'), 'not a tag');
    equal(['ar', 'fa-IR', 'ps', 'aii', 'ku-Arab', 'de', 'ku', 'az-Latn'].map(direction), [
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
    equal(wellFormed('de-AT'), 'de-AT');
    equal(wellFormed('de_AT'), undefined);
  });

  it('reports a mistake by letter or by form', () => {
    const offer = { title: 'Tee & Kaffee?', slug: 'tee' };
    const texts = { subject: 'Fehler', body: 'Guten Tag' };
    const letter = reportLink('vielfalt@example.org', offer, texts) ?? '';
    equal(new URL(letter).pathname, 'vielfalt@example.org');
    equal(new URL(letter).searchParams.get('subject'), 'Fehler: Tee & Kaffee?');
    equal(new URL(letter).searchParams.get('body')?.includes('(tee)'), true);
    equal(
      reportLink('https://example.org/form?lang=de', offer, texts),
      'https://example.org/form?lang=de&offer=tee',
    );
    equal(reportLink(undefined, offer, texts), undefined);
    match(reportLink('javascript:alert(1)', offer, texts) ?? '', /^mailto:/);
  });
});

describe('the three languages', () => {
  const paths = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && !('other' in (inner as object))
        ? paths(inner as object, `${path}/${key}`)
        : `${path}/${key}`,
    );

  it('say the same things', () => {
    const all = (locale: Locale) =>
      paths({
        frame: locale.frame,
        card: locale.card,
        later: { ...choiceTexts(locale), ...detailTexts(locale) },
      })
        .filter((path) => path !== '/card/hours')
        .sort();
    equal(all(en), all(de));
    equal(all(ar), all(de));
  });
});
