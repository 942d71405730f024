import { isPostBox } from '@vielfalt/feed';
import type { Location } from '@vielfalt/feed';
import type { Area } from '../checks/area.js';
import { mayBeGerman } from '../office-text/index.js';
import type { RowDraft } from './draft.js';
import type { Field } from './field.js';
import { fieldOf } from './fields.js';
import { isTree } from './tree.js';
import type { Tree } from './tree.js';

/** The distance from all of the directory's places, in kilometres, beyond which no address can be. */
const ABROAD = 1_000;

export interface Settling {
  area: Area;
  /** Two letters (ISO 3166-1). */
  country: string;
  /** The column that a field was filled from. */
  columnOf(field: string): string | undefined;
}

/**
 * Checks a row's addresses as a whole, once all of it has been read: what is certainly wrong in a
 * point or a postal code is corrected or left out, and reported.
 */
export function settleAddresses(draft: RowDraft, settling: Settling): void {
  const {
    locations = [],
    online,
    provider,
  } = draft.tree as {
    locations?: (Tree | undefined)[];
    online?: boolean;
    provider?: Tree;
  };
  for (const [index, location] of locations.entries()) {
    const field = index === 0 ? 'location' : `location.${index + 1}`;
    if (location) settle(location, { field, mayBeAnywhere: online === true }, draft, settling);
  }
  const address = provider?.['address'];
  if (isTree(address)) {
    settle(address, { field: 'provider.address', mayBeAnywhere: true }, draft, settling);
  }
}

interface Whose {
  field: string;
  /**
   * Tells whether it need not be near: a provider may be based in another county, and so may a
   * helpline.
   */
  mayBeAnywhere: boolean;
}

function settle(address: Tree, whose: Whose, draft: RowDraft, settling: Settling): void {
  const at = address as Location;
  const say = (members: readonly string[], value: string, reason: string) => {
    const names = members.map((member) => `${whose.field}.${member}`);
    const name = names.find((each) => settling.columnOf(each) !== undefined) ?? whose.field;
    const field = fieldOf(name);
    const column = settling.columnOf(name) ?? '';
    if (field) draft.remark(field satisfies Field, value, column, reason);
  };
  const stray = strayDistrict(at, settling);
  if (stray !== undefined) {
    const { district = '', town } = at;
    // A town found only through the district goes with it.
    if (stray.isAlone && town !== undefined) delete address['town'];
    delete address['district'];
    const name = settling.area.label(district);
    if (at.town === undefined && at.locality === undefined) address['locality'] = name;
    const column = settling.columnOf(`${whose.field}.district`) ?? '';
    const field = fieldOf(`${whose.field}.district`);
    if (field && (at.town !== undefined || at.locality !== name)) {
      draft.keep(field, name, column || 'Ortsteil', stray.reason);
    } else say(['district', 'town'], name, stray.reason);
  }
  const { lat, lng } = at;
  const point = [lat, lng].filter((each) => each !== undefined).join(', ');
  const mended = pointOf(at, whose, settling.area);
  if (mended) {
    const { reason, ...better } = mended;
    delete address['lat'];
    delete address['lng'];
    Object.assign(address, better);
    say(['point', 'lat', 'lng'], point, reason);
  }
  const { postalCode } = at;
  if (settling.country !== 'DE' || postalCode === undefined || !/^\d{4,5}$/.test(postalCode)) {
    return;
  }
  const isShort = postalCode.length === 4;
  if (!isShort && mayBeGerman(postalCode)) return;
  const code = `0${postalCode}`;
  const known = at.town === undefined ? [] : settling.area.postalCodes(at.town);
  if (isShort && mayBeGerman(code) && (known.length === 0 || known.includes(code))) {
    address['postalCode'] = code;
    say(
      ['postalCode'],
      postalCode,
      `has four digits: it is read as ${code}, as spreadsheets drop the zero`,
    );
  } else {
    delete address['postalCode'];
    say(
      ['postalCode'],
      postalCode,
      `is no German postal code${isShort ? ', which has five digits' : ''}; it is left out`,
    );
  }
}

/** Finds a district of another town or postal region, which is not meant: many towns have a Südstadt. */
function strayDistrict(
  { town, district, locality, postalCode }: Location,
  { area, country }: Settling,
): { reason: string; isAlone: boolean } | undefined {
  if (district === undefined) return undefined;
  if (town !== undefined && !area.isWithin(district, town)) {
    return { reason: `is not part of ${area.label(town)}`, isAlone: false };
  }
  if (town === undefined && locality !== undefined) {
    return { reason: `is known as a district of another town than ${locality}`, isAlone: false };
  }
  const regions = area.postalCodes(town ?? area.townOf(district)).map((code) => code.slice(0, 2));
  const isForeign =
    country === 'DE' &&
    /^\d{5}$/.test(postalCode ?? '') &&
    regions.length > 0 &&
    !regions.includes(postalCode?.slice(0, 2) ?? '');
  return isForeign
    ? {
        reason: `is known as a district of another postal code than ${postalCode ?? ''}`,
        isAlone: true,
      }
    : undefined;
}

/** Returns the corrected point and the reason; nothing where it stays. */
function pointOf(
  at: Location,
  { mayBeAnywhere }: Whose,
  area: Area,
): { lat?: number; lng?: number; reason: string } | undefined {
  const { lat, lng, town, locality } = at;
  if (lat === undefined && lng === undefined) return undefined;
  if (lat === undefined || lng === undefined) {
    return { reason: 'is half a point; it is left out' };
  }
  if (isPostBox(at))
    return { reason: 'is the point of a post box, where nobody goes; it is left out' };
  if (Math.abs(lat) < 0.01 && Math.abs(lng) < 0.01) {
    return { reason: 'lies in the Gulf of Guinea, as empty coordinates do; it is left out' };
  }
  const far = area.distance({ lat, lng });
  if (far === undefined || far <= area.reach) return undefined;
  const turned = Math.abs(lng) <= 90 ? area.distance({ lat: lng, lng: lat }) : undefined;
  if (turned !== undefined && turned <= area.reach) {
    return { lat: lng, lng: lat, reason: 'has latitude and longitude swapped; they are put right' };
  }
  // A town that the directory lacks may be any distance away, within reason.
  const isExplained = town === undefined && (mayBeAnywhere || locality !== undefined);
  if (isExplained && far <= ABROAD) return undefined;
  const from = town === undefined ? 'the directory’s places' : area.label(town);
  return { reason: `lies ${Math.round(far)} km from ${from}; it is left out` };
}
