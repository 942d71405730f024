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
const { networks = [] } = asWritten;
const practices = asWritten.offers.filter(({ practice }) => practice);
const TRANSLATED = ['en', 'ar', 'tr', 'uk'];

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
  textsOf([file.providers, file.offers, file.networks])
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
    for (const records of [asWritten.offers, asWritten.providers, networks]) {
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

  it('has networks of all kinds, with members that are providers, and others', () => {
    assert.equal(networks.length, 25);
    const records = new Set(asWritten.providers.map(({ record }) => record));
    const members = networks.flatMap(({ members: all = [], coordinator }) =>
      coordinator ? [...all, coordinator] : all,
    );
    const [ids, named] = [
      members.flatMap((member) => ('provider' in member ? member.provider : [])),
      members.flatMap((member) => ('name' in member ? member.name : [])),
    ];
    assert.deepEqual(
      ids.filter((id) => !records.has(id)),
      [],
    );
    assert.ok(new Set(ids).size > 70);
    assert.ok(named.length > 20);
    const schedules = networks.map(({ schedule }) => schedule);
    assert.ok(schedules.some((schedule) => schedule?.byAppointment));
    assert.ok(schedules.some((schedule) => schedule?.times?.some(({ freq }) => !freq)));
    for (const interval of [undefined, 2, 3]) {
      const meets = schedules.filter((schedule) =>
        schedule?.times?.some((time) => time.freq === 'MONTHLY' && time.interval === interval),
      );
      assert.ok(meets.length >= 3, `every ${interval} months`);
    }
    assert.ok(networks.some(({ checked }) => (checked?.on ?? '') < '2023-01-06'));
  });

  it('has networks that providers name in their own words, and words that name none', () => {
    const names = new Set(networks.map(({ name }) => name));
    const words = asWritten.providers.flatMap((provider) => provider.networks ?? []);
    assert.ok(words.filter((word) => names.has(word)).length > 20);
    assert.ok(words.some((word) => !names.has(word)));
  });

  it('has good practice of many topics in every town', () => {
    assert.equal(practices.length, 30);
    const topics = new Set(practices.flatMap((offer) => offer.topics ?? []));
    assert.ok(topics.size > 20);
    const owners = new Map(
      asWritten.providers.map(({ record, address }) => [record, address?.town]),
    );
    const towns = new Set(practices.map(({ provider }) => owners.get(provider)));
    assert.equal(towns.size, 9);
    assert.ok(practices.every(({ practice }) => practice?.results && practice.ask));
  });

  it('has ten networks and ten good practices in five languages', () => {
    const inAll = (translations: object = {}, has: (tag: string) => unknown = () => true) =>
      TRANSLATED.every((tag) => tag in translations && has(tag));
    assert.equal(networks.filter(({ translations }) => inAll(translations)).length, 10);
    const said = practices.filter(({ translations }) =>
      inAll(translations, (tag) => translations?.[tag]?.texts.practiceReason),
    );
    assert.equal(said.length, 10);
  });

  it('names only places and topics that there are in its networks', () => {
    const known = (list: VocabularyList) =>
      new Set((asWritten.vocabulary?.[list] ?? []).map(({ id }) => id));
    const [places, topics] = [known('place'), known('topic')];
    assert.deepEqual(
      networks.flatMap((network) => [
        ...(network.places ?? []).filter((id) => !places.has(id)),
        ...(network.topics ?? []).filter((id) => !topics.has(id)),
      ]),
      [],
    );
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
  const texts = textsOf([asWritten.providers, asWritten.offers, asWritten.networks]);

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
