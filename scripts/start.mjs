import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { Failure, ROOT, main } from './run.mjs';

const DEMO = 'demo.sqlite';

function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${variable} is '${text}', which is no port.`);
}

/** Fails where something else listens on a port. */
function checkFree(variable, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(
        new Failure(
          `Port ${port} is in use; choose another one: ${variable}=${port + 10} npm start`,
        ),
      ),
    );
    server.listen(port, () => server.close(resolve));
  });
}

/** Fills the demo's database, or moves its dates to this week: a demo must not grow old. */
async function seedDemo() {
  const isNew = !existsSync(join(ROOT, DEMO));
  console.log(isNew ? 'Filling the demo database ...' : 'Bringing the demo up to date ...');
  const { seed } = await import('../demo/seed.mjs');
  await seed(`sqlite:${DEMO}`);
}

/** Starts a Node program that goes on, in a process group of its own: a signal reaches it once. */
function startNode(args, env) {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
}

/** Waits until an address answers; false where `gaveUp` says that it never will. */
async function answers(url, gaveUp) {
  while (!gaveUp()) {
    try {
      if ((await fetch(url)).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

await main(async () => {
  process.chdir(ROOT);
  const port = portFrom('PORT', 8080);
  const hostsPort = portFrom('HOSTS_PORT', port + 1);
  await checkFree('PORT', port);
  await checkFree('HOSTS_PORT', hostsPort);
  await prepare();
  await build();

  const feed = `http://localhost:${port}`;
  const env = { PORT: String(port), HOSTS_PORT: String(hostsPort), FEED_URL: feed };
  if (!process.env.DATABASE_URL) {
    await seedDemo();
    env.DATABASE_URL = `sqlite:${DEMO}`;
    env.BASE_URL = process.env.BASE_URL || feed;
  }

  const children = [
    startNode(['server/bin/vielfalt.js', 'serve'], env),
    startNode(['demo/serve.mjs'], env),
  ];
  let isStopping = false;
  const stop = (signal) => {
    isStopping = true;
    for (const child of children) child.kill(signal);
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  for (const child of children) {
    child.on('exit', (code) => {
      if (!isStopping) {
        process.exitCode = code || 1;
        stop('SIGTERM'); // one is of no use without the other
      }
    });
  }

  if (!(await answers(`${feed}/healthz`, () => isStopping))) return;
  const hosts = `http://localhost:${hostsPort}`;
  console.log(`
The directory:          ${feed}/
A town's website:       ${hosts}/town/
A school's page:        ${hosts}/school/
A provider's page:      ${hosts}/provider/
Database:               ${env.DATABASE_URL ?? process.env.DATABASE_URL}

Ctrl+C stops everything.`);
});
