import { fold } from '@vielfalt/feed';
import {
  ENGLISH_CODES,
  DAYPARTS,
  GERMAN_DAYS,
  MONTHS,
  ORDINALS,
  SHORT,
  WEEKDAYS,
} from './lexicon.js';

/** A piece of a text about times. Words are folded, all dashes are `-`, all bullets `;`. */
export type TimeToken =
  | { kind: 'word'; text: string }
  | { kind: 'mark'; text: string }
  /** 0 Monday to 6 Sunday; `code` where it is one of OpenStreetMap's that German does not have. */
  | { kind: 'weekday'; day: number; code?: true }
  | { kind: 'month'; month: number }
  /** "1.", "ersten", "2nd"; -1 is the last. */
  | { kind: 'ordinal'; value: number }
  | { kind: 'number'; value: number }
  /** Minutes after midnight; `half` where it was written in the American way. */
  | { kind: 'time'; minutes: number; half?: 'am' | 'pm' }
  | { kind: 'date'; day: number; month: number; year?: number }
  /** "10.10" may be ten past ten or the tenth of October. */
  | { kind: 'dotted'; first: number; second: number }
  /** "9,30" may be half past nine, or two figures. */
  | { kind: 'comma'; first: number; second: number }
  /** A plus after a time, as OpenStreetMap writes it: or longer, for an unknown time. */
  | { kind: 'longer' }
  /** A web or e-mail address, or a telephone number. */
  | { kind: 'contact' };

type Reader = readonly [RegExp, (...groups: (string | undefined)[]) => TimeToken | undefined];

