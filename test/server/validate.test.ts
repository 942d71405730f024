import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { printFault } from '../../server/src/validation/fault.js';
import { findJsonTrouble } from '../../server/src/files/json.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { openStore } from '../../server/src/store/open.js';
import { directory, directoryFile, NOW, offer, offers, provider, vocabulary } from './fixture.js';

/** The faults of a file as a person reads them. */
async function faultsOf(json: unknown): Promise<string[]> {
  const store = await openStore('sqlite::memory:');
  const result = await importFile(store, json, { now: NOW });
  await store.close();
  return result.outcome === 'faults' ? result.faults.map(printFault) : [];
}

/** A file with one offer that has members that no type would let through. */
function withOffer(more: object): DirectoryFile {
  return directoryFile([{ ...offer('kurs-1'), ...more }]);
}

test('a right file has no faults', async () => {
  assert.deepEqual(await faultsOf(directoryFile(offers(3))), []);
});

describe('a fault in an offer names place, record, value, reason and remedy', () => {
  const cases: [string, object, string][] = [
    [
      'a time in another form',
      { schedule: { times: [{ dtstart: '07.09.2026' }] } },
      'offers[0].schedule.times[0].dtstart (record "kurs-1"): "07.09.2026" is not a date, or a date and time without zone. Write it like 2026-09-07 or 2026-09-07T09:00.',
    ],
    [
      'a date in the form of German tables',
      { checked: { on: '7.9.2026' } },
      'offers[0].checked.on (record "kurs-1"): "7.9.2026" is not a date. Write 2026-09-07.',
    ],
    [
      'a day that no calendar has',
      { schedule: { times: [{ dtstart: '2026-02-30T09:00' }] } },
      'offers[0].schedule.times[0].dtstart (record "kurs-1"): "2026-02-30T09:00" is not a day of the calendar.',
    ],
    [
      'good practice without a reason',
      { practice: { results: 'Zwölf haben Arbeit.' } },
      'offers[0].practice.reason (record "kurs-1"): is missing. Add it.',
    ],
    [
      'a word that is none of the allowed ones',
      { status: 'publised' },
      'offers[0].status (record "kurs-1"): "publised" is none of published, paused, ended, retired. Did you mean "published"?',
    ],
    [
      'a field that nobody knows',
      { tittle: 'Kurs' },
      'offers[0].tittle (record "kurs-1"): is not a field that the directory knows. Did you mean "title"?',
    ],
    [
      'an empty text',
      { summary: '' },
      'offers[0].summary (record "kurs-1"): "" is empty. Leave a field out where nothing is known.',
    ],
    [
      'nothing where text belongs',
      { title: null },
      'offers[0].title (record "kurs-1"): null is not text in quotes. Leave a field out where nothing is known.',
    ],
    [
      'a link that is none',
      { links: [{ label: 'x', url: 'javascript:alert(1)' }] },
      'offers[0].links[0].url (record "kurs-1"): "javascript:alert(1)" is not a web address. Write it like https://www.example.org/.',
    ],
    [
      'an unknown topic',
      { topics: ['langage'] },
      'offers[0].topics[0] (record "kurs-1"): "langage" is no topic of the vocabulary. Did you mean "language"?',
    ],
    [
      'an unknown town',
      { locations: [{ town: 'wittten' }] },
      'offers[0].locations[0].town (record "kurs-1"): "wittten" is no place of the vocabulary. Did you mean "witten"?',
    ],
    [
      'half a point',
      { locations: [{ lat: 51.4 }] },
      'offers[0].locations[0].lng (record "kurs-1"): is missing. A point needs both lat and lng, or neither.',
    ],
    [
      'an age that ends before it begins',
      { age: { from: 12, to: 6 } },
      'offers[0].age (record "kurs-1"): {"from":12,"to":6} ends before it begins.',
    ],
    [
      'a translation under no language',
      { translations: { 'de_DE!': { by: 'person', texts: {} } } },
      'offers[0].translations["de_DE!"] (record "kurs-1"): does not stand under a language tag. Write it under one like de, en or pt-BR.',
    ],
    [
      'an end after more than a month',
      { schedule: { times: [{ dtstart: '2026-09-07T09:00', dtend: '2026-12-07T11:00' }] } },
      'offers[0].schedule.times[0].dtend (record "kurs-1"): "2026-12-07T11:00" is not after dtstart (2026-09-07T09:00), at most 31 days. It is the end of the first occurrence; the series ends with until.',
    ],
    [
      'a series’ end after the next day',
      {
        schedule: {
          times: [{ dtstart: '2026-09-07T09:00', dtend: '2026-12-07T11:00', freq: 'WEEKLY' }],
        },
      },
      'offers[0].schedule.times[0].dtend (record "kurs-1"): "2026-12-07T11:00" is not after dtstart (2026-09-07T09:00) on the same or the next day. It is the end of the first occurrence; the series ends with until.',
    ],
    [
      'an end with a time of what lasts whole days',
      { schedule: { times: [{ dtstart: '2026-09-07', dtend: '2026-09-07T11:00' }] } },
      'offers[0].schedule.times[0].dtend (record "kurs-1"): "2026-09-07T11:00" is not of the same kind as dtstart (2026-09-07). Whole days end with a date: the day after the last one.',
    ],
    [
      'a date as the end of what begins at a time',
      { schedule: { times: [{ dtstart: '2026-09-07T09:00', dtend: '2026-09-08' }] } },
      'offers[0].schedule.times[0].dtend (record "kurs-1"): "2026-09-08" is not of the same kind as dtstart (2026-09-07T09:00). Write it with a time of day, like 2026-09-07T12:00.',
    ],
    [
      'whole days that end on the day they begin, as if the last day were named',
      { schedule: { times: [{ dtstart: '2026-09-07', dtend: '2026-09-07' }] } },
      'offers[0].schedule.times[0].dtend (record "kurs-1"): "2026-09-07" is not after dtstart (2026-09-07), at most 31 days. It is the day after the last one of the first occurrence; one day needs none.',
    ],
    [
      'a whole day that no calendar has',
      { schedule: { times: [{ dtstart: '2026-02-30' }] } },
      'offers[0].schedule.times[0].dtstart (record "kurs-1"): "2026-02-30" is not a day of the calendar.',
    ],
    [
      'a weekday without a frequency',
      { schedule: { times: [{ dtstart: '2026-09-07T09:00', byday: ['MO'] }] } },
      'offers[0].schedule.times[0].byday (record "kurs-1"): ["MO"] means nothing without freq. Add "freq": "WEEKLY" or "MONTHLY", or leave it out.',
    ],
    [
      'an unknown provider',
      { provider: 'q' },
      'offers[0].provider (record "kurs-1"): "q" is not a provider of the source office in this file. Add the provider to the file.',
    ],
    [
      'a source that the file does not announce',
      { source: 'ofice' },
      'offers[0].source (record "kurs-1"): "ofice" is not among the file’s sources. Did you mean "office"?',
    ],
    [
      'a key with a blank at its end',
      { record: 'kurs-1 ' },
      'offers[0].record (record "kurs-1 "): "kurs-1 " begins or ends with a space, or has a control character in it. Write the key without.',
    ],
  ];
  for (const [what, more, said] of cases) {
    test(what, async () => assert.deepEqual(await faultsOf(withOffer(more)), [said]));
  }
});

