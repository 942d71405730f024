import type { TemplateResult } from 'lit';
import { icon } from '../styles/icons.js';
import { PLACE } from '../styles/place.js';

const WAYS = {
  phone:
    'M6 4h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2C10.5 20 4 13.5 4 6a2 2 0 0 1 2-2',
  mail: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  web: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  place: PLACE,
};

export type IconName = keyof typeof WAYS;

/** A sign for a way to reach somebody. */
export function wayIcon(way: IconName): TemplateResult {
  return icon(WAYS[way]);
}
