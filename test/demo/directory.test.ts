import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { weekday, words } from '@vielfalt/feed';
import { DirectoryFile as schema } from '@vielfalt/feed/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { demoDirectory } from '../../demo/directory.mjs';
import { hostsIn, isFictionalPhone, isReservedHost, phonesIn } from './fiction.js';

const REFERENCE = '2026-01-05';
const asWritten = demoDirectory(REFERENCE);

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

  it('has about 150 offers by 40 providers, each with at least one', () => {
    assert.ok(asWritten.offers.length >= 140 && asWritten.offers.length <= 170);
    assert.ok(asWritten.providers.length >= 36 && asWritten.providers.length <= 45);
    const providers = asWritten.providers.map(({ record }) => record).sort();
    const mentioned = [...new Set(asWritten.offers.map(({ provider }) => provider))].sort();
    assert.deepEqual(mentioned, providers);
  });

  it('names no record twice', () => {
    for (const records of [asWritten.offers, asWritten.providers]) {
      assert.equal(new Set(records.map(({ record }) => record)).size, records.length);
    }
  });

  it('meets every town and every kind of offer', () => {
    const { place = [], kind = [] } = asWritten.vocabulary ?? {};
    const towns = place.filter(({ parent }) => parent === 'ennepe-ruhr-kreis').map(({ id }) => id);
    assert.equal(towns.length, 9);
    const met = new Set(
      asWritten.offers.flatMap(({ locations = [] }) => locations.map(({ town }) => town)),
    );
    assert.deepEqual(
      towns.filter((town) => !met.has(town)),
      [],
    );
    const kinds = new Set(asWritten.offers.map((offer) => offer.kind));
    assert.deepEqual(
      kind.flatMap(({ id }) => (kinds.has(id) ? [] : id)),
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
    const runs = asWritten.offers.map(({ title, summary, description }) => {
      const all = words([title, summary, description].filter(Boolean).join(' '));
      return new Set(all.slice(4).map((_, index) => all.slice(index, index + 5).join(' ')));
    });
    // Of two texts the share of runs of five words that the shorter has in common with the longer.
    const common = (one: Set<string>, other: Set<string>) => {
      const [short, long] = one.size < other.size ? [one, other] : [other, one];
      return [...short].filter((run) => long.has(run)).length / (short.size || 1);
    };
    const alike = runs.flatMap((one, index) =>
      runs.slice(index + 1).filter((other) => common(one, other) > 0.2),
    );
    assert.ok(alike.length <= 2, `${alike.length} pairs of offers say nearly the same`);
  });
});
