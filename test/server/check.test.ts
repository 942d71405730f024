import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Offer } from '@vielfalt/feed';
import { addressTrouble } from '../../server/src/checks/links.js';
import { demoDirectory } from '../../demo/directory.mjs';
import { importFile } from '../../server/src/importing/import-file.js';
import { openStore } from '../../server/src/store/open.js';
import { check, found, TODAY } from './check-harness.js';
import { example, offer, provider } from './example.js';

describe('logos', () => {
  test('whose file is not in the folder; of others nobody here knows', () => {
    const providers = ['/logos/club.svg', '/logos/gone.png', '/elsewhere/club.svg'].map(
      (logo, index) => provider(index + 1, { logo }),
    );
    const [missing, ...more] = found('missing-logo', { providers, logos: ['club.svg'] });
    assert.deepEqual([missing?.record, missing?.value], ['p2', '/logos/gone.png']);
    assert.equal(more.length, 0);
  });
});

describe('freshness', () => {
  test('an offer that is over and still published; not one that says so', () => {
    const over = { schedule: { validTo: '2026-11-22' } };
    const offers = [offer(1, over), offer(2, { ...over, status: 'ended' }), offer(3)];
    const [ended, ...more] = found('ended', { offers });
    assert.deepEqual(
      [ended?.record, ended?.field, ended?.value],
      ['o1', 'schedule.validTo', '2026-11-22'],
    );
    assert.equal(more.length, 0);
  });

  test('an offer whose dates are text and over; not one that goes on', () => {
    const texts = [
      '3.11.2026, evtl. auch 10.11.2026',
      '28.–30.10.2026, 10–18 Uhr',
      '2019-05-01T10:00:00Z, Eintritt frei?',
      '21.11.2026 oder 24.11.2026',
      'seit 1.2.2019, fragen Sie nach',
      'Mo 9–12 Uhr oder später, außer 2.11.2026',
      'Mo 9–12 Uhr oder 14 Uhr, Stand 3.2.2019',
      'im Bürgerhaus',
    ];
    const offers = texts.map((text, index) => offer(index + 1, { schedule: { text } }));
    offers.push(offer(20, { status: 'ended', schedule: { text: '3.11.2026 oder so' } }));
    offers.push(offer(21, { schedule: { text: '3.11.2026', byAppointment: true } }));
    assert.deepEqual(
      found('ended', { offers }).map(({ record, field }) => [record, field]),
      [1, 2, 3].map((number) => [`o${number}`, 'schedule.text']),
    );
  });

  test('nor one whose text names past years alone, in a way that no day can be read of', () => {
    const over = ['Sommer 2019', '03/06/2018', '20180306T100000', '6 Mart 2018'];
    const open = ['seit 2015', 'ab 2024 fortlaufend', '2019 und 2027'];
    const offers = [...over, ...open].map((text, index) =>
      offer(index + 1, { schedule: { text } }),
    );
    assert.deepEqual(
      found('ended', { offers }).map(({ record }) => record),
      over.map((_, index) => `o${index + 1}`),
    );
  });

  test('days without a time are over when they are over', () => {
    const days = (dtstart: string, dtend?: string) => ({
      schedule: { times: [{ dtstart, ...(dtend && { dtend }) }] },
    });
    const offers = [
      offer(1, days('2026-11-22')),
      offer(2, days('2026-11-21', '2026-11-23')),
      offer(3, days('2026-11-23')),
      offer(4, days('2026-11-22', '2026-11-24')),
    ];
    assert.deepEqual(
      found('ended', { offers }).map(({ record }) => record),
      ['o1', 'o2'],
    );
  });

  test('a check holds for a year; none at all is information', () => {
    const offers = [
      offer(1, { checked: { on: '2025-11-23' } }),
      offer(2, { checked: { on: '2025-11-22' } }),
      offer(3),
    ];
    const providers = [provider(1, { checked: { on: '2020-01-01' } })];
    const given = { offers, providers };
    assert.deepEqual(
      found('check-overdue', given).map(({ record, value }) => [record, value]),
      [
        ['o2', '2025-11-22'],
        ['p1', '2020-01-01'],
      ],
    );
    assert.deepEqual(
      check(given).information.flatMap(({ kind, record }) =>
        kind === 'never-checked' ? record : [],
      ),
      ['o3'],
    );
  });
});

