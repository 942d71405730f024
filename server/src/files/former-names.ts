import type { Fault } from '../validation/fault.js';

/** Members of an offer that had another name before, by that name: files from then are still read. */
const FORMER: Readonly<Record<string, string>> = { places: 'openings' };

/** The name that a field or column has today: `places.on` is `openings.on`. */
export function presentName(name: string): string {
  const [first = '', ...rest] = name.split('.');
  return [Object.hasOwn(FORMER, first) ? FORMER[first] : first, ...rest].join('.');
}

/** Says that something has both names, as a sentence without its full stop. */
export function bothNames(former: string, present: string): string {
  return `${former} is what ${present} was called, and both stand there`;
}

/**
 * The content of a directory file with the names of today. Unchecked, before and after: an offer
 * that has a member under both names keeps both, so that the former one is found to be a fault.
 */
export function withPresentNames(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const offers = offersIn(json);
  return offers ? { ...json, offers: offers.map(renamed) } : json;
}

/**
 * A fault of a file that was read with the names of today, as its maintainer finds it in the file.
 * @param json the file's content as it is written
 */
export function asWritten(json: unknown, fault: Fault): Fault {
  const [, at = '', index, name = '', below = ''] =
    /^(offers\[(\d+)\])\.(\w+)(.*)$/.exec(fault.path) ?? [];
  const offer: unknown = offersIn(json)?.[Number(index)];
  if (typeof offer !== 'object' || offer === null) return fault;
  const present = presentName(name);
  if (present !== name && name in offer && present in offer) {
    const { remedy: _, ...rest } = fault;
    return { ...rest, reason: bothNames(name, present) };
  }
  const former = Object.keys(FORMER).find((each) => FORMER[each] === name);
  return former === undefined || name in offer || !(former in offer)
    ? fault
    : { ...fault, path: `${at}.${former}${below}` };
}

function offersIn(json: unknown): unknown[] | undefined {
  if (typeof json !== 'object' || json === null || !('offers' in json)) return undefined;
  return Array.isArray(json.offers) ? json.offers : undefined;
}

function renamed(offer: unknown): unknown {
  if (typeof offer !== 'object' || offer === null) return offer;
  const isFormer = (name: string) => presentName(name) !== name && !(presentName(name) in offer);
  if (!Object.keys(offer).some(isFormer)) return offer;
  return Object.fromEntries(
    Object.entries(offer).map(([name, value]) => [
      isFormer(name) ? presentName(name) : name,
      value,
    ]),
  );
}
