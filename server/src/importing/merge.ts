import { isDeepStrictEqual } from 'node:util';
import type { Counts, RecordKey, RecordKind, Records, Transaction } from '../store/store.js';
import { differences } from './differences.js';
import type { Difference } from './differences.js';
import type { Identified } from './identify.js';
import type { FileRecords } from './file-records.js';
import type { ImportedKind } from './record-kinds.js';

/**
 * The number of records in memory at a time, however large the file. Few enough to be gone before the
 * garbage collector treats them as long-lived: with 500, a hundred thousand records need 100 MB more.
 */
const BATCH = 100;

/** An import's effect on one record. */
export interface Detail {
  kind: RecordKind;
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
 * @returns the counts, and how many available records are now retired
 */
export async function merge<Kind extends RecordKind>(
  transaction: Transaction,
  kind: ImportedKind<Kind>,
  incoming: readonly Identified<FileRecords[Kind]>[],
  leaving: readonly string[],
  { now, restoring, onDetail, onRecords }: MergeOptions,
): Promise<{ counts: Counts; retiring: number }> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  let retiring = 0;

  const decide = (next: Records[Kind], old: Records[Kind] | undefined) => {
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
export function isLive({ status }: { status?: RecordKey['status'] }): boolean {
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
function ordered<Kind extends RecordKind>(
  { order }: ImportedKind<Kind>,
  record: Records[Kind],
): Records[Kind] {
  const at = ([name]: [string, unknown]) => order.get(name) ?? -1;
  const members = Object.entries(record).sort((one, other) => at(one) - at(other));
  return Object.fromEntries(members) as Records[Kind];
}
