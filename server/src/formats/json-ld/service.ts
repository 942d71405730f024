import type { OfferEntry, FormatContext } from '../entry.js';
import { organizationOf } from './organization.js';
import { areaServed, schemaPlaces } from './place.js';
import { openingHours } from './schedule.js';
import { audiencesOf, languagesOf, priceOf } from './terms.js';
import { withoutUnknowns, type Thing } from './thing.js';

/** https://schema.org/Service: advice and other services that people use when they need them. */
export function serviceOf(entry: OfferEntry, source: FormatContext): Thing {
  const { offer, texts } = entry;
  return withoutUnknowns({
    '@type': 'Service',
    name: texts.title,
    description: texts.summary ?? texts.description,
    serviceType: offer.kind && source.view.terms.kind[offer.kind]?.label,
    provider: organizationOf(entry, source),
    areaServed: areaServed(offer, source),
    audience: audiencesOf(entry, source),
    offers: priceOf(entry),
    hoursAvailable: openingHours(entry, source),
    availableChannel: channelsOf(entry, source),
  });
}

/** One for each place, or one without a place. */
function channelsOf(entry: OfferEntry, source: FormatContext): Thing[] {
  const { offer, url } = entry;
  const { contact, registration } = offer;
  const about = {
    serviceUrl: registration?.web ?? contact?.web ?? url,
    servicePhone: contact?.phone && { '@type': 'ContactPoint', telephone: contact.phone },
    availableLanguage: languagesOf(offer),
  };
  const places = schemaPlaces(entry, source).filter((place) => place['@type'] === 'Place');
  return (places.length > 0 ? places : [undefined]).map((serviceLocation) =>
    withoutUnknowns({ '@type': 'ServiceChannel', serviceLocation, ...about }),
  );
}
