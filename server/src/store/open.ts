import { StoreError } from './error.js';
import type { Store } from './store.js';
import type { Driver } from './sqlite/driver.js';
import { loadNodeSqlite } from './sqlite/node-sqlite-driver.js';
import { loadSqlite3 } from './sqlite/sqlite3-driver.js';
import { openSqlite } from './sqlite/sqlite-access.js';
import { isPostgres, withoutPassword } from './postgres/address.js';
import { ReplicaStore } from './replica-store.js';
import { SqlStore, type Access } from './sql/sql-store.js';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const PREFIX = 'sqlite:';

/**
 * Opens the store that an address names.
 * @param url `sqlite:` and a path, `sqlite::memory:` for one that lasts until it is closed, or
 *   `postgres://user@host/database`
 * @param options `create: false` refuses (trouble `missing`) where there is no database yet, or one
 *   of PostgreSQL without our tables
 * @throws StoreError
 */
export async function openStore(
  url: string,
  { create = true }: { create?: boolean } = {},
): Promise<Store> {
  return new SqlStore(await openAccess(url, { create }));
}

/**
 * Opens a store that reads the directory from a copy of its database.
 * @param readUrl as `openStore` takes it; undefined: there is no copy
 * @throws StoreError
 */
export async function openReplicated(url: string, readUrl: string | undefined): Promise<Store> {
  const primary = await openStore(url);
  if (readUrl === undefined) return primary;
  const replica = await openStore(readUrl, { create: false }).catch(async (error: unknown) => {
    await primary.close();
    if (!(error instanceof StoreError)) throw error;
    throw new StoreError(error.trouble, `DATABASE_READ_URL: ${error.message}`, { cause: error });
  });
  const both = new ReplicaStore(primary, replica);
  try {
    await both.latest();
    return both;
  } catch (error) {
    await both.close();
    throw error;
  }
}

/** Opens the connections to a database, with its tables up to date. @throws StoreError */
export async function openAccess(url: string, { create }: { create: boolean }): Promise<Access> {
  if (isPostgres(url)) {
    const { openPostgres } = await import('./postgres/postgres-access.js');
    return openPostgres(url, { create });
  }
  const path = filePath(url);
  if (path !== ':memory:') await checkPath(path, create);
  return openSqlite(await loadDriver(), path, { create });
}

/**
 * The folder with what lies beside the database: logos, dictionaries, earlier parts of the widget.
 * @param named from the operator's settings; else the database's own, or for one of PostgreSQL the
 *   working directory
 * @returns `undefined` where the database is in memory
 */
export function filesFolder(url: string, named = process.env['FILES_FOLDER']): string | undefined {
  if (named) return named;
  if (isPostgres(url)) return '.';
  const path = filePath(url);
  return path === ':memory:' ? undefined : dirname(path);
}

/** The path in an address. @throws StoreError where it is not an address of a database */
export function filePath(url: string): string {
  const path = url.startsWith(PREFIX) ? url.slice(PREFIX.length) : '';
  if (!path || path.includes('\0')) {
    throw new StoreError(
      'address',
      `"${withoutPassword(url)}" is not the address of a database. Set DATABASE_URL to ${PREFIX} and a path, for example ${PREFIX}/var/lib/vielfalt/vielfalt.sqlite, or to postgres://USER@HOST/DATABASE`,
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
