import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Driver } from '../../server/src/store/sqlite/driver.js';
import { folder } from './fixture.js';
import type { TestPostgres } from './postgres.js';

/** A way of keeping a directory, with its backups. All are addresses as `openStore` takes them. */
export interface Restorable {
  /** Makes a database with nothing in it. */
  make(context: TestContext): Promise<string>;
  /** Backs up a database that nobody is in, with all its tables. @returns one that can be changed */
  dump(context: TestContext, url: string): Promise<string>;
  /** Puts a backup in the place of a database, behind the back of whoever is in it. */
  restore(place: string, backup: string): Promise<void>;
}

const PREFIX = 'sqlite:';
const pathIn = (url: string) => url.slice(PREFIX.length);
const fileFor = (context: TestContext) => join(folder(context), 'directory.sqlite');

export function restorableSqlite(driver: Driver): Restorable {
  return {
    make: async (context) => PREFIX + fileFor(context),
    async dump(context, url) {
      const copy = fileFor(context);
      const connection = await driver.open(pathIn(url), { create: false });
      await connection.exec(`VACUUM INTO '${copy}'`);
      await connection.close();
      return PREFIX + copy;
    },
    async restore(place, backup) {
      const connection = await driver.open(pathIn(place), { create: false });
      await connection.exec(
        `PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = OFF; ATTACH '${pathIn(backup)}' AS backup`,
      );
      const tables = await connection.all(
        `SELECT name FROM backup.sqlite_schema WHERE type = 'table'`,
      );
      const copying = tables.map(
        ({ name }) =>
          `DELETE FROM main."${String(name)}";
           INSERT INTO main."${String(name)}" SELECT * FROM backup."${String(name)}";`,
      );
      await connection.exec(`BEGIN IMMEDIATE; ${copying.join('')} COMMIT`);
      await connection.close();
    },
  };
}

export function restorablePostgres(server: TestPostgres): Restorable {
  return {
    make: () => server.database(),
    async dump(_context, url) {
      const copy = await server.database();
      await server.query(`DROP DATABASE ${databaseIn(copy)}`);
      await server.query(`CREATE DATABASE ${databaseIn(copy)} TEMPLATE ${databaseIn(url)}`);
      return copy;
    },
    restore: (place, backup) => replaceDatabase(server, place, backup),
  };
}

const databaseIn = (url: string) => new URL(url).pathname.slice(1);

/** Puts one database of PostgreSQL in the place of another one. */
export async function replaceDatabase(server: TestPostgres, place: string, url: string) {
  const name = databaseIn(place);
  // A service comes back at once, and may be there before the name has changed.
  for (let tries = 0; ; tries++) {
    await server.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    try {
      await server.query(`ALTER DATABASE ${name} RENAME TO ${name}_old_${Date.now()}`);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 1200) throw error;
      await sleep(50);
    }
  }
  await server.query(`ALTER DATABASE ${databaseIn(url)} RENAME TO ${name}`);
}
