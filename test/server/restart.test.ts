import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { readConfig } from '../../server/src/config.js';
import { ask } from '../load/crowd.js';
import { startHeldService } from '../load/held-socket.js';
import { apply } from './apply.js';
import { example } from './example.js';
import { folder } from './fixture.js';

const skip = process.platform === 'win32' && 'sockets are handed over by a POSIX shell';

test(
  'with a socket that is kept for it, a restart under load fails no request',
  { skip },
  async (context) => {
    const url = `sqlite:${join(folder(context), 'directory.sqlite')}`;
    const store = await openStore(url);
    await apply(store, example());
    await store.close();
    const service = await startHeldService({ DATABASE_URL: url, PORT: '1' });
    let isOver = false;
    let answers = 0;
    const asking = ask({
      url: service.url,
      paths: ['/', '/v1/offers', '/v1/offers?q=deutsch', '/v1/vocabulary'],
      connections: 20,
      isOver: () => isOver,
      check: () => void (answers += 1),
    });
    const pids = new Set([service.pid()]);
    for (let count = 0; count < 3; count++) {
      const enough = answers + 500;
      while (answers < enough) await sleep(10);
      await service.restart();
      pids.add(service.pid());
    }
    isOver = true;
    const { requests, failures, repeated } = await asking;
    assert.equal(await service.stop(), 0);
    assert.deepEqual(failures, []);
    assert.equal(pids.size, 4);
    assert.ok(requests > 1500);
    context.diagnostic(`${requests} requests, ${repeated} of them asked again`);
  },
);

test('a service that stops still answers over open connections, and then closes them', async (context) => {
  const store = await openStore('sqlite::memory:');
  await apply(store, example());
  const service = await startService({ store, port: 0, log: pino({ enabled: false }) });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  context.after(() => store.close());
  const get = async () => {
    const asked = request(`http://127.0.0.1:${service.port}/v1/vocabulary`, { agent }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    return { reused: asked.reusedSocket, connection: response.headers.connection };
  };
  assert.deepEqual(await get(), { reused: false, connection: 'keep-alive' });
  const stopped = service.stop(60_000);
  assert.deepEqual(await get(), { reused: true, connection: 'close' });
  await stopped;
  await assert.rejects(get(), { code: 'ECONNREFUSED' });
});

describe('a socket from systemd', () => {
  const socket = (owner: number, count: string) =>
    readConfig({ LISTEN_PID: String(owner), LISTEN_FDS: count }).socket;

  test('is taken where it is meant for this process', () => {
    assert.equal(socket(process.pid, '1'), 3);
    assert.equal(socket(process.ppid, '1'), undefined);
    assert.equal(readConfig({}).socket, undefined);
  });

  test('is refused where there are several', () => {
    assert.throws(() => socket(process.pid, '2'), /LISTEN_FDS is "2".*one ListenStream/);
  });
});
