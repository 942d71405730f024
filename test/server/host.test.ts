import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { networkInterfaces } from 'node:os';
import { describe, test, type TestContext } from 'node:test';
import { readConfig } from '../../server/src/config.js';
import { COMMAND } from '../support/built.js';

/** An address of this machine that others could reach. */
const OUTER = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

function serve(context: TestContext, env: Record<string, string>) {
  const { HOST: _, ...rest } = process.env;
  const child = spawn(process.execPath, [COMMAND, 'serve'], {
    env: { ...rest, DATABASE_URL: 'sqlite::memory:', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  context.after(() => child.kill('SIGKILL'));
  return child;
}

async function portOf(child: ReturnType<typeof serve>): Promise<number> {
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return (JSON.parse(line) as { port: number }).port;
}

async function isOpen(host: string, port: number): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('HOST', () => {
  const host = (text?: string) => readConfig({ HOST: text }).host;

  test('is one address, or all where nothing is said', () => {
    assert.equal(host(), undefined);
    assert.equal(host(''), undefined);
    assert.equal(host('127.0.0.1'), '127.0.0.1');
    assert.equal(host('[::1]'), '::1');
    assert.equal(host('::'), '::');
    assert.equal(host('localhost'), 'localhost');
  });

  for (const text of ['https://feed.example.org', 'feed.example.org', '127.0.0.1:8080', '10.0.0']) {
    test(`does not take ${text}`, () => {
      assert.throws(() => host(text), /HOST is ".*"; it must be an address of this machine/);
    });
  }

  test('is where connections are taken, and nowhere else', async (context) => {
    const port = await portOf(serve(context, { HOST: '127.0.0.1' }));
    assert.equal(await isOpen('127.0.0.1', port), true);
    if (OUTER !== undefined) assert.equal(await isOpen(OUTER, port), false);
    const open = await portOf(serve(context, {}));
    assert.equal(await isOpen('127.0.0.1', open), true);
    if (OUTER !== undefined) assert.equal(await isOpen(OUTER, open), true);
  });

  test('that is none of this machine is named', async (context) => {
    const child = serve(context, { HOST: '192.0.2.1' });
    const [said] = (await once(createInterface(child.stderr), 'line')) as [string];
    assert.match(said, /HOST is "192\.0\.2\.1", which is not an address of this machine/);
    assert.deepEqual(await once(child, 'exit'), [2, null]);
  });
});
