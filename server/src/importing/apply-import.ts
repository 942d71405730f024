import { isDeepStrictEqual } from 'node:util';
import type { Vocabulary, VocabularyList } from '@vielfalt/feed';
import { RECORD_KINDS, RECORD_LISTS } from '../store/store.js';
import type {
  Changes,
  Counts,
  FeedVisit,
  HistoryEntry,
  LexiconChange,
  JudgedCounts,
  RecordKind,
  Records,
  SourceCounts,
  Transaction,
  TransactionResult,
} from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { lexiconChange } from './lexicon-change.js';
import { merge } from './merge.js';
import type { Detail } from './merge.js';
import { BARE, Overlay } from './overlay.js';
import type { Ended, Layer } from './overlay.js';
import type { ImportPlan, KindPlan, PlanOptions } from './plan-import.js';
import { IMPORTED } from './record-kinds.js';

export interface ApplyOptions {
  /** Milliseconds since the epoch: the moment of change for what changes. */
  now: number;
  /** Goes on where more than a fifth of a source's records of a kind would be retired. */
  allowRetiring?: boolean;
  /** Only finds out what would be done. */
  dryRun?: boolean;
  /** The file's entry for the history. */
  file?: NonNullable<HistoryEntry['file']>;
  /** Leaves no entry in the history where nothing changes. */
  onlyIfChanged?: boolean;
  /** For the history, where the records come from another directory's feed. */
  feed?: FeedVisit;
  /** Called with each record that differs from before. */
  onDetail?: (detail: Detail) => void;
  /** Called with how many records have been processed, of how many. */
  onProgress?: (done: number, of: number) => void;
}

export interface ImportOptions extends PlanOptions, ApplyOptions {}

/** The result of an import, or of its rehearsal. */
export interface ImportReport {
  sources: HistoryEntry['sources'];
  /** Tells whether the directory record and the vocabulary are new. */
  directory: boolean;
  vocabulary: boolean;
  /** The change to the office's own words; absent: none. */
  lexicon?: LexiconChange;
  /** Accepted changes that the file says by now, or says otherwise: these are published no more. */
  ended: Ended[];
  /** Terms that were known before the import; websites may name them. */
  droppedTerms: string[];
  /** The directory's revision afterwards. */
  revision: number;
  /** Faults in the records that were left out. */
  skipped: readonly Fault[];
}

/** A source that would lose more of its records than is allowed without confirmation. */
export interface Shrinking {
  source: string;
  /** Absent: its offers. */
  list?: 'networks';
  retiring: number;
  /** Those that were available before the import: published or paused. */
  live: number;
}

export type ImportOutcome =
  | { outcome: 'done'; report: ImportReport }
  | { outcome: 'refused'; shrinking: Shrinking[] }
  | { outcome: 'faults'; faults: readonly Fault[] };

/** One in this many records of a kind may be retired. */
const MOST_RETIRED = 5;

const NOTHING: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };

/**
 * Carries out a plan, all of it or nothing, in the transaction that it was made in or in one that
 * finds the directory unchanged since.
 */
export async function applyPlan(
  transaction: Transaction,
  plan: ImportPlan,
  options: ApplyOptions,
): Promise<TransactionResult<ImportOutcome>> {
  const base = baseChanges(plan);
  await transaction.put(base);
  const { sources, ended, shrinking } = await mergeSources(transaction, plan, options);
  if (shrinking.length > 0 && !options.allowRetiring) {
    return { result: { outcome: 'refused', shrinking } };
  }
  const isChanged =
    Object.keys(base).length > 0 ||
    ended.length > 0 ||
    sources.some((counts) =>
      RECORD_KINDS.some((kind) => {
        const { added, changed, retired } = counts[RECORD_LISTS[kind]] ?? NOTHING;
        return added + changed + retired > 0;
      }),
    );
  const lexicon = base.lexicon && { lexicon: lexiconChange(plan.head?.lexicon, base.lexicon) };
  const report: ImportReport = {
    sources,
    directory: base.directory !== undefined,
    vocabulary: base.vocabulary !== undefined,
    ...lexicon,
    ended,
    droppedTerms: droppedTerms(plan.head?.vocabulary, plan.vocabulary),
    revision: (plan.head?.revision ?? 0) + (isChanged ? 1 : 0),
    skipped: plan.skipped,
  };
  const { file, feed, now, dryRun = false, onlyIfChanged = false } = options;
  const isKept = !dryRun && (isChanged || !onlyIfChanged);
  const at = new Date(now).toISOString();
  const entry = {
    ...{ at, ...(file && { file }), sources, ...lexicon, ...(feed && { feed }) },
    ...(ended.length > 0 && { judged: judgedCounts(ended) }),
  };
  return { result: { outcome: 'done', report }, ...(isKept && { keep: { entry } }) };
}

