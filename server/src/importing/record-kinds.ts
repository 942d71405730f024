import { isDeepStrictEqual } from 'node:util';
import {
  Network as NetworkSchema,
  Offer as OfferSchema,
  Provider as ProviderSchema,
} from '@vielfalt/feed/schemas';
import type { Changes, RecordKind, Records } from '../store/store.js';
import { checkNetwork, checkOffer, checkProvider } from '../validation/check-record.js';
import type { Fault } from '../validation/fault.js';
import { termsOfNetwork, termsOfOffer, termsOfProvider } from '../validation/terms-used.js';
import type { TermUse } from '../validation/terms-used.js';
import type { FileRecords } from './file-records.js';
import type { Identified } from './identify.js';

/** What an import has to know of a kind of records. */
export interface ImportedKind<Kind extends RecordKind> {
  name: Kind;
  /** Whether an import stops that would retire more than a fifth of a source's. */
  isGuarded: boolean;
  /** Yields what a schema cannot say is wrong. */
  faultsOf: (content: FileRecords[Kind]) => Iterable<Fault>;
  /** Yields every term that a record names. */
  termsOf: (record: FileRecords[Kind] | Records[Kind]) => Iterable<TermUse>;
  /** Makes the record to store from one of a file. */
  next: (record: Identified<FileRecords[Kind]>) => Records[Kind];
  /** The order in which its members are stored. */
  order: ReadonlyMap<string, number>;
  /** Returns what remains of a retired record. */
  remains: (record: Records[Kind]) => Records[Kind];
  nameOf: (record: Records[Kind]) => string;
  changes: (records: Records[Kind][]) => Changes;
}

/**
 * A retired record keeps only what its address must still say: its name, and an offer's provider.
 * Descriptions, contacts and addresses are removed, since nobody keeps them up to date any more.
 */
export const IMPORTED: { readonly [Kind in RecordKind]: ImportedKind<Kind> } = {
  provider: {
    name: 'provider',
    isGuarded: false,
    faultsOf: checkProvider,
    termsOf: termsOfProvider,
    next: ({ draft, id, slug }) => {
      const content = draft.content();
      return { ...content, id, slug, status: content.status ?? 'published' };
    },
    order: orderOf(ProviderSchema),
    remains: ({ id, slug, source, record, status, changed, language, name, origin }) => ({
      ...{ id, slug, source, record, status, changed, language, name },
      ...(origin && { origin }),
    }),
    nameOf: ({ name }) => name,
    changes: (providers) => ({ providers }),
  },
  offer: {
    name: 'offer',
    isGuarded: true,
    faultsOf: checkOffer,
    termsOf: termsOfOffer,
    next: ({ draft, id, slug, provider }) => {
      const content = draft.content();
      return {
        ...content,
        ...{ id, slug, provider: provider ?? '', status: content.status ?? 'published' },
      };
    },
    order: orderOf(OfferSchema),
    remains: ({
      id,
      slug,
      source,
      record,
      provider,
      status,
      changed,
      language,
      title,
      origin,
    }) => ({
      ...{ id, slug, source, record, provider, status, changed, language, title },
      ...(origin && { origin }),
    }),
    nameOf: ({ title }) => title,
    changes: (offers) => ({ offers }),
  },
  network: {
    name: 'network',
    isGuarded: true,
    faultsOf: checkNetwork,
    termsOf: termsOfNetwork,
    next: ({ draft, id, slug, members: idOf }) => {
      const { members, coordinator, ...content } = draft.content();
      const stored = (member: NonNullable<typeof coordinator>) =>
        'name' in member ? member : { provider: idOf?.get(member.provider) ?? member.provider };
      return {
        ...content,
        ...{ id, slug, status: content.status ?? 'published' },
        ...(members && { members: members.map(stored) }),
        ...(coordinator && { coordinator: stored(coordinator) }),
      };
    },
    order: orderOf(NetworkSchema),
    remains: ({ id, slug, source, record, status, changed, language, name, origin }) => ({
      ...{ id, slug, source, record, status, changed, language, name },
      ...(origin && { origin }),
    }),
    nameOf: ({ name }) => name,
    changes: (networks) => ({ networks }),
  },
};

function orderOf({ properties }: { properties: object }): ReadonlyMap<string, number> {
  return new Map(Object.keys(properties).map((name, at) => [name, at]));
}

/** Returns the record with its members in the contract's order. */
export function ordered<Kind extends RecordKind>(
  { order }: ImportedKind<Kind>,
  record: Records[Kind],
): Records[Kind] {
  const at = ([name]: [string, unknown]) => order.get(name) ?? -1;
  const members = Object.entries(record).sort((one, other) => at(one) - at(other));
  return Object.fromEntries(members) as Records[Kind];
}

/**
 * Tells whether two records are equal, but for the moment of change, once they are JSON, which has no
 * -0 and no undefined.
 */
export function isSameRecord(one: object, other: object): boolean {
  const [next, old] = [one, other].map((record) => ({ ...record, changed: '' }));
  return isDeepStrictEqual(next, old) || isDeepStrictEqual(JSON.parse(JSON.stringify(next)), old);
}
