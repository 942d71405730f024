import { intl } from '../intl.js';

/**
 * One text per plural category of the language (CLDR, `Intl.PluralRules`); `{count}` stands for
 * the number. A category that is missing uses `other`.
 */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Fills `{name}` in a text; `{name۰۱۲۳۴۵۶۷۸۹}` with these digits instead of 0 to 9. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)([^}]*)\}/g, (whole, name: string, digits: string) =>
    String(values[name] ?? whole).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit),
  );
}

/** The form of a text that goes with a number, with the number filled in as the language writes it. */
export function plural(tag: string, forms: Plural, count: number): string {
  const form = intl('PluralRules', tag).select(count);
  return fill(forms[form] ?? forms.other, { count: count.toLocaleString(tag) });
}