describe('good practice', () => {
  test('that nobody has checked for two years, or ever; not a newer one, nor other offers', () => {
    const practice = { reason: 'Parents stay.' };
    const offers = [
      offer(1, { practice, checked: { on: '2024-11-22' } }),
      offer(2, { practice, checked: { on: '2024-11-24' } }),
      offer(3, { practice }),
      offer(4, { checked: { on: '2019-01-01' } }),
    ];
    assert.deepEqual(
      found('old-practice', { offers }).map(({ record, field, value }) => [record, field, value]),
      [
        ['o1', 'checked.on', '2024-11-22'],
        ['o3', 'checked.on', ''],
      ],
    );
  });

  test('names addresses of whom to ask that lead nowhere', () => {
    const ask = { email: 'amt@gmial.com', web: 'https://ww.example' };
    const offers = [offer(1, { practice: { reason: 'Parents stay.', ask } })];
    assert.deepEqual(
      found('broken-link', { offers }).flatMap(({ record, field }) => (record ? field : [])),
      ['practice.ask.email', 'practice.ask.web'],
    );
  });
});

describe('links', () => {
  const wrong: [address: string, said: RegExp][] = [
    ['https://user@bank.de/', /not a web address/],
    ['https://verein', /not a complete name/],
    ['http://https://verein-witten.de', /http twice/],
    ['https://www.example.org/', /reserved/],
    ['https://intranet.local/kurs', /reserved/],
    ['http://192.168.0.7/', /number of a machine/],
    ['https://ww.verein-witten.de', /www\.verein-witten\.de/],
    ['https://verein-witten.d/', /Did you mean \.de\?/],
    ['https://verein-witten.con', /Did you mean \.com\?/],
    ['https://verein_witten.de', /not a name that a host can have/],
    ['https://verein-witten.de/kurse,', /punctuation/],
    ['info@gmial.com', /info@gmail\.com/],
    ['info@www.verein-witten.de', /info@verein-witten\.de/],
    ['info@verein-witten', /not a complete name/],
    ['in,fo@verein-witten.de', /"in,fo" is not a name/],
  ];
  for (const [address, said] of wrong) {
    test(`${address} leads nowhere`, () => {
      assert.match(addressTrouble(address, false) ?? 'nothing', said);
    });
  }

  const right = [
    ...['https://www.verein-witten.de/kurse?id=1&sprache=de#zeiten', 'http://verein-witten.de'],
    ...[
      'https://müller-straße.de/',
      'https://de.wikipedia.org/wiki/Witten_(Ruhr)',
      'https://ww.de',
    ],
    ...['https://kurse.stadt.ruhr:8443/', 'https://verein.jetzt', 'https://www.kitas.nrw'],
    ...['vorname.nachname+kurs@t-online.de', 'büro@verein-witten.de', 'info@müller.de'],
  ];
  for (const address of right) {
    test(`${address} may be right`, () => assert.equal(addressTrouble(address, false), undefined));
  }

  test('are looked at wherever they stand; a demo is made of examples', () => {
    const url = 'https://kurs.example/';
    const given = {
      offers: [
        offer(1, { links: [{ label: 'Kurs', url }], contact: { email: 'info@kurs.example' } }),
      ],
      providers: [provider(1, { web: url })],
      directory: { ...example().directory, publisher: { name: 'Büro' }, reportTo: url },
    };
    assert.deepEqual(
      found('broken-link', given).map(({ record, field }) => [record, field]),
      [
        ['', 'reportTo'],
        ['o1', 'contact.email'],
        ['o1', 'links.1.url'],
        ['p1', 'web'],
      ],
    );
    const demo = { ...given, directory: { ...given.directory, demo: true } };
    assert.deepEqual(found('broken-link', demo), []);
  });
});

