import { openStore } from '../store/open.js';
import type { DirectoryState, Store } from '../store/store.js';
import { StoreError } from '../store/error.js';
import { databaseUrl } from './usage.js';

/** Reads the directory for a command that changes nothing. @throws StoreError, also where it is empty */
export function readDirectory(): Promise<DirectoryState> {
  return withDirectory(async (_, state) => state);
}

/** Lets `work` use the store and what it holds. @throws StoreError, also where it is empty */
export async function withDirectory<Result>(
  work: (store: Store, state: DirectoryState) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const state = await store.read();
    if (state) return await work(store, state);
  } finally {
    await store.close();
  }
  throw new StoreError(
    'missing',
    'The database is empty. Import a file first: vielfalt import FILE.',
  );
}