test('all faults of a file are told at once', async () => {
  const faults = await faultsOf(
    directoryFile([offer('a', { title: '' }), offer('b', { age: { from: 200 } })]),
  );
  assert.deepEqual(faults, [
    'offers[0].title (record "a"): "" is empty. Leave a field out where nothing is known.',
    'offers[1].age.from (record "b"): 200 is more than 120.',
  ]);
});

describe('the file as a whole', () => {
  const cases: [string, unknown, RegExp][] = [
    ['a list', [], /^the file: is JSON, but no file of Vielfalt\. It begins with/],
    ['another program’s file', { services: [] }, /^the file: is JSON, but no file of Vielfalt\./],
    ['a text', 'offers', /^the file: is JSON, but no file of Vielfalt\./],
    ['a newer format', { vielfalt: 2 }, /^vielfalt: 2 is a format that this program does not know/],
    ['no offers', { vielfalt: 1, sources: [], providers: [] }, /^offers: is missing\./],
    [
      'no directory, the first time',
      { ...directoryFile(), directory: undefined },
      /^directory: is missing, and nothing has been imported yet/,
    ],
    [
      'a zone that does not exist',
      directoryFile([], { directory: { ...directory, timeZone: 'Europe/Witten' } }),
      /^directory\.timeZone: "Europe\/Witten" is not a time zone\. .*Europe\/Berlin/,
    ],
    [
      'a source twice',
      directoryFile([], {
        sources: [
          { id: 'office', name: 'A' },
          { id: 'office', name: 'B' },
        ],
      }),
      /^sources\[1\]\.id: "office" stands in sources\[0\] already/,
    ],
    [
      'a record twice',
      directoryFile([offer('a'), offer('b'), offer('a')]),
      /^offers\[2\]\.record \(record "a"\): "a" stands in offers\[0\] already/,
    ],
    [
      'a slug twice',
      directoryFile([offer('a', { slug: 'kurs' }), offer('b', { slug: 'kurs' })]),
      /^offers\[1\]\.slug .* is the slug of offers\[0\]/,
    ],
    [
      'an id twice',
      directoryFile([
        offer('a', { id: '6f1c2e04-97a5-4d8e-8a55-0c9d6a1b2c3d' }),
        offer('b', { id: '6F1C2E04-97A5-4D8E-8A55-0C9D6A1B2C3D' }),
      ]),
      /^offers\[1\]\.id .* is the id of offers\[0\]/,
    ],
    [
      'a live offer of a retired provider',
      directoryFile([offer('a')], { providers: [provider('p', { status: 'retired' })] }),
      /^offers\[0\]\.provider .* is a provider that is retired/,
    ],
    [
      'a term twice',
      directoryFile([], {
        vocabulary: { ...vocabulary, kind: [...vocabulary.kind, ...vocabulary.kind] },
      }),
      /^vocabulary\.kind\[1\]\.id: "course" stands in vocabulary\.kind\[0\] already/,
    ],
    [
      'a parent that is not there',
      directoryFile([], {
        vocabulary: { ...vocabulary, kind: [{ id: 'a', label: { de: 'A' }, parent: 'b' }] },
      }),
      /^vocabulary\.kind\[0\]\.parent: "b" is no kind here/,
    ],
  ];
  for (const [what, json, said] of cases) {
    test(what, async () => {
      const [fault, ...more] = await faultsOf(json);
      assert.match(fault ?? '', said);
      assert.deepEqual(more, []);
    });
  }

  test('parents in a circle', async () => {
    const kind = [
      { id: 'a', label: { de: 'A' }, parent: 'b' },
      { id: 'b', label: { de: 'B' }, parent: 'a' },
    ];
    assert.deepEqual(await faultsOf(directoryFile([], { vocabulary: { ...vocabulary, kind } })), [
      'vocabulary.kind[0].parent: "b" leads back to the term itself.',
      'vocabulary.kind[1].parent: "a" leads back to the term itself.',
    ]);
  });
});