describe('duplicates', () => {
  const base = {
    title: 'Café International',
    locations: [{ town: 'witten', street: 'Hauptstraße 5' }],
  };
  const same: [what: string, more: Partial<Offer>][] = [
    ['accents and case', { title: 'CAFE INTERNATIONAL' }],
    ['one letter', { title: 'Cafe Internationall' }],
    ['the order of words', { title: 'International: Café' }],
    ['a shortened street', { locations: [{ town: 'witten', street: 'Hauptstr. 5' }] }],
    [
      'another source and a provider of the same name',
      { source: 'other', provider: provider(2).id },
    ],
    ['what only one of them says', { level: { needed: 'A1' } }],
  ];
  for (const [what, more] of same) {
    test(`${what} makes no other offer`, () => {
      const providers = [
        provider(1, { name: 'Verein Nord e. V.' }),
        provider(2, { name: 'Verein NORD' }),
      ];
      const offers = [offer(1, base), offer(2, { ...base, ...more })];
      const [first, ...rest] = found('duplicate', { offers, providers });
      assert.equal(first?.record, 'o2');
      assert.match(first.value, /^office "o1"/);
      assert.equal(rest.length, 0);
    });
  }

  const different: [what: string, a: Partial<Offer>, b: Partial<Offer>][] = [
    ['another provider', {}, { provider: provider(2).id }],
    ['another town', {}, { locations: [{ town: 'hattingen' }] }],
    ['another street', {}, { locations: [{ town: 'witten', street: 'Am Markt 1' }] }],
    ['another number', { title: 'Deutschkurs Teil 1' }, { title: 'Deutschkurs Teil 2' }],
    ['another level in the title', { title: 'Deutschkurs A1' }, { title: 'Deutschkurs B1' }],
    ['a letter of a short word', { title: 'Nähen' }, { title: 'Mähen' }],
    [
      'other times',
      { schedule: { times: [{ dtstart: '2026-12-01T09:00' }] } },
      { schedule: { times: [{ dtstart: '2026-12-02T09:00' }] } },
    ],
    ['another level', { level: { needed: 'A1' } }, { level: { needed: 'A2' } }],
  ];
  for (const [what, a, b] of different) {
    test(`${what} makes another offer`, () => {
      const offers = [offer(1, { ...base, ...a }), offer(2, { ...base, ...b })];
      assert.deepEqual(found('duplicate', { offers, providers: [provider(1), provider(2)] }), []);
    });
  }

  test('each of many is named once', () => {
    const offers = Array.from({ length: 200 }, (_, number) => offer(number, base));
    assert.equal(found('duplicate', { offers }).length, 199);
  });
});

describe('terms and texts', () => {
  test('an offer without words that filters look for, named by what is missing', () => {
    const offers = [
      offer(1),
      offer(2, { topics: ['sport'], kind: 'course', locations: [{ town: 'witten' }] }),
      offer(3, { topics: ['sport'], kind: 'course', online: true }),
    ];
    assert.deepEqual(
      found('no-term', { offers }).map(({ record, field }) => [record, field]),
      [['o1', 'topics, kind, locations']],
    );
  });

  test('a term counts as used with what is below it and what it replaced', () => {
    const offers = [
      offer(1, { topics: ['language', 'gymnastics'], locations: [{ town: 'witten' }] }),
    ];
    assert.deepEqual(
      found('unused-term', { offers }).map(({ field, value }) => `${field} ${value}`),
      [
        'vocabulary.audience women',
        'vocabulary.kind course',
        'vocabulary.place hattingen',
        'vocabulary.language de',
        'vocabulary.language ar',
      ],
    );
  });

  test('a word that the vocabulary lost', () => {
    const [first] = found('unknown-term', { offers: [offer(1, { topics: ['sport', 'sprot'] })] });
    assert.deepEqual([first?.field, first?.value], ['topics.2', 'sprot']);
    assert.match(first?.remedy ?? '', /Did you mean sport\?/);
  });

  test('texts too long for a card, translations too; letters count, not bytes', () => {
    const texts = { title: '👩'.repeat(121), summary: 'ا'.repeat(301) };
    const translations = { ar: { by: 'person' as const, texts } };
    const offers = [offer(1, { title: 'ä'.repeat(120), summary: 'x'.repeat(300), translations })];
    assert.deepEqual(
      found('too-long', { offers }).map(({ field, value }) => [field, value]),
      [
        ['translations.ar.texts.title', '121 characters'],
        ['translations.ar.texts.summary', '301 characters'],
      ],
    );
  });
});

test('information is no finding, and both are counted', () => {
  const { findings, information, counts } = check({
    directory: { ...example().directory, demo: true },
    offers: [offer(1), offer(2, { title: 'x'.repeat(121) })],
  });
  assert.deepEqual(findings, []);
  assert.deepEqual([counts['never-checked'], counts['too-long'], counts.ended], [2, 1, 0]);
  assert.equal(
    information.length,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
});

test('the demo directory has nothing wrong with it but age and one name that is misspelt', async () => {
  const store = await openStore('sqlite::memory:');
  const now = Date.parse(`${TODAY}T11:00:00Z`);
  const { outcome } = await importFile(store, demoDirectory(TODAY), { now });
  assert.equal(outcome, 'done');
  const state = await store.read();
  assert.ok(state);
  const { findings } = check(state);
  const ages = ['ended', 'check-overdue', 'old-practice', 'idle-network'];
  assert.deepEqual(
    findings.flatMap(({ kind, value }) => (ages.includes(kind) ? [] : [[kind, value]])),
    [['near-name', 'Stadtbücherei Glasgarten']],
  );
  assert.deepEqual(
    ages.filter((age) => findings.every(({ kind }) => kind !== age)),
    [],
  );
});
