import { deDetails } from './de-details.js';
import type { DetailTexts, Locale } from './texts.js';

/** A locale with the texts of open cards, linked offers and providers; only parts that come later may ask. */
export function withDetails(locale: Locale): Locale & { details: DetailTexts } {
  return { ...locale, details: locale.details ?? deDetails };
}
