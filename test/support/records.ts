import type { Offer, Provider } from '@vielfalt/feed';

/** A UUID that ends in a number. */
export const uuid = (n: number) => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;

/** A provider as the store keeps it, of which nothing is known but what `more` says. */
export function storedProvider(n: number, more: Partial<Provider> = {}): Provider {
  return {
    id: uuid(n),
    slug: `provider-${n}`,
    source: 'office',
    record: `row ${n}`,
    name: `Provider ${n}`,
    ...more,
  };
}

/** An offer as the store keeps it, of which nothing is known but what `more` says. */
export function storedOffer(n: number, more: Partial<Offer> = {}): Offer {
  return {
    id: uuid(n),
    slug: `offer-${n}`,
    source: 'office',
    record: `row ${n}`,
    provider: uuid(0),
    status: 'published',
    title: `Offer ${n}`,
    ...more,
  };
}
