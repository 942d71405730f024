import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { InterruptedError, interruptible } from '../../server/src/command/interruption.js';
import { PROGRAM, editionsOf, prepareEdition } from '../../server/src/editions/prepare.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { SqlStore } from '../../server/src/store/sql/sql-store.js';
import type { Driver } from '../../server/src/store/sqlite/driver.js';
import { openSqlite } from '../../server/src/store/sqlite/sqlite-access.js';
import { drivers } from './drivers.js';
import { example } from './example.js';
import { folder } from './fixture.js';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const DATES = () => ['2026-11-23'];

/** A file with more and more offers, all of one provider. */
function fileOf(count: number, title = 'Offenes Atelier'): DirectoryFile {
  const { directory, vocabulary } = example();
  return {
    vielfalt: 1,
    ...{ directory, vocabulary },
    sources: [{ id: 'town', name: 'Stadt' }],
    providers: [{ source: 'town', record: 'p', name: 'Kunstverein' }],
    offers: Array.from({ length: count }, (_, number) => ({
      ...{ source: 'town', record: `o${number}`, provider: 'p', title: `${title} ${number}` },
      kind: vocabulary.kind[0]?.id ?? '',
      description: `Wir malen und zeichnen gemeinsam, Raum ${number}. `.repeat(20),
    })),
  };
}

const [, driver] = [...drivers].find(([, each]) => each) ?? [];

/** A store in a file whose size is limited, as a disk is that fills up. */
async function storeIn(context: TestContext, path: string, pages?: number) {
  assert.ok(driver);
  const limited: Driver = {
    name: driver.name,
    async open(file, options) {
      const connection = await driver.open(file, options);
      if (pages) await connection.exec(`PRAGMA max_page_count = ${pages}`);
      return connection;
    },
  };
  const store = new SqlStore(await openSqlite(limited, path, { create: true }));
  context.after(() => store.close());
  return store;
}

const full = { name: 'StoreError', trouble: 'full' };

describe('on a disk that fills up', () => {
  it('an import says so and has changed nothing', async (context) => {
    const path = join(folder(context), 'directory.sqlite');
    const store = await storeIn(context, path, 120);
    await importFile(store, fileOf(20), { now: NOW });
    const before = await store.read();
    await assert.rejects(importFile(store, fileOf(400, 'Anderes'), { now: NOW + 1 }), full);
    assert.deepEqual(await store.read(), before);
    assert.equal((await store.history()).length, 1);
    const roomy = await storeIn(context, path);
    const { outcome } = await importFile(roomy, fileOf(400, 'Anderes'), { now: NOW + 1 });
    assert.equal(outcome, 'done');
  });

  it('making an edition says so, and begins again at once where there is room', async (context) => {
    const path = join(folder(context), 'directory.sqlite');
    const roomy = await storeIn(context, path);
    await importFile(roomy, fileOf(300), { now: NOW });
    const pages = 180;
    await assert.rejects(prepareEdition(await storeIn(context, path, pages), DATES), full);
    const edition = await prepareEdition(roomy, DATES);
    assert.equal(edition?.revision, 1);
  });
});

describe('broken off', () => {
  const shares = (limit: number, check: () => void) => {
    let calls = 0;
    return () => {
      calls += 1;
      if (calls === limit) process.listeners('SIGINT').at(-1)?.('SIGINT');
      check();
    };
  };

  it('an import says what came of it and has changed nothing', async (context) => {
    const store = await storeIn(context, join(folder(context), 'directory.sqlite'));
    await importFile(store, fileOf(50), { now: NOW });
    const before = await store.read();
    const again = interruptible('Nothing was changed.', (check) =>
      importFile(store, fileOf(500, 'Anderes'), { now: NOW + 1, onProgress: shares(3, check) }),
    );
    await assert.rejects(again, new InterruptedError('Nothing was changed.'));
    assert.deepEqual(await store.read(), before);
  });

  it('an edition is not answered from, and is begun again without a pause', async (context) => {
    const place = folder(context);
    const store = await storeIn(context, join(place, 'directory.sqlite'));
    await importFile(store, fileOf(500), { now: NOW });
    const first = interruptible('Broken off.', (check) =>
      prepareEdition(store, DATES, shares(3, check)),
    );
    await assert.rejects(first, InterruptedError);
    const editions = editionsOf(store);
    assert.equal(await editions.latest(PROGRAM), undefined);
    const claim = await editions.claim(PROGRAM, Date.now());
    assert.ok(claim.is === 'mine', 'the next one has to wait');
    await editions.abandon(claim.edition.id);
    await prepareEdition(store, DATES);
    assert.ok(await editions.latest(PROGRAM));
    assert.deepEqual(
      readdirSync(place).filter((name) => !name.startsWith('directory.sqlite')),
      [],
    );
  });

  it('listens no more when the work is done', async () => {
    const before = process.listenerCount('SIGINT');
    await interruptible('', async () => assert.equal(process.listenerCount('SIGINT'), before + 1));
    assert.equal(process.listenerCount('SIGINT'), before);
  });
});
