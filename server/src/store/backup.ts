import { checkPath, filePath, loadDriver } from './open.js';
import { backupSqlite, type Backup } from './sqlite/backup.js';

/**
 * Copies the database that an address names into a file, as of one moment, and checks the copy.
 * Readers and writers go on meanwhile. The database is not opened as a store, since that would
 * bring its tables up to date: a backup before an upgrade should have the old ones.
 * @param url as `openStore` takes it
 * @param target not there yet, or empty
 * @throws StoreError where the database cannot be read, the target not written, or the copy is damaged
 */
export async function backupStore(url: string, target: string): Promise<Backup> {
  const path = filePath(url);
  await checkPath(path, false);
  return backupSqlite(await loadDriver(), path, target);
}
