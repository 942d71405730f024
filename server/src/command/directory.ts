import { openStore } from '../store/open.js';
import type { DirectoryState } from '../store/store.js';
import { StoreError } from '../store/error.js';
import { databaseUrl } from './usage.js';

/** Reads the directory for a command that changes nothing. @throws StoreError, also where it is empty */
export async function readDirectory(): Promise<DirectoryState> {
  const store = await openStore(databaseUrl(), { create: false });
  try {
    const state = await store.read();
    if (state) return state;
  } finally {
    await store.close();
  }
  throw new StoreError(
    'missing',
    'The database is empty. Import a file first: vielfalt import FILE.',
  );
}
