import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../server/src/store/open.js';
import { apply } from './apply.js';
import { startPostgres } from './postgres.js';
import { keepingMailer, remindAll, threeProviders } from './reminding.js';

test('in PostgreSQL, too, runs on several machines send each mail once', async (context) => {
  const server = await startPostgres(context);
  if ('missing' in server) {
    context.skip(server.missing);
    return;
  }
  const url = await server.database();
  const machines = await Promise.all([openStore(url), openStore(url)]);
  try {
    const [first] = machines;
    await apply(first, threeProviders());
    const mailer = keepingMailer();
    await Promise.all(machines.map((store) => remindAll(store, mailer)));
    assert.deepEqual(mailer.mails.map(({ to }) => to).sort(), [
      'verein-1@example.net',
      'verein-2@example.net',
      'verein-3@example.net',
    ]);
  } finally {
    for (const store of machines) await store.close();
  }
});
