import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addressLines,
  ageSpan,
  bringWords,
  clock,
  dayName,
  fill,
  formatDate,
  languageName,
  longDate,
  longDay,
  mapLink,
  amountBeside,
  money,
  plural,
  sayChoice,
  sayLanguages,
  sayLevel,
  sayOpenings,
  sayRegistration,
  sayServed,
  sayWhere,
  sayWhom,
  shortDate,
  weekdayName,
  type Wording,
} from '@vielfalt/feed/wording';
import type { Terms } from '@vielfalt/feed';
import { textsFor } from '../../server/src/languages/words.js';

const TODAY = '2026-09-07';
const ar = textsFor('ar');
const de = textsFor('de');
const en = textsFor('en');
const tr = textsFor('tr');
const uk = textsFor('uk');

const terms: Terms = {
  topic: { sport: { label: 'Sport' } },
  audience: {
    women: { label: 'Frauen' },
    families: { label: 'Familien' },
    seniors: { label: 'Ältere' },
    refugees: { label: 'Geflüchtete' },
  },
  kind: {},
  place: {
    witten: { label: 'Witten' },
    'witten-annen': { label: 'Annen', parent: 'witten' },
    hattingen: { label: 'Hattingen' },
  },
  language: { ar: { label: 'Arabisch' } },
};

describe('a text with names in braces', () => {
  test('is filled, with the digits that stand behind a name', () => {
    assert.equal(
      fill('{from} bis {to} Jahre, {other}', { from: 6, to: 12 }),
      '6 bis 12 Jahre, {other}',
    );
    assert.equal(fill('ساعت {time۰۱۲۳۴۵۶۷۸۹}', { time: '9:30–12:45' }), 'ساعت ۹:۳۰–۱۲:۴۵');
    assert.equal(clock(textsFor('fa').card, '09:00', '12:00'), 'ساعت ۹:۰۰–۱۲:۰۰');
  });
});

describe('a language that platforms do not know', () => {
  bringWords('de-x-nds', {
    days: ['Maandag', 'Dingsdag', 'Middeweek', 'Dünnersdag', 'Freedag', 'Sünnavend', 'Sünndag'],
    today: 'vundaag',
    tomorrow: 'morgen',
    and: 'un',
  });
  const nds = { ...de, tag: 'de-x-nds' };

  test('names days in its words, and months by numbers', () => {
    assert.equal(shortDate('2026-10-01', TODAY, nds.tag), 'Dünnersdag, 1.10.');
    assert.equal(shortDate('2027-01-10', TODAY, nds.tag), 'Sünndag, 10.1.2027');
    assert.equal(longDate('2026-09-07', nds.tag), '7.9.2026');
    assert.equal(formatDate('2023-09-01', nds.tag, { month: 'long', year: 'numeric' }), '9/2023');
    assert.equal(weekdayName(0, nds.tag, 'short'), 'Maandag');
    assert.equal(dayName('2026-09-07', TODAY, nds.tag), 'Vundaag');
    assert.equal(dayName('2026-09-08', TODAY, nds.tag, true), 'morgen');
    assert.equal(shortDate('2026-10-01', TODAY, 'de'), 'Do., 1. Okt.', 'German stays German');
  });

  test('joins lists in its words', () => {
    const served = (...serves: string[]) => sayServed({ serves }, terms, nds);
    assert.equal(served('witten'), 'Für Menschen aus: Witten');
    assert.equal(
      served('witten', 'witten-annen', 'hattingen'),
      'Für Menschen aus: Witten, Annen un Hattingen',
    );
  });
});

describe('days and hours', () => {
  test('full hours are shortened, in languages that do', () => {
    assert.equal(clock(de.card, '09:00', '12:00'), '9–12 Uhr');
    assert.equal(clock(de.card, '09:00', '12:15'), '9:00–12:15 Uhr');
    assert.equal(clock(de.card, '00:00'), '0 Uhr');
    assert.equal(clock(en.card, '09:00', '12:00'), '9:00–12:00');
  });

  test('a date names its year where that is another', () => {
    assert.equal(shortDate('2026-10-01', TODAY, 'de'), 'Do., 1. Okt.');
    assert.equal(shortDate('2027-01-08', TODAY, 'de'), 'Fr., 8. Jan. 2027');
    assert.equal(longDate('2026-09-07T23:30', 'de'), '7. September 2026');
    assert.equal(longDay('2026-09-10', TODAY, 'de'), 'Donnerstag, 10. September');
    assert.equal(longDay('2027-01-08', TODAY, 'de'), 'Freitag, 8. Januar 2027');
  });

  test('what is not a valid date stays as it stands', () => {
    assert.equal(shortDate('someday', TODAY, 'de'), 'someday');
  });

  test('the week begins on Monday', () => {
    assert.equal(weekdayName(0, 'de', 'long'), 'Montag');
    assert.equal(weekdayName(6, 'en-GB', 'short'), 'Sun');
  });
});

