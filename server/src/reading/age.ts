import type { Offer } from '@vielfalt/feed';

export function readAge(text: string): Offer['age'] | undefined {
  void text;
  return undefined;
}
