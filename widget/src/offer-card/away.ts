import { distanceTo, wholeCard } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { distance } from '../format/distance.js';
import { withDetails } from '../locales/details.js';
import type { CardView } from './view.js';

/** How far the offer is from where the visitor looks: `1,8 km entfernt`. */
export function away({ card, context: { near }, locale }: CardView): string | undefined {
  const km = near && distanceTo(wholeCard(card), near);
  return km === undefined
    ? undefined
    : fill(withDetails(locale).details.distance, { distance: distance(km, locale.tag) });
}
