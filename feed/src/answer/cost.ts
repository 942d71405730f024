import type { Card } from '../model/wire.js';

/** Says whether taking part is known to cost nothing. */
export function isFree({ cost }: Pick<Card, 'cost'>): boolean {
  return cost?.free === true || (cost?.amount === 0 && cost.free !== false);
}
