import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { openStore } from '@vielfalt/server';
import { backupSqlite } from '../../server/src/store/sqlite/backup.js';
import { COMMAND } from '../support/built.js';
import { drivers } from './drivers.js';
import { directoryFile, folder, offers } from './fixture.js';
import { workplace } from './workplace.js';

const TABLES_1 = readFileSync(new URL('tables-1.sql', import.meta.url), 'utf8');

/** A workplace whose commands may also be started, and left to themselves. */
function office(context: TestContext) {
  const { place, database, path, vielfalt: run } = workplace(context);
  const start = (args: string[]) =>
    spawn(process.execPath, [COMMAND, ...args], {
      cwd: place,
      env: { ...process.env, DATABASE_URL: `sqlite:${database}`, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const vielfalt = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(args);
    return { code, said: stdout + stderr };
  };
  return {
    database,
    start,
    vielfalt,
    path,
    names: () => readdirSync(place),
    async import(title: string, count = 3) {
      const file = join(place, `${title}.json`);
      writeFileSync(file, JSON.stringify(directoryFile(offers(count, { title }))));
      const { code, said } = await vielfalt('import', file);
      assert.equal(code, 0, said);
    },
  };
}

/** The titles in a database, each once, and its revision. */
async function inside(path: string) {
  const store = await openStore(`sqlite:${path}`, { create: false });
  try {
    const state = await store.read();
    const titles = [...new Set(state?.offers.map(({ title }) => title))];
    return { revision: state?.revision, titles, offers: state?.offers.length };
  } finally {
    await store.close();
  }
}

describe('vielfalt backup', () => {
  test('writes one checked file that only its owner may read, and says so', async (context) => {
    const place = office(context);
    await place.import('Kurs');
    const { code, said } = await place.vielfalt('backup', 'copy.sqlite');
    assert.equal(said, 'copy.sqlite: revision 1, checked\n');
    assert.equal(code, 0);
    assert.deepEqual(
      place.names().filter((name) => /copy/.test(name)),
      ['copy.sqlite'],
    );
    assert.equal(statSync(place.path('copy.sqlite')).mode & 0o777, 0o600);
    assert.deepEqual(await inside(place.path('copy.sqlite')), {
      revision: 1,
      titles: ['Kurs'],
      offers: 3,
    });
  });

  test('never overwrites', async (context) => {
    const place = office(context);
    await place.import('Kurs');
    writeFileSync(place.path('copy.sqlite'), 'precious');
    const { code, said } = await place.vielfalt('backup', 'copy.sqlite');
    assert.equal(code, 4);
    assert.match(said, /copy\.sqlite is there already.*Name another file/);
    assert.equal(readFileSync(place.path('copy.sqlite'), 'utf8'), 'precious');
  });

  test('says what is wrong and leaves nothing behind', async (context) => {
    const place = office(context);
    const none = await place.vielfalt('backup', 'a.sqlite');
    assert.match(none.said, /There is no database at /);
    assert.equal(none.code, 4);
    await place.import('Kurs');
    const nowhere = await place.vielfalt('backup', 'none/a.sqlite');
    assert.match(nowhere.said, /none\/a\.sqlite cannot be written: check that its folder exists/);
    assert.equal(nowhere.code, 4);
    writeFileSync(place.database, 'Sehr geehrte Damen und Herren, '.repeat(100));
    const letter = await place.vielfalt('backup', 'a.sqlite');
    assert.match(letter.said, /is no SQLite database/);
    assert.equal(letter.code, 4);
    assert.deepEqual(
      place.names().filter((name) => /a\.sqlite/.test(name)),
      [],
    );
  });

  test('a damaged database gives no backup', async (context) => {
    const place = office(context);
    await place.import('Kurs', 400);
    const bytes = readFileSync(place.database);
    bytes.fill(0xff, 40 * 4096, 60 * 4096);
    writeFileSync(place.database, bytes);
    const { code, said } = await place.vielfalt('backup', 'copy.sqlite');
    assert.match(said, /is damaged/);
    assert.equal(code, 4);
    assert.equal(existsSync(place.path('copy.sqlite')), false);
  });

  test('while a service answers and imports go on, each copy is of one moment', async (context) => {
    const place = office(context);
    await place.import('Runde 0', 2_000);
    const service = place.start(['serve']);
    context.after(() => service.kill('SIGKILL'));
    let isOver = false;
    const imports = (async () => {
      for (let round = 1; round <= 4; round++) await place.import(`Runde ${round}`, 2_000);
      isOver = true;
    })();
    const seen = new Set<number | undefined>();
    for (let count = 0; !isOver; count++) {
      const { code, said } = await place.vielfalt('backup', `copy-${count}.sqlite`);
      assert.equal(code, 0, said);
      const { revision, titles, offers } = await inside(place.path(`copy-${count}.sqlite`));
      assert.deepEqual([titles, offers], [[`Runde ${Number(revision) - 1}`], 2_000]);
      seen.add(revision);
    }
    await imports;
    assert.ok(seen.size > 1, 'no import came between two backups');
    service.kill('SIGTERM');
    assert.deepEqual(await once(service, 'exit'), [0, null]);
  });

  test('restored as the guide says, it is the directory of then', async (context) => {
    const place = office(context);
    await place.import('Damals');
    await place.vielfalt('backup', 'copy.sqlite');
    await place.import('Danach');
    // A service that was killed leaves its log beside the database.
    const service = place.start(['serve']);
    await once(service.stdout, 'data');
    await place.import('Zuletzt');
    service.kill('SIGKILL');
    await once(service, 'exit');
    assert.ok(existsSync(`${place.database}-wal`));

    for (const end of ['', '-wal', '-shm']) rmSync(place.database + end, { force: true });
    copyFileSync(place.path('copy.sqlite'), place.database);

    assert.deepEqual(await inside(place.database), { revision: 1, titles: ['Damals'], offers: 3 });
    await place.import('Neu');
    assert.equal((await inside(place.database)).revision, 2);
  });
});

for (const [name, driver, missing] of drivers) {
  describe(`a backup through ${name}`, { skip: missing ?? false }, () => {
    test('keeps the tables of an older program, and a newer one takes it', async (context) => {
      const place = folder(context);
      const [old, copy] = [join(place, 'old.sqlite'), join(place, 'copy.sqlite')];
      const connection = await driver!.open(old, { create: true });
      await connection.exec(TABLES_1);
      const { revision } = await backupSqlite(driver!, old, copy);
      assert.equal(revision, 7);
      assert.deepEqual(await connection.all('PRAGMA user_version'), [{ user_version: 1 }]);
      await connection.close();
      assert.deepEqual(await inside(copy), { revision: 7, titles: ['Kurs von früher'], offers: 1 });
    });

    test('is refused for what is empty, and for the database of another program', async (context) => {
      const place = folder(context);
      const path = join(place, 'photos.sqlite');
      const connection = await driver!.open(path, { create: true });
      const copied = () => backupSqlite(driver!, path, join(place, 'copy.sqlite'));
      await assert.rejects(copied(), { name: 'StoreError', trouble: 'missing' });
      await connection.exec('CREATE TABLE photo (name TEXT)');
      await assert.rejects(copied(), { name: 'StoreError', trouble: 'foreign' });
      await connection.close();
    });

    test('goes on while another program is in the middle of writing', async (context) => {
      const place = folder(context);
      const path = join(place, 'directory.sqlite');
      const writer = await driver!.open(path, { create: true });
      await writer.exec(TABLES_1);
      await writer.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE');
      await writer.exec('UPDATE head SET revision = 8');
      const { revision } = await backupSqlite(driver!, path, join(place, 'copy.sqlite'));
      assert.equal(revision, 7);
      await writer.exec('COMMIT');
      await writer.close();
    });
  });
}
