import { run } from './run.mjs';

/** How long another one that installs packages is waited for, in seconds. */
const PATIENCE = 300;

/**
 * Whether all of these packages of Debian are installed.
 *
 * @param {string[]} packages
 */
export async function areInstalled(packages) {
  const { code, output } = await run('dpkg-query', ['-W', '-f', '${Status}\n', ...packages]);
  const states = output.trim().split('\n');
  return code === 0 && states.every((state) => state.endsWith(' installed'));
}

/** `apt-get` where it needs no question: on Debian and its kin, as root or in CI. */
async function aptGet() {
  if (process.platform !== 'linux' || (await run('apt-get', ['--version'])).code !== 0) return;
  const isRoot = process.getuid?.() === 0;
  const maySudo = Boolean(process.env.CI) && (await run('sudo', ['-n', 'true'])).code === 0;
  if (!isRoot && !maySudo) return;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const options = ['-o', `DPkg::Lock::Timeout=${PATIENCE}`];
  const [command, ...args] = [...(isRoot ? [] : ['sudo', '-n']), ...apt, ...options];
  return (...rest) => run(command, [...args, ...rest]);
}

/** Why something that apt-get does failed, if it did also with a new list of what there is. */
async function problemOf(work, apt) {
  let { code, output } = await work();
  if (code !== 0 && apt) {
    await apt('update');
    ({ code, output } = await work());
  }
  return code === 0 ? undefined : `apt-get: ${output.trim().split('\n').at(-1)}`;
}

/**
 * Installs packages where that needs no question.
 *
 * @param {string[]} packages
 * @param {string} what they are, for a line that is printed before
 * @param {string[]} [options] of apt-get
 * @returns {Promise<string | undefined>} why they are not installed now, if so
 */
export async function install(packages, what, options = []) {
  const apt = await aptGet();
  if (!apt) return `only root installs packages of Debian: ${packages.join(', ')}`;
  console.log(`Installing ${what} ...`);
  return problemOf(() => apt('install', '-y', ...options, ...packages), apt);
}

/**
 * Fetches packages without installing them, for which nobody has to be root.
 *
 * @param {string[]} packages
 * @param {string} folder for their files
 * @returns {Promise<string | undefined>} why they are not there now, if so
 */
export async function fetchPackages(packages, folder) {
  const work = () => run('env', ['-C', folder, 'apt-get', 'download', ...packages]);
  return problemOf(work, await aptGet());
}
