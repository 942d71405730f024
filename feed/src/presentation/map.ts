import type { Location } from '../model/offer.js';
import type { MapOffer, MapPoint } from '../model/wire-map.js';
import type { Card, ProviderHead, Terms } from '../model/wire.js';
import { said } from '../wording/said.js';

/** Points that are less than about a metre apart are one: digits of a degree. */
const DIGITS = 5;

/** An offer as a map names it. */
export function mapOffer(
  card: Card,
  {
    language,
    providers,
  }: { language: string; providers: Readonly<Record<string, Pick<ProviderHead, 'name'>>> },
): MapOffer {
  const title = said(card, 'title', { language });
  const provider = providers[card.provider]?.name;
  return {
    slug: card.slug,
    title: title.text,
    ...(title.lang !== language && { language: title.lang }),
    ...(provider !== undefined && { provider }),
  };
}

/** The points of some offers, from north to south; an offer may be at several. */
export function mapPoints(cards: readonly Pick<Card, 'locations'>[], terms: Terms): MapPoint[] {
  const found = new Map<string, MapPoint>();
  for (const [index, { locations = [] }] of cards.entries()) {
    for (const location of locations) {
      const point = mapPoint(location, terms);
      if (!point) continue;
      const { lat, lng, isRough, town, district } = point;
      const key = isRough ? `${district ?? town}` : `${lat.toFixed(DIGITS)} ${lng.toFixed(DIGITS)}`;
      const known = found.get(key);
      if (!known) found.set(key, { ...point, offers: [index] });
      else if (known.offers.at(-1) !== index) known.offers.push(index);
    }
  }
  return [...found.values()].sort((a, b) => b.lat - a.lat || a.lng - b.lng);
}

/** Where an offer happens, as closely as may be told; nothing where not even the town is known. */
function mapPoint(location: Location, { place }: Terms): Omit<MapPoint, 'offers'> | undefined {
  const { name, street, town, district, lat, lng, visibility } = location;
  if (visibility !== 'on-request' && lat !== undefined && lng !== undefined) {
    const around = { ...(town && { town }), ...(district && { district }) };
    return { lat, lng, ...around, ...(name && { name }), ...(street && { street }) };
  }
  const inDistrict = middleOf(district, place);
  const middle = inDistrict ?? middleOf(town, place);
  if (!middle) return undefined;
  return { ...middle, ...(town && { town }), ...(inDistrict && { district }), isRough: true };
}

function middleOf(id: string | undefined, places: Terms['place']) {
  const { lat, lng } = (id !== undefined && places[id]) || {};
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}
