import type { FormatContext, OfferEntry } from './entry.js';
import type { Selection } from './format.js';
import { addressLine, pointOf } from './place.js';

/**
 * Offers as GeoJSON (RFC 7946): a feature for each place with a public point, so an offer may have
 * several. `offers` counts the answer's offers, `located` those with a feature.
 */
export function printGeoJson(source: FormatContext, { entries, total, links }: Selection): string {
  const { title, licence, attribution } = source.site.reference.directory;
  const perOffer = entries.map((entry) => features(entry, source));
  return JSON.stringify({
    type: 'FeatureCollection',
    title,
    licence,
    attribution,
    total,
    offers: entries.length,
    located: perOffer.filter((each) => each.length > 0).length,
    links,
    features: perOffer.flat(),
  });
}

function features(entry: OfferEntry, source: FormatContext): object[] {
  const { offer } = entry;
  return (offer.locations ?? []).flatMap((location, index) => {
    const point = pointOf(location);
    if (!point) return [];
    const { name, stepFree } = location;
    return {
      type: 'Feature',
      id: `${offer.id}-${index}`,
      geometry: { type: 'Point', coordinates: [point.lng, point.lat] },
      properties: {
        ...about(entry, source),
        name,
        address: addressLine(location, source.view),
        stepFree,
      },
    };
  });
}

function about({ offer, texts, provider, url }: OfferEntry, { view }: FormatContext): object {
  const { topic, kind } = view.terms;
  return {
    offer: offer.id,
    title: texts.title,
    summary: texts.summary,
    url,
    provider: provider?.name,
    kind: offer.kind && kind[offer.kind]?.label,
    topics: (offer.topics ?? []).flatMap((id) => topic[id]?.label ?? []),
    status: offer.status,
    changed: offer.changed,
    licence: offer.licence,
    attribution: offer.attribution,
  };
}
