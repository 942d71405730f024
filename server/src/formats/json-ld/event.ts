import type { Entry, Source } from '../entry.js';
import { organizationOf } from './organization.js';
import { placesOf } from './place.js';
import { scheduleOf, whenOf } from './schedule.js';
import { audiencesOf, isAccessibleForFree, keywordsOf, languagesOf, priceOf } from './terms.js';
import { present, type Thing } from './thing.js';

/**
 * https://schema.org/Event, or EventSeries where there is more than one date. What search engines
 * show is the next date: of a series it stands as an Event of its own inside.
 */
export function eventOf(entry: Entry, source: Source): Thing {
  const { offer, texts } = entry;
  const { rules, next, isSeries, span } = whenOf(entry, source);
  const about = {
    name: texts.title,
    description: texts.summary ?? texts.description,
    location: placesOf(entry, source),
    organizer: organizationOf(entry, source),
    eventStatus: `https://schema.org/${offer.status === 'paused' ? 'EventPostponed' : 'EventScheduled'}`,
    eventAttendanceMode: attendanceMode(offer),
    isAccessibleForFree: isAccessibleForFree(offer),
    offers: priceOf(entry),
  };
  const besides = {
    audience: audiencesOf(entry, source),
    inLanguage: languagesOf(offer),
    keywords: keywordsOf(offer, source),
  };
  if (!isSeries) return present({ '@type': 'Event', ...about, ...besides, ...(next ?? span) });
  return present({
    '@type': 'EventSeries',
    ...about,
    ...besides,
    ...span,
    eventSchedule: rules.map((rule) => scheduleOf(rule, source)),
    subEvent: next && present({ '@type': 'Event', ...about, url: entry.url, ...next }),
  });
}

function attendanceMode({ online, locations }: Entry['offer']): string | undefined {
  const isOnSite = Boolean(locations?.length);
  if (!online && !isOnSite) return undefined;
  const mode = online && isOnSite ? 'Mixed' : online ? 'Online' : 'Offline';
  return `https://schema.org/${mode}EventAttendanceMode`;
}
