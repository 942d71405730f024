import type { Store } from '../store/store.js';
import { carryOut } from './carry-out.js';
import type { ImportOptions, ImportOutcome } from './carry-out.js';
import { draftOffer, draftProvider, placeInJson } from './draft.js';
import { FaultList } from './fault-list.js';
import { pathOf } from './fault.js';
import type { Intake } from './plan-import.js';
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
  const valid = validateFile(json);
  if ('faults' in valid) return { outcome: 'faults', faults: valid.faults };
  const { directory, vocabulary, sources, providers, offers } = valid.file;
  return importIntake(
    store,
    {
      ...(directory && { directory }),
      ...(vocabulary && { vocabulary }),
      sources,
      providers: providers.map((given, index) =>
        draftProvider(given, placeInJson(pathOf('providers', index))),
      ),
      offers: offers.map((given, index) => draftOffer(given, placeInJson(pathOf('offers', index)))),
      faults: new FaultList(),
    },
    options,
  );
}

/** The same for what has been read of any file. */
export function importIntake(
  store: Store,
  intake: Intake,
  options: ImportOptions,
): Promise<ImportOutcome> {
  return store.change((transaction) => carryOut(transaction, intake, options));
}
