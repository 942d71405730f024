import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { FormatContext, OfferEntry } from '../entry.js';
import { eventLines, type Zone } from './event.js';
import { meetingLines, type MeetingEntry } from './meeting.js';
import { printLines, icalText } from './lines.js';

/**
 * Offers as a calendar (RFC 5545). It has no METHOD, so calendars show it rather than take it for
 * an invitation. Offers without times are not in it.
 * @param name the name shown in people's lists of calendars
 * @param address the address to refresh it from; undefined where that is not known
 */
export function printCalendar(
  source: FormatContext,
  entries: readonly OfferEntry[],
  name: string,
  address: string | undefined,
): string {
  return calendarOf(source, name, address, (zone) =>
    entries.flatMap((entry) => eventLines(entry, source, zone)),
  );
}

/** The same of a network's meetings. */
export function printMeetings(
  source: FormatContext,
  entry: MeetingEntry,
  address: string | undefined,
): string {
  return calendarOf(source, entry.name, address, (zone) => meetingLines(entry, source, zone));
}

function calendarOf(
  source: FormatContext,
  name: string,
  address: string | undefined,
  events: (zone: Zone) => string[],
): string {
  const { timeZone } = source.site.reference.directory;
  const [block = '', parameter = ''] = tzlib_get_ical_block(timeZone);
  const head = [
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
  ];
  return printLines([...head, ...events({ timeZone, parameter }), 'END:VCALENDAR']);
}
