import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from './config.js';

/**
 * Sees to it that a folder of the settings is there or can be made: only its last part may be missing.
 * @throws ConfigError naming the setting, the folder and what would be right
 */
export async function checkFolder(setting: string): Promise<void> {
  const folder = process.env[setting];
  if (!folder) return;
  const is = `${setting} is "${folder}"`;
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found) throw new ConfigError(`${is}, which is a file; name a folder.`);
  const parent = dirname(resolve(folder));
  if ((await stat(parent).catch(() => undefined))?.isDirectory()) return;
  throw new ConfigError(`${is}, and there is no folder ${parent}: make it, or name another one.`);
}

/**
 * Sees to it that there are languages where the settings say.
 * @throws ConfigError naming the setting, the folder and what is missing
 */
export async function checkLanguages(folder = process.env['LANGUAGES_FOLDER']): Promise<void> {
  if (!folder || (await stat(join(folder, 'de', 'language.json')).catch(() => undefined))) return;
  throw new ConfigError(
    `LANGUAGES_FOLDER is "${folder}", and there is no de/language.json in it: name a copy of the program's folder "languages", or leave it out.`,
  );
}
