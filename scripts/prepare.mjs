import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT, isMain, main, runNpm } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
/** npm's own note of what it installed; it writes it last. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const STAMP = join(ROOT, 'node_modules/.vielfalt-installed');

/** Whether the installed packages are those of package-lock.json. */
function isInstalled(lockHash) {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash) return true;
  return statSync(INSTALLED).mtimeMs > statSync(LOCK).mtimeMs; // installed by hand
}

/**
 * Installs what package-lock.json names, where it is not installed yet.
 *
 * @throws {Failure} where Node is too old or npm fails
 */
export async function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 17)) {
    throw new Failure(`Node 20.17 or newer is needed; this is ${process.versions.node}.`);
  }
  const lockHash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (isInstalled(lockHash)) return;
  console.log(
    'Installing packages (the database driver may have to be compiled: some minutes) ...',
  );
  const { code, output } = await runNpm(['ci', '--include=dev', '--include=optional']);
  if (code !== 0) throw new Failure(`npm ci failed.\n${output}`);
  writeFileSync(STAMP, lockHash);
}

if (isMain(import.meta.url)) await main(prepare);
