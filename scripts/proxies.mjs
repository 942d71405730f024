import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackages } from './debian.mjs';
import { isProgram, programAmong } from './programs.mjs';
import { ROOT, run } from './run.mjs';

/** Only unpacked: installed, they would start services. */
const FOLDER = join(ROOT, '.cache/proxies');

/** Names, as JSON, what an earlier search of the same `npm test` has found. */
export const FOUND_PROXIES = 'VIELFALT_TEST_PROXIES';

/**
 * The proxies that `deploy/` has settings for: this machine's, or those of packages of Debian that are
 * fetched.
 *
 * @returns {Promise<{ nginx?: string, caddy?: string, missing?: string }>} their programs; `missing`:
 *   why there are not both
 */
export async function findProxies() {
  const found = process.env[FOUND_PROXIES];
  if (found) return JSON.parse(found);
  if (!programs().nginx || !programs().caddy) {
    const missing = await problemOfFetching();
    if (missing) return { ...programs(), missing };
  }
  return programs();
}

function programs() {
  const nginx = programAmong(['nginx'], [join(FOLDER, 'usr/sbin/nginx')]);
  const caddy = programAmong(['caddy'], [join(FOLDER, 'usr/bin/caddy')]);
  return { ...(nginx && { nginx }), ...(caddy && { caddy }) };
}

/** @returns why they are not there now, if so */
async function problemOfFetching() {
  if (existsSync(FOLDER)) return 'the packages hold no program';
  mkdirSync(join(FOLDER, '..'), { recursive: true });
  const started = mkdtempSync(`${FOLDER}-`);
  console.log('Fetching nginx and Caddy ...');
  try {
    const problem = await fetchPackages(['nginx', 'caddy'], started);
    if (problem) return problem;
    const unpacked = join(started, 'unpacked');
    for (const name of readdirSync(started).filter((each) => each.endsWith('.deb'))) {
      const { code, output } = await run('dpkg-deb', ['--extract', join(started, name), unpacked]);
      if (code !== 0) return output.trim();
    }
    for (const name of ['sbin/nginx', 'bin/caddy']) {
      const program = join(unpacked, 'usr', name);
      if (!isProgram(program)) return `the package holds no ${name}`;
    }
    renameSync(unpacked, FOLDER);
  } catch {
    // Somebody else has fetched them meanwhile.
  } finally {
    rmSync(started, { recursive: true, force: true });
  }
  return undefined;
}
