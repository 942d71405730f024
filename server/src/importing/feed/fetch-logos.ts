import { createHash } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, reasonOfWriting } from '../../files/file-error.js';
import { makeFolder } from '../../files/make-folder.js';
import { LOGOS } from '../../logos/logos.js';
import type { FetchedRecords } from './fetch-records.js';
import type { RemoteFeed } from './remote-feed.js';
import { RemoteFeedError } from './remote-feed-error.js';

/** The largest logo that is taken over, in bytes. */
const MOST_BYTES = 500_000;
/** For all logos of a visit, in milliseconds: the rest comes with a later one. */
const WHOLE = 120_000;

/** Pictures that can hold nothing but a picture, by how they begin; drawings can hold scripts. */
const KINDS: readonly [ending: string, begin: RegExp][] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['webp', /^RIFF[^]{4}WEBP/],
];
/** A path below the other directory's address, whoever wrote it. */
const BELOW = /^(?=.{1,300}$)(?:\/[A-Za-z0-9_-][\w.-]*)+$/;
const ACCEPT = 'image/png, image/jpeg, image/webp';

/** How logos are taken over. */
export interface LogoOptions {
  /** The other directory's address, with a slash at its end. */
  address: string;
  /** The id of the source that it is here. */
  source: string;
  /** The folder of one's own logos. */
  folder: string;
  /** Writes nothing. */
  dryRun?: boolean;
  /** For all logos together, in milliseconds. */
  whole?: number;
}

/**
 * Brings the logos of providers that came into the folder of one's own. What cannot be had now stays
 * as it is here.
 * @returns the paths that they have here, by those that they have there
 * @throws FileError where the folder cannot be written
 */
export async function fetchLogos(
  remote: RemoteFeed,
  fetched: FetchedRecords,
  { address, source, folder, dryRun = false, whole = WHOLE }: LogoOptions,
): Promise<Map<string, string>> {
  const here = new Set(await readdir(folder).catch(() => []));
  const namesOf = (path: string) => KINDS.map(([ending]) => `${source}-${hashOf(path)}.${ending}`);
  const knownAs = (path: string) => namesOf(path).find((name) => here.has(name));
  const found = new Map<string, string>();
  // New ones first: there may not be time for all.
  const paths = logosOf(fetched).sort(
    (one, other) => Number(knownAs(one) !== undefined) - Number(knownAs(other) !== undefined),
  );
  const end = performance.now() + whole;
  for (const path of paths) {
    const known = knownAs(path);
    const came =
      performance.now() < end ? await pictureAt(remote, new URL(path.slice(1), address)) : 'later';
    const kind = came instanceof Buffer ? kindOf(came) : undefined;
    const name = came === 'later' ? known : kind && `${source}-${hashOf(path)}.${kind}`;
    if (name === undefined) continue;
    if (came instanceof Buffer && !dryRun) await keep(folder, name, came);
    found.set(path, LOGOS + name);
  }
  return found;
}

/** The paths of logos that records name, each once. */
function logosOf({ records, spool }: FetchedRecords): string[] {
  const paths = new Set<string>();
  for (const { kind, at } of records) {
    if (kind !== 'provider') continue;
    const logo: unknown = Reflect.get(spool.get(at) as object, 'logo');
    if (typeof logo === 'string' && BELOW.test(logo)) paths.add(logo);
  }
  return [...paths];
}

/** A picture; `later` where it cannot be had now. */
async function pictureAt(remote: RemoteFeed, url: URL): Promise<Buffer | 'later' | undefined> {
  try {
    return await remote.picture(url.href, ACCEPT, MOST_BYTES);
  } catch (error) {
    if (error instanceof RemoteFeedError) return 'later';
    throw error;
  }
}

function kindOf(picture: Buffer): string | undefined {
  const begin = picture.toString('latin1', 0, 16);
  return KINDS.find(([, pattern]) => pattern.test(begin))?.[0];
}

/** Puts a logo into its place, completely or not at all: the service may be reading. */
async function keep(folder: string, name: string, picture: Buffer): Promise<void> {
  const draft = join(folder, `.${name}.${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(draft, picture);
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (error instanceof FileError) throw error;
    const reason = reasonOfWriting(error);
    throw new FileError(`The logo ${join(folder, name)} cannot be written: ${reason}.`, {
      cause: error,
    });
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