describe('numbers', () => {
  test('ages are spans, open at either end', () => {
    assert.equal(ageSpan({ from: 6, to: 12 }, de), '6 bis 12 Jahre');
    assert.equal(ageSpan({ from: 18 }, de), 'ab 18 Jahren');
    assert.equal(ageSpan({ to: 1 }, de), 'bis 1 Jahr');
    assert.equal(ageSpan({ from: 0, to: 3 }, de), 'bis 3 Jahre');
    assert.equal(ageSpan({}, de), undefined);
    assert.equal(ageSpan({ from: 3 }, ar), 'من عمر 3 سنوات');
  });

  test('money has cents only where there are any, and any currency', () => {
    assert.equal(money(12, 'EUR', 'de'), '12\u00a0€');
    assert.equal(money(12.5, 'EUR', 'de'), '12,50\u00a0€');
    assert.equal(money(5, 'nonsense', 'de'), '5 nonsense');
  });

  test('an amount is left out where the words beside it name it', () => {
    const beside = (words: string | undefined, amount: number) =>
      amountBeside(words, { amount }, 'de');
    for (const [words, amount] of [
      ['60 Euro je Baustein', 60],
      ['60,00 EUR', 60],
      ['Gebühr: 12,50 €.', 12.5],
      ['12.5 euros', 12.5],
      ['1.200 Euro für alles', 1200],
    ] as const) {
      assert.equal(beside(words, amount), undefined, words);
    }
    assert.equal(beside('je Baustein', 60), '60\u00a0€');
    assert.equal(beside('160 Euro für drei', 60), '60\u00a0€');
    assert.equal(beside(undefined, 60), '60\u00a0€');
    assert.equal(amountBeside('auf Anfrage', {}, 'de'), undefined);
  });

  test('a number takes the form of its language', () => {
    const found = (words: Wording, count: number) => plural(words.tag, words.frame.found, count);
    assert.equal(found(de, 1), '1 Angebot gefunden');
    assert.equal(found(de, 1200), '1.200 Angebote gefunden');
    assert.deepEqual(
      [1, 3, 5].map((count) => found(uk, count)),
      ['Знайдено 1 пропозицію', 'Знайдено 3 пропозиції', 'Знайдено 5 пропозицій'],
    );
  });
});

describe('places', () => {
  const house = {
    name: 'Haus am Park',
    street: 'Parkstraße 7',
    postalCode: '58453',
    town: 'witten',
    district: 'witten-annen',
  };

  test('an address stands in lines', () => {
    assert.deepEqual(addressLines(house, terms), [
      'Haus am Park',
      'Parkstraße 7',
      '58453 Witten (Annen)',
    ]);
    assert.deepEqual(addressLines({ locality: 'Bochum' }, terms), ['Bochum']);
  });

  test('an address has the names that signs there have, whatever the reader’s language', () => {
    const read: Pick<Terms, 'place'> = {
      place: {
        witten: { label: 'Віттен', local: 'Witten' },
        'witten-annen': { label: 'Аннен', local: 'Annen' },
      },
    };
    assert.equal(addressLines(house, read).at(-1), '58453 Witten (Annen)');
    assert.equal(sayWhere({ locations: [house] }, { ...terms, ...read }, uk), 'Віттен (Аннен)');
  });

  test('of a place on request there is no more than the town', () => {
    const hidden = { ...house, visibility: 'on-request' as const };
    assert.deepEqual(addressLines(hidden, terms), ['Witten']);
    assert.deepEqual(addressLines({ visibility: 'on-request' }, terms), []);
  });

  test('a map is linked only where there is a point and a link', () => {
    const template = 'https://maps.example.org/?q={lat},{lng}';
    assert.equal(
      mapLink(template, { lat: 51.4, lng: 7.3 }),
      'https://maps.example.org/?q=51.4,7.3',
    );
    assert.equal(mapLink(template, { lat: 51.4 }), undefined);
    assert.equal(mapLink('javascript:alert({lat},{lng})', { lat: 1, lng: 2 }), undefined);
  });

  test('towns are named once, with their district, and what comes to people behind them', () => {
    const locations = [house, house, { town: 'hattingen' }, { name: 'Treffpunkt' }];
    assert.equal(sayWhere({ locations }, terms, de), 'Witten (Annen), Hattingen, Treffpunkt');
    assert.equal(
      sayWhere({ locations: [house], online: true, atHome: true }, terms, de, '2 km entfernt'),
      'Witten (Annen) · 2 km entfernt · Online · Bei Ihnen zu Hause',
    );
    assert.equal(
      sayWhere({ locations: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })) }, terms, de),
      'a, b, c und 2 weitere',
    );
    // "und 1 weitere" would take as much room as the one.
    assert.equal(
      sayWhere({ locations: ['a', 'b', 'c', 'd'].map((name) => ({ name })) }, terms, de),
      'a, b, c, d',
    );
    assert.equal(
      sayServed({ serves: ['witten', 'hattingen'] }, terms, de),
      'Für Menschen aus: Witten und Hattingen',
    );
    assert.equal(sayServed({ serves: ['unknown'] }, terms, de), undefined);
  });
});

