import { keptRecords } from '../checks/inspected.js';
import type { DirectoryState, Store } from '../store/store.js';
import type { Link } from '../store/papers.js';
import { askLinks, type AskOptions } from './ask-links.js';
import { namedLinks } from '../checks/named-links.js';

/**
 * Asks the addresses of a directory that are due and keeps what they answer, however it ends; what is
 * known of addresses that the directory does not name any more is forgotten.
 * @returns the number of addresses that were asked, and of those that were due and were not
 * @throws OfflineError, StoreError
 */
export async function askAndKeep(
  store: Store,
  state: DirectoryState,
  today: string,
  options: AskOptions,
): Promise<{ asked: number; left: number }> {
  const addresses = new Set<string>();
  for (const { address } of namedLinks(keptRecords(state))) addresses.add(address);
  const known = await store.papers('link');
  const { links, left } = await askLinks({ addresses, known, today }, options);
  const changes = new Map<string, Link | undefined>(links);
  for (const address of known.keys()) if (!addresses.has(address)) changes.set(address, undefined);
  if (changes.size > 0) {
    await store.change(async (transaction) => {
      await transaction.putPapers('link', changes);
      return { result: undefined, keep: {} };
    });
  }
  return { asked: links.size, left };
}
