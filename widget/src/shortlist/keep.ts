import type { DirectoryStore } from '../store/directory-store.js';
import { KEPT, kept } from './kept.js';

/** The marks that a device keeps, as slugs, by the feed's address. */
type Kept = Record<string, string[]>;

/** What a visitor has marked, and what no longer. */
interface Change {
  added?: readonly string[];
  removed?: readonly string[];
}

/** Told of what the device has kept of a feed before and keeps now; undefined: nothing, at no wish. */
type Watcher = (before: string[] | undefined, now: string[] | undefined) => void;

/** All that want to know, with the feed's address. */
const watchers = new Map<Watcher, string>();

function parse(text: string | null): Kept {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Kept) : {};
  } catch {
    return {};
  }
}

/** The slugs that are kept of a feed; undefined where the visitor has not chosen that. */
function slugsOf(all: Kept, feed: string | undefined): string[] | undefined {
  if (feed === undefined || !(feed in all)) return undefined;
  const slugs: unknown = all[feed];
  return Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === 'string') : [];
}

function tell(before: Kept, now: Kept) {
  for (const [watcher, feed] of watchers) watcher(slugsOf(before, feed), slugsOf(now, feed));
}

/** Another tab's change; where that has emptied the store, nobody has asked to unmark anything. */
function hear({ key, oldValue, newValue }: StorageEvent) {
  if (key === KEPT || key === null) tell(parse(oldValue), parse(newValue));
}

/** Calls for every change of what the device keeps, in this tab or another. @returns what ends it */
export function watchKept({ client }: DirectoryStore, watcher: Watcher): () => void {
  addEventListener('storage', hear);
  if (client) watchers.set(watcher, client.base.href);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) removeEventListener('storage', hear);
  };
}

/** Tells whether this device lets the page keep anything: a frame in a sandbox may not even ask. */
export function canKeep(): boolean {
  try {
    return typeof localStorage.getItem(KEPT) !== 'undefined';
  } catch {
    return false;
  }
}

/** The slugs that this device keeps of a feed. */
export function keptSlugs({ client }: DirectoryStore): string[] {
  return slugsOf(parse(kept()), client?.base.href) ?? [];
}

/** Tells whether the visitor has chosen to keep the marks of this feed. */
export function isKept({ client }: DirectoryStore): boolean {
  return slugsOf(parse(kept()), client?.base.href) !== undefined;
}

function write(next: Kept): boolean {
  const before = parse(kept());
  try {
    if (Object.keys(next)[0]) localStorage.setItem(KEPT, JSON.stringify(next));
    else localStorage.removeItem(KEPT);
  } catch {
    return false;
  }
  tell(before, next);
  return true;
}

/**
 * Keeps a change on this device, and leaves what others have kept there meanwhile.
 *
 * @returns whether the browser has done it
 */
export function keep(store: DirectoryStore, { added = [], removed = [] }: Change): boolean {
  const { client } = store;
  if (!client) return false;
  const slugs = new Set([...keptSlugs(store), ...added]);
  for (const slug of removed) slugs.delete(slug);
  return write({ ...parse(kept()), [client.base.href]: [...slugs] });
}

/** Deletes what is kept of this feed. */
export function forget({ client }: DirectoryStore): void {
  const { [client?.base.href ?? '']: _, ...others } = parse(kept());
  write(others);
}
