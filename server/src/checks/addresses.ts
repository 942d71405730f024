import type { Location, Offer, Provider } from '@vielfalt/feed';
import type { Inspected } from './inspected.js';

/** An address and its place in a record. */
export interface Address {
  record: Offer | Provider;
  /** The column's name in an export: `locations.1`. */
  field: string;
  at: Location;
}

/** Returns all addresses of offers and providers. */
export function addressesOf({ offers, providers }: Inspected): Address[] {
  return [
    ...offers.flatMap((record) =>
      (record.locations ?? []).map((at, index) => ({
        ...{ record, field: `locations.${index + 1}`, at },
      })),
    ),
    ...providers.flatMap((record) =>
      record.address ? [{ record, field: 'address', at: record.address }] : [],
    ),
  ];
}
