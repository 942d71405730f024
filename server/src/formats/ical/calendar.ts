import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { FormatContext, OfferEntry } from '../entry.js';
import { eventLines, type Zone } from './event.js';
import { meetingLines, type MeetingEntry } from './meeting.js';
import { printLines, icalText } from './lines.js';

/** A calendar's zone with its definition (RFC 5545, 3.6.5). */
interface CalendarZone extends Zone {
  block: string;
}

/**
 * Offers as a calendar (RFC 5545). It has no METHOD, so calendars show it rather than take it for
 * an invitation. Offers without times are not in it.
 * @param name the name shown in people's lists of calendars
 * @param address the address to refresh it from; undefined where that is not known
 * @returns the parts of the file in order
 */
export function* printCalendar(
  source: FormatContext,
  entries: readonly OfferEntry[],
  name: string,
  address: string | undefined,
): Generator<string> {
  const zone = zoneOf(source);
  yield printHead(zone, name, address);
  for (const entry of entries) yield printLines(eventLines(entry, source, zone));
  yield printLines(['END:VCALENDAR']);
}

/** The same of a network's meetings. */
export function* printMeetings(
  source: FormatContext,
  entry: MeetingEntry,
  address: string | undefined,
): Generator<string> {
  const zone = zoneOf(source);
  yield printHead(zone, entry.name, address);
  yield printLines(meetingLines(entry, source, zone));
  yield printLines(['END:VCALENDAR']);
}

function zoneOf({ site }: FormatContext): CalendarZone {
  const { timeZone } = site.reference.directory;
  const [block = '', parameter = ''] = tzlib_get_ical_block(timeZone);
  return { timeZone, parameter, block };
}

function printHead({ block }: CalendarZone, name: string, address: string | undefined): string {
  return printLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vielfalt//Feed//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${icalText(name)}`,
    `X-WR-CALNAME:${icalText(name)}`,
    ...(address ? [`SOURCE;VALUE=URI:${address}`] : []),
    // Twice a day is enough (RFC 7986); the second is what Outlook reads.
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...block.split('\r\n'),
  ]);
}
