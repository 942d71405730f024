import type { Driver } from '../../server/src/store/sqlite/driver.js';
import { loadNodeSqlite } from '../../server/src/store/sqlite/node-sqlite-driver.js';
import { loadSqlite3 } from '../../server/src/store/sqlite/sqlite3-driver.js';

async function available(
  name: string,
  load: () => Promise<Driver>,
): Promise<[name: string, driver: Driver | undefined, missing: string | undefined]> {
  try {
    return [name, await load(), undefined];
  } catch (error) {
    return [name, undefined, error instanceof Error ? error.message : String(error)];
  }
}

/** SQLite's drivers; one that this machine has not comes with the reason instead. */
export const drivers = [
  await available('sqlite3', loadSqlite3),
  await available('node:sqlite', loadNodeSqlite),
];