const CONTACT =
  /\+\d{2}[\d ()/-]{6,}\d|(?:https?:\/\/|www\.)\S+|[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/y;
/** A plus that joins is followed by a day or a time, with space on both sides or on neither. */
const LONGER = /(?<! )\+(?![\p{L}\d])|\+(?= ?(?:$|[;,.()\n]|\|\|))/uy;
const WORD = /[\p{L}\p{M}]+/uy;
const SKIPPED = /[ "'„“”‚‘’«»]/y;
const DAYPART = new RegExp(`^(${[...WEEKDAYS.keys()].join('|')})(${DAYPARTS.join('|')})$`);

/** Readers of tokens that begin with a digit; the first that fits and makes sense counts. */
const FIGURES: readonly Reader[] = [
  [/0\d{2,4} ?[/ -] ?\d{3,}(?:[ -]\d{2,})*(?![:.]?\d)/y, () => ({ kind: 'contact' })],
  [/(\d{4})-(\d\d)-(\d\d)(?!\d)/y, (year, month, day) => date(day, month, year)],
  [/(\d{1,2})\.(\d{1,2})\. ?((?:19|20)\d\d)(?!\d)/y, date],
  [/(\d{1,2})\. (\d{1,2})\. ?((?:19|20)\d\d)(?!\d)/y, date],
  [/(\d{1,2})\.(\d{1,2})\.(?:(\d\d)(?![\d:.]))?(?!\d)/y, date],
  [/(\d{1,2}):(\d\d):(\d\d)(?!\d) ?(?:uhr|h)?(?!\p{L})/uy, withSeconds],
  [/(\d{1,2})[:.](\d\d) ?(?:uhr|h)(?!\p{L})/uy, time],
  [/(\d{1,2}),(\d\d) ?(?:uhr|h)(?!\p{L})/uy, commaTime],
  [/(\d{1,2}),(\d\d)(?![\d:.h])/y, comma],
  [/(\d{1,2})h(\d\d)(?![\d:.,])/y, time],
  [/(\d{1,2})(?:[:.](\d\d))? ?([ap])(?:\. ?m\.?|m)(?!\p{L})/uy, twelve],
  [/(\d{1,2}):(\d\d)(?!\d)/y, time],
  [/(\d{1,2})\.(\d\d)(?!\d)/y, dotted],
  [/(\d{1,2})(?:h| uhr )(00|15|30|45)(?![\d:.]| ?(?:uhr|bis|-))/y, time],
  [/(\d{1,2}) ?(?:uhr|h)(?!\p{L})/uy, time],
  [/(\d{1,2})(?:\.(?!\d)|(?:st|nd|rd|th|ten|ter|te)(?!\p{L}))/uy, ordinal],
  [/(\d+)/y, (digits) => ({ kind: 'number', value: Number(digits) })],
];

/** Splits a text into tokens. Nothing is lost: a character without meaning becomes a mark. */
export function tokenize(text: string): TimeToken[] {
  const folded = fold(text)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[^\S\n]+/g, ' ');
  const tokens: TimeToken[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < folded.length) {
    if (match(SKIPPED)) continue;
    if (match(CONTACT)) tokens.push({ kind: 'contact' });
    else if (mayGoOn(tokens.at(-1)) && match(LONGER)) tokens.push({ kind: 'longer' });
    else if (isDigit(folded[at])) tokens.push(figure(match, (back) => (at = back), at));
    else {
      const word = match(WORD)?.[0];
      if (word) {
        tokens.push(...wordTokens(word));
        if (folded[at] === '.' && (SHORT.has(word) || tokens.at(-1)?.kind !== 'word')) at++;
      } else tokens.push(mark(folded[at++] ?? ''));
    }
  }
  return wednesdays(tokens, folded).map(settled).flatMap(apart);
}

function mayGoOn(token: TimeToken | undefined): boolean {
  return token !== undefined && ['time', 'number', 'dotted', 'comma'].includes(token.kind);
}

function figure(
  match: (pattern: RegExp) => RegExpExecArray | null,
  goBack: (at: number) => void,
  start: number,
): TimeToken {
  for (const [pattern, make] of FIGURES) {
    const found = match(pattern);
    if (!found) continue;
    const token = make(...found.slice(1));
    if (token) return token;
    goBack(start);
  }
  throw new Error('The last figure takes every digit');
}

function wordTokens(word: string): TimeToken[] {
  const day = WEEKDAYS.get(word);
  if (day !== undefined)
    return [{ kind: 'weekday', day, ...(ENGLISH_CODES.has(word) && { code: true }) }];
  const month = MONTHS.get(word);
  if (month !== undefined) return [{ kind: 'month', month }];
  const value = ORDINALS.get(word);
  if (value !== undefined) return [{ kind: 'ordinal', value }];
  const [, weekday = '', part = ''] = DAYPART.exec(word) ?? [];
  if (part) return [...wordTokens(weekday), { kind: 'word', text: part }];
  return [{ kind: 'word', text: word }];
}

function mark(character: string): TimeToken {
  const same: Record<string, string> = { '•': ';', '·': ';', '▪': ';', '|': ';', '!': '.' };
  return { kind: 'mark', text: same[character] ?? character };
}

function date(day = '', month = '', year?: string): TimeToken | undefined {
  if (!isBetween(Number(day), 1, 31) || !isBetween(Number(month), 1, 12)) return undefined;
  const years = year?.length === 2 ? 2000 + Number(year) : Number(year);
  if (year && !isBetween(years, 1900, 2100)) return undefined;
  return { kind: 'date', day: Number(day), month: Number(month), ...(year && { year: years }) };
}

function time(hours = '', minutes = '0'): TimeToken | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || hour * 60 + minute > 24 * 60) return undefined;
  return { kind: 'time', minutes: hour * 60 + minute };
}

/** Seconds of zero say nothing; no timetable has others, and such a time is not read. */
function withSeconds(hours = '', minutes = '', seconds = ''): TimeToken | undefined {
  if (seconds === '00' || `${minutes}:${seconds}` === '59:59') return time(hours, minutes);
  return { kind: 'mark', text: `:${seconds}` };
}

function twelve(hours = '', minutes = '0', letter = ''): TimeToken | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (!isBetween(hour, 1, 12) || minute > 59) return undefined;
  const half = letter === 'a' ? 'am' : 'pm';
  return { kind: 'time', minutes: ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute, half };
}

function dotted(first = '', second = ''): TimeToken | undefined {
  const mayBeDate = isBetween(Number(first), 1, 31) && isBetween(Number(second), 1, 12);
  if (!mayBeDate) return time(first, second);
  return { kind: 'dotted', first: Number(first), second: Number(second) };
}

function comma(hours = '', minutes = ''): TimeToken | undefined {
  if (Number(hours) > 24 || Number(minutes) > 59) return undefined;
  return { kind: 'comma', first: Number(hours), second: Number(minutes) };
}

