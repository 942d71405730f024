import {
  addDays,
  dateOf,
  dayNumber,
  isOnWeekday,
  weekdayCode,
  weekdayIndex,
  weekdayOf,
  type Recurrence,
} from '@vielfalt/feed';
import { isOfCalendar, type StatedDays } from './days.js';
import type { TimetableEntry, Outline } from './outline.js';
import { DAY_MINUTES, isAllDay, type TimeSpan } from './spans.js';

/** The contract's own limit. */
const MOST = 60;
/** The number of days within which every day and every weekday of a month comes round. */
const LONGEST_WAIT = 400;

/**
 * The outline's series from a date on, or undefined where they contradict each other or their
 * beginning is unknown: two series that overlap on one weekday ("Mo–Fr 9–16, Mi 9–13") may be a
 * rule and its exception, and for every other week one has to know which. In OpenStreetMap's rules
 * a later one replaces an earlier one's days, which many authors do not know.
 */
export function seriesOf(outline: Outline, from: string): Recurrence[] | undefined {
  const { interval, validity, left } = outline;
  const entries = replaced(outline.entries);
  const isDated = entries.some(({ days }) => isOfCalendar(days));
  if (isDated && (interval || validity)) return undefined;
  if (interval && (entries.length !== 1 || !validity?.from)) return undefined;
  if (entries.some(({ spans }) => spans.some((span, index) => isCrossed(span, index, spans)))) {
    return undefined;
  }
  if (entries.some((entry, index) => entries.slice(0, index).some(contradicts(entry)))) {
    return undefined;
  }
  const start = dayNumber(validity?.from ?? from);
  const found = entries.flatMap(({ days, spans }) =>
    spans.length === 0 || (isOfCalendar(days) && spans.every(isAllDay))
      ? [days && wholeDays(days, left)]
      : spans.map((span) => days && recurrence(days, span, start, interval, left)),
  );
  const times = unique(found.filter((each) => each !== undefined));
  return found.includes(undefined) || times.length > MOST ? undefined : times;
}

/**
 * The entries without the days whose hours a later rule restates: "Tu-Fr 08:00-18:00; We
 * 08:00-12:00" in OpenStreetMap. Hours that do not overlap may be meant as further ones.
 */
function replaced(entries: readonly TimetableEntry[]): readonly TimetableEntry[] {
  const kept = entries.map((entry, index) => {
    const { days, spans, rule } = entry;
    if (days?.kind !== 'weekly') return entry;
    const later = entries
      .slice(index + 1)
      .filter((other) => other.rule > rule && spans.some((span) => isAgainIn(other, span)))
      .flatMap((other) => (other.days?.kind === 'weekly' ? other.days.days : []));
    const left = days.days.filter((day) => !later.includes(day));
    return left.length === days.days.length ? entry : { ...entry, days: { ...days, days: left } };
  });
  return kept.filter(({ days }) => days?.kind !== 'weekly' || days.days.length > 0);
}

function isAgainIn({ spans }: TimetableEntry, span: TimeSpan): boolean {
  return spans.some((other) => goesOnWith(span, other));
}

/** The series of calendar days without a time of day. */
function wholeDays(days: StatedDays, left: readonly string[]): Recurrence | undefined {
  if (days.kind === 'range') {
    const { from, to } = days;
    return { dtstart: from, ...(to > from && { dtend: addDays(to, 1) }) };
  }
  if (days.kind !== 'dates') return undefined;
  const [dtstart = '', ...others] = days.dates;
  return {
    dtstart,
    ...(others.length > 0 && { rdate: others }),
    ...(left.length > 0 && { exdate: [...left] }),
  };
}

function recurrence(
  days: StatedDays,
  span: TimeSpan,
  from: number,
  interval: number | undefined,
  left: readonly string[],
): Recurrence | undefined {
  const exdate = left.length > 0 && { exdate: [...left] };
  switch (days.kind) {
    case 'range':
      return undefined;
    case 'dates': {
      const [first = '', ...others] = days.dates;
      return { ...moments(first, span), ...(others.length > 0 && { rdate: others }), ...exdate };
    }
    case 'weekly': {
      const byday = days.days.map(weekdayCode);
      const today = weekdayIndex(from);
      const waits = days.days.map((day) => (day - today + 7) % 7);
      const wait = Math.min(...waits);
      // Of several days in every other week, the week is known only where all fall into one.
      if (interval && today + wait < 7 && today + Math.max(...waits) >= 7) return undefined;
      return {
        ...moments(dateOf(from + wait), span),
        freq: 'WEEKLY',
        ...(interval && { interval }),
        byday,
        ...exdate,
      };
    }
    case 'monthly':
    case 'monthday': {
      if (interval) return undefined;
      const first = nextDay(from, (day) => fallsOn(days, day));
      const rule = days.kind === 'monthly' ? { byday: [...days.byday] } : { bymonthday: days.day };
      return first ? { ...moments(first, span), freq: 'MONTHLY', ...rule, ...exdate } : undefined;
    }
  }
}

function moments(date: string, { start, end }: TimeSpan): { dtstart: string; dtend?: string } {
  const moment = (minutes: number) => {
    const day = addDays(date, Math.floor(minutes / DAY_MINUTES));
    const two = (value: number) => String(value).padStart(2, '0');
    return `${day}T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  };
  return { dtstart: moment(start), ...(end !== undefined && { dtend: moment(end) }) };
}

function nextDay(from: number, isWanted: (day: number) => boolean): string | undefined {
  for (let day = from; day < from + LONGEST_WAIT; day++) {
    if (isWanted(day)) return dateOf(day);
  }
  return undefined;
}

function fallsOn(
  days: Extract<StatedDays, { kind: 'monthly' | 'monthday' }>,
  day: number,
): boolean {
  if (days.kind === 'monthday') return Number(dateOf(day).slice(8)) === days.day;
  return days.byday.some((code) => isOnWeekday(day, code));
}

function contradicts(one: TimetableEntry): (other: TimetableEntry) => boolean {
  return (other) => {
    const [days, others] = [weekdaysOf(one.days), weekdaysOf(other.days)];
    if (!days.some((day) => others.includes(day))) return false;
    if (one.rule !== other.rule) return true;
    if (one.days?.kind === 'dates' && other.days?.kind === 'dates') return false;
    if (one.days?.kind !== other.days?.kind) return true;
    return one.spans.some((span) => other.spans.some((each) => overlap(span, each)));
  };
}

function weekdaysOf(days: StatedDays | undefined): number[] {
  if (days?.kind === 'weekly') return days.days;
  if (days?.kind === 'monthly') return days.byday.map(weekdayOf);
  if (days?.kind === 'dates') return days.dates.map((date) => weekdayIndex(dayNumber(date)));
  return [];
}

function isCrossed(span: TimeSpan, index: number, spans: readonly TimeSpan[]): boolean {
  return spans.slice(0, index).some((other) => overlap(other, span));
}

/** Says whether both overlap; the same span twice is not a contradiction. */
function overlap(a: TimeSpan, b: TimeSpan): boolean {
  return !(a.start === b.start && a.end === b.end) && goesOnWith(a, b);
}

function goesOnWith(a: TimeSpan, b: TimeSpan): boolean {
  return a.start < (b.end ?? b.start + 1) && b.start < (a.end ?? a.start + 1);
}

function unique(times: readonly Recurrence[]): Recurrence[] {
  return [...new Map(times.map((time) => [JSON.stringify(time), time])).values()];
}
