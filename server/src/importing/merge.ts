import { isDeepStrictEqual } from 'node:util';
import type { FileOffer, FileProvider, Offer, Provider } from '@vielfalt/feed';
import { Offer as OfferSchema, Provider as ProviderSchema } from '@vielfalt/feed/schemas';
import type { Changes, Counts, RecordKey, Records, Transaction } from '../store/store.js';
import { differences } from './differences.js';
import type { Difference } from './differences.js';
import type { Identified } from './identify.js';

/**
 * The number of records in memory at a time, however large the file. Few enough to be gone before the
 * garbage collector treats them as long-lived: with 500, a hundred thousand records need 100 MB more.
 */
const BATCH = 100;

/** The two kinds as they are in files. */
interface FileRecords {
  offer: FileOffer;
  provider: FileProvider;
}

/** One of the two kinds of records, as an import handles it. */
export interface MergedKind<Name extends keyof Records> {
  name: Name;
  /** Makes the record to store from one of a file. */
  next: (record: Identified<FileRecords[Name]>) => Records[Name];
  /** The order in which its members are stored. */
  order: ReadonlyMap<string, number>;
  /** Returns what remains of a retired record. */
  remains: (record: Records[Name]) => Records[Name];
  nameOf: (record: Records[Name]) => string;
  changes: (records: Records[Name][]) => Changes;
}

/**
 * The kind of offers. A retired one keeps only what its address must still say: its name and provider.
 * Descriptions, contacts and addresses are removed, since nobody keeps them up to date any more.
 */
export const OFFERS: MergedKind<'offer'> = {
  name: 'offer',
  next: ({ draft, id, slug, provider }) => {
    const content = draft.content();
    return {
      ...content,
      ...{ id, slug, provider: provider ?? '', status: content.status ?? 'published' },
    };
  },
  order: orderOf(OfferSchema),
  remains: ({ id, slug, source, record, provider, status, changed, language, title }) => ({
    ...{ id, slug, source, record, provider, status, changed, language, title },
  }),
  nameOf: ({ title }) => title,
  changes: (offers) => ({ offers }),
};

/** The same for providers. */
export const PROVIDERS: MergedKind<'provider'> = {
  name: 'provider',
  next: ({ draft, id, slug }) => {
    const content = draft.content();
    return { ...content, id, slug, status: content.status ?? 'published' };
  },
  order: orderOf(ProviderSchema),
  remains: ({ id, slug, source, record, status, changed, language, name }) => ({
    ...{ id, slug, source, record, status, changed, language, name },
  }),
  nameOf: ({ name }) => name,
  changes: (providers) => ({ providers }),
};

/** An import's effect on one record. */
export interface Detail {
  kind: keyof Records;
  what: 'added' | 'changed' | 'retired';
  source: string;
  record: string;
  /** Title or name. */
  name: string;
  /** For a changed record. */
  differences?: Difference[];
}

export interface MergeOptions {
  /** RFC 3339. */
  now: string;
  /**
   * Tells whether the store is empty: records then keep the moment of change that the file gives.
   */
  restoring: boolean;
  /** Called with each record that differs from before. */
  onDetail?: ((detail: Detail) => void) | undefined;
  /** Called with how many more records have been processed. */
  onRecords?: ((records: number) => void) | undefined;
}

/**
 * Replaces a source's old records with its new ones. Unchanged records stay as they are, with
 * the moment of their last change; missing ones are retired.
 * @param leaving ids of records that the file does not have any more
 * @returns the counts, and how many published or paused records are now retired
 */
export async function merge<Name extends keyof Records>(
  transaction: Transaction,
  kind: MergedKind<Name>,
  incoming: readonly Identified<FileRecords[Name]>[],
  leaving: readonly string[],
  { now, restoring, onDetail, onRecords }: MergeOptions,
): Promise<{ counts: Counts; retiring: number }> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  let retiring = 0;

  const decide = (next: Records[Name], old: Records[Name] | undefined) => {
    const kept = next.status === 'retired' ? kind.remains(next) : next;
    if (old && isSame({ ...kept, changed: '' }, { ...old, changed: '' })) {
      counts.unchanged++;
      return [];
    }
    const changed = restoring ? (next.changed ?? now) : now;
    const record = ordered(kind, { ...kept, changed });
    const goes = record.status === 'retired' && old?.status !== 'retired';
    const what = !old ? 'added' : goes ? 'retired' : 'changed';
    counts[what]++;
    if (old && isLive(old) && record.status === 'retired') retiring++;
    onDetail?.({
      ...{ kind: kind.name, what, source: record.source, record: record.record },
      name: kind.nameOf(record),
      ...(what === 'changed' && { differences: differences(old, record) }),
    });
    return [record];
  };

  for (const batch of batches(incoming)) {
    const known = batch.filter(({ isKnown }) => isKnown).map(({ id }) => id);
    const before = await transaction.records(kind.name, known);
    const byId = new Map(before.map((record) => [record.id, record]));
    await transaction.put(
      kind.changes(batch.flatMap((record) => decide(kind.next(record), byId.get(record.id)))),
    );
    onRecords?.(batch.length);
  }
  for (const batch of batches(leaving)) {
    const before = await transaction.records(kind.name, batch);
    await transaction.put(
      kind.changes(before.flatMap((old) => decide({ ...old, status: 'retired' }, old))),
    );
  }
  return { counts, retiring };
}

/** Tells whether a record is available: published or paused. */
export function isLive({ status }: Pick<RecordKey, 'status'> | Offer | Provider): boolean {
  return status === undefined || status === 'published' || status === 'paused';
}

/** Splits a long list into pieces. */
export function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) {
    yield items.slice(start, start + BATCH);
  }
}

/** Tells whether two records are equal once they are JSON, which has no -0 and no undefined. */
function isSame(next: object, old: object): boolean {
  return isDeepStrictEqual(next, old) || isDeepStrictEqual(JSON.parse(JSON.stringify(next)), old);
}

/** Returns the record with its members in the contract's order. */
function ordered<Name extends keyof Records>(
  { order }: MergedKind<Name>,
  record: Records[Name],
): Records[Name] {
  const at = ([name]: [string, unknown]) => order.get(name) ?? -1;
  const members = Object.entries(record).sort((one, other) => at(one) - at(other));
  return Object.fromEntries(members) as Records[Name];
}

function orderOf({ properties }: { properties: object }): ReadonlyMap<string, number> {
  return new Map(Object.keys(properties).map((name, at) => [name, at]));
}
