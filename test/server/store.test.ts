import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../server/src/store/error.js';
import { openStore } from '../../server/src/store/open.js';
import { checkValues } from '../../server/src/store/sql/connection.js';
import { SqlStore } from '../../server/src/store/sql/sql-store.js';
import type { Driver } from '../../server/src/store/sqlite/driver.js';
import { openSqlite } from '../../server/src/store/sqlite/sqlite-access.js';
import { apply } from './apply.js';
import { drivers } from './drivers.js';
import { directory, folder, vocabulary } from './fixture.js';
import { storeContract } from './store.contract.js';

for (const [name, usable, missing] of drivers) {
  const open = async (path: string, create = true) =>
    new SqlStore(await openSqlite(usable!, path, { create }));

  storeContract(name, (path) => open(path), missing);

  describe(`SQLite through ${name}`, { skip: missing ?? false }, () => {
    test('refuses the tables of a newer program and says what to do', async (context) => {
      const path = join(folder(context), 'newer.sqlite');
      await (await open(path)).close();
      const connection = await usable!.open(path, { create: false });
      await connection.exec('PRAGMA user_version = 99');
      await connection.close();
      await assert.rejects(open(path), {
        name: 'StoreError',
        trouble: 'newer',
        message: /written by a newer Vielfalt .* Update this program/,
      });
    });

    test('refuses the database of another program and leaves it alone', async (context) => {
      const path = join(folder(context), 'photos.sqlite');
      const connection = await usable!.open(path, { create: true });
      await connection.exec('CREATE TABLE photo (name TEXT)');
      await assert.rejects(open(path), { trouble: 'foreign' });
      const tables = await connection.all('SELECT name FROM sqlite_schema');
      assert.deepEqual(
        tables.map(({ name }) => name),
        ['photo'],
      );
      await connection.close();
    });

    test('refuses a file that is no database', async (context) => {
      const path = join(folder(context), 'letter.txt');
      writeFileSync(path, 'Sehr geehrte Damen und Herren, '.repeat(100));
      await assert.rejects(open(path), { name: 'StoreError', trouble: 'foreign' });
    });

    test('makes its file for its owner alone, and leaves one that is there', async (context) => {
      const modeOf = (path: string) => statSync(path).mode & 0o777;
      const own = join(folder(context), 'own.sqlite');
      await (await open(own)).close();
      assert.equal(modeOf(own), 0o600);
      const shared = join(folder(context), 'shared.sqlite');
      writeFileSync(shared, '', { mode: 0o640 });
      await (await open(shared)).close();
      assert.equal(modeOf(shared), 0o640);
    });

    test('makes no file where it is told to open one', async (context) => {
      const path = join(folder(context), 'none.sqlite');
      await assert.rejects(open(path, false), { name: 'StoreError', trouble: 'unreachable' });
      assert.equal(existsSync(path), false);
    });

    test('waits for another program that writes, and the thread goes on meanwhile', async (context) => {
      const path = join(folder(context), 'shared.sqlite');
      const store = await open(path);
      context.after(() => store.close());
      const other = await usable!.open(path, { create: false });
      context.after(() => other.close());
      await other.exec('BEGIN IMMEDIATE');
      const writing = apply(store, { directory, vocabulary });
      // It is this thread that ends the other's transaction: one that stood still never would.
      await sleep(100);
      assert.equal(await store.revision(), 0);
      await other.exec('COMMIT');
      await writing;
      assert.equal(await store.revision(), 1);
    });

    test('keeps its promises to the disk', async (context) => {
      const path = join(folder(context), 'test.sqlite');
      const store = await open(path);
      context.after(() => store.close());
      const connection = await usable!.open(path, { create: false });
      assert.deepEqual(await connection.all('PRAGMA journal_mode'), [{ journal_mode: 'wal' }]);
      await connection.close();
    });
  });
}

test('a database that cannot be begun leaves no file, and takes none away that was there', async (context) => {
  const fail = () => Promise.reject(new StoreError('full', 'The disk is full.'));
  const full: Driver = {
    name: 'full',
    open: async () => ({ all: fail, exec: fail, close: async () => undefined }),
  };
  const path = join(folder(context), 'new.sqlite');
  await assert.rejects(openSqlite(full, path, { create: true }), { trouble: 'full' });
  assert.ok(!existsSync(path));
  writeFileSync(path, '');
  await assert.rejects(openSqlite(full, path, { create: true }), { trouble: 'full' });
  assert.ok(existsSync(path));
});

test('values that SQLite would silently change are refused', () => {
  const sql = 'INSERT INTO offer (id, slug) VALUES (?, ?)';
  checkValues(sql, ['a', null]);
  checkValues(sql, [1, 2 ** 53 - 1]);
  assert.throws(() => checkValues(sql, ['a']), /1 values for 2 places/);
  assert.throws(() => checkValues(sql, ['a', 2 ** 53]), /exactly/);
  assert.throws(() => checkValues(sql, ['a', 0.5]), /exactly/);
});

describe('the address of a store', () => {
  test('in memory: one store, read and written', async () => {
    const store = await openStore('sqlite::memory:');
    await apply(store, { directory, vocabulary });
    assert.equal(await store.revision(), 1);
    assert.deepEqual((await store.read())?.directory, directory);
    await store.close();
  });

  for (const url of ['', 'sqlite:', 'vielfalt.sqlite', 'mysql://localhost/vielfalt']) {
    test(`${JSON.stringify(url)} is refused with an example`, async () => {
      await assert.rejects(openStore(url), {
        name: 'StoreError',
        trouble: 'address',
        message: /DATABASE_URL to sqlite:/,
      });
    });
  }

  test('a folder is refused', async (context) => {
    await assert.rejects(openStore(`sqlite:${folder(context)}`), {
      trouble: 'address',
      message: /is a folder/,
    });
  });

  test('a database that is not there is refused where none is to be made', async (context) => {
    const path = join(folder(context), 'none.sqlite');
    await assert.rejects(openStore(`sqlite:${path}`, { create: false }), {
      trouble: 'missing',
      message: /Import a file first/,
    });
    assert.equal(existsSync(path), false);
  });

  test('a folder that is not there is said to be the reason', async (context) => {
    const path = join(folder(context), 'none', 'test.sqlite');
    await assert.rejects(openStore(`sqlite:${path}`), {
      trouble: 'unreachable',
      message: /check that its folder exists/,
    });
  });
});
