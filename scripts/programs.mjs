// Programs that the machine has, or may be given.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the first program that is there.
 *
 * @param {string[]} names looked for on the PATH
 * @param {string[]} [places] paths where it may be without a name on the PATH
 * @returns {string | undefined}
 */
export function programAmong(names, places = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(isProgram);
}

/**
 * Installs packages where that needs no question: on Debian and its kin, as root or in CI. Nothing
 * where it would need one.
 *
 * @returns {Promise<((...packages: string[]) => Promise<{ code: number }>) | undefined>}
 */
export async function installer() {
  if (process.platform !== 'linux' || (await run('apt-get', ['--version'])).code !== 0) return;
  const isRoot = process.getuid?.() === 0;
  const maySudo = Boolean(process.env.CI) && (await run('sudo', ['-n', 'true'])).code === 0;
  if (!isRoot && !maySudo) return;
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [command, ...args] = isRoot ? env : ['sudo', '-n', ...env];
  await run(command, [...args, 'update']);
  return (...packages) => run(command, [...args, 'install', '-y', ...packages]);
}
