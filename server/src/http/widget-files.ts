import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply } from './reply.js';

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
};

/** The folder of the built widget. */
export function bundleFolder(): string {
  return fileURLToPath(new URL('.', import.meta.resolve('@vielfalt/widget/bundle/vielfalt.js')));
}

/**
 * Reads the widget's files, by their address. Names of chunks carry a hash of their content, so
 * they may be kept forever; the entry's name never changes, so it may not.
 */
export async function readWidgetFiles(folder = bundleFolder()): Promise<Map<string, Reply>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, Reply>();
  for (const name of names) {
    const type = TYPES[name.split('.').pop() ?? ''];
    if (!type) continue;
    const path = name.replaceAll('\\', '/');
    files.set(`/widget/v1/${path}`, {
      body: await readFile(join(folder, name)),
      type,
      lifetime: path.startsWith('chunks/') ? 'immutable' : 'script',
    });
  }
  return files;
}
