import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../../scripts/postgres.mjs';
import { freePort } from '../support/free-port.js';

/** Needs escaping in an address. */
export const PASSWORD = 'p@ss/wörd?';

/** The tests that it lasts for: those of a file by `{ after }` of `node:test`. */
interface Lasting {
  after(work: () => Promise<void>): void;
}

/** A PostgreSQL for the tests of one file. */
export interface TestPostgres {
  /** Makes a database. @returns its address */
  database(): Promise<string>;
  /** The address of a database that is not made. */
  address(name: string, user?: string, password?: string): string;
  /** Runs statements as the server's superuser, in a database or the server's own. */
  query(sql: string, url?: string): Promise<Record<string, unknown>[]>;
  /** Undefined where the server is not ours, and others may be using it. */
  own: OwnServer | undefined;
}

interface OwnServer {
  /** Ends all its processes at once, as a power cut does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Has all its processes stand still, and go on: connections stay, and nothing is answered. */
  halt(): void;
  resume(): void;
  /** The certificate for `localhost`; undefined: this machine could not make one. */
  certificate: string | undefined;
}

/**
 * A server for the tests of a file: what TEST_DATABASE_URL names, else one of their own.
 * @returns why there is none, if so
 */
export async function startPostgres(span: Lasting): Promise<TestPostgres | { missing: string }> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named) return serverAt(named, undefined, span);
  const found = await findPostgres();
  if ('missing' in found) return found;
  try {
    return await startOwn(found.programs, span);
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

function serverAt(root: string, own: OwnServer | undefined, span: Lasting): TestPostgres {
  const made: string[] = [];
  const query: TestPostgres['query'] = async (sql, url = root) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const result = await client.query<Record<string, unknown>>(sql);
      return result.rows;
    } finally {
      await client.end();
    }
  };
  const address: TestPostgres['address'] = (name, user, password) => {
    const url = new URL(root);
    url.pathname = `/${name}`;
    if (user !== undefined) url.username = user;
    if (password !== undefined) url.password = encodeURIComponent(password);
    return url.href;
  };
  // One that is ours goes as a whole.
  span.after(async () => {
    for (const name of own ? [] : made) await query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    query,
    address,
    own,
    async database() {
      const name = `vielfalt_${randomUUID().replaceAll('-', '')}`;
      await query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
      made.push(name);
      return address(name);
    },
  };
}

async function startOwn(programs: string, span: Lasting): Promise<TestPostgres> {
  const place = mkdtempSync(join(tmpdir(), 'vielfalt-postgres-'));
  const user = serverUser();
  const as = { cwd: place, ...user, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const data = join(place, 'data');
  writeFileSync(join(place, 'password'), PASSWORD, { mode: 0o600 });
  if (user) {
    for (const path of [place, join(place, 'password')]) chownSync(path, user.uid, user.gid);
  }
  const port = await freePort();
  let child: ChildProcess | undefined;
  const stop = (signal: NodeJS.Signals) => child?.kill(signal);
  const cut = () => void stop('SIGQUIT');
  process.once('exit', cut);
  span.after(async () => {
    process.off('exit', cut);
    resume();
    if (child?.exitCode === null && stop('SIGQUIT')) await once(child, 'exit');
    rmSync(place, { recursive: true, force: true });
  });
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'vielfalt', '-E', 'UTF8', '--auth=scram-sha-256', '--no-sync'].concat(
      '--pwfile',
      join(place, 'password'),
    ),
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.trim()}`);
  }
  const certificate = certify(place, user);
  const root = `postgres://vielfalt:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`;
  const settings = {
    ...{ port, listen_addresses: '127.0.0.1', unix_socket_directories: place },
    ...{ fsync: 'off', max_connections: 60, timezone: 'UTC' },
    ...(certificate && { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: `${place}/key.pem` }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = async () => {
    child = spawn(join(programs, 'postgres'), ['-D', data, ...options], { ...as, stdio: 'ignore' });
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`postgres ended with ${String(code)}`);
    });
    exited.catch(() => undefined);
    while (!(await Promise.race([answers(root), exited]))) await sleep(50);
  };
  await start();
  const kill = async () => {
    if (!child) return;
    const exited = once(child, 'exit');
    // At once, and so that its own processes go too.
    child.kill('SIGQUIT');
    await exited;
  };
  /** To the server and those that it has started for connections. */
  const tell = (signal: NodeJS.Signals) => {
    if (!child?.pid) return;
    const ps = spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' });
    // The server first: meanwhile it starts no others.
    child.kill(signal);
    for (const pid of ps.stdout.split('\n').map(Number).filter(Boolean)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended since.
      }
    }
  };
  const halt = () => tell('SIGSTOP');
  const resume = () => tell('SIGCONT');
  return serverAt(root, { kill, start, halt, resume, certificate }, span);
}

/** It refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }));
    if (ids.some(({ status }) => status !== 0)) continue;
    const [uid = 0, gid = 0] = ids.map(({ stdout }) => Number(stdout));
    return { uid, gid };
  }
  return undefined;
}

/** Makes a certificate for `localhost`, signed by itself. @returns its path */
function certify(place: string, user: { uid: number; gid: number } | undefined) {
  const [key, certificate] = [join(place, 'key.pem'), join(place, 'certificate.pem')];
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost'],
  ]);
  if (!existsSync(certificate)) return undefined;
  chmodSync(key, 0o600);
  if (user) chownSync(key, user.uid, user.gid);
  return certificate;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
