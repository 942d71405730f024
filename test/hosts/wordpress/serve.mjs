// A WordPress for as long as somebody wants it: unpacked, filled and served from a folder of its own.
// Prints where and how as one line of JSON. Once standard input ends, which it does however the one
// ends who started this, all of it goes: processes and folder.
//
// node test/hosts/wordpress/serve.mjs PACKAGE.deb …
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'vielfalt-wordpress-'));
const site = join(folder, 'usr/share/wordpress');
const database = join(folder, 'database');
/** What the configuration reads. */
const settings = {
  SOCKET: join(database, 'socket'),
  CERTIFICATE: join(folder, 'certificate.pem'),
};
const env = {
  ...process.env,
  ...settings,
  PHP_CLI_SERVER_WORKERS: '4',
  // Who is not root need not have the database's program there.
  PATH: `${process.env.PATH}:/usr/sbin`,
};
const groups = new Set();

function end(code = 0) {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.exit(code);
}

/** A program, in a group of its own with all that it starts. */
function start(command, args) {
  const child = spawn(command, args, { cwd: site, env, detached: true });
  groups.add(child.pid);
  let printed = '';
  let said = '';
  child.stdout.on('data', (text) => (printed += text));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => {
    groups.delete(child.pid);
    return code;
  });
  return { ended, printed: () => printed, said: () => said };
}

/** What a program prints to its end. */
async function run(command, args) {
  const { ended, printed, said } = start(command, args);
  if ((await ended) !== 0) throw new Error(`${command}: ${said()}`);
  return printed();
}

/** Waits for a service to be ready, whose end is a failure from then on. */
async function ready(service, isReady) {
  const fail = (reason) => {
    console.error(reason, service.said());
    end(1);
  };
  service.ended.then(fail, fail);
  for (;;) {
    const found = isReady(service);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Without accounts: the socket lies in a folder that nobody else may open. */
function startDatabase() {
  mkdirSync(database, { mode: 0o700 });
  return start('mariadbd', [
    '--no-defaults',
    ...(process.getuid() === 0 ? ['--user=root'] : []),
    `--datadir=${database}`,
    `--socket=${settings.SOCKET}`,
    `--pid-file=${database}/pid`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-stats-persistent=0',
  ]);
}

const makeCertificate = (key) =>
  run('openssl', [
    ...'req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 2'.split(' '),
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', key, '-out', settings.CERTIFICATE],
  ]);

async function unpack(packages) {
  mkdirSync(site, { recursive: true });
  for (const each of packages) await run('dpkg-deb', ['-x', each, folder]);
  const put = (name, to) => copyFileSync(fileURLToPath(new URL(name, import.meta.url)), to);
  for (const name of ['wp-config.php', 'set-up.php', 'router.php']) put(name, join(site, name));
  mkdirSync(join(site, 'wp-content/mu-plugins'));
  put('this-machine.php', join(site, 'wp-content/mu-plugins/this-machine.php'));
}

async function serve(packages) {
  await unpack(packages);
  const key = join(folder, 'key.pem');
  await makeCertificate(key);
  await ready(startDatabase(), () => existsSync(settings.SOCKET));
  const create = `mysqli_connect('localhost', 'root', '', '', 0, getenv('SOCKET'))
    ->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');`;
  await run('php', ['-r', create]);
  const users = JSON.parse(await run('php', ['set-up.php']));
  const server = start('php', ['-S', '127.0.0.1:0', '-t', site, 'router.php']);
  const [, port] = await ready(server, ({ said }) =>
    /127\.0\.0\.1:([1-9]\d*)\) started/.exec(said()),
  );
  return { url: `http://localhost:${port}`, site, users, key, settings };
}

process.stdin.resume().on('close', () => end());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end());
try {
  console.log(JSON.stringify(await serve(process.argv.slice(2))));
} catch (error) {
  console.error(error);
  end(1);
}
