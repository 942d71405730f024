import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStore } from '../../server/src/store/open.js';
import { startPostgres } from './postgres.js';
import { storeContract } from './store.contract.js';

const started = await startPostgres({ after });
const missing = 'missing' in started ? started.missing : undefined;
const server = 'missing' in started ? undefined : started;

/** The contract names databases by paths. */
const databases = new Map<string, Promise<string>>();
const open = async (path: string) => {
  const url = databases.get(path) ?? server!.database();
  databases.set(path, url);
  return openStore(await url);
};

storeContract('PostgreSQL', open, missing);
