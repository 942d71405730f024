import type { OfferEntry, FormatContext } from '../entry.js';
import { organizationOf } from './organization.js';
import { schemaPlaces } from './place.js';
import { ruleAhead, scheduleOf, whenOf } from './schedule.js';
import { audiencesOf, isAccessibleForFree, keywordsOf, languagesOf, priceOf } from './terms.js';
import { withoutUnknowns, type Thing } from './thing.js';

/**
 * Says whether an Event has what search engines require: its beginning, and its place, by an
 * address or a link. https://developers.google.com/search/docs/appearance/structured-data/event
 */
export function isEvent(entry: OfferEntry, source: FormatContext): boolean {
  const { next, isSeries, span } = whenOf(entry, source);
  const begins = isSeries ? next?.startDate : (next ?? span).startDate;
  return begins !== undefined && venuesOf(entry, source).length > 0;
}

/** The places that say where they are. */
function venuesOf(entry: OfferEntry, source: FormatContext): Thing[] {
  return schemaPlaces(entry, source).filter(
    (place) => place['@type'] === 'VirtualLocation' || hasAddress(place['address']),
  );
}

function hasAddress(address: unknown): boolean {
  return Object.keys(Object(address) as object).some((name) => name !== '@type');
}

/**
 * https://schema.org/Event, or EventSeries where there is more than one date. Search engines show
 * the next date: in a series it is an Event of its own inside, and the series begins with it, since
 * one that began long ago would be taken for over.
 */
export function eventOf(entry: OfferEntry, source: FormatContext): Thing {
  const { offer, texts } = entry;
  const { rules, next, isSeries, span } = whenOf(entry, source);
  const about = {
    name: texts.title,
    description: texts.summary ?? texts.description,
    location: venuesOf(entry, source),
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
  if (!isSeries)
    return withoutUnknowns({ '@type': 'Event', ...about, ...besides, ...(next ?? span) });
  return withoutUnknowns({
    '@type': 'EventSeries',
    ...about,
    ...besides,
    ...span,
    startDate: next?.startDate,
    eventSchedule: rules
      .flatMap((rule) => ruleAhead(rule, entry, source) ?? [])
      .map((rule) => scheduleOf(rule, source)),
    subEvent: next && withoutUnknowns({ '@type': 'Event', ...about, url: entry.url, ...next }),
  });
}

function attendanceMode({ online, locations }: OfferEntry['offer']): string | undefined {
  const isOnSite = Boolean(locations?.length);
  if (!online && !isOnSite) return undefined;
  const mode = online && isOnSite ? 'Mixed' : online ? 'Online' : 'Offline';
  return `https://schema.org/${mode}EventAttendanceMode`;
}
