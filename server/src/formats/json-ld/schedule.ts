import { addDays, upcoming, type Occurrence, type Schedule } from '@vielfalt/feed';
import { lastOf } from '@vielfalt/feed/wording';
import type { OfferEntry, FormatContext } from '../entry.js';
import { readTimes, type Rule } from '../times.js';
import { withOffset } from '../../zone.js';
import { withoutUnknowns, type Thing } from './thing.js';

const DAY_NAMES: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/**
 * The number of days ahead for which left-out days are named: an answer is read for weeks, not for
 * years.
 */
const AHEAD = 366;

/** The times at which the offer takes place, in the directory's zone. */
export interface When {
  rules: Rule[];
  /**
   * The date that is running or comes next, with offsets (ISO 8601); whole days from their first to
   * their last.
   */
  next: { startDate: string; endDate?: string } | undefined;
  /** Tells whether there is more than one date. */
  isSeries: boolean;
  /** The first day and, where it is known, the last. */
  span: { startDate?: string; endDate?: string };
}

export function whenOf({ offer, card }: OfferEntry, { site }: FormatContext): When {
  const { directory } = site.reference;
  const schedule = offer.schedule ?? {};
  const { rules, dates } = readTimes(schedule, directory.calendar);
  const next = site.moment.next(card);
  return {
    rules,
    next: next && withOffsets(next, directory.timeZone),
    isSeries: rules.length > 0 || dates.length > 1,
    span: spanOf(schedule, rules, dates),
  };
}

function withOffsets({ start, end }: Occurrence, timeZone: string) {
  if (!start.includes('T')) return { startDate: start, ...(end && { endDate: lastOf(end)[0] }) };
  return {
    startDate: withOffset(start, timeZone),
    ...(end && { endDate: withOffset(end, timeZone) }),
  };
}

function spanOf({ validFrom, validTo }: Schedule, rules: Rule[], dates: Occurrence[]) {
  const starts = [...rules.map(({ first }) => first), ...dates].map(({ start }) => start);
  const ends = [
    ...rules.map(({ until }) => until),
    ...dates.map(({ start, end }) => (end ? lastOf(end)[0] : start)),
  ];
  const first = starts.sort()[0]?.slice(0, 10) ?? validFrom;
  const isOpen = ends.length === 0 || ends.includes(undefined);
  const last = isOpen ? validTo : ends.sort().at(-1)?.slice(0, 10);
  return { ...(first && { startDate: first }), ...(last && { endDate: last }) };
}

/**
 * https://schema.org/Schedule; midnight is the end of the day, and occurrences that end on another
 * day give their length.
 */
export function scheduleOf(rule: Rule, { site }: FormatContext): Thing {
  const { first, freq, interval, byday, bymonthday, until, except } = rule;
  const horizon = addDays(site.date, AHEAD);
  const { start, end } = first;
  const startTime = start.slice(11);
  const [last, endTime] = end ? lastOf(end) : [start.slice(0, 10), ''];
  return withoutUnknowns({
    '@type': 'Schedule',
    startDate: start.slice(0, 10),
    endDate: until,
    startTime: startTime && `${startTime}:00`,
    endTime: endTime && `${endTime}:00`,
    duration: end && last > start.slice(0, 10) ? lengthOf(start, end) : undefined,
    scheduleTimezone: site.reference.directory.timeZone,
    repeatFrequency: `P${interval}${freq === 'WEEKLY' ? 'W' : 'M'}`,
    // For days of a month the property takes the codes of RFC 5545: `1TU`.
    byDay: byday.map((code) => (DAY_NAMES[code] ? `https://schema.org/${DAY_NAMES[code]}` : code)),
    byMonthDay: bymonthday,
    exceptDate: except.filter((date) => date >= site.date && date <= horizon),
  });
}

/** A series from its next date on; undefined where there is none within reach. */
export function ruleAhead(
  rule: Rule,
  { offer }: OfferEntry,
  { site }: FormatContext,
): Rule | undefined {
  const { schedule = {} } = offer;
  const alone = { ...schedule, times: (schedule.times ?? []).slice(rule.index, rule.index + 1) };
  const { calendar } = site.reference.directory;
  const first = upcoming(alone, calendar, site.date).find(({ start }) => start >= site.date);
  return first && { ...rule, first };
}

/** An ISO 8601 duration in wall-clock time. */
function lengthOf(start: string, end: string): string {
  if (!start.includes('T')) return `P${(Date.parse(end) - Date.parse(start)) / 86_400_000}D`;
  const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest > 0 ? `${rest}M` : ''}`;
}

/**
 * https://schema.org/OpeningHoursSpecification: of weekly series at a time of day, and of dates
 * within a day that are not over.
 */
export function openingHours({ offer }: OfferEntry, { site }: FormatContext): Thing[] {
  const { calendar } = site.reference.directory;
  const { rules, dates } = readTimes(offer.schedule ?? {}, calendar);
  const weekly = rules
    .filter(({ first, freq, interval, until }) => {
      const isOver = until !== undefined && until < site.date;
      return freq === 'WEEKLY' && interval === 1 && !isOver && first.start.includes('T');
    })
    .map(({ byday, first, until }) =>
      withoutUnknowns({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: byday.map((code) => `https://schema.org/${DAY_NAMES[code]}`),
        ...opening(first),
        validFrom: first.start.slice(0, 10),
        validThrough: until,
      }),
    );
  const single = dates.flatMap((date) => {
    const day = date.start.slice(0, 10);
    const isWithin = date.start.includes('T') && lastOf(date.end ?? date.start)[0] <= day;
    if (!isWithin || day < site.date) return [];
    const about = { ...opening(date), validFrom: day, validThrough: day };
    return [withoutUnknowns({ '@type': 'OpeningHoursSpecification', ...about })];
  });
  return [...weekly, ...single];
}

/** Opening hours; around the clock is written as Google reads it: 00:00 to 23:59. */
function opening({ start, end }: Occurrence) {
  const [opens, closes] = [start.slice(11), end?.slice(11)];
  return { opens, closes: opens === '00:00' && closes === '00:00' ? '23:59' : closes };
}