describe('facts', () => {
  test('who names no audience is for everyone, unless something else says for whom', () => {
    assert.equal(sayWhom({}, terms, de), 'Für alle');
    assert.equal(sayWhom({ only: 'women' }, terms, de), '');
    assert.equal(sayWhom({ age: { from: 60 } }, terms, de), 'ab 60 Jahren');
    const audiences = ['women', 'families', 'seniors', 'refugees'];
    assert.equal(
      sayWhom({ audiences, age: { to: 6 } }, terms, de, 2),
      'Frauen, Familien und 2 weitere · bis 6 Jahre',
    );
  });

  test('languages have the directory’s names, else the platform’s, else their tags', () => {
    const spoken = ['ar', 'fr', 'not a tag'].map((language) => ({ language }));
    assert.equal(sayLanguages({ spoken }, terms, de), 'Arabisch, Französisch, not a tag');
    assert.equal(languageName('fr', 'uk'), 'Французька');
  });

  test('what is taught, from which level to which', () => {
    const course = { taught: 'de', level: { needed: 'A1', reached: 'B1' } } as const;
    assert.equal(sayLevel(course, terms, de), 'Unterricht: Deutsch · ab A1 · Ziel B1');
    assert.equal(sayLevel({}, terms, de), '');
  });

  test('registration and places say only what is known', () => {
    const until = '2026-10-01';
    assert.equal(sayRegistration({}, TODAY, de), '');
    assert.equal(sayRegistration({ registration: { needed: false } }, TODAY, de), 'Ohne Anmeldung');
    assert.equal(
      sayRegistration({ registration: { needed: true, until } }, TODAY, de),
      'Anmeldung nötig, bis Do., 1. Okt.',
    );
    assert.equal(sayOpenings({}, TODAY, de), undefined);
    assert.equal(
      sayOpenings({ openings: { state: 'waiting-list', on: '2026-09-01' } }, TODAY, de),
      'Warteliste · Stand: Di., 1. Sept.',
    );
  });

  test('choices are called as people call them, or as they are written', () => {
    const say = (name: Parameters<typeof sayChoice>[0], value: string) =>
      sayChoice(name, value, terms, de, (wanted) => (wanted === 'club' ? 'Der Verein' : undefined));
    assert.equal(say('topic', 'sport'), 'Sport');
    assert.equal(say('at', 'witten'), 'Witten');
    assert.equal(say('topic', 'gone'), 'gone');
    assert.equal(say('spoken', 'fa'), 'Persisch');
    assert.equal(say('day', 'tu'), 'Dienstag');
    assert.equal(say('day', 'someday'), 'someday');
    assert.equal(say('time', 'evening'), 'abends');
    assert.equal(say('time', '09:00-12:30'), '09:00-12:30');
    assert.equal(say('provider', 'club'), 'Der Verein');
    assert.equal(say('provider', 'other'), 'other');
  });
});

describe('the languages', () => {
  /** Every text's path; the forms of a plural are one text. */
  const paths = (value: object, path = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null && !('other' in inner)
        ? paths(inner, `${path}/${key}`)
        : `${path}/${key}`,
    );
  /** What is filled in. */
  const blanks = (value: unknown): string[] =>
    [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort();
  const at = (words: Wording, path: string) =>
    path
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], words);

  const all = paths(de).filter((path) => path !== '/card/hours');

  const others = ['pl', 'ro', 'bg', 'ru'].map((tag) => textsFor(tag));
  for (const words of [en, ar, tr, uk, ...others]) {
    test(`${words.tag} says what German says, with the same blanks`, () => {
      assert.deepEqual(paths(words).sort(), [...all].sort());
      for (const path of all) {
        if (['/language', '/tag', '/dir'].includes(path)) continue;
        const [own, german] = [at(words, path), at(de, path)].map(blanks);
        assert.deepEqual(own, german, path);
      }
    });
  }
});
