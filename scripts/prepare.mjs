import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT, isMain, main, runNpm } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** npm's own note of what it installed. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const STAMP = join(ROOT, 'node_modules/.vielfalt-installed');
/** In the stamp's place while packages are there that have not been compiled yet. */
const UNFINISHED = 'unfinished';

/** Whether the installed packages are those of package-lock.json. */
function isInstalled(lockHash) {
  if (!existsSync(INSTALLED)) return false;
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (stamp === lockHash) return true;
  // Else by hand.
  return stamp !== UNFINISHED && statSync(INSTALLED).mtimeMs > statSync(LOCK).mtimeMs;
}

/** Runs what packages want to run once they are there, such as a compiler. */
async function finish(lockHash) {
  // Where the database driver cannot be compiled, a newer Node has one of its own.
  const { code, output } = await runNpm(['rebuild']);
  if (code !== 0) console.log(`npm rebuild failed.\n${output}`);
  writeFileSync(STAMP, lockHash);
}

/**
 * Fetches what package-lock.json names, where it is not installed yet.
 *
 * @returns {Promise<{ finished: Promise<void> }>} `finished`: once the database driver is compiled,
 *   which only what opens a database waits for
 * @throws {Failure} where Node is too old or npm fails
 */
export async function fetchPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 17)) {
    throw new Failure(`Node 20.17 or newer is needed; this is ${process.versions.node}.`);
  }
  const lockHash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (isInstalled(lockHash)) return { finished: Promise.resolve() };
  console.log(
    'Installing packages (the database driver may have to be compiled: some minutes) ...',
  );
  const kinds = ['--include=dev', '--include=optional'];
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', ...kinds]);
  if (code !== 0) throw new Failure(`npm ci failed.\n${output}`);
  writeFileSync(STAMP, UNFINISHED);
  return { finished: finish(lockHash) };
}

/**
 * Installs what package-lock.json names, where it is not installed yet.
 *
 * @throws {Failure} where Node is too old or npm fails
 */
export async function prepare() {
  const { finished } = await fetchPackages();
  await finished;
}

if (isMain(import.meta.url)) await main(prepare);
