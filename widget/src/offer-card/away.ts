import { distanceTo, wholeCard } from '@vielfalt/feed';
import { distance } from '../format/distance.js';
import { detailTexts } from '../locales/details.js';
import { fill } from '../locales/locale.js';
import type { CardView } from './view.js';

/** How far the offer is from where the visitor looks: `1,8 km entfernt`. */
export function away({ card, context: { near }, locale }: CardView): string | undefined {
  const km = near && distanceTo(wholeCard(card), near);
  return km === undefined
    ? undefined
    : fill(detailTexts(locale).distance, { distance: distance(km, locale.tag) });
}
