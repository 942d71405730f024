/** Members of an offer that had another name before, by that name: files from then are still read. */
const FORMER: Readonly<Record<string, string>> = { places: 'openings' };

/** The name that a field or column has today: `places.on` is `openings.on`. */
export function presentName(name: string): string {
  const [first = '', ...rest] = name.split('.');
  return [Object.hasOwn(FORMER, first) ? FORMER[first] : first, ...rest].join('.');
}

/**
 * The content of a directory file with the names of today. Unchecked, before and after: an offer
 * that has a member under both names keeps both, so that the former one is found to be a fault.
 */
export function withPresentNames(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('offers' in json)) return json;
  const { offers } = json;
  return Array.isArray(offers) ? { ...json, offers: offers.map(renamed) } : json;
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
