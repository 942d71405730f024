import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reply } from './reply.js';
import { keptPart } from './widget-parts.js';

/** The address that tells of the script in one file; its body is a `WholeScript`. */
export const WHOLE_SCRIPT = '/widget/v1/integrity.json';

/** All of a build in one file, as `integrity.json` tells of it. */
export interface WholeScript {
  /** The version of the packages, which several builds may have. */
  version: string;
  /** The name of its file, after its content: `chunks/vielfalt-4f6T0aQx.js`. */
  file: string;
  /** Its hash (Subresource Integrity). */
  integrity: string;
}

/** The path behind `/widget/v` of a version's script. */
const PATH = /^(\d+\.\d+\.\d+[\w.+-]*)\/vielfalt\.js$/;

const pinOf = (parts: string, version: string) => join(parts, 'versions', version);

/** The file that a version has been given to here; undefined where it is unknown. */
async function pinned(parts: string, version: string): Promise<string | undefined> {
  return readFile(pinOf(parts, version), 'utf8').catch(() => undefined);
}

/**
 * Gives a version to a file where no other has it, for good, since pages insist on what they have
 * seen there.
 *
 * @returns whether it is this file's now
 */
async function pin(parts: string, version: string, file: string): Promise<boolean> {
  await mkdir(join(parts, 'versions'), { recursive: true });
  // Of several services that start at once, one is the first.
  await writeFile(pinOf(parts, version), file, { flag: 'wx' }).catch(() => undefined);
  return (await pinned(parts, version)) === file;
}

/**
 * Gives the running build's script in one file an address that never changes, by its version. Where
 * another build has had the plain version here, or nothing keeps it, its content is a part of the
 * version (Semantic Versioning, build metadata): `0.1.0+4f6T0aQx`.
 *
 * @param files the running build's, by their addresses; they get the script and its version
 * @param parts the folder that keeps parts of all builds, where there is one
 */
export async function keepVersion(files: Map<string, Reply>, parts?: string): Promise<void> {
  const about = files.get(WHOLE_SCRIPT);
  if (!Buffer.isBuffer(about?.body)) throw new Error(`the built widget has no ${WHOLE_SCRIPT}`);
  const { version, file, integrity } = JSON.parse(about.body.toString()) as WholeScript;
  const script = files.get(`/widget/v1/${file}`);
  if (!script) throw new Error(`the built widget has no ${file}`);
  const exact = `${version}+${/-(.*)\.js$/.exec(file)?.[1]}`;
  const isFirst = parts !== undefined && (await pin(parts, version, file).catch(() => false));
  if (parts && !isFirst) await pin(parts, exact, file).catch(() => false);
  const name = isFirst ? version : exact;
  files.set(`/widget/v${name}/vielfalt.js`, script);
  files.set(WHOLE_SCRIPT, { ...about, body: { version: name, file, integrity } });
}

/**
 * The script in one file of an earlier build.
 *
 * @param parts the folder that keeps parts of all builds, where there is one
 * @param path behind `/widget/v`, such as `0.1.0/vielfalt.js`
 */
export async function keptVersion(
  parts: string | undefined,
  path: string,
): Promise<Reply | undefined> {
  const [, version] = PATH.exec(path) ?? [];
  const file = parts && version && (await pinned(parts, version));
  return file ? keptPart(parts, file) : undefined;
}
