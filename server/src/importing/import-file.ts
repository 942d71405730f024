import type { Store, Transaction, TransactionResult } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import { applyPlan } from './apply-import.js';
import type { ImportOptions, ImportOutcome } from './apply-import.js';
import type { ImportBatch } from './batch.js';
import { planImport } from './plan-import.js';
import { readDirectoryFile } from './read-directory-file.js';

/** The directory to import into. */
export interface ImportTarget {
  /** An empty store in memory where there is no database yet. */
  store: Store;
  /** Creates the database where there is none, unless the import has faults. */
  create?: () => Promise<Store>;
}

export interface FileImportOptions extends ImportOptions {
  /** The only source to take from the file. */
  source?: string;
}

/**
 * Imports a JSON file's content, all or nothing, in one transaction.
 * @param json the file's content, unchecked
 * @throws StoreError
 */
export async function importFile(
  store: Store,
  json: unknown,
  { source, ...options }: FileImportOptions,
): Promise<ImportOutcome> {
  return applyImport({ store }, readDirectoryFile(json, source), options);
}

/** A batch, what is wrong with a file that makes none, or how to make one of what is there already. */
type GivenBatch =
  | ImportBatch
  | { invalid: readonly Fault[] }
  | ((transaction: Transaction) => Promise<ImportBatch>);

/**
 * Plans an import and carries the plan out, in one transaction. Faults leave everything as it is.
 * @throws StoreError
 */
export async function applyImport(
  { store, create }: ImportTarget,
  given: GivenBatch,
  options: ImportOptions,
): Promise<ImportOutcome> {
  if ('invalid' in given) return { outcome: 'faults', faults: given.invalid };
  const batchIn = async (transaction: Transaction) =>
    typeof given === 'function' ? given(transaction) : given;
  const planAndApply = async (
    transaction: Transaction,
  ): Promise<TransactionResult<ImportOutcome>> => {
    const plan = await planImport(transaction, await batchIn(transaction), options);
    if ('faults' in plan) return { result: { outcome: 'faults', faults: plan.faults } };
    return applyPlan(transaction, plan, options);
  };
  if (!create || options.dryRun) return store.change(planAndApply);

  const plan = await store.change(async (transaction) => ({
    result: await planImport(transaction, await batchIn(transaction), options),
  }));
  if ('faults' in plan) return { outcome: 'faults', faults: plan.faults };
  const made = await create();
  try {
    // A plan for an empty directory holds for every empty directory; another import may have come first.
    return await made.change<ImportOutcome>(async (transaction) =>
      (await transaction.head()) === undefined
        ? applyPlan(transaction, plan, options)
        : planAndApply(transaction),
    );
  } finally {
    await made.close();
  }
}
