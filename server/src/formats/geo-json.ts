import { jsonPieces } from '../http/json.js';
import type { FormatContext, OfferEntry } from './entry.js';
import type { Selection } from './format.js';
import { addressLine, pointOf } from './place.js';

/**
 * Offers as GeoJSON (RFC 7946): a feature for each place with a public point, so an offer may have
 * several. `offers` counts the answer's offers, `located` those with a feature.
 */
export function printGeoJson(
  source: FormatContext,
  { entries, total, links }: Selection,
): Iterable<string> {
  const { title, licence, attribution } = source.site.reference.directory;
  return jsonPieces({
    type: 'FeatureCollection',
    title,
    licence,
    attribution,
    total,
    offers: entries.length,
    located: entries.filter(({ offer }) => offer.locations?.some(pointOf)).length,
    links,
    features: features(entries, source),
  });
}

function* features(entries: readonly OfferEntry[], source: FormatContext): Generator<object> {
  for (const entry of entries) yield* featuresOf(entry, source);
}

function* featuresOf(entry: OfferEntry, source: FormatContext): Generator<object> {
  const { offer } = entry;
  for (const [index, location] of (offer.locations ?? []).entries()) {
    const point = pointOf(location);
    if (!point) continue;
    const { name, stepFree } = location;
    yield {
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
  }
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
