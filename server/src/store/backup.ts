import { checkPath, filePath, loadDriver, openAccess } from './open.js';
import { isPostgres } from './postgres/address.js';
import { copyDirectory } from './sql/copy.js';
import { backupSqlite, type Backup } from './sqlite/backup.js';

/**
 * Copies the database that an address names into a file of SQLite, as of one moment, and checks the
 * copy. Readers and writers go on meanwhile. One of SQLite is not opened as a store, since that would
 * bring its tables up to date: a backup before an upgrade should have the old ones.
 * @param url as `openStore` takes it
 * @param target not there yet, or empty
 * @throws StoreError where the database cannot be read, the target not written, or the copy is damaged
 */
export async function backupStore(url: string, target: string): Promise<Backup> {
  if (isPostgres(url)) return backupPostgres(url, target);
  const path = filePath(url);
  await checkPath(path, false);
  return backupSqlite(await loadDriver(), path, target);
}

async function backupPostgres(url: string, target: string): Promise<Backup> {
  const source = await openAccess(url, { create: false });
  try {
    const copy = await openAccess(`sqlite:${target}`, { create: false });
    try {
      return await copyDirectory(source, copy);
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}
