import {
  dayNumber,
  type FileNetwork,
  type FileOffer,
  type FileProvider,
  type Recurrence,
  type Schedule,
} from '@vielfalt/feed';
import type { Fault } from './fault.js';
import { pathOf } from './fault.js';
import { halfCharacters } from './half-characters.js';

type Steps = (string | number)[];

/** Checks what a schema cannot say about one record: members that contradict each other. */
export function* checkOffer(offer: FileOffer): Generator<Fault> {
  yield* halfCharacters(offer);
  yield* checkKey(offer);
  const { age, locations = [], schedule, translations = {} } = offer;
  if (age?.from !== undefined && age.to !== undefined && age.from > age.to) {
    yield { path: 'age', value: age, reason: 'ends before it begins' };
  }
  for (const [index, location] of locations.entries()) {
    yield* checkPoint(location, ['locations', index]);
  }
  if (schedule) yield* checkSchedule(schedule);
  yield* checkLanguages(translations, ['translations']);
}

/** Checks what a schema cannot say about a provider. */
export function* checkProvider(provider: FileProvider): Generator<Fault> {
  yield* halfCharacters(provider);
  yield* checkKey(provider);
  if (provider.address) yield* checkPoint(provider.address, ['address']);
}

/** Checks what a schema cannot say about a network. */
export function* checkNetwork(network: FileNetwork): Generator<Fault> {
  yield* halfCharacters(network);
  yield* checkKey(network);
  if (network.schedule) yield* checkSchedule(network.schedule);
  yield* checkLanguages(network.translations ?? {}, ['translations']);
}

/** Checks a key: keys are compared exactly, so spaces at the ends and invisible characters mislead. */
function* checkKey({ record }: { record: string }): Generator<Fault> {
  if (record !== record.trim() || /\p{Cc}/u.test(record)) {
    yield {
      path: 'record',
      value: record,
      reason: 'begins or ends with a space, or has a control character in it',
      remedy: 'Write the key without.',
    };
  }
}

function* checkPoint({ lat, lng }: { lat?: number; lng?: number }, steps: Steps): Generator<Fault> {
  if ((lat === undefined) !== (lng === undefined)) {
    yield {
      path: pathOf(...steps, lat === undefined ? 'lat' : 'lng'),
      reason: 'is missing',
      remedy: 'A point needs both lat and lng, or neither.',
    };
  }
}

/** Checks the keys of labels and translations: a typing error there would hide the text for ever. */
export function* checkLanguages(texts: object, steps: Steps): Generator<Fault> {
  for (const tag of Object.keys(texts)) {
    if (!isLanguageTag(tag)) {
      yield {
        path: pathOf(...steps, tag),
        reason: 'does not stand under a language tag',
        remedy: 'Write it under one like de, en or pt-BR.',
      };
    }
  }
}

/** Tells whether a text is a tag of BCP 47, according to the platform's own parser. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function* checkSchedule({ times = [], validFrom, validTo }: Schedule): Generator<Fault> {
  if (validFrom && validTo && validFrom > validTo) {
    yield {
      path: 'schedule.validTo',
      value: validTo,
      reason: `lies before validFrom (${validFrom})`,
    };
  }
  for (const [index, time] of times.entries()) {
    yield* checkRecurrence(time, ['schedule', 'times', index]);
  }
}

function* checkRecurrence(time: Recurrence, steps: Steps): Generator<Fault> {
  const { dtstart, freq, byday, bymonthday, until } = time;
  const at = (member: string) => pathOf(...steps, member);
  for (const member of ['dtstart', 'dtend'] as const) {
    const moment = time[member];
    if (moment && !isDay(moment.slice(0, 10))) {
      yield { path: at(member), value: moment, reason: 'is not a day of the calendar' };
      return;
    }
  }
  yield* checkEnd(time, at('dtend'));
  if (until && until < dtstart.slice(0, 10)) {
    yield { path: at('until'), value: until, reason: `lies before dtstart (${dtstart})` };
  }
  if (!freq) {
    for (const member of ['interval', 'byday', 'bymonthday', 'until'] as const) {
      if (time[member] === undefined) continue;
      yield {
        path: at(member),
        value: time[member],
        reason: 'means nothing without freq',
        remedy: 'Add "freq": "WEEKLY" or "MONTHLY", or leave it out.',
      };
    }
    return;
  }
  if (freq === 'WEEKLY' && bymonthday !== undefined) {
    yield {
      path: at('bymonthday'),
      value: bymonthday,
      reason: 'does not go with "freq": "WEEKLY"',
      remedy: 'Use byday, or "freq": "MONTHLY".',
    };
  }
  if (bymonthday !== undefined && byday) {
    yield {
      path: at('bymonthday'),
      value: bymonthday,
      reason: 'does not go with byday',
      remedy: 'Leave one of them out.',
    };
  }
  for (const [index, day] of (byday ?? []).entries()) {
    const numbered = /\d/.test(day);
    if (numbered === (freq === 'MONTHLY')) continue;
    yield {
      path: pathOf(...steps, 'byday', index),
      value: day,
      reason: `does not go with "freq": "${freq}"`,
      remedy: numbered
        ? 'Weekly times name the weekday alone, like MO.'
        : 'Monthly times name which one in the month, like 1MO or -1MO.',
    };
  }
}

/** The most days that one occurrence may last, where it lasts whole days or stands by itself. */
const MOST_DAYS = 31;

/** Checks the end of the first occurrence: of the same kind as its start, after it, and soon. */
function* checkEnd({ dtstart, dtend, freq, rdate }: Recurrence, path: string): Generator<Fault> {
  if (!dtend) return;
  const isAllDay = !dtstart.includes('T');
  if (isAllDay === dtend.includes('T')) {
    yield {
      path,
      value: dtend,
      reason: `is not of the same kind as dtstart (${dtstart})`,
      remedy: isAllDay
        ? 'Whole days end with a date: the day after the last one.'
        : 'Write it with a time of day, like 2026-09-07T12:00.',
    };
    return;
  }
  const days = dayNumber(dtend.slice(0, 10)) - dayNumber(dtstart.slice(0, 10));
  const isLong = isAllDay || (!freq && !rdate?.length);
  if (dtend > dtstart && days <= (isLong ? MOST_DAYS : 1)) return;
  yield {
    path,
    value: dtend,
    reason: isLong
      ? `is not after dtstart (${dtstart}), at most ${MOST_DAYS} days`
      : `is not after dtstart (${dtstart}) on the same or the next day`,
    remedy: isAllDay
      ? 'It is the day after the last one of the first occurrence; one day needs none.'
      : 'It is the end of the first occurrence; the series ends with until.',
  };
}

/** Tells whether a month has such a day; the schema only checks the digits. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
