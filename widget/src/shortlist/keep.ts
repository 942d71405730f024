import type { DirectoryStore } from '../store/directory-store.js';
import { KEPT, kept } from './kept.js';

/** The marks that a device keeps, as slugs, by the feed's address. */
type Kept = Record<string, string[]>;

function read(): Kept {
  try {
    const value: unknown = JSON.parse(kept() ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Kept) : {};
  } catch {
    return {};
  }
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
  const slugs: unknown = client && read()[client.base.href];
  return Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === 'string') : [];
}

/** Tells whether the visitor has chosen to keep the marks of this feed. */
export function isKept({ client }: DirectoryStore): boolean {
  return !!client && client.base.href in read();
}

function write(next: Kept): boolean {
  try {
    if (Object.keys(next)[0]) localStorage.setItem(KEPT, JSON.stringify(next));
    else localStorage.removeItem(KEPT);
    return true;
  } catch {
    return false;
  }
}

/** Keeps slugs on this device. @returns whether the browser has done it */
export function keep({ client }: DirectoryStore, slugs: Iterable<string>): boolean {
  return !!client && write({ ...read(), [client.base.href]: [...slugs] });
}

/** Deletes what is kept of this feed. */
export function forget({ client }: DirectoryStore): void {
  const { [client?.base.href ?? '']: _, ...others } = read();
  write(others);
}
