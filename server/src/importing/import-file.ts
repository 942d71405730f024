import type { Store } from '../store/store.js';
import { carryOut } from './carry-out.js';
import type { ImportOptions, ImportOutcome } from './carry-out.js';
import { draftOffer, draftProvider, placeInJson } from './draft.js';
import { FaultList } from './fault-list.js';
import { pathOf } from './fault.js';
import type { Fault } from './fault.js';
import { planImport } from './plan-import.js';
import type { Intake, PlanOptions } from './plan-import.js';
import { validateFile } from './validate.js';

/**
 * Imports what a JSON file holds, all or nothing, in one transaction.
 * @param json the file's content, unchecked
 * @throws StoreError
 */
export async function importFile(
  store: Store,
  json: unknown,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const read = takeIn(json);
  if ('invalid' in read) return { outcome: 'faults', faults: read.invalid };
  return importIntake(store, read, options);
}

/** @param json a JSON file's content, unchecked */
export function takeIn(json: unknown): Intake | { invalid: readonly Fault[] } {
  const valid = validateFile(json);
  if ('faults' in valid) return { invalid: valid.faults };
  const { directory, vocabulary, lexicon, sources, providers, offers } = valid.file;
  return {
    ...(directory && { directory }),
    ...(vocabulary && { vocabulary }),
    ...(lexicon && { lexicon }),
    sources,
    providers: providers.map((given, index) =>
      draftProvider(given, placeInJson(pathOf('providers', index))),
    ),
    offers: offers.map((given, index) => draftOffer(given, placeInJson(pathOf('offers', index)))),
    faults: new FaultList(),
  };
}

/** The faults that stop an import of what has been read of any file; nothing is written. */
export function findFaults(
  store: Store,
  intake: Intake,
  options: PlanOptions,
): Promise<readonly Fault[]> {
  return store.change(async (transaction) => {
    const plan = await planImport(transaction, intake, options);
    return { result: 'faults' in plan ? plan.faults : [] };
  });
}

/** Imports what has been read of any file, all or nothing, in one transaction. */
export function importIntake(
  store: Store,
  intake: Intake,
  options: ImportOptions,
): Promise<ImportOutcome> {
  return store.change((transaction) => carryOut(transaction, intake, options));
}
