import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { ROOT, runNpm } from './run.mjs';

const VERSION = '24.19.0';
const FOLDER = join(ROOT, `.cache/node-${VERSION}`);

/**
 * A Node that has its own SQLite, fetched from npm where this one has none.
 *
 * @returns {Promise<string | undefined>} its program; nothing where this Node will do, or where
 *   there is none to be had
 */
export async function newerNode() {
  if (isBuiltin('node:sqlite')) return undefined;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const program = join(FOLDER, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) {
    const options = [`--prefix=${FOLDER}`, '--no-save', '--ignore-scripts'];
    await runNpm(['install', ...options, `${name}@${VERSION}`]);
  }
  return existsSync(program) ? program : undefined;
}
