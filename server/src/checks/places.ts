import { isPostBox } from '@vielfalt/feed';
import type { Location } from '@vielfalt/feed';
import { addressesOf } from './addresses.js';
import type { Address } from './addresses.js';
import { Area } from './area.js';
import { aboutRecord } from './finding.js';
import type { Finding } from './finding.js';
import type { Inspected } from './inspected.js';

/**
 * Finds addresses that contradict the vocabulary's places or themselves. Towns and their edges are
 * known roughly, so a point is far only beyond 15 km (more where the places themselves lie farther
 * apart); providers may be based anywhere, and so may what happens online.
 */
export function* checkPlaces(inspected: Inspected): Generator<Finding> {
  const area = new Area(inspected.vocabulary, inspected.directory.language);
  const addresses = addressesOf(inspected);
  const codes = new PostalCodes(addresses);
  for (const address of addresses) {
    yield* checkPostBox(address);
    yield* checkPoint(address, area);
    yield* checkTown(address, area);
    yield* checkPostalCode(address, codes, area);
  }
}

function finding(
  { record, field }: Address,
  member: keyof Location,
  value: string,
  remedy: string,
  kind: Finding['kind'] = 'wrong-place',
): Finding {
  return { kind, ...aboutRecord(record), field: `${field}.${member}`, value, remedy };
}

/** Finds post boxes in offers: a provider may get its letters there, but visitors go to an offer. */
function* checkPostBox(address: Address): Generator<Finding> {
  const { record, at } = address;
  if (!('title' in record) || at.visibility === 'on-request' || !isPostBox(at)) return;
  const member = at.street === undefined ? 'name' : 'street';
  const remedy = 'Nobody can go to a post box. Write where the offer happens, or leave it out.';
  yield finding(address, member, at[member] ?? '', remedy);
}

function* checkPoint(address: Address, area: Area): Generator<Finding> {
  const { record, at } = address;
  const { lat, lng, town } = at;
  if (lat === undefined || lng === undefined || isPostBox(at)) return;
  // Nobody says where it is: a helpline's office may be in another town than the county's.
  if (town === undefined && (!('title' in record) || record.online)) return;
  const far = area.distance({ lat, lng }, town);
  if (far === undefined || far <= area.reach) return;
  const value = `${lat}, ${lng}`;
  const swapped = Math.abs(lng) <= 90 ? area.distance({ lat: lng, lng: lat }, town) : undefined;
  if (swapped !== undefined && swapped <= area.reach) {
    yield finding(address, 'lat', value, `lat and lng are swapped: write ${lng}, ${lat}.`);
    return;
  }
  const from = town === undefined ? 'every place of the vocabulary' : area.label(town);
  yield finding(
    address,
    'lat',
    value,
    `The point lies ${Math.round(far)} km from ${from}. Correct the point${town === undefined ? '' : ' or the town'}.`,
  );
}

function* checkTown(address: Address, area: Area): Generator<Finding> {
  const { town, district, locality } = address.at;
  if (town !== undefined && district !== undefined && !area.isWithin(district, town)) {
    yield finding(
      address,
      'district',
      district,
      `${area.label(district)} is not part of ${area.label(town)}. Correct one of them.`,
    );
  }
  if (town !== undefined) {
    if (!area.isElsewhere(town)) return;
    const remedy = 'This is a town outside the directory’s area. Is it meant to be in it?';
    yield finding(address, 'town', town, remedy, 'elsewhere');
  } else if (locality !== undefined) {
    const known = area.named(locality);
    yield known === undefined
      ? finding(
          address,
          ...(['locality', locality] as const),
          'No place of the vocabulary is called so. Is it meant to be in the directory?',
          'elsewhere',
        )
      : finding(
          address,
          ...(['locality', locality] as const),
          `The vocabulary has it, and filters look there only: write ${known} as town.`,
        );
  }
}

function* checkPostalCode(address: Address, codes: PostalCodes, area: Area): Generator<Finding> {
  const { town, postalCode } = address.at;
  if (town === undefined || postalCode === undefined || !codes.isOdd(town, postalCode)) return;
  yield finding(
    address,
    'postalCode',
    postalCode,
    `No other address in ${area.label(town)} begins with ${regionOf(postalCode)}. Correct the postal code or the town.`,
  );
}

/** The number of a town's addresses that must agree before one that does not is odd. */
const ENOUGH_CODES = 5;

/** Counts a town's postal regions; many villages may share a code alone. */
class PostalCodes {
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(addresses: readonly Address[]) {
    for (const {
      at: { town, postalCode },
    } of addresses) {
      if (town === undefined || postalCode === undefined) continue;
      const regions = this.#counts.get(town) ?? new Map<string, number>();
      regions.set(regionOf(postalCode), (regions.get(regionOf(postalCode)) ?? 0) + 1);
      this.#counts.set(town, regions);
    }
  }

  /** Tells whether a code is the only one of its region in a town with enough other addresses. */
  isOdd(town: string, postalCode: string): boolean {
    const regions = this.#counts.get(town) ?? new Map<string, number>();
    const all = [...regions.values()].reduce((sum, count) => sum + count, 0);
    return regions.get(regionOf(postalCode)) === 1 && all > ENOUGH_CODES;
  }
}

function regionOf(postalCode: string): string {
  return postalCode.slice(0, 2);
}
