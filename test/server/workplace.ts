import { fork, spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { DirectoryFile } from '@vielfalt/feed';
import { COMMAND } from '../support/built.js';
import { folder, type Span } from './fixture.js';

const HOST = fileURLToPath(new URL('command-host.mjs', import.meta.url));

/** What a command left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  /** Without how far it has come, which only a slow machine is told. */
  stderr: string;
}

const PROGRESS = /^(?:Reading|Planning|Comparing|Writing|Keeping|Preparing): \d+ %\n/gm;

const withoutProgress = ({ stderr, ...outcome }: Outcome): Outcome => ({
  ...outcome,
  stderr: stderr.replace(PROGRESS, ''),
});

/** What a command runs in. */
export interface Surroundings {
  stdin?: string | Uint8Array;
  url?: string;
  env?: Record<string, string>;
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
    /** Runs the command; in a process of its own where it reads standard input or has a setting. */
    vielfalt: (
      args: string[],
      { stdin, url = `sqlite:${database}`, env }: Surroundings = {},
    ): Promise<Outcome> => {
      if (stdin === undefined && env === undefined) return askHost({ args, place, url });
      const child = spawn(process.execPath, [COMMAND, ...args], {
        cwd: place,
        env: { ...process.env, DATABASE_URL: url, ...env },
      });
      child.stdin.end(stdin ?? '');
      return outcomeOf(child);
    },
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
  const child = spawn('bash', ['-c', `${before}${quoted.join(' ')} ${after}`], {
    cwd: place,
    env: { ...process.env, DATABASE_URL: `sqlite:${join(place, 'vielfalt.sqlite')}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return outcomeOf(child);
}

function outcomeOf(child: ChildProcessByStdio<Writable | null, Readable, Readable>) {
  return new Promise<Outcome>((resolve, reject) => {
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (outcome.stdout += String(text)));
    child.stderr.setEncoding('utf8').on('data', (text) => (outcome.stderr += String(text)));
    child.on('error', reject);
    child.on('close', (code) => resolve(withoutProgress({ ...outcome, code })));
  });
}

/** A process that has the command at hand, while there are calls for it. */
let host: ChildProcess | undefined;
/** The call under way: the next one waits for it. */
let last: Promise<unknown> = Promise.resolve();

const ended = new AbortController();

function startHost(): ChildProcess {
  const child = fork(HOST, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return child.once('exit', () => ended.abort());
}

function askHost(call: { args: string[]; place: string; url: string }): Promise<Outcome> {
  const answer = last.then(async () => {
    host ??= startHost();
    host.ref();
    host.send(call);
    const [outcome] = (await once(host, 'message', ended)) as [Outcome];
    host.unref();
    host.channel?.unref();
    return withoutProgress(outcome);
  });
  last = answer.catch(() => undefined);
  return answer;
}
