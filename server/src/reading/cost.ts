import type { Offer } from '@vielfalt/feed';

export function readCost(text: string): NonNullable<Offer['cost']> {
  return text ? { text } : {};
}
