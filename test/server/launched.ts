import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMAND } from '../support/built.js';

/** The service as a process of its own, once it listens. */
export async function launch(context: TestContext, url: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [COMMAND, 'serve'], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
    if (msg !== 'listening') continue;
    child.stdout.resume();
    return { child, url: `http://127.0.0.1:${port}` };
  }
  throw new Error('it has ended');
}

/** Waits for what will come, however slow the machine is. */
export async function until(what: string, isSo: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`waited in vain: ${what}`);
}

interface Said {
  msg: string;
  worker?: number;
  port?: number;
  metricsPort?: number;
}

/** The service as several processes behind one port. */
export async function startWorkers(
  context: TestContext,
  count: number,
  env: Record<string, string>,
) {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--workers', String(count)], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => child.kill('SIGTERM'));
  const said: Said[] = [];
  createInterface(child.stdout).on('line', (line) => said.push(JSON.parse(line) as Said));
  const until = async (met: (each: Said) => boolean) => {
    for (let tries = 0; tries < 2400; tries++) {
      const found = said.find(met);
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`waited in vain: ${JSON.stringify(said)}`);
  };
  const { port, metricsPort } = await until(
    ({ msg, worker }) => msg === 'listening' && worker === undefined,
  );
  return {
    child,
    until,
    metricsPort,
    url: `http://127.0.0.1:${port}`,
    /** All workers, as processes of the system. */
    async pids() {
      const ps = spawn('ps', ['-o', 'pid=', '--ppid', String(child.pid)]);
      let text = '';
      ps.stdout.on('data', (part) => (text += String(part)));
      await once(ps, 'close');
      return text.split('\n').map(Number).filter(Boolean);
    },
  };
}
