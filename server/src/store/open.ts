import { StoreError } from './error.js';
import type { Store } from './store.js';
import type { Driver } from './sqlite/driver.js';
import { loadNodeSqlite } from './sqlite/node-sqlite-driver.js';
import { loadSqlite3 } from './sqlite/sqlite3-driver.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import { stat } from 'node:fs/promises';

const PREFIX = 'sqlite:';

/**
 * Opens the store that an address names.
 * @param url `sqlite:` and a path, or `sqlite::memory:` for one that lasts until it is closed
 * @param options `create: false` refuses (trouble `missing`) where there is no database yet
 * @throws StoreError
 */
export async function openStore(
  url: string,
  { create = true }: { create?: boolean } = {},
): Promise<Store> {
  const path = filePath(url);
  if (path !== ':memory:') await checkPath(path, create);
  return openSqliteStore(await loadDriver(), path, { create });
}

/** The path in an address. @throws StoreError where it is not an address of a database */
export function filePath(url: string): string {
  const path = url.startsWith(PREFIX) ? url.slice(PREFIX.length) : '';
  if (!path || path.includes('\0')) {
    throw new StoreError(
      'address',
      `"${url}" is not the address of a database. Set DATABASE_URL to ${PREFIX} and a path, for example ${PREFIX}/var/lib/vielfalt/vielfalt.sqlite`,
    );
  }
  return path;
}

/** @throws StoreError where the path is a folder, or does not exist and is not to be created */
export async function checkPath(path: string, create: boolean): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new StoreError(
      'address',
      `${path} is a folder. Name a file in it, for example DATABASE_URL=${PREFIX}${path.replace(/\/$/, '')}/vielfalt.sqlite`,
    );
  }
  if (!found && !create) {
    throw new StoreError(
      'missing',
      `There is no database at ${path}. Import a file first (vielfalt import FILE), or set DATABASE_URL to where it is.`,
    );
  }
}

/**
 * Loads the package first, since its queries do not block the event loop; otherwise Node's own
 * module.
 */
export async function loadDriver(): Promise<Driver> {
  const reasons: unknown[] = [];
  for (const load of [loadSqlite3, loadNodeSqlite]) {
    try {
      return await load();
    } catch (error) {
      reasons.push(error);
    }
  }
  const causes = reasons.map((reason) => (reason instanceof Error ? reason.message : reason));
  throw new StoreError(
    'driver',
    `No SQLite on this machine: the package sqlite3 could not be loaded, and this Node (${process.version}) has no node:sqlite. Install the package anew where a C++ compiler and Python are at hand (npm rebuild sqlite3), or use Node 24. (${causes.join('; ')})`,
    { cause: reasons },
  );
}
