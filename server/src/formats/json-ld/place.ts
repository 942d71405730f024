import { postBoxNumber, safeLink, type PublicOffer, type Terms } from '@vielfalt/feed';
import { localTown, townName } from '@vielfalt/feed/wording';
import { countryOfZone } from '../../country.js';
import { pointOf, type Venue } from '../place.js';
import type { OfferEntry, FormatContext } from '../entry.js';
import { withoutUnknowns, type Thing } from './thing.js';

/** https://schema.org/PostalAddress; for a place on request, only the town. */
export function postalAddress(place: Venue, { view, site }: FormatContext): Thing {
  const { street, postalCode, visibility } = place;
  const isPublic = visibility !== 'on-request';
  const box = isPublic ? postBoxNumber(place) : undefined;
  return withoutUnknowns({
    '@type': 'PostalAddress',
    streetAddress: isPublic && box === undefined ? street : undefined,
    postOfficeBoxNumber: box,
    postalCode: isPublic ? postalCode : undefined,
    addressLocality: localTown(place, view.terms),
    addressRegion: regionOf(place, view.terms),
    addressCountry: countryOfZone(site.reference.directory.timeZone),
  });
}

/** The widest place that a town lies in; undefined where the directory knows none. */
function regionOf({ town }: Venue, terms: Terms): string | undefined {
  const above = new Set<string>();
  let next = town && terms.place[town]?.parent;
  while (next && !above.has(next)) {
    above.add(next);
    next = terms.place[next]?.parent;
  }
  const widest = [...above].at(-1);
  return widest && localTown({ town: widest }, terms);
}

export function geoCoordinates(place: Venue): Thing | undefined {
  const point = pointOf(place);
  return point && { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lng };
}

/** https://schema.org/Place */
function place(location: Venue, source: FormatContext): Thing {
  const name = 'name' in location && location.visibility !== 'on-request' && location.name;
  return withoutUnknowns({
    '@type': 'Place',
    name: name || townName(location, source.view.terms),
    address: postalAddress(location, source),
    geo: geoCoordinates(location),
    amenityFeature: 'stepFree' in location ? stepFree(location.stepFree) : undefined,
  });
}

function stepFree(value: 'yes' | 'partly' | 'no' | undefined): Thing | undefined {
  if (value !== 'yes' && value !== 'no') return undefined;
  const name = 'wheelchairAccessible';
  return { '@type': 'LocationFeatureSpecification', name, value: value === 'yes' };
}

/**
 * Every place where the offer happens; online, the address of the way in, where there is one: our
 * own page does not count.
 */
export function schemaPlaces({ offer }: OfferEntry, source: FormatContext): Thing[] {
  const way = safeLink(offer.registration?.web ?? offer.contact?.web ?? '');
  return [
    ...(offer.locations ?? []).map((location) => place(location, source)),
    ...(offer.online && way ? [{ '@type': 'VirtualLocation', url: way }] : []),
  ];
}

/** The area that the offer is for, wherever it happens. */
export function areaServed({ serves = [] }: PublicOffer, { view }: FormatContext): Thing[] {
  return serves.flatMap((id) => {
    const name = view.terms.place[id]?.label;
    return name ? { '@type': 'AdministrativeArea', name } : [];
  });
}
