import { addDays, upcoming, type Occurrence, type Schedule } from '@vielfalt/feed';
import type { Entry, Source } from '../entry.js';
import { readTimes, type Rule } from '../times.js';
import { withOffset } from '../zone.js';
import { present, type Thing } from './thing.js';

const DAY_NAMES: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** How far ahead days are named that are left out: an answer is read for weeks, not for years. */
const AHEAD = 366;

/** When the offer takes place, in the zone of the directory. */
export interface When {
  rules: Rule[];
  /** What is running today or comes next, with offsets (ISO 8601). */
  next: { startDate: string; endDate?: string } | undefined;
  /** Whether there is more than one date. */
  isSeries: boolean;
  /** The first day and, where it is known, the last. */
  span: { startDate?: string; endDate?: string };
}

export function whenOf({ offer }: Entry, { site }: Source): When {
  const { directory } = site.publication.state;
  const schedule = offer.schedule ?? {};
  const { rules, dates } = readTimes(schedule, directory.calendar);
  const [next] = upcoming(schedule, directory.calendar, site.date);
  return {
    rules,
    next: next && withOffsets(next, directory.timeZone),
    isSeries: rules.length > 0 || dates.length > 1,
    span: spanOf(schedule, rules, dates),
  };
}

function withOffsets({ start, end }: Occurrence, timeZone: string) {
  return {
    startDate: withOffset(start, timeZone),
    ...(end && { endDate: withOffset(end, timeZone) }),
  };
}

function spanOf({ validFrom, validTo }: Schedule, rules: Rule[], dates: Occurrence[]) {
  const starts = [...rules.map(({ first }) => first), ...dates].map(({ start }) => start);
  const ends = [...rules.map(({ until }) => until), ...dates.map(({ start }) => start)];
  const first = starts.sort()[0]?.slice(0, 10) ?? validFrom;
  const isOpen = ends.length === 0 || ends.includes(undefined);
  const last = isOpen ? validTo : ends.sort().at(-1)?.slice(0, 10);
  return { ...(first && { startDate: first }), ...(last && { endDate: last }) };
}

/** https://schema.org/Schedule */
export function scheduleOf(rule: Rule, { site }: Source): Thing {
  const { first, freq, interval, byday, bymonthday, until, except } = rule;
  const horizon = addDays(site.date, AHEAD);
  return present({
    '@type': 'Schedule',
    startDate: first.start.slice(0, 10),
    endDate: until,
    startTime: `${first.start.slice(11)}:00`,
    endTime: first.end && `${first.end.slice(11)}:00`,
    scheduleTimezone: site.publication.state.directory.timeZone,
    repeatFrequency: `P${interval}${freq === 'WEEKLY' ? 'W' : 'M'}`,
    // Of a month's days the property takes the codes of RFC 5545: `1TU`.
    byDay: byday.map((code) => (DAY_NAMES[code] ? `https://schema.org/${DAY_NAMES[code]}` : code)),
    byMonthDay: bymonthday,
    exceptDate: except.filter((date) => date >= site.date && date <= horizon),
  });
}

/** https://schema.org/OpeningHoursSpecification: of series that come every week, those not over. */
export function openingHours({ offer }: Entry, { site }: Source): Thing[] {
  const { rules } = readTimes(offer.schedule ?? {}, site.publication.state.directory.calendar);
  return rules
    .filter(({ freq, interval, until }) => {
      const isOver = until !== undefined && until < site.date;
      return freq === 'WEEKLY' && interval === 1 && !isOver;
    })
    .map(({ byday, first, until }) =>
      present({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: byday.map((code) => `https://schema.org/${DAY_NAMES[code]}`),
        opens: first.start.slice(11),
        closes: first.end?.slice(11),
        validFrom: first.start.slice(0, 10),
        validThrough: until,
      }),
    );
}
