import { RECORD_LISTS } from '../store/store.js';
import type {
  Before,
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
import { Overlay, republish } from './overlay.js';
import { IMPORTED } from './record-kinds.js';

export type UndoOutcome =
  | {
      outcome: 'done';
      undone: HistoryEntry;
      sources: HistoryEntry['sources'];
      /** The change to the office's own words; absent: none. */
      lexicon?: LexiconChange;
      /** The number of accepted changes that the table of then says otherwise about: they sleep. */
      asleep: number;
      revision: number;
    }
  | { outcome: 'nothing' }
  /** Another import came later. */
  | { outcome: 'not-last'; last: HistoryEntry }
  /** The entry is too old: the earlier state is not kept any more. */
  | { outcome: 'forgotten'; entry: HistoryEntry };

/**
 * Undoes the latest import that changed something and has not been undone. Records that it
 * changed or retired become what they were; those that it added are retired, since an id that has
 * once been published is never forgotten. Confirmations and amendments stay, and are laid over what the
 * table said before.
 * @param options `only`: the entry that it has to be
 * @throws StoreError
 */
export function undoLastImport(
  store: Store,
  options: { now: number; dryRun?: boolean; only?: number },
): Promise<UndoOutcome> {
  const { now, dryRun = false, only } = options;
  return store.change<UndoOutcome>(async (transaction) => {
    const last = await lastChange(transaction);
    if (!last) return { result: { outcome: 'nothing' } };
    const { undone, before } = last;
    if (only !== undefined && only !== undone.id) {
      return { result: { outcome: 'not-last', last: undone } };
    }
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
    const asleep = await restoreOffers(transaction, before, at, (source) =>
      tally.of(source, 'offer'),
    );
    await restoreAll('network', before.networks);
    const { sources } = tally;
    const revision = ((await transaction.head())?.revision ?? 0) + 1;
    return {
      result: { outcome: 'done', undone, sources, ...ofWords, asleep, revision },
      ...(!dryRun && { keep: { entry: { at, undid: undone.id, sources, ...ofWords } } }),
    };
  });
}

/** Finds the latest import that changed something and is not taken back, and what it replaced. */
async function lastChange(
  transaction: Transaction,
): Promise<{ undone: HistoryEntry; before: Before | undefined } | undefined> {
  const history = await transaction.history();
  const takenBack = new Set(history.map(({ undid }) => undid));
  for (const [index, undone] of history.entries()) {
    const { id, undid, revision, amended } = undone;
    const mayHaveChanged = revision !== (history[index + 1]?.revision ?? 0);
    if (undid !== undefined || amended || takenBack.has(id) || !mayHaveChanged) continue;
    const before = await transaction.before(id);
    // Confirmations make revisions without an entry, so the import may have changed nothing itself.
    if (!before || hasReplaced(before)) return { undone, before };
  }
  return undefined;
}

function hasReplaced({ providers, offers, networks, ...others }: Before): boolean {
  return providers.length + offers.length + networks.length + Object.keys(others).length > 0;
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

/**
 * Gives offers back what the table said of them, and the amendments that the import ended, but where
 * another has been accepted since. What is kept of them is laid over that as ever.
 * @returns how many amendments say nothing of what the table said
 */
async function restoreOffers(
  transaction: Transaction,
  { offers, papers = {} }: Before,
  changed: string,
  countsOf: (source: string) => Counts,
): Promise<number> {
  await restoreEnded(transaction, papers);
  const imported = new Map(papers.imported?.map(({ id, document }) => [id, document]));
  const overlay = await Overlay.open(transaction);
  let asleep = 0;
  for (const batch of batches(offers)) {
    const ids = batch.map(({ id }) => id);
    const stored = await transaction.records('offer', ids);
    const were = new Map(batch.map(({ id, document }) => [id, document]));
    const restored = stored.map((offer) => {
      const document = were.get(offer.id);
      countsOf(offer.source)[document ? 'changed' : 'retired']++;
      const said = imported.get(offer.id) ?? document;
      return [offer.id, said ?? IMPORTED.offer.remains({ ...offer, status: 'retired' })] as const;
    });
    await transaction.putPapers('imported', new Map(restored));
    await republish(transaction, overlay, stored, changed);
    for (const [, said] of restored) asleep += overlay.asleep(said);
  }
  return asleep;
}

async function restoreEnded(
  transaction: Transaction,
  { amendment = [], overruled = [] }: NonNullable<Before['papers']>,
): Promise<void> {
  const present = await transaction.papers('amendment');
  await transaction.putPapers(
    'amendment',
    new Map(
      amendment.filter(({ id }) => !present.has(id)).map(({ id, document }) => [id, document]),
    ),
  );
  await transaction.putPapers(
    'overruled',
    new Map(overruled.map(({ id, document }) => [id, document])),
  );
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
