import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileOffer } from '@vielfalt/feed';
import { FileOffer as schema } from '@vielfalt/feed/schemas';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { checkOffer } from '../../../server/src/validation/check-record.js';
import * as read from '../../../server/src/office-text/index.js';
import { FROM } from './said.js';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const isOffer = ajv.compile<FileOffer>(schema);
const places = new read.TermFinder(defaultVocabulary.place);
const languages = new read.TermFinder(defaultVocabulary.language);

/** An offer with everything that the readers find in one text. */
function offerOf(text: string): FileOffer {
  const { location } = read.readAddress(text, places);
  const age = read.readAge(text);
  const only = read.readOnlyFor(text);
  const level = read.readLevel(text);
  const seats = read.readOpenings(text);
  const stepFree = read.readStepFree(text);
  const day = read.readDate(text);
  const contact = {
    phone: read.readPhone(text),
    email: read.readEmail(text),
    web: read.readWeb(text),
  };
  const parts = Object.entries(contact).filter(([, value]) => value !== undefined);
  return {
    source: 'office',
    record: '1',
    provider: 'p',
    title: 't',
    ...(age && { age }),
    ...(only && { only }),
    ...(level && { level }),
    ...(seats && { openings: seats }),
    ...(day && { checked: { on: day } }),
    schedule: read.readSchedule(text, { from: FROM, timeZone: 'Europe/Berlin' }).schedule,
    cost: read.readCost(text),
    registration: read.readRegistration(text),
    spoken: read.readLanguages(text, languages).spoken,
    contact: { ...read.readContact(text).contact, ...Object.fromEntries(parts) },
    locations: [{ ...location, ...(stepFree && { stepFree }) }],
  };
}

function assertValid(text: string): void {
  const offer = offerOf(text);
  assert.ok(isOffer(offer), JSON.stringify([text.slice(0, 200), isOffer.errors]));
  assert.deepEqual([...checkOffer(offer)], [], text.slice(0, 200));
}

/** What offices write, in any order: whatever comes of it must be valid. */
const piece = fc.constantFrom(
  ...['Mo', 'Di.', 'mittwochs', 'Do–Fr', 'Sa/So', 'täglich', 'werktags', 'jeden', '1.', 'letzten'],
  ...['im Monat', 'und', ',', ';', '\n', '–', 'bis', 'ab', 'am', 'von', 'außer', 'nicht', '(', ')'],
  ...['9', '12', '24', '9–12', '17.30', '22:00', '02:00', '12 Uhr', '6 pm', '0–24 Uhr', '10.10'],
  ...['31.12.2026', '1.1.', '30.02.2026', '29.2.', '12.01.–30.06.2026', '2026', 'März', '31.'],
  ...['nach Vereinbarung', 'alle 14 Tage', 'in den Ferien', 'geschlossen', 'rund um die Uhr'],
  ...['5 €', '1.234,50', 'kostenlos', 'A1–B1', '6–12 Jahre', 'Deutsch', 'Witten', '58452 Witten'],
  ...['Musterstr. 3', 'Tel. 030 23125 112', 'info@example.org', 'www.example.org', 'Frau Muster'],
);
const officeText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

test('whatever offices put together, each reader gives what the contract allows', () => {
  fc.assert(fc.property(officeText, assertValid), { numRuns: 3_000 });
});

test('whatever any text is, each reader gives what the contract allows', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 2_500 }),
    fc.stringMatching(/^[0-9 .:,()/+–-]{0,60}$/),
  );
  fc.assert(fc.property(anyText, assertValid), { numRuns: 1_000 });
});

/** All times of day that a text may name, those of the afternoon and the next midnight among them. */
function clocksIn(text: string): Set<string> {
  const two = (value: number) => String(value).padStart(2, '0');
  const plain = text.replace(/(\d{1,2}:\d\d):\d\d/g, '$1');
  const clocks = [
    // Those of `0h00:09` lie over one another.
    ...plain.matchAll(/(?<!\d)(?=(\d{1,2})(?:[:.,h](\d\d))?(?!\d))/g),
    ...plain.matchAll(/(\d{1,2}) uhr (\d\d)/gi),
  ];
  const known = clocks.flatMap(([, digits, minutes = '00']) =>
    [0, 12].map((more) => `${two((Number(digits) + more) % 24)}:${minutes}`),
  );
  const endsAtMidnight = /24|23:59|rund um die uhr/i.test(text);
  return new Set(endsAtMidnight ? [...known, '00:00'] : known);
}

const clockText = fc.stringMatching(
  /^((Mo|Tu|We|Fr|Di-Do|12\.12\.2026|PH|off|bis|und|von|Uhr|h|-|–|,|;|\/|\n|[012]?\d([:.,h][0-5]\d){0,2}( Uhr)?|0,\d{2,4}|1899-12-30T09:15:00|2026-12-13T[01]\d:[0-5]\d(:00)?) ?){1,9}$/,
);

test('no text gives a time of day that does not stand in it', () => {
  fc.assert(
    fc.property(fc.oneof(officeText, clockText), (text) => {
      const { times = [] } = read.readSchedule(text, { from: FROM, timeZone: 'Etc/UTC' }).schedule;
      const known = clocksIn(text);
      const said = times.flatMap(({ dtstart, dtend = '' }) => [dtstart, dtend]);
      for (const moment of said.filter((each) => each.includes('T'))) {
        assert.ok(known.has(moment.slice(11)), `${moment} in ${JSON.stringify(text)}`);
      }
    }),
    { numRuns: 2_000, examples: [['Tu und0h00:09']] },
  );
});

test('two times are a span only where something says so', () => {
  const clock = fc.stringMatching(/^(0?[6-9]|1\d|2[0-3])[:.][0-5]\d(:00)?$/);
  const between = fc.constantFrom(' ', ', ', '; ', '\n', ' | ', ' / ');
  fc.assert(
    fc.property(clock, between, clock, (one, mark, other) => {
      const text = `Mo ${one}${mark}${other}`;
      assert.equal(
        read.readSchedule(text, { from: FROM, timeZone: 'Etc/UTC' }).schedule.times,
        undefined,
        text,
      );
    }),
  );
});

test('times are the same however a text was cut, spaced or cased', () => {
  fc.assert(
    fc.property(officeText, (text) => {
      const times = (each: string) =>
        read.readSchedule(each, { from: FROM, timeZone: 'Europe/Berlin' }).schedule.times;
      assert.deepEqual(times(text.toUpperCase()), times(text));
      assert.deepEqual(times(`  ${text.replaceAll(' ', ' \u00a0')} `), times(text));
    }),
  );
});

describe('a cell as long as a book is read at once', () => {
  for (const part of [
    '9',
    '9.',
    '1.1.',
    'a',
    'a@',
    '(',
    ' ',
    '\n',
    ',',
    'Mo ',
    '030 ',
    'www.',
    'ä-',
  ]) {
    test(JSON.stringify(part), () => {
      assertValid(part.repeat(100_000 / part.length));
      assertValid(part.repeat(1_990 / part.length));
    });
  }
});

test('a text that is too long for the field is cut, and said to be incomplete', () => {
  const { schedule, complete } = read.readSchedule('Mo 9–12 Uhr. '.repeat(1_000), {
    from: FROM,
    timeZone: 'Europe/Berlin',
  });
  assert.equal(complete, false);
  assert.deepEqual(Object.keys(schedule), ['text']);
  assert.equal(schedule.text?.length, 2_000);
  assert.ok(schedule.text.endsWith('…'));
});
