import type { Offer } from '../model/offer.js';
import { fill, plural } from './fill.js';
import type { CardWording } from './words.js';

/** An age in whole years: `6 bis 12 Jahre`, `ab 18 Jahren`, `bis 3 Jahre`; undefined where open. */
export function ageSpan(
  { from, to }: NonNullable<Offer['age']>,
  { tag, card: { age } }: CardWording,
): string | undefined {
  if (from && to !== undefined) return fill(age.span, { from, to });
  if (from) return plural(tag, age.from, from);
  return to === undefined ? undefined : plural(tag, age.to, to);
}
