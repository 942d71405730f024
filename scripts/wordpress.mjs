import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { areInstalled, fetchPackages, install } from './debian.mjs';
import { ROOT } from './run.mjs';

/** What WordPress runs on. None of these starts a service by itself. */
const NEEDED = ['php-cli', 'php-curl', 'php-mysql', 'mariadb-server-core', 'openssl'];

/** Only fetched: installed, they would bring a web server along, and start it. */
const FETCHED = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'wordpress-theme-twentytwentythree',
  'libjs-underscore',
];

const FOLDER = join(ROOT, '.cache/wordpress');

/** Names, as JSON, what an earlier search of the same `npm test` has found. */
export const FOUND_WORDPRESS = 'VIELFALT_TEST_WORDPRESS';

/**
 * WordPress, as packages of Debian; what is missing is fetched and installed where it may.
 *
 * @returns {Promise<{ packages: string[], missing?: string }>} the packages' files, or why there
 *   are none
 */
export async function findWordPress() {
  const found = process.env[FOUND_WORDPRESS];
  if (found) return JSON.parse(found);
  const missing = (await problemOfNeeded()) ?? (await problemOfFetched());
  if (missing) return { packages: [], missing };
  return { packages: readdirSync(FOLDER).map((name) => join(FOLDER, name)) };
}

async function problemOfNeeded() {
  if (await areInstalled(NEEDED)) return undefined;
  return install(NEEDED, 'what WordPress runs on');
}

async function problemOfFetched() {
  if (existsSync(FOLDER)) return undefined;
  mkdirSync(join(FOLDER, '..'), { recursive: true });
  const started = mkdtempSync(`${FOLDER}-`);
  console.log('Fetching WordPress ...');
  const problem = await fetchPackages(FETCHED, started);
  try {
    if (!problem) renameSync(started, FOLDER);
  } catch {
    // Somebody else has fetched them meanwhile.
  }
  rmSync(started, { recursive: true, force: true });
  return problem;
}
