import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { link, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../files/file-error.js';
import { OutputError, outputError } from './output-error.js';
import { isUnchanged } from './target.js';
import type { OutputTarget } from './target.js';

/** The contents of a file: text, in one piece or in many, or bytes. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** Drafts that have to be removed when the process is stopped. */
const unfinished = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A file that is written beside its place, since a rename is atomic only within one file system:
 * readers find the old file or the new one, never a part.
 */
export class FileDraft {
  private constructor(
    readonly path: string,
    private readonly target: OutputTarget,
    private readonly file: FileHandle,
  ) {}

  /**
   * Creates it under an unpredictable name, so that no link can be waiting there.
   * @param mode permissions where there is no file whose permissions it takes over
   * @throws OutputError
   */
  static async open(target: OutputTarget, mode?: number): Promise<FileDraft> {
    const path = join(dirname(target.path), `.vielfalt-${randomUUID()}.part`);
    try {
      const file = await open(path, 'wx', mode);
      watch(path);
      const draft = new FileDraft(path, target, file);
      await draft.#takeOver();
      return draft;
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw outputError(target.name, error);
    }
  }

  async #takeOver(): Promise<void> {
    const { before } = this.target;
    if (!before) return;
    // Only the system's administrator may change a file's owner.
    await this.file.chown(Number(before.uid), Number(before.gid)).catch(() => undefined);
    await this.file.chmod(Number(before.mode) & 0o777);
  }

  /** @throws OutputError */
  async write(content: FileContent): Promise<void> {
    try {
      await writeFile(this.file, content);
    } catch (error) {
      throw outputError(this.target.name, error);
    }
  }

  /** Puts it in its place, whole and on the disk. @throws OutputError */
  async keep(): Promise<void> {
    const { name, path } = this.target;
    try {
      await this.file.sync();
      await this.file.close();
      if (!(await isUnchanged(this.target))) {
        throw new OutputError(`${name} is not written: another program has written it meanwhile.`);
      }
      if (this.target.before) await rename(this.path, path);
      else await this.#putWhereNothingIs(path);
      unwatch(this.path);
    } catch (error) {
      await this.discard();
      throw outputError(name, error);
    }
  }

  /** A link fails where a file has appeared meanwhile; some file systems have no links. */
  async #putWhereNothingIs(path: string): Promise<void> {
    try {
      await link(this.path, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      await rename(this.path, path);
      return;
    }
    await rm(this.path);
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.path, { force: true }).catch(() => undefined);
    unwatch(this.path);
  }
}

function watch(path: string): void {
  if (unfinished.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  unfinished.add(path);
}

function unwatch(path: string): void {
  unfinished.delete(path);
  if (unfinished.size === 0) for (const signal of SIGNALS) process.off(signal, stop);
}

/** Leaves nothing behind, then stops as the signal would have. */
function stop(signal: NodeJS.Signals): void {
  for (const path of unfinished) {
    rmSync(path, { force: true });
    unwatch(path);
  }
  process.kill(process.pid, signal);
}
