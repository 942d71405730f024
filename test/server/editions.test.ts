import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openInDatabase } from '../../server/src/editions/open.js';
import { prepareEdition } from '../../server/src/editions/prepare.js';
import { openStore } from '../../server/src/store/open.js';
import { SqlStore } from '../../server/src/store/sql/sql-store.js';
import { openSqlite } from '../../server/src/store/sqlite/sqlite-access.js';
import type { DirectoryState, Store } from '../../server/src/store/store.js';
import { answersContract } from './answers.contract.js';
import { drivers } from './drivers.js';
import { startPostgres } from './postgres.js';

const open = openInDatabase((store) => (datesOf) => prepareEdition(store, datesOf));

/** Fills a store with a state, and opens what is made of it. */
async function openState(store: Store, state: DirectoryState, date: string) {
  for (let revision = await store.revision(); revision < state.revision; revision += 1) {
    await store.change(async (transaction) => {
      await transaction.put(state);
      return { result: undefined, keep: {} };
    });
  }
  const published = await open(store, () => []);
  assert.ok(published);
  await published.prepare(date);
  return published.answersOn(date);
}

for (const [name, driver] of drivers) {
  if (!driver) continue;
  answersContract(`the database, by ${name}`, async (state, date) =>
    openState(new SqlStore(await openSqlite(driver, ':memory:', { create: true })), state, date),
  );
}

const server = await startPostgres({ after });
if (!('missing' in server)) {
  answersContract('the database, PostgreSQL', async (state, date) => {
    const store = await openStore(await server.database());
    after(() => store.close());
    return openState(store, state, date);
  });
}
