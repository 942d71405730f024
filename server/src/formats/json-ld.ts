import { jsonPieces } from '../http/json.js';
import type { FormatContext, OfferEntry } from './entry.js';
import type { Selection } from './format.js';
import { courseOf } from './json-ld/course.js';
import { eventOf, isEvent } from './json-ld/event.js';
import { serviceOf } from './json-ld/service.js';
import { withoutUnknowns, type Thing } from './json-ld/thing.js';
import { textsFor } from '../languages/words.js';

export { jsonLdOfNetwork, jsonLdOfProvider } from './json-ld/organization.js';

/** The default vocabulary's kinds that are courses, and those that are services even with times. */
const COURSES = ['course', 'training', 'learning-support'];
const SERVICES = [
  'counselling',
  'mentoring',
  'accompaniment',
  'childcare',
  'interpreting-service',
  'network',
  'project',
];

/**
 * An offer in the words of schema.org: a Course, a Service, or an Event or EventSeries where it has
 * a date and a place to go to. Unknown values are left out, and so are addresses on request and
 * private names.
 */
export function jsonLdOfOffer(source: FormatContext, entry: OfferEntry): Thing {
  return { '@context': 'https://schema.org', ...thingOf(entry, source) };
}

/** The same without its context, for use inside another thing. */
function thingOf(entry: OfferEntry, source: FormatContext): Thing {
  const { offer, url } = entry;
  return {
    ...formOf(entry, source)(entry, source),
    '@id': `${url}#offer`,
    identifier: `urn:uuid:${offer.id}`,
    url,
    subjectOf: pageOf(entry, source),
    ...(offer.schedule?.byAppointment && { potentialAction: appointmentOf(entry, source) }),
  };
}

/**
 * https://schema.org/ScheduleAction: offers that require an appointment, or allow one at other
 * times. Hours and schedules have no word for it.
 */
function appointmentOf({ offer }: OfferEntry, { view }: FormatContext): Thing {
  const { registration, contact } = offer;
  return withoutUnknowns({
    '@type': 'ScheduleAction',
    name: textsFor(view.lang).card.byAppointment,
    target: registration?.web ?? contact?.web,
  });
}

function formOf(entry: OfferEntry, source: FormatContext) {
  const { kind = '' } = entry.card;
  if (COURSES.includes(kind)) return courseOf;
  return SERVICES.includes(kind) || !isEvent(entry, source) ? serviceOf : eventOf;
}

/** The record itself: licence and language are the page's, not the course's. */
function pageOf({ offer, url, language }: OfferEntry, { site }: FormatContext): Thing {
  return withoutUnknowns({
    '@type': 'WebPage',
    url,
    inLanguage: language,
    license: licenceOf(offer.licence, site.reference.directory.licence),
    dateModified: offer.changed,
  });
}

function licenceOf(
  own: string | undefined,
  general: { name: string; url?: string } | undefined,
): string | Thing | undefined {
  const name = own ?? general?.name;
  if (own === undefined && general?.url) return general.url;
  return name && { '@type': 'CreativeWork', name };
}

/** Offers as a https://schema.org/DataFeed. */
export function printJsonLd(
  source: FormatContext,
  { entries, links }: Selection,
): Iterable<string> {
  const { site, view } = source;
  const { title, publisher, licence } = site.reference.directory;
  return jsonPieces({
    '@context': 'https://schema.org',
    ...withoutUnknowns({
      '@type': 'DataFeed',
      name: title,
      url: links.self,
      inLanguage: view.lang,
      license: licenceOf(undefined, licence),
      publisher: withoutUnknowns({
        '@type': 'Organization',
        name: publisher.name,
        url: publisher.web,
      }),
    }),
    dataFeedElement: things(entries, source),
  });
}

function* things(entries: readonly OfferEntry[], source: FormatContext): Generator<Thing> {
  for (const entry of entries) yield thingOf(entry, source);
}