/** Merges one kind after the other, providers first, as others refer to them. */
async function mergeSources(
  transaction: Transaction,
  { head, sources }: ImportPlan,
  { now, onDetail, onProgress }: ApplyOptions,
): Promise<{ sources: SourceCounts[]; ended: Ended[]; shrinking: Shrinking[] }> {
  const total = sources
    .flatMap(({ records }) => RECORD_KINDS.map((kind) => records[kind]?.incoming.length ?? 0))
    .reduce((sum, count) => sum + count, 0);
  let done = 0;
  const ended: Ended[] = [];
  const overlay = await Overlay.open(transaction);
  const layers: { readonly [Kind in RecordKind]: Layer<Records[Kind]> } = {
    provider: BARE,
    offer: overlay,
    network: BARE,
  };
  const options = {
    now: new Date(now).toISOString(),
    restoring: !head,
    onDetail,
    onEnded: (each: Ended) => void ended.push(each),
    onRecords: (records: number) => onProgress?.((done += records), total),
  };
  const shrinking: Shrinking[] = [];
  const mergeKind = async <Kind extends RecordKind>(
    kind: Kind,
    { incoming, leaving, live }: KindPlan<Kind>,
    source: string,
  ) => {
    const imported = IMPORTED[kind];
    const merged = merge(transaction, imported, incoming, leaving, layers[kind], options);
    const { counts, retiring } = await merged;
    if (imported.isGuarded && retiring * MOST_RETIRED > live) {
      shrinking.push({ source, ...(kind === 'network' && { list: 'networks' }), retiring, live });
    }
    return counts;
  };
  const all = sources.map(({ source }): SourceCounts => ({ source: source.id }));
  for (const kind of RECORD_KINDS) {
    for (const [index, { source, records }] of sources.entries()) {
      const counts = all[index];
      const plan = records[kind];
      if (!counts || !plan) continue;
      counts[RECORD_LISTS[kind]] = await mergeKind<RecordKind>(kind, plan, source.id);
    }
  }
  return { sources: all, ended, shrinking };
}

/** Returns the changes to the directory record, the vocabulary and the sources. */
function baseChanges({ head, directory, vocabulary, lexicon, sources }: ImportPlan): Changes {
  const known = new Map(head?.sources.map((source) => [source.id, source]));
  const changed = sources
    .map(({ source }) => source)
    .filter((source) => !isDeepStrictEqual(source, known.get(source.id)));
  return {
    ...(!isDeepStrictEqual(directory, head?.directory) && { directory }),
    ...(!isDeepStrictEqual(vocabulary, head?.vocabulary) && { vocabulary }),
    ...(!isDeepStrictEqual(lexicon, head?.lexicon ?? []) && { lexicon }),
    ...(changed.length > 0 && { sources: changed }),
  };
}

function judgedCounts(ended: readonly Ended[]): JudgedCounts {
  const settled = ended.filter(({ standing }) => standing === 'settled').length;
  return { settled, overruled: ended.length - settled };
}

function droppedTerms(before: Vocabulary | undefined, after: Vocabulary): string[] {
  return (Object.keys(after) as VocabularyList[]).flatMap((list) => {
    const kept = new Set(after[list].map(({ id }) => id));
    return (before?.[list] ?? [])
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => `${list} ${id}`);
  });
}
