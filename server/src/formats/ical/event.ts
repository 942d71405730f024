import { safeLink, type Contact, type Occurrence, type Schedule } from '@vielfalt/feed';
import type { OfferEntry, FormatContext } from '../entry.js';
import { addressLine, pointOf } from '../place.js';
import { readTimes, type Rule } from '../times.js';
import { textsFor } from '../../languages/words.js';
import { instantOf } from '../../zone.js';
import { date, local, icalText, utc } from './lines.js';

/** The zone of a calendar's local times. */
export interface Zone {
  /** The name the directory gives it. */
  timeZone: string;
  /** The parameter of each local time: `TZID=Europe/Berlin`. */
  parameter: string;
}

/** An offer's times as events; a paused offer has none. */
export function eventLines(entry: OfferEntry, source: FormatContext, zone: Zone): string[] {
  const { offer } = entry;
  if (offer.status !== 'published') return [];
  return eventsOf(offer, source, zone, () => aboutLines(entry, source));
}

/**
 * A record's times as events (RFC 5545, 3.6.1): one for each series and one for each separate date,
 * because few calendars read RDATE.
 *
 * @param aboutLines the lines that are the same for all of them
 */
export function eventsOf(
  { id, schedule }: { id: string; schedule?: Schedule },
  source: FormatContext,
  zone: Zone,
  aboutLines: () => string[],
): string[] {
  if (!schedule?.times) return [];
  const { calendar } = source.site.reference.directory;
  const { rules, dates } = readTimes(schedule, calendar);
  if (rules.length + dates.length === 0) return [];
  const about = aboutLines();
  const event = (name: string, when: string[]) => [
    'BEGIN:VEVENT',
    `UID:${id}-${name}`,
    ...when,
    ...about,
    'END:VEVENT',
  ];
  return [
    ...rules.flatMap((rule) =>
      event(String(rule.index), [...firstSpan(rule.first, zone), ...recurrence(rule, zone)]),
    ),
    ...dates.flatMap((each) => event(`${each.index}-${each.start.slice(0, 10)}`, span(each, zone))),
  ];
}

/**
 * The way an event writes its moments. Events of whole days have dates; so have those from midnight
 * to midnight: with times they would end an hour early or late on days when the clocks change,
 * because the exact length of the first is repeated (RFC 5545, 3.8.5.3).
 */
function manner({ start, end }: Occurrence, { parameter }: Zone) {
  const isAllDay = !start.includes('T') || (start.endsWith('T00:00') && end?.endsWith('T00:00'));
  return isAllDay ? { parameter: 'VALUE=DATE', write: date } : { parameter, write: local };
}

function span(occurrence: Occurrence, zone: Zone): string[] {
  const { parameter, write } = manner(occurrence, zone);
  const { start, end } = occurrence;
  return [
    `DTSTART;${parameter}:${write(start)}`,
    ...(end ? [`DTEND;${parameter}:${write(end)}`] : []),
  ];
}

/**
 * The same for the first of a series. Where the clocks change during it, its end would make all the
 * others an hour too long or too short; the length on the clock affects only this one.
 */
function firstSpan(first: Occurrence, zone: Zone): string[] {
  const { start, end } = first;
  const lines = span(first, zone);
  const isAllDay = lines[0]?.includes('VALUE=DATE');
  if (!end || isAllDay) return lines;
  const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
  const exact = (instantOf(end, zone.timeZone) - instantOf(start, zone.timeZone)) / 60_000;
  return exact === minutes ? lines : [lines[0] ?? '', `DURATION:PT${minutes}M`];
}

function recurrence(rule: Rule, zone: Zone): string[] {
  const { first, freq, interval, byday, bymonthday, until, except } = rule;
  const { parameter, write } = manner(first, zone);
  const time = first.start.slice(10);
  const parts = {
    FREQ: freq,
    INTERVAL: interval > 1 && interval,
    BYDAY: byday.join(','),
    BYMONTHDAY: bymonthday,
    UNTIL: until && lastMoment(until + time, zone.timeZone, write),
    WKST: freq === 'WEEKLY' && 'MO',
  };
  const written = Object.entries(parts).filter(([, value]) => value);
  const days = except.map((day) => write(day + time));
  return [
    `RRULE:${written.map(([name, value]) => `${name}=${String(value)}`).join(';')}`,
    ...(days.length > 0 ? [`EXDATE;${parameter}:${days.join(',')}`] : []),
  ];
}

/** UNTIL is a date beside dates, and UTC beside times of a zone (RFC 5545, 3.3.10). */
function lastMoment(moment: string, timeZone: string, write: typeof local): string {
  return write === date ? date(moment) : utc(instantOf(moment, timeZone));
}

/** The lines that are the same for all events of an offer. */
function aboutLines(entry: OfferEntry, source: FormatContext): string[] {
  const { offer, card, texts, url } = entry;
  const { site, view } = source;
  const labels = (offer.topics ?? []).flatMap((id) => view.terms.topic[id]?.label ?? []);
  const points = (offer.locations ?? []).flatMap((location) => pointOf(location) ?? []);
  const point = points.length === 1 ? points[0] : undefined;
  return propertyLines(
    {
      SUMMARY: icalText(texts.title),
      DESCRIPTION: icalText(descriptionOf(entry, source)),
      LOCATION: icalText(locationOf(entry, source)),
      GEO: point && `${point.lat};${point.lng}`,
      URL: URL.canParse(url) && safeLink(url),
      CATEGORIES: labels.map(icalText).join(','),
      CONTACT: icalText(contactOf(card.contact ?? {})),
    },
    offer.changed ?? site.date,
  );
}

/** Properties with a value, and those that every event has. @param changed RFC 3339 */
export function propertyLines(
  about: Record<string, string | false | undefined>,
  changedAt: string,
): string[] {
  const changed = Date.parse(changedAt);
  const properties = {
    ...about,
    DTSTAMP: utc(changed),
    'LAST-MODIFIED': utc(changed),
    // Minutes: the later of two versions has the greater number, and 32 bits hold it.
    SEQUENCE: String(Math.floor(changed / 60_000)),
    STATUS: 'CONFIRMED',
    // What a directory tells of does not make anybody busy.
    TRANSP: 'TRANSPARENT',
  };
  return Object.entries(properties).flatMap(([name, value]) => (value ? `${name}:${value}` : []));
}

function descriptionOf(
  { texts, card, provider, isMachineMade, url }: OfferEntry,
  { view }: FormatContext,
) {
  const { card: words, choices } = textsFor(view.lang);
  const excerpt = card.translation?.texts.excerpt ?? card.excerpt;
  return [
    texts.summary,
    excerpt,
    texts.schedule,
    provider && `${choices.facets.provider}: ${provider.name}`,
    isMachineMade && words.machine,
    url,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function locationOf({ offer }: OfferEntry, { view }: FormatContext): string {
  const { card: words, details } = textsFor(view.lang);
  const places = (offer.locations ?? []).map((location) => {
    const isOnRequest = location.visibility === 'on-request';
    const line = addressLine(location, view);
    return isOnRequest ? [line, details.where.onRequest].filter(Boolean).join(': ') : line;
  });
  return [...places, ...(offer.online ? [words.online] : [])].filter(Boolean).join('; ');
}

export function contactOf({ role, name, phone, email }: Contact): string {
  return [role, name, phone, email].filter(Boolean).join(', ');
}
