import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@vielfalt/server';
import { COMMAND } from '../support/built.js';
import { startHeldService } from '../load/held-socket.js';
import { apply } from './apply.js';
import { example, offer } from './example.js';
import { folder } from './fixture.js';
import { startWorkers } from './launched.js';

/** The directory of the examples, in a database of its own. */
async function database(context: TestContext): Promise<string> {
  const url = `sqlite:${join(folder(context), 'directory.sqlite')}`;
  const store = await openStore(url);
  await apply(store, example());
  await store.close();
  return url;
}

/** Over a connection of its own each time, so that all workers have their turn. */
async function revisions(url: string): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let count = 0; count < 12; count++) {
    const answer = await fetch(`${url}/v1/offers?limit=1`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(120_000),
    });
    assert.equal(answer.status, 200);
    seen.add(((await answer.json()) as { directory: { revision: number } }).directory.revision);
  }
  return seen;
}

const skip = process.platform === 'win32' && 'processes are looked for by ps';

test(
  'two workers answer as one, of the same revision soon after an import',
  { skip },
  async (context) => {
    const url = await database(context);
    const service = await startWorkers(context, 2, { DATABASE_URL: url, METRICS: '0' });
    for (const id of [1, 2]) {
      await service.until(({ msg, worker }) => msg === 'listening' && worker === id);
    }
    assert.deepEqual(await revisions(service.url), new Set([1]));

    const store = await openStore(url);
    context.after(() => store.close());
    await apply(store, { offers: [offer(4, { status: 'retired' })] });
    const measured = async () =>
      (await fetch(`http://127.0.0.1:${service.metricsPort}/metrics`)).text();
    // The lowest that a worker shows.
    const areAtIt = async () => /^vielfalt_revision 2$/m.test(await measured());
    for (let tries = 0; !(await areAtIt()) && tries < 2400; tries++) await sleep(50);
    assert.deepEqual(await revisions(service.url), new Set([2]));

    // Twelve and twelve requests, whoever answered them.
    assert.match(
      await measured(),
      /^vielfalt_http_requests_total\{route="\/v1\/offers",status="200"\} 24$/m,
    );
  },
);

test('metrics come from the others where one worker hangs', { skip }, async (context) => {
  const env = { DATABASE_URL: await database(context), METRICS: '0' };
  const service = await startWorkers(context, 2, env);
  for (const id of [1, 2]) {
    await service.until(({ msg, worker }) => msg === 'listening' && worker === id);
  }
  const [first = 0] = await service.pids();
  process.kill(first, 'SIGSTOP');
  context.after(() => process.kill(first, 'SIGKILL'));
  const answer = await fetch(`http://127.0.0.1:${service.metricsPort}/metrics`);
  assert.equal(answer.status, 200);
  const metrics = await answer.text();
  assert.match(metrics, /^vielfalt_worker_up\{worker="1"\} 0$/m);
  assert.match(metrics, /^vielfalt_worker_up\{worker="2"\} 1$/m);
  assert.match(metrics, /^vielfalt_revision 1$/m);
});

test('a worker that is killed is replaced, and all end together', { skip }, async (context) => {
  const service = await startWorkers(context, 2, { DATABASE_URL: await database(context) });
  await service.until(({ msg, worker }) => msg === 'listening' && worker === 2);
  const [first = 0, second = 0] = await service.pids();
  process.kill(first, 'SIGKILL');
  assert.deepEqual(await revisions(service.url), new Set([1]));
  await service.until(({ msg, worker }) => msg === 'listening' && worker === 3);
  const pids = await service.pids();
  assert.equal(pids.length, 2);
  assert.ok(pids.includes(second) && !pids.includes(first));

  service.child.kill('SIGTERM');
  assert.deepEqual(await once(service.child, 'exit'), [0, null]);
  for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
});

test(
  'workers end with the process that started them, even where that is killed',
  { skip },
  async (context) => {
    const service = await startWorkers(context, 2, { DATABASE_URL: await database(context) });
    await service.until(({ msg, worker }) => msg === 'listening' && worker === 2);
    const pids = await service.pids();
    service.child.kill('SIGKILL');
    const isThere = (pid: number) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    for (let tries = 0; pids.some(isThere) && tries < 1200; tries++) await sleep(50);
    assert.ok(!pids.some(isThere));
  },
);

test('workers take a socket that systemd hands over', { skip }, async (context) => {
  const env = { DATABASE_URL: await database(context), PORT: '1' };
  const service = await startHeldService(env, ['--workers', '2']);
  assert.deepEqual(await revisions(service.url), new Set([1]));
  await service.restart();
  assert.deepEqual(await revisions(service.url), new Set([1]));
  assert.equal(await service.stop(), 0);
});

test('what stands in the way of the first worker is said once', async (context) => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  context.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const child = spawn(process.execPath, [COMMAND, 'serve', '--workers', '3'], {
    env: { ...process.env, DATABASE_URL: 'sqlite::memory:', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  assert.deepEqual(await once(child, 'close'), [4, null]);
  assert.equal(said.match(/is taken by another program/g)?.length, 1);
});

for (const text of ['0', '65', '-1', '1.5', 'two', '']) {
  test(`--workers does not take ${JSON.stringify(text)}`, async () => {
    const child = spawn(process.execPath, [COMMAND, 'serve', `--workers=${text}`]);
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.match(
      said,
      /^vielfalt serve: --workers is ".*"; it must be a whole number from 1 to 64/,
    );
  });
}
