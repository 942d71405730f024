import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DirectoryFile } from '@vielfalt/feed';
import { folder, type Span } from './fixture.js';

const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));

/** What a command left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder with the command in it, and a database that is not there yet. */
export function workplace(context: Span) {
  const place = folder(context);
  const database = join(place, 'vielfalt.sqlite');
  return {
    place,
    database,
    path: (name: string) => join(place, name),
    write: (name: string, content: string | Uint8Array | DirectoryFile): string => {
      const isFile = typeof content === 'object' && 'vielfalt' in content;
      writeFileSync(join(place, name), isFile ? JSON.stringify(content) : content);
      return name;
    },
    vielfalt: (args: string[], { stdin = '', url = `sqlite:${database}`, env = {} } = {}) =>
      new Promise<Outcome>((resolve, reject) => {
        const child = spawn(process.execPath, [COMMAND, ...args], {
          cwd: place,
          env: { ...process.env, DATABASE_URL: url, ...env },
        });
        const outcome: Outcome = { code: null, stdout: '', stderr: '' };
        child.stdout.setEncoding('utf8').on('data', (text) => (outcome.stdout += String(text)));
        child.stderr.setEncoding('utf8').on('data', (text) => (outcome.stderr += String(text)));
        child.on('error', reject);
        child.on('close', (code) => resolve({ ...outcome, code }));
        child.stdin.end(stdin);
      }),
  };
}

/** The command in a shell of the folder, with what leads its output elsewhere. */
export function inShell(
  place: string,
  args: readonly string[],
  after: string,
  before = '',
): Promise<Outcome> {
  const quoted = [process.execPath, COMMAND, ...args].map(
    (arg) => `'${arg.replaceAll("'", "'\\''")}'`,
  );
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `${before}${quoted.join(' ')} ${after}`], {
      cwd: place,
      env: { ...process.env, DATABASE_URL: `sqlite:${join(place, 'vielfalt.sqlite')}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (outcome.stdout += String(text)));
    child.stderr.setEncoding('utf8').on('data', (text) => (outcome.stderr += String(text)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}
