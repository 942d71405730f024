import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Editions } from '../../server/src/store/editions.js';
import { openStore } from '../../server/src/store/open.js';
import { SqlEditions } from '../../server/src/store/sql/sql-editions.js';
import type { Access } from '../../server/src/store/sql/access.js';
import type { Store } from '../../server/src/store/store.js';
import { apply } from './apply.js';
import { example, offer } from './example.js';
import { folder } from './fixture.js';
import { startPostgres } from './postgres.js';

/** The tables of before records kept their revision, and editions could be derived. */
const BACK = `
  DROP TABLE edition_change;
  ALTER TABLE edition DROP COLUMN base;
  DROP INDEX provider_revision;
  DROP INDEX offer_revision;
  DROP INDEX network_revision;
  ALTER TABLE provider DROP COLUMN revision;
  ALTER TABLE offer DROP COLUMN revision;
  ALTER TABLE network DROP COLUMN revision;
  DROP TABLE past_revision;
  ALTER TABLE edition DROP COLUMN stamp;
  ALTER TABLE head DROP COLUMN stamp;
`;

/** Runs statements in the database of a store. */
function run(store: Store, sql: string): Promise<void> {
  assert.ok(store.editions instanceof SqlEditions);
  const { access } = store.editions as unknown as { access: Access };
  return access.write(async (connection) => {
    await connection.exec(sql);
    return { result: undefined, keep: {} };
  });
}

async function titlesSince(editions: Editions, revision: number): Promise<string[]> {
  const titles: string[] = [];
  for await (const some of editions.writtenSince('offer', revision)) {
    titles.push(...some.map(({ title }) => title));
  }
  return titles;
}

function compare(name: string, urlOf: () => Promise<string>, version: string, missing?: string) {
  describe(`the revisions of records in ${name}`, { skip: missing ?? false }, () => {
    it('tell what has been put since one', async () => {
      const store = await openStore(await urlOf());
      after(() => store.close());
      const editions = store.editions!;
      await apply(store, example());
      const all = await titlesSince(editions, 0);
      assert.equal(all.length, example().offers.length);
      await apply(store, { offers: [offer(1, { title: 'Zweite Fassung' })] });
      assert.deepEqual(await titlesSince(editions, 1), ['Zweite Fassung']);
      assert.deepEqual(await titlesSince(editions, 2), []);
      assert.equal(await editions.countSince(1, 5), 1);
      assert.equal(await editions.countSince(0, 2), 3, 'no more than one too many is counted');
    });

    it('are none for what a program before has written, which stays', async () => {
      const url = await urlOf();
      const old = await openStore(url);
      await apply(old, example());
      const before = await old.read();
      await run(old, BACK + version);
      await old.close();
      const store = await openStore(url);
      after(() => store.close());
      assert.deepEqual(await store.read(), before);
      assert.deepEqual(await titlesSince(store.editions!, 0), []);
      await apply(store, { offers: [offer(1, { title: 'Zweite Fassung' })] });
      assert.deepEqual(await titlesSince(store.editions!, 1), ['Zweite Fassung']);
    });
  });
}

compare(
  'SQLite',
  async () => `sqlite:${join(folder({ after }), 'directory.sqlite')}`,
  'PRAGMA user_version = 7;',
);
const server = await startPostgres({ after });
compare(
  'PostgreSQL',
  async () => ('missing' in server ? '' : server.database()),
  'UPDATE vielfalt SET version = 3;',
  'missing' in server ? server.missing : undefined,
);
