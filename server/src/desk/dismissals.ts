import type { Store } from '../store/store.js';
import { recordDeed } from './deeds.js';

/** The ids of a section's items that keepers have called no fault. */
export async function dismissedIn(store: Store, section: string): Promise<Set<string>> {
  const start = `${section} `;
  const ids = [...(await store.papers('dismissal')).keys()];
  return new Set(ids.filter((id) => id.startsWith(start)).map((id) => id.slice(start.length)));
}

/** Has a section not name one of its items again. */
export async function dismiss(
  store: Store,
  { section, item, keeper }: { section: string; item: string; keeper: string },
  now: number,
): Promise<void> {
  await store.change(async (transaction) => {
    const dismissal = { at: new Date(now).toISOString(), by: keeper };
    await transaction.putPapers('dismissal', new Map([[`${section} ${item}`, dismissal]]));
    await recordDeed(transaction, { keeper, what: 'fine', subject: item }, now);
    return { result: undefined, keep: {} };
  });
}
