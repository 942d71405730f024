/**
 * One text per plural category of the language (CLDR, `Intl.PluralRules`); `{count}` stands for
 * the number. A category that is missing uses `other`.
 */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Fills `{name}` in a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const rules = new Map<string, Intl.PluralRules>();

/** The form of a text that goes with a number, with the number filled in as the language writes it. */
export function plural(tag: string, forms: Plural, count: number): string {
  const rule = rules.get(tag) ?? new Intl.PluralRules(tag);
  rules.set(tag, rule);
  return fill(forms[rule.select(count)] ?? forms.other, { count: count.toLocaleString(tag) });
}