/** "9,30 Uhr" is a time; "9,15 Uhr" may be two. */
function commaTime(hours = '', minutes = ''): TimeToken | undefined {
  return mayBeHours(Number(hours), Number(minutes)) ? comma(hours, minutes) : time(hours, minutes);
}

function mayBeHours(first: number, second: number): boolean {
  return first < second && second <= 24;
}

function ordinal(digits = ''): TimeToken | undefined {
  const value = Number(digits);
  return isBetween(value, 1, 31) ? { kind: 'ordinal', value } : undefined;
}

/** The other end of a range shows what "10.10" is: a time has a time there, a date a date. */
function settled(token: TimeToken, index: number, all: TimeToken[]): TimeToken {
  if (token.kind !== 'dotted' && token.kind !== 'comma') return token;
  const after = isRange(all[index + 1]) ? all[index + 2] : undefined;
  const before = isRange(all[index - 1]) ? all[index - 2] : undefined;
  const { first, second } = token;
  const isTime = [after, before].some((other) => {
    if (token.kind === 'dotted') return other?.kind === 'time';
    if (!mayBeHours(first, second)) return other?.kind === 'time' || other?.kind === 'comma';
    // "9,15–16 Uhr" may be nine o'clock, and three to four; "6:00 bis 7,20 Uhr" until seven, and eight.
    if (other?.kind === 'comma') return !mayBeHours(other.first, other.second);
    if (other?.kind !== 'time') return false;
    return other === after ? other.minutes <= second * 60 : other.minutes >= first * 60;
  });
  if (isTime) return time(String(first), String(second)) ?? token;
  if (token.kind === 'dotted' && after?.kind === 'date') {
    return { kind: 'date', day: first, month: second };
  }
  return token;
}

/** Splits "9-12,15-17" into two ranges: a figure between two dashes ends one and begins another. */
function apart(token: TimeToken, index: number, all: TimeToken[]): TimeToken[] {
  if (token.kind !== 'comma' || !isRange(all[index - 1]) || !isRange(all[index + 1]))
    return [token];
  return [
    { kind: 'number', value: token.first },
    { kind: 'mark', text: ',' },
    { kind: 'number', value: token.second },
  ];
}

function isRange(token: TimeToken | undefined): boolean {
  return (token?.kind === 'mark' && token.text === '-') || isWord(token, 'bis');
}

/**
 * "We" is Wednesday among the two-letter codes of OpenStreetMap and schema.org; otherwise it is the
 * English word, or German shorthand for the weekend. With Tu, Th or Su in the text it is the day;
 * without them only in a row of days where no weekend stands: "Mo-We", "Mo We Fr".
 */
function wednesdays(tokens: readonly TimeToken[], folded: string): TimeToken[] {
  const words: readonly string[] = folded.match(/\p{L}+/gu) ?? [];
  if (!words.includes('we') || words.some((word) => GERMAN_DAYS.has(word))) return [...tokens];
  const hasCodes = words.some((word) => ENGLISH_CODES.has(word));
  return tokens.map((token, index) => {
    if (!isWord(token, 'we')) return token;
    const [before, after] = [neighbour(tokens, index, -1), neighbour(tokens, index, 1)];
    const isBetweenWords = tokens[index - 1]?.kind === 'word' || tokens[index + 1]?.kind === 'word';
    const isInRow = isDayOf(before, [0, 1]) || isDayOf(after, [3, 4]);
    return isInRow || (hasCodes && (!isBetweenWords || isClosed(tokens[index + 1])))
      ? { kind: 'weekday', day: 2, code: true }
      : token;
  });
}

/** The next token on one side, past a mark that joins days. */
function neighbour(
  tokens: readonly TimeToken[],
  index: number,
  step: 1 | -1,
): TimeToken | undefined {
  const next = tokens[index + step];
  const isJoin = next?.kind === 'mark' && [',', '-'].includes(next.text);
  return isJoin ? tokens[index + 2 * step] : next;
}

function isDayOf(token: TimeToken | undefined, days: readonly number[]): boolean {
  return token?.kind === 'weekday' && days.includes(token.day);
}

function isClosed(token: TimeToken | undefined): boolean {
  return isWord(token, 'off') || isWord(token, 'closed');
}

export function isWord(token: TimeToken | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}

function isDigit(character = ''): boolean {
  return character >= '0' && character <= '9';
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
