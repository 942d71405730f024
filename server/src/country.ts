import { getCountries } from 'libphonenumber-js/max';

/** The country of a directory whose time zone does not tell. */
const DEFAULT = 'DE';

/** Older and newer ways to ask for a country's zones: Node 20 has only the first, later ones both. */
type Zoned = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };

const known = new Map<string, string | undefined>();

/**
 * The country (ISO 3166-1, two letters) that a time zone is the clock of: Austria for Europe/Vienna.
 * Nothing where that is open, as for UTC.
 */
export function countryOfZone(timeZone: string): string | undefined {
  if (!known.has(timeZone)) {
    const isThere = (country: string) => zonesOf(country).includes(timeZone);
    known.set(timeZone, isThere(DEFAULT) ? DEFAULT : getCountries().find(isThere));
  }
  return known.get(timeZone);
}

/** The same, and Germany where that is open. */
export function countryOf(timeZone: string | undefined): string {
  return (timeZone !== undefined && countryOfZone(timeZone)) || DEFAULT;
}

function zonesOf(country: string): readonly string[] {
  const locale: Zoned = new Intl.Locale('und', { region: country });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
