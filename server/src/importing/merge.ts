import type { Counts, RecordKind, Records, Transaction } from '../store/store.js';
import { differences } from './differences.js';
import type { Difference } from './differences.js';
import type { Identified } from './identify.js';
import type { FileRecords } from './file-records.js';
import { isLive } from './live.js';
import type { Ended, Layer } from './overlay.js';
import { isSameRecord, ordered } from './record-kinds.js';
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
  /** For a changed record, of what the file says. */
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
  /** Called with each amendment that comes to its end. */
  onEnded?: ((ended: Ended) => void) | undefined;
  /** Called with how many more records have been processed. */
  onRecords?: ((records: number) => void) | undefined;
}

/**
 * Replaces a source's old records with its new ones. Unchanged records stay as they are, with
 * the moment of their last change; missing ones are retired.
 * @param leaving ids of records that the file does not have any more
 * @param layer what is kept beside these records
 * @returns the counts, and how many available records are now retired
 */
export async function merge<Kind extends RecordKind>(
  transaction: Transaction,
  kind: ImportedKind<Kind>,
  incoming: readonly Identified<FileRecords[Kind]>[],
  leaving: readonly string[],
  layer: Layer<Records[Kind]>,
  { now, restoring, onDetail, onEnded, onRecords }: MergeOptions,
): Promise<{ counts: Counts; retiring: number }> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  let retiring = 0;

  const decide = (next: Records[Kind], old: Records[Kind] | undefined) => {
    const kept = next.status === 'retired' ? kind.remains(next) : next;
    const was = old && layer.importedOf(old);
    const isSame = was !== undefined && isSameRecord(kept, was);
    const ended = layer.judge(kept, now);
    ended.forEach((each) => onEnded?.(each));
    if (isSame && ended.length === 0) {
      counts.unchanged++;
      return [];
    }
    const published = layer.amended(kept);
    const changed =
      old && isSameRecord(published, old) ? old.changed : restoring ? (next.changed ?? now) : now;
    const record = ordered(kind, { ...published, ...(changed !== undefined && { changed }) });
    layer.note(kept, record);
    const goes = record.status === 'retired' && old?.status !== 'retired';
    const what = !old ? 'added' : goes ? 'retired' : isSame ? 'unchanged' : 'changed';
    counts[what]++;
    if (old && isLive(old) && record.status === 'retired') retiring++;
    if (what !== 'unchanged') {
      onDetail?.({
        ...{ kind: kind.name, what, source: record.source, record: record.record },
        name: kind.nameOf(record),
        ...(what === 'changed' && { differences: differences(was, kept) }),
      });
    }
    return [record];
  };

  for (const batch of batches(incoming)) {
    const known = batch.filter(({ isKnown }) => isKnown).map(({ id }) => id);
    const before = await transaction.records(kind.name, known);
    await layer.load(known);
    const byId = new Map(before.map((record) => [record.id, record]));
    await transaction.put(
      kind.changes(batch.flatMap((record) => decide(kind.next(record), byId.get(record.id)))),
    );
    await layer.save();
    onRecords?.(batch.length);
  }
  for (const batch of batches(leaving)) {
    const before = await transaction.records(kind.name, batch);
    await layer.load(batch);
    await transaction.put(
      kind.changes(before.flatMap((old) => decide({ ...old, status: 'retired' }, old))),
    );
    await layer.save();
  }
  return { counts, retiring };
}

/** Splits a long list into pieces. */
export function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) {
    yield items.slice(start, start + BATCH);
  }
}
