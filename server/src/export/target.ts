import type { BigIntStats } from 'node:fs';
import { access, constants, fstat, lstat, realpath, stat } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../files/file-error.js';
import { OutputError, outputError, OverwriteError } from './output-error.js';

/** A file that no output of a command may replace. */
export interface Protected {
  /** A path, or the number of an open file. */
  file: string | number;
  /** Its name in a sentence: "the mapping". */
  what: string;
}

/** The target of an output. */
export interface OutputTarget {
  /** The name as it was given; messages use it. */
  name: string;
  /** Its own path, with all links resolved. */
  path: string;
  /**
   * Tells whether it is a pipe, a terminal or a device: written as it comes, since it cannot be
   * replaced.
   */
  isStream: boolean;
  /** The regular file that exists there. */
  before?: BigIntStats;
}

/** The system's paths for a process's own open files (proc(5)). */
const OPEN_FILE =
  /^\/(?:dev\/(?:stdin|stdout|stderr|fd\/\d+)|proc\/[^/]+\/(?:task\/\d+\/)?fd\/\d+)$/;

const statOf = (path: string) => promisify(stat)(path, { bigint: true });

/**
 * Finds out where an output would be written.
 * @throws OutputError where nothing can be written
 */
export async function targetOf(name: string): Promise<OutputTarget> {
  try {
    const path = await placeOf(name);
    const found = await present(statOf(path));
    if (found?.isDirectory()) {
      throw new OutputError(`${name} cannot be written: it is a folder. Name a file in it.`);
    }
    const isStream = OPEN_FILE.test(resolve(name)) || (found !== undefined && !found.isFile());
    if (found && !isStream) await promisify(access)(path, constants.W_OK);
    return { name, path, isStream, ...(found?.isFile() && { before: found }) };
  } catch (error) {
    throw outputError(name, error);
  }
}

/** Resolves all links; for a file that does not exist yet, those of its folder. */
async function placeOf(name: string): Promise<string> {
  const path = resolve(name);
  // A pipe's file has no path that could be found.
  if (OPEN_FILE.test(path)) {
    return promisify(realpath)(path).catch(() => path);
  }
  const link = await present(promisify(lstat)(path));
  if (!link) return join(await promisify(realpath)(dirname(path)), basename(path));
  const place = await present(promisify(realpath)(path));
  if (place !== undefined) return place;
  throw new OutputError(
    `${name} cannot be written: it is a link to something that is not there. Name the file itself.`,
  );
}

async function present<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/**
 * Refuses a target that is one of the files, by whatever name or link it goes.
 * @throws OverwriteError
 */
export async function refuseProtected(
  { name, path, before }: OutputTarget,
  files: readonly Protected[],
): Promise<void> {
  for (const { file, what } of files) {
    const own = await identityOf(file);
    const isSame = own.path === path || (before && own.stats && isSameFile(own.stats, before));
    if (!isSame) continue;
    throw new OverwriteError(`${name} is ${what}, which is never overwritten. Name another file.`);
  }
}

async function identityOf(
  file: string | number,
): Promise<{ path?: string; stats?: BigIntStats | undefined }> {
  if (typeof file === 'number') return { stats: await fileStats(file) };
  const path = await placeOf(file).catch(() => resolve(file));
  return { path, stats: await statOf(path).catch(() => undefined) };
}

/**
 * Returns the status of an open regular file: pipes and terminals hold nothing that could be lost.
 */
async function fileStats(file: number): Promise<BigIntStats | undefined> {
  const stats = await promisify(fstat)(file, { bigint: true }).catch(() => undefined);
  return stats?.isFile() ? stats : undefined;
}

/** Recognises hard links, too (stat(2)). */
function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino !== 0n && one.dev === other.dev && one.ino === other.ino;
}

/** The target that standard output was redirected to, written as it comes. */
export async function standardOutput(): Promise<OutputTarget> {
  const before = await fileStats(1);
  return { name: 'Standard output', path: '', isStream: true, ...(before && { before }) };
}

/** Says whether two outputs would overwrite each other. */
export function isSameTarget(one: OutputTarget, other: OutputTarget): boolean {
  if (one.before && other.before) return isSameFile(one.before, other.before);
  return one.path === other.path;
}

/** Says whether a target is still as it was found. */
export async function isUnchanged({ path, before }: OutputTarget): Promise<boolean> {
  const now = await statOf(path).catch(() => undefined);
  if (!before || !now) return before === undefined && now === undefined;
  return isSameFile(now, before) && now.size === before.size && now.mtimeNs === before.mtimeNs;
}
