// What `npm start` and `npm run dev` have in common.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure, ROOT } from './run.mjs';

const DEMO = 'demo.sqlite';
/** The folder that the demo's mails are written into. */
const DEMO_MAILS = 'demo-mails';

function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${variable} is '${text}', which is not a port.`);
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

/**
 * The ports of the feed and of the host websites: PORT and HOSTS_PORT, or 8080 and the next one.
 *
 * @returns {Promise<{ port: number, hostsPort: number }>}
 * @throws {Failure} where one is no port, or is in use
 */
export async function freePorts() {
  const port = portFrom('PORT', 8080);
  const hostsPort = portFrom('HOSTS_PORT', port + 1);
  await checkFree('PORT', port);
  await checkFree('HOSTS_PORT', hostsPort);
  return { port, hostsPort };
}

/**
 * The settings of a feed at an address. Where none names a database, it is the demo's: that is
 * filled, or its dates are moved to this week, since a demo must not grow old; and its mails are
 * written into a folder, unless a setting says otherwise.
 *
 * @param {number} port
 * @returns {Promise<Record<string, string>>} for the environment of `vielfalt serve`
 */
export async function feedSettings(port) {
  const settings = { PORT: String(port) };
  if (process.env.DATABASE_URL) return settings;
  const isNew = !existsSync(join(ROOT, DEMO));
  console.log(isNew ? 'Filling the demo database ...' : 'Bringing the demo up to date ...');
  const { seed } = await import('../demo/seed.mjs');
  await seed(`sqlite:${DEMO}`);
  const address = process.env.BASE_URL || `http://localhost:${port}`;
  const mail = process.env.SMTP_URL || process.env.MAIL_FOLDER ? {} : { MAIL_FOLDER: DEMO_MAILS };
  return { ...settings, ...mail, DATABASE_URL: `sqlite:${DEMO}`, BASE_URL: address };
}

/**
 * Starts a Node program that goes on, in a process group of its own: a signal reaches it once.
 *
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @param {'ignore' | 'pipe'} [stdin] `pipe` for what ends with its standard input: that stays open
 */
export function startNode(args, env = {}, stdin = 'ignore') {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: [stdin, 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
}

/** Waits until an address answers; false where `gaveUp` says that it never will. */
export async function answers(url, gaveUp) {
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

/**
 * Lets something wait in the office of a demo.
 *
 * @param {Record<string, string>} settings of its feed
 * @returns {Promise<string | undefined>} a link that opens it, for ten minutes and once; undefined: the
 *   database is not the demo's
 */
export async function demoOffice(settings) {
  if (!settings.DATABASE_URL) return undefined;
  const { fillDesk } = await import('../demo/desk.mjs');
  const keeper = await fillDesk(settings.DATABASE_URL);
  const options = { cwd: ROOT, env: { ...process.env, ...settings } };
  const args = ['server/bin/vielfalt.js', 'office-link', keeper];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return stdout.trim();
}

/** A line that says where mails go, as settings have it; empty where they say nothing. */
export function mailsLine({ MAIL_FOLDER = process.env.MAIL_FOLDER }) {
  return MAIL_FOLDER ? `\nMails are written to:   ${MAIL_FOLDER}/` : '';
}

/** What can be visited, for people. */
export function addresses(feed, hosts) {
  return `The directory:          ${feed}/
A town's website:       ${hosts}/town/
A school's page:        ${hosts}/school/
A provider's page:      ${hosts}/provider/`;
}
