import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder; every command runs there. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command without standard input and waits for its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onLine?: (line: string) => void }} [options]
 *   `env`: added to the environment; `onLine`: called for each line on standard output, which is
 *   then left out of `output`.
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 where a signal ended it,
 *   127 where the command is not there) and everything it printed
 */
export function run(command, args, { env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (!onLine) {
        output += text;
        return;
      }
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => {
      if (rest) onLine?.(rest);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a Node program: a file of the repository or of an installed package. See {@link run}. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Runs npm: the one that started this command where there is one. See {@link run}. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? runNode([cli, ...args], options) : run('npm', args, options);
}

/**
 * Runs a command's work, prints an error as one line and sets the exit code.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Something a person can mend; its message says how. */
export class Failure extends Error {}

/** Whether a script was started by itself, not imported by another. */
export function isMain(url) {
  return realpathSync(process.argv[1] ?? '.') === fileURLToPath(url);
}
