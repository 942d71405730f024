import type { Cursor } from './cursor.js';
import { DAYPARTS } from './lexicon.js';

/** Minutes after midnight of the day on which it begins; an end after 24:00 is a later day's. */
export interface TimeSpan {
  readonly start: number;
  readonly end?: number;
}

export interface ClockTime {
  minutes: number;
  half?: 'am' | 'pm';
  /** Tells whether it is a bare figure, which is a time only beside another. */
  bare: boolean;
}

export const DAY_MINUTES = 24 * 60;
export const ALL_DAY: TimeSpan = { start: 0, end: DAY_MINUTES };
const NOON = DAY_MINUTES / 2;
/** Bare figures before this hour are hardly times of day: "1–3" may be anything. */
const EARLIEST_BARE = 6 * 60;
const LATEST_NIGHT_END = 6 * 60;
const EARLIEST_NIGHT_START = 17 * 60;
/** The times between which something in this part of the day may begin. */
const PARTS: readonly [beginning: string, from: number, to: number][] = [
  ['morgen', 5 * 60, NOON],
  ['vormittag', 6 * 60, NOON],
  ['mittag', 11 * 60, 15 * 60],
  ['nachmittag', NOON, 19 * 60],
  ['abend', 16 * 60, DAY_MINUTES],
];
const OPEN_ENDS: readonly (readonly string[])[] = [
  ['open', 'end'],
  ['ende', 'offen'],
  ['offenes', 'ende'],
];

/** Reads a time of day such as "9–12:30 Uhr", "zwischen 14 und 16 Uhr", "ab 18 Uhr", "6–8 pm". */
export function readSpan(cursor: Cursor): TimeSpan | undefined {
  return cursor.attempt(() => {
    const part = takePart(cursor);
    cursor.skip('um', 'von', 'from', 'at', ':', ',');
    const joins = cursor.takeAny('zwischen', 'between')
      ? ['und', 'and']
      : ['-', 'bis', 'to', 'till'];
    cursor.takeAny('ab');
    const start = takeClock(cursor);
    if (!start) return undefined;
    const end = cursor.attempt(() => {
      if (!cursor.takeAny(...joins, 'until')) return undefined;
      return takeClock(cursor) ?? (takeOpenEnd(cursor) || undefined);
    });
    if (end === undefined && joins.includes('und')) return undefined;
    const span = end === undefined || end === true ? alone(start) : between(start, end);
    return span && inPart(span, part ?? takePart(cursor));
  });
}

export function isAllDay({ start, end }: TimeSpan): boolean {
  return start === 0 && end === DAY_MINUTES;
}

export function takeClock(cursor: Cursor): ClockTime | undefined {
  const time = cursor.take('time');
  if (time) return { ...time, bare: false };
  const figure = cursor.take('number') ?? cursor.take('ordinal');
  if (!figure || figure.value < 0 || figure.value > 24) return undefined;
  return { minutes: figure.value * 60, bare: true };
}

function takeOpenEnd(cursor: Cursor): boolean {
  const found = OPEN_ENDS.find((words) => words.every((word, ahead) => cursor.sees([word], ahead)));
  if (found) cursor.at += found.length;
  return found !== undefined;
}

function takePart(cursor: Cursor): string | undefined {
  const token = cursor.peek();
  if (token?.kind !== 'word' || !DAYPARTS.includes(token.text)) return undefined;
  cursor.at++;
  return token.text;
}

function alone({ minutes, bare }: ClockTime): TimeSpan | undefined {
  return bare || minutes === DAY_MINUTES ? undefined : { start: minutes };
}

function between(from: ClockTime, to: ClockTime): TimeSpan | undefined {
  const start = from.bare && to.half ? inSameHalf(from.minutes, to) : from.minutes;
  if (start === undefined || start === DAY_MINUTES) return undefined;
  if (start === 0 && to.minutes === DAY_MINUTES - 1) return { start, end: DAY_MINUTES };
  if (to.minutes === 0 && !to.bare && start > 0) return { start, end: DAY_MINUTES };
  if (to.minutes > start) {
    const isGuess = from.bare && to.bare && start < EARLIEST_BARE && to.minutes !== DAY_MINUTES;
    return isGuess ? undefined : { start, end: to.minutes };
  }
  const overNight = start >= EARLIEST_NIGHT_START && to.minutes <= LATEST_NIGHT_END && !to.bare;
  return overNight ? { start, end: to.minutes + DAY_MINUTES } : undefined;
}

/** "6–8 pm" begins in the evening, "10–2 pm" in the morning. */
function inSameHalf(minutes: number, to: ClockTime): number | undefined {
  if (minutes < 60 || minutes > NOON) return undefined;
  const hour = minutes % NOON;
  const isLater = to.minutes % NOON > hour;
  return hour + ((to.half === 'pm') === isLater ? NOON : 0);
}

/**
 * The span as it is, or in the afternoon for "8 Uhr abends"; undefined where the words contradict
 * it.
 */
function inPart(span: TimeSpan, part: string | undefined): TimeSpan | undefined {
  const [, from, to] = PARTS.find(([beginning]) => part?.startsWith(beginning)) ?? [
    '',
    0,
    DAY_MINUTES,
  ];
  const later = {
    start: span.start + NOON,
    ...(span.end !== undefined && { end: span.end + NOON }),
  };
  const fits = ({ start, end = 0 }: TimeSpan) =>
    start >= from && start < to && end <= 2 * DAY_MINUTES;
  return [span, later].find(fits);
}
