import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND } from '../support/built.js';
import { freePort } from '../support/free-port.js';

/** A folder for one test's files; `remove` takes it away with all that is in it. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'vielfalt-'));
  return {
    database: `sqlite:${join(path, 'directory.sqlite')}`,
    file: (name: string) => join(path, name),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Runs the command to its end: what it printed, and its exit code. */
export async function vielfalt(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

export interface RunningFeed {
  /** Its origin. */
  url: string;
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

/**
 * The feed as an operator starts it: the built command, on a database that has been filled.
 *
 * @param settings more of what the environment says
 * @param tries how many more ports may turn out to be taken by others meanwhile
 */
export async function startFeed(
  database: string,
  settings: Record<string, string> = {},
  tries = 3,
): Promise<RunningFeed> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [COMMAND, 'serve'], {
    env: { ...process.env, PORT: String(port), BASE_URL: url, DATABASE_URL: database, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close');
  const isReady = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
  // Before it says so itself, whoever answers may be another one.
  while (!said.includes('"msg":"listening"') || !(await isReady())) {
    if (child.exitCode !== null) {
      await ended;
      if (tries > 0 && said.includes('is taken')) return startFeed(database, settings, tries - 1);
      throw new Error(`The feed did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null) child.kill(signal);
    await ended;
  };
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
