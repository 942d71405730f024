import type { Offer } from '@vielfalt/feed';

/** Whether one has to register; the text stays wherever it says more than yes or no. */
export function readRegistration(text: string): NonNullable<Offer['registration']> {
  return text ? { text } : {};
}
