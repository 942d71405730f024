import { openInMemory } from './answers/memory.js';
import type { OpenPublished } from './answers/published.js';
import { openInDatabase, type Prepare } from './editions/open.js';
import { prepareEdition } from './editions/prepare.js';
import type { Store } from './store/store.js';

/** Where answers come from: memory, or the database where the directory is kept. */
export type AnswersHome = 'memory' | 'database';

/** The most offers that are answered from memory where nothing else is asked for. */
const MOST_IN_MEMORY = 20_000;

/** Makes in this process what answering from the database needs. */
export const prepareHere =
  (store: Store): Prepare =>
  (datesOf) =>
    prepareEdition(store, datesOf);

/**
 * Opens the newest revision in a home.
 * @param home absent: memory for directories of up to 20,000 offers, the database for larger ones
 * @param prepareIn how to make what answering from the database needs
 */
export function openAtHome(
  home?: AnswersHome,
  prepareIn: (store: Store) => Prepare = prepareHere,
): OpenPublished {
  const inDatabase = openInDatabase(prepareIn);
  return async (store, dictionaries) => {
    const isLarge = async () => ((await store.editions?.offers()) ?? 0) > MOST_IN_MEMORY;
    const open = (home ?? ((await isLarge()) ? 'database' : 'memory')) === 'database';
    return (open ? inDatabase : openInMemory)(store, dictionaries);
  };
}
