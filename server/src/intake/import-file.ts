import type { Store } from '../store/store.js';
import { planImport } from './plan-import.js';
import type { ImportOptions, ImportPlan } from './plan-import.js';
import { validateFile } from './validate.js';

/**
 * Imports what a JSON file holds, all or nothing, in one transaction.
 * @param json the file's content, unchecked
 * @returns what was planned; it has been carried out where the outcome is `changes`
 * @throws StoreError
 */
export async function importFile(
  store: Store,
  json: unknown,
  options: ImportOptions,
): Promise<ImportPlan> {
  const valid = validateFile(json);
  if ('faults' in valid) return { outcome: 'faults', faults: valid.faults };
  return store.update((current) => {
    const plan = planImport(current, valid.file, options);
    return { changes: plan.outcome === 'changes' ? plan.changes : {}, result: plan };
  });
}

/** The same without carrying it out. @param store `undefined`: there is no database yet */
export async function tryImport(
  store: Store | undefined,
  json: unknown,
  options: ImportOptions,
): Promise<ImportPlan> {
  const valid = validateFile(json);
  if ('faults' in valid) return { outcome: 'faults', faults: valid.faults };
  return planImport(await store?.read(), valid.file, options);
}
