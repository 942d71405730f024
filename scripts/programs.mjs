import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the first program that is there.
 *
 * @param {string[]} names looked for on the PATH
 * @param {string[]} [places] paths where it may be without a name on the PATH
 * @returns {string | undefined}
 */
export function programAmong(names, places = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(isProgram);
}
