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
 * An offer of a directory file with the names of today. Unchecked, before and after: one that has a
 * member under both names keeps both, so that the former one is found to be a fault.
 */
export function withPresentNames(offer: unknown): unknown {
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

/**
 * A fault of an offer that was read with the names of today, as its maintainer finds it in the file.
 * @param offer as it is written
 * @param fault its path begins inside the offer
 */
export function asWritten(offer: unknown, fault: Fault): Fault {
  const [, name = '', below = ''] = /^(\w+)(.*)$/.exec(fault.path) ?? [];
  if (typeof offer !== 'object' || offer === null) return fault;
  const present = presentName(name);
  if (present !== name && name in offer && present in offer) {
    const { remedy: _, ...rest } = fault;
    return { ...rest, reason: bothNames(name, present) };
  }
  const former = Object.keys(FORMER).find((each) => FORMER[each] === name);
  return former === undefined || name in offer || !(former in offer)
    ? fault
    : { ...fault, path: `${former}${below}` };
}
