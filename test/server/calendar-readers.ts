import { localTime } from '@vielfalt/feed';
import ICAL from 'ical.js';
import ical from 'node-ical';

/** What a calendar shows between two local dates: per offer, `start/end` as wall-clock times. */
export type Shown = Map<string, string[]>;

/** A program that reads calendars. */
export type Reader = (text: string, from: string, to: string, timeZone: string) => Shown;

type Time = InstanceType<typeof ICAL.Time>;

/** The package leaves its own name for this undeclared. */
interface Span {
  startDate: Time;
  endDate: Time;
}

/** Of what begins together only the latest end counts, as in the feed. */
function collected(all: { uid: string; start: string; end: string }[]): Shown {
  const ends = new Map<string, Map<string, string>>();
  for (const { uid, start, end } of all) {
    const offer = uid.slice(0, 36);
    const own = ends.get(offer) ?? new Map<string, string>();
    ends.set(offer, own);
    const shown = end > start ? end : '';
    if (shown >= (own.get(start) ?? '')) own.set(start, shown);
  }
  return new Map(
    [...ends].map(([offer, own]) => [
      offer,
      [...own].map(([start, end]) => `${start}/${end}`).sort(),
    ]),
  );
}

/** Mozilla's reader, as in Thunderbird; it goes by the zone that the calendar itself describes. */
export const readWithIcalJs: Reader = (text, from, to) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const written = (time: Time) =>
    time.isDate ? `${time.toString()}T00:00` : time.toString().slice(0, 16);
  const all = events.flatMap((event) => {
    if (!event.isRecurring()) {
      const [start, end] = [written(event.startDate), written(event.endDate)];
      const isWithin = start >= from && start.slice(0, 10) <= to;
      return isWithin ? { uid: event.uid, start, end } : [];
    }
    const found = [];
    const dates = event.iterator();
    for (let next = dates.next(); next; next = dates.next()) {
      const { startDate, endDate }: Span = event.getOccurrenceDetails(next);
      const start = written(startDate);
      if (start.slice(0, 10) > to) break;
      if (start >= from) found.push({ uid: event.uid, start, end: written(endDate) });
    }
    return found;
  });
  return collected(all);
};

/** Another reader with another engine for recurrences; it answers with instants. */
export const readWithNodeIcal: Reader = (text, from, to, timeZone) => {
  const wall = (date: Date) => {
    const { date: day, time } = localTime(date.getTime(), timeZone);
    return `${day}T${time}`;
  };
  // Of all-day events it answers with midnights of the machine's own zone.
  const midnight = (date: Date) => {
    const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
    return `${local.toISOString().slice(0, 10)}T00:00`;
  };
  const day = 86_400_000;
  // A day more on either side, because local dates are not those of UTC.
  const range = { from: new Date(Date.parse(from) - day), to: new Date(Date.parse(to) + 2 * day) };
  const all = Object.values(ical.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    return ical.expandRecurringEvent(event, range).map(({ start, end, isFullDay }) => ({
      uid: event.uid,
      start: isFullDay ? midnight(start) : wall(start),
      end: isFullDay ? midnight(end) : wall(end),
    }));
  });
  return collected(all.filter(({ start }) => start >= from && start.slice(0, 10) <= to));
};
