/**
 * What some pages hold besides the elements that most have, written well: a map, a part of the page
 * inside an element that was not closed, and placeholders. These come last: what was swallowed may
 * hold one, and one may be for a map.
 */
import { fillPlaceholders } from './placeholders.js';
import './swallowed.js';

if (document.querySelector('vielfalt-map,[data-vielfalt*=map i]')) {
  import('./map/define-map.js')
    .catch((error: unknown) => console.error('Vielfalt: the map cannot be loaded', error))
    .finally(fillPlaceholders);
} else fillPlaceholders();
