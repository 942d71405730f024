import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { validateFile } from '../../../server/src/validation/validate.js';
import { Mapper, readMapping } from '../../../server/src/mapping/index.js';
import type { Mapped } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/open-book.js';
import { hostsIn, isFictionalPhone, isReservedHost, phonesIn } from '../../demo/fiction.js';

const path = (name: string) => fileURLToPath(new URL(`tables/${name}`, import.meta.url));

let rows: Mapped[];
let mapper: Mapper;
const offerIn = (line: number) => {
  const { offer } = rows.find((row) => row.line === line) ?? {};
  assert.ok(offer, `no offer of line ${line}`);
  return offer;
};

/** A table with all that goes wrong in offices: see the file. */
describe('the messy table', () => {
  before(async () => {
    const mapping = await readMapping(path('messy.yaml'));
    const book = await openBook(path('messy.csv'), mapping.book);
    const table = await book.table(mapping.sheet);
    mapper = new Mapper(mapping, {
      source: 'office',
      columns: table.columns,
      vocabulary: defaultVocabulary,
      today: '2026-11-24',
      timeZone: 'Europe/Berlin',
    });
    rows = [];
    for await (const row of table.rows()) rows.push(mapper.map(row));
    await book.close();
  });

  test('is invented', () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(path('messy.csv')));
    assert.deepEqual(
      phonesIn(text).filter((phone) => !isFictionalPhone(phone)),
      [],
    );
    // Wrong on purpose: no hosts at all.
    const wrong = ['haus', 'tv', 'home'];
    assert.deepEqual(
      hostsIn(text).filter((host) => !isReservedHost(host) && !wrong.includes(host)),
      [],
    );
  });

  test('loses no row: each is an offer or has a fault', () => {
    assert.equal(rows.length, 66);
    assert.equal(rows.filter(({ offer }) => offer).length, 60);
    assert.ok(rows.every(({ offer, faults }) => (offer === undefined) === faults.length > 0));
    assert.deepEqual(mapper.missingColumns, []);
    assert.deepEqual(mapper.unnamedColumns, []);
  });

  test('has its faults by line and column', () => {
    assert.deepEqual(
      rows
        .flatMap(({ faults }) => faults)
        .map(({ line, column, reason }) => [line, column, reason]),
      [
        [38, 'Angebot', 'is missing'],
        [39, 'Angebot', 'is missing'],
        [40, 'Träger', 'is missing'],
        [41, 'Nr', 'is missing'],
        [42, 'Nr', 'stands in line 2 already'],
        [43, 'Nr', 'stands in line 3 already'],
      ],
    );
  });

  test('keeps every value that is not understood, and lists it', () => {
    const counts: Record<string, number> = {};
    for (const { offer, remarks } of rows) {
      const kept = JSON.stringify(offer ?? {});
      for (const { field, value } of remarks) {
        counts[field] = (counts[field] ?? 0) + 1;
        const said = JSON.stringify(value).slice(1, -1);
        if (offer) assert.ok(kept.includes(said), `${said} is not in ${kept}`);
      }
    }
    assert.deepEqual(counts, {
      'checked.on': 4,
      cost: 4,
      topics: 5,
      schedule: 5,
      'schedule.validTo': 1,
      'contact.phone': 3,
      'contact.email': 2,
      'contact.web': 1,
      spoken: 1,
      'location.stepFree': 1,
      location: 1,
      audiences: 1,
      title: 1,
      age: 1,
    });
  });

  test('makes offers and providers that the contract takes', () => {
    const result = validateFile({
      vielfalt: 1,
      sources: [{ id: 'office', name: 'Tabelle' }],
      providers: mapper.providers(),
      offers: rows.flatMap(({ offer }) => offer ?? []),
    });
    assert.deepEqual('faults' in result ? result.faults : [], []);
    assert.equal(mapper.providers().length, 5, 'a provider that is written in two ways is one');
  });

  test('understands what people would', () => {
    const cafe = offerIn(2);
    assert.deepEqual(cafe.spoken, [{ language: 'de' }, { language: 'ar', note: 'nach Absprache' }]);
    assert.deepEqual(cafe.audiences, ['women', 'refugees']);
    assert.deepEqual(cafe.schedule?.times, [
      { dtstart: '2026-09-08T15:00', dtend: '2026-09-08T17:00', freq: 'WEEKLY', byday: ['TU'] },
    ]);
    assert.deepEqual(
      [cafe.cost, cafe.age, cafe.registration],
      [{ free: true }, { from: 18 }, { needed: false }],
    );

    const sewing = offerIn(3);
    assert.equal(
      sewing.description,
      'Nähen lernen.\n\n- Maschinen sind da\n- Stoffe bitte mitbringen',
    );
    assert.deepEqual(sewing.locations, [
      {
        stepFree: 'partly',
        street: 'Am Ring 7',
        postalCode: '58300',
        town: 'wetter',
        name: 'Haus am Fluss',
      },
    ]);
    const formula = rows.find(({ offer }) => offer?.record === '12')?.offer;
    assert.equal(formula?.title, '=SUMME(A1:A2)');
    assert.deepEqual(formula.cost, { text: '=5+5' });
    const online = rows.find(({ offer }) => offer?.record === '10')?.offer;
    assert.deepEqual([online?.online, online?.locations], [true, undefined]);
  });

  test('counts the words that met no term, with the nearest', () => {
    const words = mapper.unmet().map(({ list, value, count }) => [list, value, count]);
    assert.deepEqual(words[0], ['topic', 'Dies und das', 2]);
    assert.ok(words.some(([list, value]) => list === 'place' && value === 'Anderswo'));
    assert.ok(words.some(([list, value]) => list === 'language' && value === 'Klingonisch'));
  });
});
