import type {
  Counts,
  HistoryEntry,
  LexiconChange,
  RecordBefore,
  Records,
  Store,
  Transaction,
} from '../store/store.js';
import { lexiconChange } from './lexicon-change.js';
import { batches, OFFERS, PROVIDERS } from './merge.js';
import type { MergedKind } from './merge.js';

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
    await restore(
      transaction,
      PROVIDERS,
      before.providers,
      at,
      (source) => tally.of(source).providers,
    );
    await restore(transaction, OFFERS, before.offers, at, (source) => tally.of(source).offers);
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

async function restore<Name extends keyof Records>(
  transaction: Transaction,
  kind: MergedKind<Name>,
  before: readonly RecordBefore<Records[Name]>[],
  changed: string,
  countsOf: (source: string) => Counts,
): Promise<void> {
  for (const batch of batches(before)) {
    const ids = batch.map(({ id }) => id);
    const records = await transaction.records(kind.name, ids);
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

/** Counts per source. */
class Tally {
  readonly #sources = new Map<string, HistoryEntry['sources'][number]>();

  of(source: string): HistoryEntry['sources'][number] {
    let entry = this.#sources.get(source);
    if (!entry) {
      const none = () => ({ added: 0, changed: 0, unchanged: 0, retired: 0 });
      entry = { source, offers: none(), providers: none() };
      this.#sources.set(source, entry);
    }
    return entry;
  }

  get sources(): HistoryEntry['sources'] {
    return [...this.#sources.values()];
  }
}
