import type { Location } from '@vielfalt/feed';
import { noteLine } from './note.js';
import type { PlaceFinder } from './terms.js';

type Town = Pick<Location, 'postalCode' | 'town' | 'district' | 'locality'>;

const LONGEST = 1_000;
const WITH_CODE = /^(?:(.*?)[\s,]+)?(?:[A-Z]{1,2}[ -])?(\d{5})\s+(\p{L}.*)$/u;
/** A text that ends in a house number or in a word for a street. */
const HOUSE = /^\p{L}.*?\s?\d{1,4} ?[a-zA-Z]?(?: ?[-–/+] ?(?:\d{1,4} ?)?[a-zA-Z]?)?$/u;
const WAY =
  /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee|steig|street|road)$/i;
const NO_STREET = /^(?:raum|zimmer|haus|etage|stock|eingang|gebäude|saal|tel|postfach|og|eg)\b/i;
const COUNTRY = /^(?:deutschland|germany|de|brd)$/i;

/**
 * An address in one cell: name, street, postal code, and the town and district of the vocabulary,
 * in any order, by lines or commas. A town that the vocabulary does not have becomes `locality`. A
 * part that is neither street nor town is the place's name. Not complete: neither street nor town
 * was found, or the town's district is unknown.
 */
export function readAddress(
  text: string,
  places: PlaceFinder,
): { location: Partial<Location>; complete: boolean } {
  const location: Partial<Location> = {};
  const names: string[] = [];
  let complete = text.length <= LONGEST;
  for (const part of partsOf(text.slice(0, LONGEST), places)) {
    const town = !location.town && !location.locality ? readTown(part, places) : undefined;
    if (town) {
      Object.assign(location, town.town);
      complete &&= town.complete;
    } else if (location.town && !location.district && districtOf(location.town, part, places)) {
      location.district = districtOf(location.town, part, places);
    } else if (!location.street && isStreet(part)) location.street = noteLine(part);
    else names.push(part);
  }
  if (names.length > 0) location.name = noteLine(names.join(', '));
  return {
    location,
    complete:
      complete && Boolean(!text.trim() || location.street || location.town || location.locality),
  };
}

function partsOf(text: string, places: PlaceFinder): string[] {
  return text
    .split(/[\n\r,;|]+|\s[•·]\s/)
    .map(noteLine)
    .filter((part) => part !== '' && !COUNTRY.test(part))
    .flatMap((part) => {
      const [, before, code = '', town = ''] = WITH_CODE.exec(part) ?? [];
      if (before) return [before, `${code} ${town}`];
      if (code) return [part];
      // "Musterstr. 3 in Witten"
      const [, street = '', rest = ''] =
        /^(\p{L}.*?\d{1,4} ?[a-z]?)\s+(?:in\s+)?(\p{L}{3}.*)$/u.exec(part) ?? [];
      return rest && places.find(rest) ? [street, rest] : [part];
    });
}

function isStreet(part: string): boolean {
  return (HOUSE.test(part) || WAY.test(part)) && !NO_STREET.test(part);
}

function readTown(
  part: string,
  places: PlaceFinder,
): { town: Town; complete: boolean } | undefined {
  const [, before, code = '', name = ''] = WITH_CODE.exec(part) ?? [];
  const postalCode = before === undefined && code ? { postalCode: code } : {};
  const written = code ? name : part;
  const known = knownTown(written, places);
  if (known) return { town: { ...postalCode, ...known.town }, complete: known.complete };
  if (!code) return undefined;
  return { town: { ...postalCode, locality: noteLine(written) }, complete: true };
}

function knownTown(
  text: string,
  places: PlaceFinder,
): { town: Town; complete: boolean } | undefined {
  const whole = placed(places.find(text), places);
  const [first = '', ...others] = text
    .split(/\s*[-–/()]\s*|\s+(?:OT|Ortsteil)\s+|\s+/)
    .filter(Boolean);
  if (others.length === 0) return whole && { town: whole, complete: true };
  if (whole?.district) return { town: whole, complete: true };
  const halves = [
    [first, others.join(' ')],
    [others.join(' '), first],
  ] as const;
  for (const [town, district] of halves) {
    const id = placed(places.find(town), places)?.town;
    const found = id && districtOf(id, district, places);
    if (found) return { town: { town: id, district: found }, complete: true };
  }
  if (whole) return { town: whole, complete: isName(text, whole, places) };
  const start = placed(places.find(first), places);
  return start && /[-–/(]|\b(?:OT|Ortsteil)\b/.test(text)
    ? { town: { ...start, locality: noteLine(text) }, complete: false }
    : undefined;
}

/** Says whether nothing was left out, such as an unknown district in brackets. */
function isName(text: string, { town = '' }: Town, places: PlaceFinder): boolean {
  return !/[()]/.test(text) || places.labelOf(town) === text.trim();
}

function districtOf(town: string, text: string, places: PlaceFinder): string | undefined {
  const name = text.replace(/^(?:OT|Ortsteil|Stadtteil)\s+/, '');
  return places.findBelow(town, name) ?? places.findBelow(town, `${places.labelOf(town)} ${name}`);
}

/** A place as town and district; the place that is the whole directory's area is neither. */
function placed(id: string | undefined, places: PlaceFinder): Town | undefined {
  if (id === undefined) return undefined;
  const parent = places.parentOf(id);
  if (parent === undefined) return places.isParent(id) ? undefined : { town: id };
  return places.parentOf(parent) === undefined ? { town: id } : { town: parent, district: id };
}
