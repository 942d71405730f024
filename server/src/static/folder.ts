import { createHash } from 'node:crypto';
import {
  lstat,
  mkdir,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { codeOf, FileError } from '../files/file-error.js';
import { makeFolder } from '../files/make-folder.js';
import { OutputError, outputError, OverwriteError } from '../export/output-error.js';
import type { StaticFile } from './static-file.js';

/** The file that says which files of a folder are ours. */
export const MANIFEST = '.vielfalt-files.json';
/** A folder for what is not in its place yet, with the number of the process that writes it. */
const DRAFTS = /^\.vielfalt-(\d+)\.part$/;

/** What an export has done to a folder. */
export interface FolderReport {
  written: number;
  unchanged: number;
  removed: number;
  /** All files of the export, in bytes. */
  bytes: number;
  /** Files that are no longer part of it, but were changed by somebody, and so were left. */
  left: string[];
}

/** A hash of each file's content, by its path. */
type Manifest = Record<string, string>;

/** What an earlier export has written. */
interface Former {
  files: Manifest;
  /** When a file was no longer part of it, in milliseconds since the epoch, by its path. */
  gone: Record<string, number>;
}

/** What becomes of a file that is no longer part of an export. */
export type Afterwards = 'kept' | 'removed later' | 'removed';

/** For caches that still have what names a file, in milliseconds: a day. */
const LATER = 24 * 60 * 60 * 1000;

/**
 * The folder of a static feed. Everything is written beside its place first, so that one that is
 * stopped half way changes nothing that people see; files whose content is the same are not touched,
 * nor is any that is not ours.
 */
export class StaticFolder {
  readonly #name: string;
  readonly #root: string;
  readonly #drafts: string;
  readonly #before: Manifest;
  readonly #gone: Former['gone'];
  readonly #now: Manifest = {};
  /** The files that have to be put into their places, in the order in which they came. */
  readonly #changed: string[] = [];
  #bytes = 0;

  private constructor(name: string, root: string, { files, gone }: Former) {
    this.#name = name;
    this.#root = root;
    this.#before = files;
    this.#gone = gone;
    this.#drafts = join(root, `.vielfalt-${process.pid}.part`);
  }

  /**
   * Opens a folder that is empty, is not there yet, or was written by an earlier export.
   * @param name as it was given
   * @throws OutputError, OverwriteError
   */
  static async open(name: string): Promise<StaticFolder> {
    try {
      await makeFolder(name);
      const root = await realpath(name);
      const before = await readManifest(name, root);
      const folder = new StaticFolder(name, root, before ?? { files: {}, gone: {} });
      await folder.#clearDrafts();
      await mkdir(folder.#drafts);
      // Of two that begin at once, each may have seen nothing of the other.
      await folder.#refuseOthers().catch(async (error: unknown) => {
        await folder.close();
        throw error;
      });
      return folder;
    } catch (error) {
      throw folderError(name, error);
    }
  }

  /** Removes what an export that was killed has left. @throws OutputError where one is at work */
  async #clearDrafts(): Promise<void> {
    await this.#refuseOthers();
    for (const entry of await readdir(this.#root)) {
      if (DRAFTS.test(entry)) await rm(join(this.#root, entry), { recursive: true, force: true });
    }
  }

  /** @throws OutputError where another export is at work */
  async #refuseOthers(): Promise<void> {
    for (const entry of await readdir(this.#root)) {
      const pid = Number(DRAFTS.exec(entry)?.[1]);
      if (!pid || pid === process.pid || !isRunning(pid)) continue;
      throw new OutputError(
        `${this.#name} is being written by another export (process ${pid}). Wait for it, or stop it.`,
      );
    }
  }

  /** Takes a file; nothing is in its place before `keep`. @throws OutputError, OverwriteError */
  async add({ path, body }: StaticFile): Promise<void> {
    const bytes = Buffer.from(body);
    checkPath(path);
    this.#now[path] = hashOf(bytes);
    this.#bytes += bytes.length;
    try {
      const there = await this.#existing(path);
      if (there?.equals(bytes)) return;
      if (there && !(path in this.#before)) {
        throw new OverwriteError(
          `${join(this.#name, path)} is there already, and no export has written it. Move it away, or export to another folder.`,
        );
      }
      const draft = join(this.#drafts, path);
      await mkdir(dirname(draft), { recursive: true });
      await writeFile(draft, bytes);
      this.#changed.push(path);
    } catch (error) {
      throw folderError(join(this.#name, path), error);
    }
  }

  /**
   * Puts all files in their places, in the order in which they came, and removes those of the last
   * export that are no longer there.
   * @param afterwards says what becomes of these
   * @param now milliseconds since the epoch
   * @throws OutputError
   */
  async keep(afterwards: (path: string) => Afterwards, now: number): Promise<FolderReport> {
    try {
      const gone: Former['gone'] = {};
      for (const [path, hash] of Object.entries(this.#before)) {
        if (path in this.#now) continue;
        const since = this.#gone[path] ?? now;
        const stays = afterwards(path);
        if (stays === 'removed' || (stays === 'removed later' && now - since > LATER)) continue;
        this.#now[path] = hash;
        if (stays === 'removed later') gone[path] = since;
      }
      // Whatever happens from here on, the next export knows all of these for its own.
      await this.#writeManifest({ files: { ...this.#before, ...this.#now }, gone });
      for (const path of this.#changed) {
        const place = await this.#placeOf(path);
        await rename(join(this.#drafts, path), place);
      }
      const over = Object.keys(this.#before).filter((path) => !(path in this.#now));
      const left: string[] = [];
      for (const path of over) if (!(await this.#remove(path))) left.push(path);
      await this.#writeManifest({ files: this.#now, gone });
      return {
        written: this.#changed.length,
        unchanged: Object.keys(this.#now).length - this.#changed.length,
        removed: over.length - left.length,
        bytes: this.#bytes,
        left,
      };
    } catch (error) {
      throw folderError(this.#name, error);
    }
  }

  /** Leaves nothing behind of what is not in its place. */
  async close(): Promise<void> {
    await rm(this.#drafts, { recursive: true, force: true }).catch(() => undefined);
  }

  async #writeManifest({ files, gone }: Former): Promise<void> {
    const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
    const draft = join(this.#drafts, MANIFEST);
    const manifest = { staticFeed: 1, files: sorted, gone };
    await writeFile(draft, `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(draft, join(this.#root, MANIFEST));
  }

  /** What is in a file's place; undefined where nothing is. */
  async #existing(path: string): Promise<Buffer | undefined> {
    await this.#checkParents(path);
    const place = join(this.#root, path);
    try {
      if (!(await lstat(place)).isFile()) {
        throw new OverwriteError(`${join(this.#name, path)} is no file, but in the place of one.`);
      }
      return await readFile(place);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      return undefined;
    }
  }

  /** The place of a file, in folders that are there by now. */
  async #placeOf(path: string): Promise<string> {
    const place = join(this.#root, path);
    await this.#checkParents(path);
    await mkdir(dirname(place), { recursive: true });
    return place;
  }

  /** A link among the folders might lead out of ours. */
  async #checkParents(path: string): Promise<void> {
    const parts = path.split('/').slice(0, -1);
    for (const [at] of parts.entries()) {
      const parent = join(this.#root, ...parts.slice(0, at + 1));
      const found = await lstat(parent).catch(() => undefined);
      if (!found) return;
      if (found.isDirectory()) continue;
      const shown = join(this.#name, ...parts.slice(0, at + 1));
      throw new OverwriteError(`${shown} is no folder, but in the place of one. Move it away.`);
    }
  }

  /** Removes a file that is as it was written, and its folders where they are empty. */
  async #remove(path: string): Promise<boolean> {
    const there = await this.#existing(path).catch(() => undefined);
    if (!there) return true;
    if (hashOf(there) !== this.#before[path]) return false;
    const place = join(this.#root, path);
    await rm(place);
    for (
      let parent = dirname(place);
      parent.startsWith(this.#root + sep);
      parent = dirname(parent)
    ) {
      const isGone = await rmdir(parent).then(
        () => true,
        () => false,
      );
      if (!isGone) break;
    }
    return true;
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Says whether a path stays below its folder. */
function isBelow(path: string): boolean {
  return path.split('/').every((part) => /^(?!\.\.?$)[^\\\0]+$/.test(part));
}

function checkPath(path: string): void {
  if (!isBelow(path)) throw new OutputError(`"${path}" cannot be the name of a file.`);
}

/** What an earlier export has written; undefined where the folder is empty. */
async function readManifest(name: string, root: string): Promise<Former | undefined> {
  const entries = await readdir(root);
  if (!entries.includes(MANIFEST)) {
    if (entries.every((entry) => DRAFTS.test(entry))) return undefined;
    throw new OverwriteError(
      `${name} is not empty, and no export has made it. Name a folder that is new or empty.`,
    );
  }
  const text = await readFile(join(root, MANIFEST), 'utf8');
  const former = formerIn(text);
  if (former && Object.keys(former.files).every(isBelow)) return former;
  throw new OverwriteError(
    `${join(name, MANIFEST)}, which says what is in the folder, is damaged. Name another folder.`,
  );
}

function formerIn(text: string): Former | undefined {
  try {
    const { files, gone = {} } = Object(JSON.parse(text)) as { files?: unknown; gone?: unknown };
    const isWhole = (values: unknown, type: 'string' | 'number') =>
      typeof values === 'object' &&
      values !== null &&
      Object.values(values).every((value) => typeof value === type);
    return isWhole(files, 'string') && isWhole(gone, 'number')
      ? ({ files, gone } as Former)
      : undefined;
  } catch {
    return undefined;
  }
}

function folderError(name: string, error: unknown): Error {
  if (error instanceof OverwriteError || error instanceof FileError) return error;
  if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR') {
    return new OutputError(
      `${name} cannot be written: it is a file, or in the place of a folder. Name a folder.`,
      { cause: error },
    );
  }
  return outputError(name, error);
}
