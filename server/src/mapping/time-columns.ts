import { fold } from '@vielfalt/feed';
import { WEEKDAYS } from '../office-text/index.js';
import type { CellValue } from '../table/table.js';
import { clockText, isClock, isPlainlyClock, spanIn } from './clock-text.js';
import { readingName } from './reading-name.js';

/** A column with its cell: as it is, and as text. */
export interface TimeCell {
  name: string;
  cell: CellValue;
  text: string;
}

type Role = 'days' | 'start' | 'end' | 'other';
type Named = TimeCell & { role: Role; stem: string; weekday: string | undefined };

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(fold));
const STARTS = list(
  'open opens opening opened start starts from von begin begins beginn ab auf öffnet',
);
const ENDS = list('close closes closing closed end ends to until bis ende zu schließt');
const DAYS = list('day days weekday weekdays tag tage wochentag dayofweek');
/** Words that only say that a column has times. */
const SAYS_NOTHING = list(
  `opening hours times time schedule schedules öffnungszeiten zeiten zeit uhrzeit business regular
   specification properties fields at of week`,
);
const DAY = /^(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{2,4})(?!\d)[^;,–]*$/;
const ONLY_CLOCKS = /^[\d:.,;|h\s–—-]*(?:Uhr)?\.?$/i;

/**
 * Returns the texts of several columns about times, so that they can be read as one: columns
 * named alike that open and close (`monday_open`, `monday_close`, `mo.0.opens`) are a span, as are two
 * times in neighbouring columns beside their day, and a list of two. A text in a weekday's column
 * belongs to that day.
 *
 * @param names whether each text follows its column's name
 */
export function timeTexts(cells: readonly TimeCell[], names: boolean): string[] {
  const named = neighbours(cells.map(withRole), names);
  const done = new Set<Named>();
  return named.flatMap((each) => {
    if (done.has(each)) return [];
    const group = groupOf(each, named);
    if (!group) return [labelled(each, names)];
    for (const member of group) done.add(member);
    return [spanOf(group, names)];
  });
}

function withRole({ name, cell, text: plain }: TimeCell): Named {
  const text = spanIn(cell) ?? clockText(plain).replace(/https?:\/\/schema\.org\//g, '');
  const words = fold(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .split(/[\s._-]+/)
    .filter(Boolean);
  const isRole = (word: string) => STARTS.has(word) || ENDS.has(word) || DAYS.has(word);
  const index = words.findLastIndex(isRole);
  const word = words[index] ?? '';
  const role = STARTS.has(word)
    ? 'start'
    : ENDS.has(word)
      ? 'end'
      : DAYS.has(word)
        ? 'days'
        : 'other';
  const others = words.filter((each, at) => at !== index && !SAYS_NOTHING.has(each));
  const telling = words.filter(
    (each, at) =>
      !(role !== 'other' && at === index) && !SAYS_NOTHING.has(each) && !/^\d+$/.test(each),
  );
  const [only = ''] = telling;
  // The reader decides whether "we" is a day.
  const isDay = telling.length === 1 && (WEEKDAYS.has(only) || only === 'we');
  const weekday = isDay ? only : undefined;
  return {
    name,
    cell,
    text: role === 'days' ? text.replaceAll('; ', ', ') : text,
    role,
    stem: others.join(' '),
    weekday,
  };
}

/** Returns the days, the start and the end that belong together, where both times are there. */
function groupOf(one: Named, all: readonly Named[]): Named[] | undefined {
  if (one.role === 'other') return undefined;
  const same = all.filter(({ stem, role }) => stem === one.stem && role !== 'other');
  const members = (role: Role) => same.filter((each) => each.role === role);
  const areTimes =
    same.every(({ role, text }) => role === 'days' || isClock(text)) || areMoments(same);
  const isWhole =
    members('start').length === 1 && members('end').length === 1 && members('days').length <= 1;
  return isWhole && areTimes ? same : undefined;
}

/** Tells whether both times have their day: "12.02.2027 18:00" and "13.02.2027 02:00", or "20:00". */
function areMoments(group: readonly Named[]): boolean {
  return group.every(({ role, text }) =>
    role === 'start' ? DAY.test(text) : role === 'end' && (DAY.test(text) || isClock(text)),
  );
}

function spanOf(group: readonly Named[], names: boolean): string {
  const text = (role: Role) => group.find((each) => each.role === role)?.text ?? '';
  const [start, end] = [text('start'), text('end')];
  const span = areMoments(group) ? `${start} bis ${end}` : `${start}–${end}`;
  const [{ stem, weekday } = { stem: '', weekday: undefined }] = group;
  const label = text('days') || weekday || (names ? stem.replace(/\b\d+\b/g, '').trim() : '');
  return label ? `${label}: ${span}` : span;
}

function labelled({ name, text, weekday }: Named, names: boolean): string {
  if (weekday !== undefined && (names || ONLY_CLOCKS.test(text))) return `${weekday}: ${text}`;
  return names ? `${readingName(name)}: ${text}` : text;
}

/** Joins the only two times of day, unless their columns are numbered: "12.12.2026", "9:00", "11:00". */
function neighbours(all: readonly Named[], names: boolean): Named[] {
  const index = all.findIndex(({ text }) => isPlainlyClock(text));
  const [one, other] = [all[index], all[index + 1]];
  const clocks = all.filter(({ text }) => isPlainlyClock(text));
  if (names || !one || !other || clocks.length !== 2 || !clocks.includes(other)) return [...all];
  const isNumbered = one.name.replace(/\d+/g, '') === other.name.replace(/\d+/g, '');
  if (isNumbered || one.weekday !== undefined || other.weekday !== undefined) return [...all];
  const both = { ...one, role: 'other' as const, text: `${one.text}–${other.text}` };
  return all.flatMap((each) => (each === one ? [both] : each === other ? [] : [each]));
}
