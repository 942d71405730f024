import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMAND } from '../support/built.js';

/** The service as a process of its own, once it listens. */
export async function launch(
  context: TestContext,
  url: string,
  more: Record<string, string> = {},
  options: string[] = [],
) {
  const child = spawn(process.execPath, [COMMAND, 'serve', ...options], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const { msg, port, worker } = JSON.parse(line) as {
      msg: string;
      port?: number;
      worker?: number;
    };
    if (msg !== 'listening' || worker !== undefined) continue;
    child.stdout.resume();
    return { child, port, url: `http://127.0.0.1:${port}` };
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
