/** What is used of the objects of `Intl`, by their kind. */
interface IntlObjects {
  DateTimeFormat: { format: (moment: number) => string };
  RelativeTimeFormat: { format: (value: number, unit: 'day') => string };
  ListFormat: { format: (items: string[]) => string };
  PluralRules: Pick<Intl.PluralRules, 'select'>;
  DisplayNames: Pick<Intl.DisplayNames, 'of'>;
}

/** Makes such objects for a locale. */
type IntlMakers = {
  [Kind in keyof IntlObjects]: new (locale: string, options: object) => IntlObjects[Kind];
};

/** What makes them for a locale whose language platforms do not know, as far as that is needed. */
export const brought = new Map<string, Partial<IntlMakers>>();

const made = new Map<string, unknown>();

/**
 * An object of `Intl`. Making one takes milliseconds, and a list needs dozens: each is made once.
 *
 * @param locale a tag (BCP 47); RangeError where it, or an option, is none
 */
export function intl<Kind extends keyof IntlObjects>(
  kind: Kind,
  locale: string,
  options: object = {},
): IntlObjects[Kind] {
  const key = kind + locale + JSON.stringify(options);
  const makers = (brought.get(locale)?.[kind] ?? Intl[kind]) as IntlMakers[Kind];
  const object = (made.get(key) as IntlObjects[Kind] | undefined) ?? new makers(locale, options);
  made.set(key, object);
  return object;
}
