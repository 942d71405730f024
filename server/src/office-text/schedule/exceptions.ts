import type { Schedule } from '@vielfalt/feed';
import type { Cursor } from './cursor.js';
import { readDates } from './dates.js';
import { readWeekly } from './days.js';

type Closed = NonNullable<Schedule['closed']>[number];

/** The days on which something does not happen. */
export interface Exception {
  closed: Closed[];
  weekdays: number[];
  dates: string[];
  /**
   * Tells whether the weekdays are closed whatever else is said; otherwise they are left out of the
   * days before.
   */
  everywhere?: boolean;
}

const DENIALS = [
  'nicht',
  'ausser',
  'ohne',
  'ausgenommen',
  'ausserhalb',
  'entfallt',
  'except',
  'not',
];
const CLOSED = [
  'geschlossen',
  'zu',
  'closed',
  'ausgenommen',
  'excluded',
  'ruhetag',
  'entfallt',
  'off',
];
const NONE = ['kein', 'keine', 'no'];
const MEETING = ['kurs', 'termin', 'termine', 'treffen', 'angebot', 'unterricht', 'beratung'];
const BEFORE = ['in', 'an', 'am', 'wahrend', 'at', 'on', 'during', 'the', 'den', 'der', 'allen'];
const LAWFUL = ['gesetzlichen', 'gesetzliche', 'public', 'bank'];
// PH and SH are OpenStreetMap's.
const PUBLIC = ['feiertag', 'feiertage', 'feiertagen', 'feiertags', 'ph'];
const SCHOOL = ['ferien', 'schulferien', 'sh'];
const JOINS = ['und', 'u', 'oder', 'and', 'or', '/', '+', '&'];

/** "nicht in den Ferien", "außer sonntags und feiertags", "Mi geschlossen", "nicht am 24.12.2026". */
export function readException(cursor: Cursor): Exception | undefined {
  return (
    cursor.attempt(() => {
      if (!takeDenial(cursor)) return undefined;
      return takeAll(cursor, JOINS);
    }) ??
    cursor.attempt(() => {
      const all = takeAll(cursor, [...JOINS, ',']);
      cursor.skip(':', '-', 'ist', 'sind', 'is', 'are');
      return all && takeClosed(cursor) ? { ...all, everywhere: true } : undefined;
    }) ??
    cursor.attempt(() => {
      cursor.takeAny('nur');
      if (!cursor.takeAny('in', 'wahrend')) return undefined;
      cursor.takeAny('der');
      return cursor.takeAny('schulzeit', 'unterrichtszeit')
        ? { closed: ['school-holidays' as const], weekdays: [], dates: [] }
        : undefined;
    })
  );
}

/** Reads "auch in den Ferien", which is the case anyway. */
export function readInclusion(cursor: Cursor): true | undefined {
  return cursor.attempt(() => {
    if (!cursor.takeAny('auch', 'also')) return undefined;
    return takeHoliday(cursor) && true;
  });
}

function takeDenial(cursor: Cursor): boolean {
  return takeNone(cursor) || (cursor.takeAny('geschlossen', 'closed', ...DENIALS) && true);
}

function takeClosed(cursor: Cursor): boolean {
  return takeNone(cursor) || cursor.takeAny(...CLOSED);
}

function takeNone(cursor: Cursor): boolean {
  const found = cursor.attempt(
    () => (cursor.takeAny(...NONE) && cursor.takeAny(...MEETING)) || undefined,
  );
  return found ?? false;
}

function takeAll(cursor: Cursor, joins: readonly string[]): Exception | undefined {
  const all: Exception = { closed: [], weekdays: [], dates: [] };
  do {
    const one = takeOne(cursor);
    if (!one) return all.closed.length + all.weekdays.length + all.dates.length ? all : undefined;
    all.closed.push(...(one.closed ?? []));
    all.weekdays.push(...(one.weekdays ?? []));
    all.dates.push(...(one.dates ?? []));
  } while (cursor.attempt(() => (cursor.takeAny(...joins) && startsOne(cursor)) || undefined));
  return all;
}

function startsOne(cursor: Cursor): boolean {
  const start = cursor.at;
  const found = takeOne(cursor);
  cursor.at = start;
  return found !== undefined;
}

function takeOne(cursor: Cursor): Partial<Exception> | undefined {
  const closed = takeHoliday(cursor);
  if (closed) return { closed: [closed] };
  const dates = readDates(cursor);
  if (dates) return { dates };
  return cursor.attempt(() => {
    cursor.skip(...BEFORE);
    // "Sonn- und Feiertage"
    if (cursor.sees(['sonn']) && cursor.sees(['-'], 1)) {
      cursor.at += 2;
      return { weekdays: [6] };
    }
    const weekly = readWeekly(cursor);
    return weekly?.kind === 'weekly' && !weekly.vague ? { weekdays: weekly.days } : undefined;
  });
}

function takeHoliday(cursor: Cursor): Closed | undefined {
  return cursor.attempt(() => {
    cursor.skip(...BEFORE);
    const isPublic = cursor.takeAny(...LAWFUL);
    if (cursor.takeAny(...PUBLIC)) return 'public-holidays';
    if (isPublic) return cursor.takeAny('holidays') ? 'public-holidays' : undefined;
    if (cursor.takeAny(...SCHOOL)) return 'school-holidays';
    return cursor.takeAny('school') && cursor.takeAny('holidays') ? 'school-holidays' : undefined;
  });
}
