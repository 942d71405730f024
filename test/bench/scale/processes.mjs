import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';

const MB = 1_024;

const endings = new Set();
process.once('exit', () => {
  for (const end of endings) end();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Does so when this process ends before `child` does, even by a signal. */
export function whenLeft(child, end) {
  endings.add(end);
  child.once('exit', () => endings.delete(end));
}

const field = (pid, file, name) => {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, 'utf8');
    return Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0) / MB;
  } catch {
    return 0; // it has ended
  }
};

/** The memory that a process holds, in MB (Linux). */
export const residentOf = (pid) => field(pid, 'status', 'VmRSS');

/** A process and all that it has started, and these. */
function familyOf(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const childrenOf = (one) =>
    all.filter((name) => statOf(name)[1] === String(one)).flatMap((name) => familyFrom(name));
  const familyFrom = (one) => [Number(one), ...childrenOf(one)];
  return familyFrom(pid);
}

/** What Linux says of a process from its state on: state, parent and so on; see proc(5). */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // it has ended
  }
}

const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

/** The memory of a process and all that it has started, each page once, in MB. */
export const sharedMemoryOf = (pid) =>
  sum(familyOf(pid).map((one) => field(one, 'smaps_rollup', 'Pss')));

/** A clock tick of the kernel's accounts, in milliseconds. */
const TICK = 10;

/** The processor time that a process and all that it has started have taken, in milliseconds. */
export const workOf = (pid) =>
  sum(familyOf(pid).map((one) => sum(statOf(one).slice(11, 13).map(Number)))) * TICK;

/**
 * Runs a program to its end.
 *
 * @param {string[]} command
 * @param {{ most: number } & import('node:child_process').SpawnOptions} options `most`: MB at which it
 *   is ended, before the machine has no memory left
 * @returns {Promise<{ seconds: number, megabytes: number, said: string, failed?: string }>}
 */
export async function run([program, ...args], { most, ...options }) {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  whenLeft(child, () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => (said = (said + text).slice(-4_000)));
  }
  let megabytes = 0;
  let failed;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, field(child.pid, 'status', 'VmHWM'));
    if (megabytes < most || failed) return;
    failed = `ended at ${megabytes.toFixed(0)} MB`;
    child.kill('SIGKILL');
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(look);
  if (code !== 0) failed ??= said.trim().split('\n').at(-1) || `ended with ${code}`;
  return {
    seconds: (performance.now() - began) / 1_000,
    megabytes,
    said,
    ...(failed && { failed }),
  };
}

/**
 * Starts a program that goes on.
 *
 * @param {(line: string) => unknown} isReady looks at each line that it prints; what it returns, if
 *   anything, is what is waited for
 */
export async function start([program, ...args], options, isReady) {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  whenLeft(child, () => child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-2_000)));
  const ready = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = isReady(line);
      if (found !== undefined) resolve(found);
    });
  });
  const ended = once(child, 'exit');
  return {
    pid: child.pid,
    ready,
    seconds: (performance.now() - began) / 1_000,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
