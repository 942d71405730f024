import type { ImportTarget } from '../importing/import-file.js';
import { StoreError } from '../store/error.js';
import { openStore } from '../store/open.js';
import { databaseUrl } from './usage.js';

/** Creates a database only for an import that can succeed, not for a rehearsal or for faults. */
export async function withTarget<Result>(
  work: (target: ImportTarget) => Promise<Result>,
): Promise<Result> {
  const found = await openStore(databaseUrl(), { create: false }).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.trouble !== 'missing') throw error;
    return undefined;
  });
  const store = found ?? (await openStore('sqlite::memory:'));
  try {
    return await work({ store, ...(!found && { create: () => openStore(databaseUrl()) }) });
  } finally {
    await store.close();
  }
}
