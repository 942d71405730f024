import type { Changes, Store } from '../../server/src/store/store.js';

/** Puts changes into a store, as an import would. */
export function apply(store: Store, changes: Changes): Promise<undefined> {
  return store.change(async (transaction) => {
    await transaction.put(changes);
    return { result: undefined, keep: {} };
  });
}
