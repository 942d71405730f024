import { distanceTo, wholeCard, type Card, type Point } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';

/** A distance as the crow flies: below one kilometre in steps of 50 metres, then in kilometres. */
export function distanceText(km: number, lang: string): string {
  const near = km < 0.975;
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumFractionDigits: km < 9.95 ? 1 : 0,
  }).format(near ? Math.max(50, Math.round(km * 20) * 50) : km);
}

/** The distance of an offer from where the visitor looks: `1,8 km entfernt`. */
export function away({
  card,
  context: { near },
  locale,
}: {
  card: Card;
  context: { near?: Point | undefined };
  locale: Locale;
}): string | undefined {
  const km = near && distanceTo(wholeCard(card), near);
  return km === undefined
    ? undefined
    : fill(withDetails(locale).details.distance, { distance: distanceText(km, locale.tag) });
}
