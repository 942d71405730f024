import { isDeepStrictEqual } from 'node:util';
import type { Vocabulary, VocabularyList } from '@vielfalt/feed';
import type { Changes, HistoryEntry, LexiconChange, Transaction, Verdict } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { lexiconChange } from './lexicon-change.js';
import { merge, OFFERS, PROVIDERS } from './merge.js';
import type { Detail } from './merge.js';
import type { ImportPlan, PlanOptions } from './plan-import.js';

export interface ApplyOptions {
  /** Milliseconds since the epoch: when what changes has changed. */
  now: number;
  /** Go on where more than a fifth of a source's offers would be retired. */
  allowRetiring?: boolean;
  /** Only find out what would be done. */
  dryRun?: boolean;
  /** Goes into the history. */
  file?: NonNullable<HistoryEntry['file']>;
  /** Is told of each record that is not the same as before. */
  onDetail?: (detail: Detail) => void;
  /** Is told how many records have been dealt with, of how many. */
  onProgress?: (done: number, of: number) => void;
}

export interface ImportOptions extends PlanOptions, ApplyOptions {}

/** What an import does, or would do. */
export interface ImportReport {
  sources: HistoryEntry['sources'];
  /** Whether the directory record and the vocabulary are new. */
  directory: boolean;
  vocabulary: boolean;
  /** What happened to the office's own words; absent: nothing. */
  lexicon?: LexiconChange;
  /** Terms that were known until now; websites may name them. */
  droppedTerms: string[];
  /** The directory's revision afterwards. */
  revision: number;
  /** In the records that were left out. */
  skipped: readonly Fault[];
}

/** A source that would lose more of its offers than goes without asking. */
export interface Shrinking {
  source: string;
  retiring: number;
  /** Published and paused offers until now. */
  live: number;
}

export type ImportOutcome =
  | { outcome: 'done'; report: ImportReport }
  | { outcome: 'refused'; shrinking: Shrinking[] }
  | { outcome: 'faults'; faults: readonly Fault[] };

/** One in so many offers may go. */
const MOST_RETIRED = 5;

/**
 * Does what a plan says, all of it or nothing, in the transaction that it was made in or in one that
 * finds the directory as it was then.
 */
export async function applyPlan(
  transaction: Transaction,
  plan: ImportPlan,
  options: ApplyOptions,
): Promise<Verdict<ImportOutcome>> {
  const base = baseChanges(plan);
  await transaction.put(base);
  const { sources, shrinking } = await mergeSources(transaction, plan, options);
  if (shrinking.length > 0 && !options.allowRetiring) {
    return { result: { outcome: 'refused', shrinking } };
  }
  const isChanged =
    Object.keys(base).length > 0 ||
    sources.some(({ offers, providers }) =>
      [offers, providers].some(({ added, changed, retired }) => added + changed + retired > 0),
    );
  const lexicon = base.lexicon && { lexicon: lexiconChange(plan.head?.lexicon, base.lexicon) };
  const report: ImportReport = {
    sources,
    directory: base.directory !== undefined,
    vocabulary: base.vocabulary !== undefined,
    ...lexicon,
    droppedTerms: droppedTerms(plan.head?.vocabulary, plan.vocabulary),
    revision: (plan.head?.revision ?? 0) + (isChanged ? 1 : 0),
    skipped: plan.skipped,
  };
  const { file, now, dryRun = false } = options;
  const entry = { at: new Date(now).toISOString(), ...(file && { file }), sources, ...lexicon };
  return { result: { outcome: 'done', report }, ...(!dryRun && { keep: { entry } }) };
}

/** Providers first: offers refer to them. */
async function mergeSources(
  transaction: Transaction,
  { head, sources }: ImportPlan,
  { now, onDetail, onProgress }: ApplyOptions,
): Promise<{ sources: HistoryEntry['sources']; shrinking: Shrinking[] }> {
  const total = sources.reduce(
    (sum, { offers, providers }) => sum + offers.length + providers.length,
    0,
  );
  let done = 0;
  const options = {
    now: new Date(now).toISOString(),
    restoring: !head,
    onDetail,
    onRecords: (records: number) => onProgress?.((done += records), total),
  };
  const providers = [];
  for (const { providers: incoming, leavingProviders } of sources) {
    providers.push(await merge(transaction, PROVIDERS, incoming, leavingProviders, options));
  }
  const merged = [];
  const shrinking: Shrinking[] = [];
  for (const [index, { source, offers, leavingOffers, live }] of sources.entries()) {
    const { counts, retiring } = await merge(transaction, OFFERS, offers, leavingOffers, options);
    merged.push({ source: source.id, offers: counts, providers: providers[index]!.counts });
    if (retiring * MOST_RETIRED > live) shrinking.push({ source: source.id, retiring, live });
  }
  return { sources: merged, shrinking };
}

/** What of the directory record, the vocabulary and the sources is not as it was. */
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

function droppedTerms(before: Vocabulary | undefined, after: Vocabulary): string[] {
  return (Object.keys(after) as VocabularyList[]).flatMap((list) => {
    const kept = new Set(after[list].map(({ id }) => id));
    return (before?.[list] ?? [])
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => `${list} ${id}`);
  });
}
