import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, FileError } from './file-error.js';

/**
 * Makes a folder and those above it, one by one: where the system refuses any, as in `/proc`, Node's
 * own way to do so never ends.
 * @throws FileError where a folder takes none; else the system's error
 */
export async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return;
  const above = dirname(path);
  if (!found && above !== path) await makeFolder(above);
  await mkdir(path).catch(async (error: unknown) => {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new FileError(`${path} cannot be made: ${above} takes no folders. Name another one.`);
  });
}
