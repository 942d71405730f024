import { fill, plural } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';

/** An age in whole years: `6 bis 12 Jahre`, `ab 18 Jahren`, `bis 3 Jahre`; nothing where open. */
export function ageSpan(
  { from, to }: { from?: number; to?: number },
  locale: Locale,
): string | undefined {
  const texts = locale.card.age;
  if (from && to !== undefined) return fill(texts.span, { from, to });
  if (from) return plural(locale, texts.from, from);
  return to === undefined ? undefined : plural(locale, texts.to, to);
}
