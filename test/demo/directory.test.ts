import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DirectoryFile, VocabularyList } from '@vielfalt/feed';
import { weekday } from '@vielfalt/feed';
import { DirectoryFile as schema } from '@vielfalt/feed/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { alikeWithinTopics } from '../../demo/alike.mjs';
import { demoDirectory } from '../../demo/directory.mjs';
import { hostsIn, isFictionalPhone, isReservedHost, phonesIn } from './fiction.js';

const REFERENCE = '2026-01-05';
const asWritten = demoDirectory(REFERENCE);

/** Terms that no offer has, so that what is missing can be seen. */
const LEFT_OUT = [
  'language ka',
  'language hy',
  'language aii',
  'place breckerfeld-epscheid',
  'place herdecke-semberg',
  'place sprockhoevel-gennebreck',
  'place witten-schnee',
];

/** Every text in a value, in the order in which it stands there. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const datesOf = (file: DirectoryFile) =>
  textsOf([file.providers, file.offers])
    .filter((text) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text))
    .map((text) => text.slice(0, 10));

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the demo directory', () => {
  it('is a file that the import accepts', () => {
    const ajv = new Ajv2020({ allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    assert.ok(validate(demoDirectory('2026-09-07')), JSON.stringify(validate.errors?.slice(0, 5)));
  });

  it('has at least 550 offers by at least 130 providers, each with at least one', () => {
    assert.ok(asWritten.offers.length >= 550);
    assert.ok(asWritten.providers.length >= 130);
    const providers = asWritten.providers.map(({ record }) => record).sort();
    const mentioned = [...new Set(asWritten.offers.map(({ provider }) => provider))].sort();
    assert.deepEqual(mentioned, providers);
  });

  it('names no record twice', () => {
    for (const records of [asWritten.offers, asWritten.providers]) {
      assert.equal(new Set(records.map(({ record }) => record)).size, records.length);
    }
  });

  it('meets every town and every term but the few that are left out on purpose', () => {
    const { offers, vocabulary } = asWritten;
    const met = {
      kind: offers.map(({ kind }) => kind),
      topic: offers.flatMap(({ topics = [] }) => topics),
      audience: offers.flatMap(({ audiences = [] }) => audiences),
      language: offers.flatMap(({ spoken = [] }) => spoken.map(({ language }) => language)),
      place: offers.flatMap(({ locations = [], serves = [] }) => [
        ...serves,
        ...locations.flatMap(({ town, district }) => [town, district]),
      ]),
    };
    const unmet = Object.entries(met).flatMap(([list, ids]) => {
      const known = new Set(ids);
      const terms = vocabulary?.[list as VocabularyList] ?? [];
      return terms.flatMap(({ id }) => (known.has(id) ? [] : `${list} ${id}`));
    });
    assert.deepEqual(unmet, LEFT_OUT);
  });

  it('has more offers in large towns than in small ones', () => {
    const count = (town: string) =>
      asWritten.offers.filter(({ locations = [] }) =>
        locations.some((place) => place.town === town),
      ).length;
    assert.ok(count('witten') > count('hattingen'));
    assert.ok(count('hattingen') > count('sprockhoevel'));
    assert.ok(count('sprockhoevel') > count('breckerfeld'));
  });

  it('has no sport for women in Gevelsberg, so that a gap can be seen', () => {
    const sport = asWritten.offers.filter(
      ({ topics = [], audiences = [], only }) =>
        topics.some((topic) => ['sport', 'swimming', 'cycling'].includes(topic)) &&
        (audiences.includes('women') || only === 'women'),
    );
    const towns = new Set(sport.flatMap(({ locations = [] }) => locations.map(({ town }) => town)));
    assert.equal(towns.has('gevelsberg'), false);
    assert.ok(towns.size >= 5);
  });

  it('is marked as a demo', () => {
    assert.equal(asWritten.directory?.demo, true);
  });
});

describe('the dates of the demo directory', () => {
  it('stay as they are written all through the week of reference', () => {
    assert.deepEqual(demoDirectory('2026-01-11'), asWritten);
  });

  for (const today of ['2025-12-31', '2026-09-07', '2028-02-29']) {
    it(`move by whole weeks to the week of ${today}`, () => {
      const before = datesOf(asWritten);
      const after = datesOf(demoDirectory(today));
      assert.equal(after.length, before.length);
      assert.ok(before.length > 300);
      const moved = new Set(before.map((date, index) => daysBetween(date, after[index] ?? '')));
      assert.equal(moved.size, 1);
      const [days = Number.NaN] = moved;
      assert.ok(Number.isInteger(days / 7));
      const thisWeek = daysBetween(REFERENCE, today) - days;
      assert.ok(thisWeek >= 0 && thisWeek < 7);
    });
  }

  it('keep the weekday of each course', () => {
    const weekdays = (file: DirectoryFile) =>
      file.offers.map(({ schedule }) =>
        (schedule?.times ?? []).map(({ dtstart }) => weekday(dtstart.slice(0, 10))),
      );
    assert.deepEqual(weekdays(demoDirectory('2027-06-17')), weekdays(asWritten));
  });

  it('leave the holiday calendar alone', () => {
    assert.deepEqual(demoDirectory('2027-06-17').directory, asWritten.directory);
  });
});

describe('the demo data is fiction:', () => {
  const texts = textsOf([asWritten.providers, asWritten.offers]);

  it('its telephone numbers belong to nobody', () => {
    const phones = texts.flatMap(phonesIn);
    assert.ok(phones.length > 50);
    assert.deepEqual(
      phones.filter((phone) => !isFictionalPhone(phone)),
      [],
    );
  });

  it('its web and e-mail addresses belong to nobody', () => {
    const hosts = texts.flatMap(hostsIn);
    assert.ok(hosts.length > 50);
    assert.deepEqual(
      hosts.filter((host) => !isReservedHost(host)),
      [],
    );
  });

  it('its texts are written one by one', () => {
    const { pairs, alike } = alikeWithinTopics(asWritten.offers);
    assert.ok(pairs > 5_000);
    assert.ok(alike.length / pairs < 0.02, JSON.stringify(alike));
  });
});
