import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areInstalled, fetchPackages, install } from './debian.mjs';
import { isProgram, programAmong } from './programs.mjs';
import { ROOT, run } from './run.mjs';

/** Only unpacked: installed, it would start a service. */
const FOLDER = join(ROOT, '.cache/postgresql');

/** Names, as JSON, what an earlier search of the same `npm test` has found. */
export const FOUND_POSTGRES = 'VIELFALT_TEST_POSTGRES';

/**
 * The folder with PostgreSQL's programs: this machine's, or those of a package of Debian that is
 * fetched.
 *
 * @returns {Promise<{ programs: string } | { missing: string }>} `missing`: why there are none
 */
export async function findPostgres() {
  const found = process.env[FOUND_POSTGRES];
  if (found) return JSON.parse(found);
  const programs = programsOf('/usr/lib/postgresql') ?? programsOnPath() ?? programsFetched();
  if (programs) return { programs };
  const missing = await problemOfFetching();
  const fetched = programsFetched();
  return fetched ? { programs: fetched } : { missing: missing ?? 'the package holds no server' };
}

/** The programs of the newest version below a folder. */
function programsOf(folder) {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((one, other) => Number(other) - Number(one));
  const all = versions.map((version) => join(folder, version, 'bin'));
  return all.find((bin) => isProgram(join(bin, 'initdb')) && isProgram(join(bin, 'postgres')));
}

function programsOnPath() {
  const initdb = programAmong(['initdb']);
  return initdb && isProgram(join(dirname(initdb), 'postgres')) ? dirname(initdb) : undefined;
}

function programsFetched() {
  return programsOf(join(FOLDER, 'usr/lib/postgresql'));
}

async function problemOfFetching() {
  mkdirSync(join(FOLDER, '..'), { recursive: true });
  const started = mkdtempSync(`${FOLDER}-`);
  console.log('Fetching PostgreSQL ...');
  try {
    return await fetchInto(started);
  } finally {
    rmSync(started, { recursive: true, force: true });
  }
}

/** @returns why it is not there now, if so */
async function fetchInto(folder) {
  const { output } = await run('apt-cache', ['depends', 'postgresql']);
  const [, name] = /Depends: (postgresql-\d+)/.exec(output) ?? [];
  if (!name) return 'neither PostgreSQL is there nor a package of Debian that has it';
  const problem = await fetchPackages([name], folder);
  if (problem) return problem;
  const file = join(folder, readdirSync(folder).find((each) => each.endsWith('.deb')) ?? '');
  // What the server is linked with; LLVM, which is large, only makes it faster.
  const { output: depends } = await run('dpkg-deb', ['--field', file, 'Depends']);
  const libraries = depends.split(',').map((each) => each.trim().split(/[ |]/)[0]);
  const needed = libraries.filter((each) => /^(lib(?!llvm)|zlib|tzdata)/.test(each));
  const isReady = await areInstalled(needed);
  const what = 'what PostgreSQL runs on';
  const lacking = isReady ? undefined : await install(needed, what, ['--no-install-recommends']);
  if (lacking) return lacking;
  const unpacked = join(folder, 'unpacked');
  const { code, output: said } = await run('dpkg-deb', ['--extract', file, unpacked]);
  if (code !== 0) return said.trim();
  try {
    renameSync(unpacked, FOLDER);
  } catch {
    // Somebody else has fetched it meanwhile.
  }
  return undefined;
}
