import { RECORD_LISTS } from '../store/store.js';
import type {
  Counts,
  HistoryEntry,
  LexiconChange,
  RecordBefore,
  RecordKind,
  Records,
  SourceCounts,
  Store,
  Transaction,
} from '../store/store.js';
import { lexiconChange } from './lexicon-change.js';
import { batches } from './merge.js';
import { IMPORTED } from './record-kinds.js';

export type UndoOutcome =
  | {
      outcome: 'done';
      undone: HistoryEntry;
      sources: HistoryEntry['sources'];
      /** The change to the office's own words; absent: none. */
      lexicon?: LexiconChange;
      revision: number;
    }
  | { outcome: 'nothing' }
  /** The entry is too old: the earlier state is not kept any more. */
  | { outcome: 'forgotten'; entry: HistoryEntry };

/**
 * Undoes the latest import that changed something and has not been undone. Records that it
 * changed or retired become what they were; those that it added are retired, since an id that has
 * once been published is never forgotten.
 * @throws StoreError
 */
export function undoLastImport(
  store: Store,
  { now, dryRun = false }: { now: number; dryRun?: boolean },
): Promise<UndoOutcome> {
  return store.change<UndoOutcome>(async (transaction) => {
    const undone = lastChange(await transaction.history());
    if (!undone) return { result: { outcome: 'nothing' } };
    const before = await transaction.before(undone.id);
    if (!before) return { result: { outcome: 'forgotten', entry: undone } };

    const at = new Date(now).toISOString();
    const { directory, vocabulary, lexicon } = before;
    const words = (await transaction.head())?.lexicon;
    const ofWords = lexicon && { lexicon: lexiconChange(words, lexicon) };
    await transaction.put({
      ...(directory && { directory }),
      ...(vocabulary && { vocabulary }),
      ...(lexicon && { lexicon }),
    });
    const tally = new Tally();
    const restoreAll = <Kind extends RecordKind>(
      kind: Kind,
      records: readonly RecordBefore<Records[Kind]>[],
    ) => restore(transaction, kind, records, at, (source) => tally.of(source, kind));
    await restoreAll('provider', before.providers);
    await restoreAll('offer', before.offers);
    await restoreAll('network', before.networks);
    const { sources } = tally;
    const revision = ((await transaction.head())?.revision ?? 0) + 1;
    return {
      result: { outcome: 'done', undone, sources, ...ofWords, revision },
      ...(!dryRun && { keep: { entry: { at, undid: undone.id, sources, ...ofWords } } }),
    };
  });
}

/** @param history the latest first */
function lastChange(history: readonly HistoryEntry[]): HistoryEntry | undefined {
  const takenBack = new Set(history.map(({ undid }) => undid));
  return history.find(({ id, undid, revision }, index) => {
    const hasChanged = revision !== (history[index + 1]?.revision ?? 0);
    return undid === undefined && !takenBack.has(id) && hasChanged;
  });
}

async function restore<Kind extends RecordKind>(
  transaction: Transaction,
  name: Kind,
  before: readonly RecordBefore<Records[Kind]>[],
  changed: string,
  countsOf: (source: string) => Counts,
): Promise<void> {
  const kind = IMPORTED[name];
  for (const batch of batches(before)) {
    const ids = batch.map(({ id }) => id);
    const records = await transaction.records(name, ids);
    const now = new Map(records.map((record) => [record.id, record]));
    const restored = batch.flatMap(({ id, document }) => {
      const record = now.get(id);
      if (!record) return [];
      countsOf(record.source)[document ? 'changed' : 'retired']++;
      return [{ ...(document ?? kind.remains({ ...record, status: 'retired' })), changed }];
    });
    await transaction.put(kind.changes(restored));
  }
}

/** Counts per source: always of offers and providers, of others where there are any. */
class Tally {
  readonly #sources = new Map<string, SourceCounts>();

  of(source: string, kind: RecordKind): Counts {
    let entry = this.#sources.get(source);
    if (!entry) {
      entry = { source, offers: none(), providers: none() };
      this.#sources.set(source, entry);
    }
    return (entry[RECORD_LISTS[kind]] ??= none());
  }

  get sources(): HistoryEntry['sources'] {
    return [...this.#sources.values()];
  }
}

function none(): Counts {
  return { added: 0, changed: 0, unchanged: 0, retired: 0 };
}
