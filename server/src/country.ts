import { getCountries } from 'libphonenumber-js/max';

/** Where a directory is that has said nothing yet. */
const DEFAULT = 'DE';

/**
 * The country (ISO 3166-1, two letters) that a time zone is the clock of: Austria for Europe/Vienna.
 * Germany where that is open, as for UTC.
 */
export function countryOf(timeZone: string | undefined): string {
  if (timeZone === undefined || zonesOf(DEFAULT).includes(timeZone)) return DEFAULT;
  return getCountries().find((country) => zonesOf(country).includes(timeZone)) ?? DEFAULT;
}

/** `timeZones` is older than `getTimeZones()`, and Node 20 has it alone. */
function zonesOf(country: string): readonly string[] {
  const locale: Intl.Locale & { timeZones?: string[] } = new Intl.Locale('und', {
    region: country,
  });
  return locale.timeZones ?? [];
}
