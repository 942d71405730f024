import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, describe, test, type TestContext } from 'node:test';
import { openStore } from '../../server/src/store/open.js';
import { ask } from '../load/crowd.js';
import { freePort } from '../support/free-port.js';
import { apply } from './apply.js';
import { example } from './example.js';
import { folder } from './fixture.js';
import { launch, startWorkers, until } from './launched.js';
import { startPostgres } from './postgres.js';
import { PROXIES, startProxy, whyNoProxy } from './proxied.js';

const started = await startPostgres({ after });

/** The directory of the examples: in PostgreSQL, where there is one. */
async function directory(context: TestContext): Promise<string> {
  const url =
    'missing' in started
      ? `sqlite:${join(folder(context), 'directory.sqlite')}`
      : await started.database();
  const store = await openStore(url);
  await apply(store, example());
  await store.close();
  return url;
}

/** Visitors who come through the proxy while something happens to what is behind it. */
async function visit(context: TestContext, url: string) {
  let isOver = false;
  let answers = 0;
  context.after(() => (isOver = true));
  const paths = [
    ...['/?lang=de', '/v1/vocabulary', '/v1/offers?lang=de', '/offers/offer-1?lang=de'],
    // Pages that no proxy keeps, and answers that nobody has asked for before.
    ...['/', '/providers'],
    ...Array.from({ length: 500 }, (_, number) => `/v1/offers?q=kurs%20${number}`),
  ];
  const check = () => void (answers += 1);
  const asking = ask({ url, paths, connections: 6, isOver: () => isOver, check });
  return {
    more: async (count: number) => {
      const enough = answers + count;
      await until(`${count} answers`, async () => answers >= enough);
    },
    leave: () => {
      isOver = true;
      return asking;
    },
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

for (const name of PROXIES) {
  describe(`services behind ${name}`, { skip: whyNoProxy(name) }, () => {
    test('are restarted and killed in turn, and nobody notices', async (context) => {
      const url = await directory(context);
      const ports = [await freePort(), await freePort()];
      const start = (port: number) => launch(context, url, { PORT: String(port) });
      const both = await Promise.all(ports.map(start));
      const upstreams = ports.map((port) => `127.0.0.1:${port}`);
      const proxy = await startProxy(context, name, upstreams);
      const { more, leave } = await visit(context, proxy.url);
      await more(50);
      for (const [at, signal] of (['SIGTERM', 'SIGKILL'] as const).entries()) {
        await ended(both[at]!.child, signal);
        await more(50);
        both[at] = await start(ports[at]!);
        await more(50);
      }
      const { failures, requests } = await leave();
      assert.deepEqual(failures, []);
      context.diagnostic(`${requests} requests`);
    });
  });
}

describe('workers behind nginx', { skip: whyNoProxy('nginx') }, () => {
  test('one of whom is killed, and nobody notices', async (context) => {
    const url = await directory(context);
    const service = await startWorkers(context, 2, { DATABASE_URL: url });
    for (const id of [1, 2]) {
      await service.until(({ msg, worker }) => msg === 'listening' && worker === id);
    }
    const proxy = await startProxy(context, 'nginx', [new URL(service.url).host]);
    const { more, leave } = await visit(context, proxy.url);
    await more(50);
    const [first = 0] = await service.pids();
    process.kill(first, 'SIGKILL');
    await more(100);
    const { failures, requests } = await leave();
    assert.deepEqual(failures, []);
    context.diagnostic(`${requests} requests`);
  });
});
