import { constants } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileContent } from '../export/draft.js';
import { FileDraft } from '../export/draft.js';
import type { OutputKind } from '../export/former-output.js';
import { outputError, OverwriteError } from '../export/output-error.js';
import { isSameTarget, refuseProtected, standardOutput, targetOf } from '../export/target.js';
import type { Protected, OutputTarget } from '../export/target.js';
import { filePath } from '../store/open.js';
import { print } from './print.js';
import { databaseUrl, UsageError } from './usage.js';

export interface OutputOptions {
  /** Only an earlier output of this kind is replaced. */
  kind: OutputKind;
  /** The files that the same command reads. */
  inputs?: readonly Protected[];
  /** Replace other files as well; never the database or an input. */
  force?: boolean;
}

/** A place to write to, checked before there is anything to write. */
export interface Output {
  /** Tells whether it is the standard output, which the command prints to anyway. */
  isStandardOutput: boolean;
  /** Writes all of it, and puts it in its place. @throws OutputError */
  write(content: FileContent): Promise<void>;
  /** Closes it, leaving nothing behind where nothing was written. */
  close(): Promise<void>;
}

/** The files that SQLite keeps beside a database (sqlite.org/tempfiles.html). */
const BESIDE = ['-wal', '-shm', '-journal'];

/** The database's own files; none where it is in memory or its address makes no sense. */
function databaseFiles(): Protected[] {
  const url = databaseUrl();
  if (!url.startsWith('sqlite:') || url === 'sqlite::memory:') return [];
  const path = filePath(url);
  return [
    { file: path, what: 'the database' },
    ...BESIDE.map((ending) => ({ file: path + ending, what: 'a part of the database' })),
  ];
}

/** Refuses to print into the database or an input (`>> file`). @throws OverwriteError */
export async function guardStandardOutput(inputs: readonly Protected[] = []): Promise<void> {
  await refuseProtected(await standardOutput(), [...databaseFiles(), ...inputs]);
}

/**
 * Opens a draft beside the named file; standard output where none is named.
 * @throws OutputError, OverwriteError, UsageError
 */
export async function openOutput(
  name: string | undefined,
  { kind, inputs = [], force = false }: OutputOptions,
): Promise<Output> {
  if (name === undefined) return STANDARD;
  const target = await safeTarget(name, inputs);
  if (isStandardOutput(name)) return STANDARD;
  if (isSameTarget(target, await standardOutput())) {
    throw new OverwriteError(
      `${name} is what is printed into already. Print somewhere else, or name another file.`,
    );
  }
  if (target.isStream) return openStream(target);
  if (!force && target.before && target.before.size > 0n && !(await kind.isFormer(target.path))) {
    throw new OverwriteError(`${name} ${kind.refusal}`);
  }
  return openFile(await FileDraft.open(target));
}

/** A target that is neither the database nor an input. @throws OutputError, OverwriteError, UsageError */
export async function safeTarget(
  name: string,
  inputs: readonly Protected[] = [],
): Promise<OutputTarget> {
  if (name === '') throw new UsageError('The name of the file to write is empty. Name one.');
  const target = await targetOf(name);
  await refuseProtected(target, [...databaseFiles(), ...inputs]);
  return target;
}

function isStandardOutput(name: string): boolean {
  return ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(resolve(name));
}

const STANDARD: Output = {
  isStandardOutput: true,
  write: print,
  close: async () => undefined,
};

function openFile(draft: FileDraft): Output {
  return {
    isStandardOutput: false,
    async write(content) {
      await draft.write(content);
      await draft.keep();
    },
    close: () => draft.discard(),
  };
}

/** Opens an existing device or pipe; none is made. */
async function openStream({ name, path }: OutputTarget): Promise<Output> {
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_APPEND);
    return {
      isStandardOutput: false,
      async write(content) {
        try {
          await writeFile(file, content);
        } catch (error) {
          throw outputError(name, error);
        }
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw outputError(name, error);
  }
}
