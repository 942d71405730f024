import { resolve } from 'node:path';
import { StoreError } from '../error.js';
import type { Connection } from '../sql/connection.js';
import type { Driver } from './driver.js';
import { hasTables } from './migrations.js';

/** The contents of a backup. */
export interface Backup {
  /** 0 where nothing had been imported. */
  revision: number;
}

/** The time to wait where another program has locked the database, in milliseconds. */
const PATIENCE = 10_000;

/** Copies the database at `path`, in one read transaction, into the file `target`. @throws StoreError */
export async function backupSqlite(driver: Driver, path: string, target: string): Promise<Backup> {
  await withConnection(driver, path, async (source) => {
    if (!(await hasTables(source, path))) {
      throw new StoreError(
        'missing',
        `The database ${path} is empty. Set DATABASE_URL to the one that is to be kept.`,
      );
    }
    await copyInto(source, target);
  });
  return withConnection(driver, target, async (copy) => {
    const [check] = await copy.all('PRAGMA integrity_check(1)');
    const [orphan] = await copy.all('PRAGMA foreign_key_check');
    if (check?.['integrity_check'] !== 'ok' || orphan) {
      throw new StoreError(
        'damaged',
        `The database ${path} is damaged, and so is its copy, which was thrown away. Keep the backups of before. (${String(check?.['integrity_check'])})`,
      );
    }
    const [head] = await copy.all('SELECT max(revision) AS revision FROM head');
    return { revision: Number(head?.['revision'] ?? 0) };
  });
}

async function copyInto(source: Connection, target: string): Promise<void> {
  try {
    await source.all('VACUUM INTO ?', resolve(target));
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble !== 'full') throw error;
    throw new StoreError('full', `There is no space left for the copy ${target}.`, {
      cause: error,
    });
  }
}

async function withConnection<Result>(
  driver: Driver,
  path: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await driver.open(path, { create: false, patience: PATIENCE });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
