import { de } from './de.js';
import type { Locale, Plural } from './texts.js';

export type { CardTexts, FrameTexts, Locale, Plural } from './texts.js';

/** German is part of the first download, since most host pages are; others come when needed. */
const LOADERS: Record<string, () => Promise<Locale>> = {
  en: async () => (await import('./en.js')).en,
  ar: async () => (await import('./ar.js')).ar,
};

const loaded = new Map<string, Locale>([['de', de]]);

/** The built-in language, which serves until, or instead of, another. */
export const builtIn: Locale = de;

/** The interface language for a page's language tag: its own, else English. */
function choose(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return primary === '' || primary === 'de' ? 'de' : primary in LOADERS ? primary : 'en';
}

/** The locale for a language tag, where it is there already. */
export function localeNow(tag: string): Locale | undefined {
  return loaded.get(choose(tag));
}

/** The locale for a language tag; the built-in one where its file cannot be had. Never rejects. */
export async function loadLocale(tag: string): Promise<Locale> {
  const name = choose(tag);
  try {
    const locale = loaded.get(name) ?? (await LOADERS[name]?.()) ?? builtIn;
    loaded.set(name, locale);
    return locale;
  } catch {
    return builtIn;
  }
}

/** Fills `{name}` in a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The form of a text that goes with a number, with the number filled in as the language writes it. */
export function plural(locale: Locale, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(locale.tag).select(count)] ?? forms.other;
  return fill(form, { count: new Intl.NumberFormat(locale.tag).format(count) });
}