describe('where a text stops being JSON', () => {
  const cases: [string, string, string][] = [
    [
      'a comma too many',
      '{"a": 1,\n}',
      '2:1 nothing follows the comma before: take the comma away',
    ],
    ['a comma too few', '[1,\n 2\n 3]', '3:2 a comma or ] was expected'],
    ['a name without quotes', '{\n  a: 1}', '2:3 a name in double quotes was expected'],
    ['no colon', '{"a" 1}', '1:6 a colon was expected'],
    [
      'a line break in a text',
      '["a\nb"]',
      '1:2 the text in quotes that begins here has a line break, a backslash or no end: write \\n, \\\\ or the closing quote',
    ],
    ['cut off', '{"a": [1, {"b": "c"}', '1:21 the text ends in the middle'],
    ['something behind it', '{} {}', '1:4 nothing more was expected'],
    ['a page', '<!doctype html>', '1:1 a value was expected'],
    ['an empty value', '{"a": , "b": 1}', '1:7 a value was expected'],
  ];
  for (const [what, text, said] of cases) {
    test(what, async () => {
      assert.throws(() => JSON.parse(text));
      const { line, column, reason } = findJsonTrouble(text);
      assert.equal(`${line}:${column} ${reason}`, said);
    });
  }

  test('deep and long texts are looked through to their end', async () => {
    const deep = `${'['.repeat(10_000)}${'{"a": "b", "c": [1, true, null, -0.5e3]},'.repeat(10_000)}`;
    assert.equal(findJsonTrouble(deep).reason, 'the text ends in the middle');
  });
});
