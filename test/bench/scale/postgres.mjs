import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenLeft } from './processes.mjs';

/** Where Debian and others have the server's programs. */
function programs() {
  const versions = '/usr/lib/postgresql';
  const found = existsSync(versions) ? readdirSync(versions).sort().reverse() : [];
  const folders = [...found.map((version) => join(versions, version, 'bin')), '/usr/bin'];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** The server refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a server of its own, at a socket in a temporary folder and at no port.
 *
 * @param {string} keptIn the folder that its data are in, or will be; it may be empty
 * @returns undefined where PostgreSQL is not installed
 */
export async function startPostgres(keptIn) {
  const bin = programs();
  if (!bin) return undefined;
  const user = unprivileged();
  const place = mkdtempSync(join(tmpdir(), 'vielfalt-postgres-'));
  const data = join(keptIn, 'data');
  if (user.uid !== undefined) {
    for (const folder of [place, keptIn]) chownSync(folder, user.uid, user.gid);
  }
  if (!existsSync(data)) {
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'bench', '--auth=trust', '--no-sync', '--locale=C.UTF-8', '-E', 'UTF8'],
      { ...user, cwd: place, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place,
    shared_buffers: '128MB',
  };
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...user, cwd: place, stdio: 'ignore' },
  );
  const remove = () => rmSync(place, { recursive: true, force: true });
  whenLeft(server, () => {
    server.kill('SIGQUIT');
    remove();
  });
  // The socket is there before a server has recovered that was ended suddenly.
  const isReady = () =>
    existsSync(join(place, '.s.PGSQL.5432')) &&
    ![1, 2].includes(spawnSync(join(bin, 'pg_isready'), ['-q', '-h', place]).status);
  while (!isReady()) {
    if (server.exitCode !== null) throw new Error('PostgreSQL did not start.');
    await sleep(100);
  }
  return {
    folder: place,
    pid: server.pid,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      remove();
    },
  };
}

/** A psql of its own, which is asked one thing after the other. */
export function openSession(folder) {
  const child = spawn(
    'psql',
    ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let rows = [];
  let answer;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== END) rows.push(line);
    else answer([rows, (rows = [])][0]);
  });
  let last = Promise.resolve();
  return {
    input: child.stdin,
    /** @returns {Promise<string[]>} a line for each row */
    ask(sql) {
      const asked = last.then(
        () =>
          new Promise((resolve) => {
            answer = resolve;
            child.stdin.write(`${sql};\n\\echo ${END}\n`);
          }),
      );
      last = asked;
      return asked;
    },
    async close() {
      child.stdin.end();
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`psql ended with ${code}.`);
    },
  };
}

const END = '--end--';
