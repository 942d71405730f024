import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFolder } from '../store/open.js';
import type { Reply } from './reply.js';
import { bundleFolder } from './widget-files.js';

/**
 * The parts that pages load once somebody acts are named after their content, and another build has
 * others. Open pages and cached entries go on asking for earlier ones. So the service keeps copies
 * beside the database, the one place that outlives a new container and a new build alike: `current`
 * has the parts of the build that runs, `earlier` those of previous builds, each dated when it went
 * out of use.
 */
const PLACES = ['current', 'earlier'] as const;

/**
 * The time that parts out of use are kept, in milliseconds: longer than caches may use an entry
 * that names them (`headers.ts`: a proxy's week and a browser's day), or nearly all pages stay
 * open.
 */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Rollup's names for parts; no hidden files, no other folder. */
const PART = /^[A-Za-z0-9_][\w-]*\.js$/;

/** All of a build in one file: pages insist on just this one, by its hash, for as long as they like. */
const WHOLE = /^vielfalt-/;

/** The folder beside the database; undefined where that is in memory. */
export function partsFolder(databaseUrl: string): string | undefined {
  const folder = filesFolder(databaseUrl);
  return folder === undefined ? undefined : join(folder, 'widget-parts');
}

async function partsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => PART.test(name));
}

/**
 * Copies the parts of the running widget, puts aside those that it no longer has, and removes those
 * long out of use, but for whole scripts. Several services may do so at once, even of different builds.
 *
 * @param parts the folder for it, which is created where it does not exist
 * @param now milliseconds since the epoch
 * @param bundle the built widget
 */
export async function keepParts(
  parts: string,
  now: number,
  bundle = bundleFolder(),
): Promise<void> {
  const [current, earlier] = PLACES.map((place) => join(parts, place)) as [string, string];
  for (const folder of [current, earlier]) await mkdir(folder, { recursive: true });
  const own = join(bundle, 'chunks');
  const names = new Set(await partsIn(own));
  for (const name of await partsIn(current)) {
    if (names.has(name)) continue;
    // Another service may have put it aside meanwhile.
    await rename(join(current, name), join(earlier, name)).catch(() => undefined);
    await utimes(join(earlier, name), now / 1000, now / 1000).catch(() => undefined);
  }
  const known = new Set(await partsIn(current));
  for (const name of names) {
    if (known.has(name)) continue;
    // Copies it completely or not at all: another service may be reading.
    const copy = join(current, `.${name}.${process.pid}`);
    await copyFile(join(own, name), copy);
    await rename(copy, join(current, name));
  }
  for (const name of await partsIn(earlier)) {
    if (WHOLE.test(name)) continue;
    const file = join(earlier, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > KEPT) await rm(file, { force: true });
  }
}

/**
 * A part of a build other than the running one.
 *
 * @param parts the folder that keeps them, where there is one
 * @param path below the widget's address, such as `chunks/a2ed8e.js`
 */
export async function keptPart(
  parts: string | undefined,
  path: string,
): Promise<Reply | undefined> {
  const name = path.replace(/^chunks\//, '');
  if (!parts || name === path || !PART.test(name)) return undefined;
  for (const place of PLACES) {
    const body = await readFile(join(parts, place, name)).catch(() => undefined);
    if (body) return { body, type: 'text/javascript; charset=utf-8', lifetime: 'immutable' };
  }
  return undefined;
}
