import { isDeepStrictEqual } from 'node:util';
import type { FileOffer, FileProvider, Offer, Provider } from '@vielfalt/feed';
import { Offer as OfferSchema, Provider as ProviderSchema } from '@vielfalt/feed/schemas';
import type { Identified } from './identify.js';

/** What an import does to the records of one kind and source. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  retired: number;
}

/** What a source's records become. */
export interface Merged<Stored> {
  /** Those to write. */
  records: Stored[];
  counts: Counts;
  /** How many were to be had before: published or paused. */
  live: number;
  /** How many of those are retired now. */
  retiring: number;
}

/** A record as the file has it, and as it was. */
export interface Incoming<Stored> {
  next: Stored;
  before: Stored | undefined;
}

/** The two kinds of records, and what is left of one that has gone. */
interface Kind<Stored> {
  schema: { properties: object };
  remains: (record: Stored) => Stored;
}

/**
 * What is known of a retired record is what its address must still say: what it was called and whose
 * it was. Descriptions, contacts and addresses go with it, since nobody keeps them true any more.
 */
export const OFFERS: Kind<Offer> = {
  schema: OfferSchema,
  remains: ({ id, slug, source, record, provider, status, changed, language, title }) => ({
    ...{ id, slug, source, record, provider, status, changed, language, title },
  }),
};

/** The same for providers. */
export const PROVIDERS: Kind<Provider> = {
  schema: ProviderSchema,
  remains: ({ id, slug, source, record, status, changed, language, name }) => ({
    ...{ id, slug, source, record, status, changed, language, name },
  }),
};

/** An offer as it is kept. @param provider the provider's id */
export function offerOf(
  { given, id, slug }: Identified<FileOffer, Offer>,
  provider: string,
): Offer {
  return { ...given, id, slug, provider, status: given.status ?? 'published' };
}

/** A provider as it is kept. */
export function providerOf({ given, id, slug }: Identified<FileProvider, Provider>): Provider {
  return { ...given, id, slug, status: given.status ?? 'published' };
}

/**
 * Puts a source's new records in the place of its old ones. What is the same stays as it is, with
 * the moment of its last change; what is gone is retired.
 * @param incoming the source's records in the file, each with what it was
 * @param before the source's records in the store
 * @param now RFC 3339
 * @param restoring into an empty store: records keep the moment of change that the file gives
 */
export function merge<Stored extends Offer | Provider>(
  kind: Kind<Stored>,
  incoming: readonly Incoming<Stored>[],
  before: readonly Stored[],
  { now, restoring }: { now: string; restoring: boolean },
): Merged<Stored> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  const records: Stored[] = [];
  const remaining = new Map(before.map((record) => [record.id, record]));
  let retiring = 0;

  const write = (next: Stored, old: Stored | undefined) => {
    const kept = canonical(kind, next.status === 'retired' ? kind.remains(next) : next);
    const changed = restoring ? (next.changed ?? now) : now;
    const record = canonical(kind, { ...kept, changed });
    if (!old) counts.added++;
    else if (isDeepStrictEqual({ ...kept, changed: '' }, { ...old, changed: '' })) {
      counts.unchanged++;
      return;
    } else if (record.status === 'retired' && old.status !== 'retired') counts.retired++;
    else counts.changed++;
    if (old && isLive(old) && record.status === 'retired') retiring++;
    records.push(record);
  };

  for (const { next, before: old } of incoming) {
    remaining.delete(next.id);
    write(next, old);
  }
  for (const old of remaining.values()) {
    if (old.status !== 'retired') write({ ...old, status: 'retired' }, old);
  }
  return { records, counts, live: before.filter(isLive).length, retiring };
}

function isLive({ status }: Offer | Provider): boolean {
  return status === undefined || status === 'published' || status === 'paused';
}

/** Members in the schema's order, and values as they come back out of a store. */
function canonical<Stored extends Offer | Provider>(kind: Kind<Stored>, record: Stored): Stored {
  const members = Object.entries(record);
  const order = Object.keys(kind.schema.properties);
  members.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return JSON.parse(JSON.stringify(Object.fromEntries(members))) as Stored;
}
