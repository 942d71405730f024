import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';

const FOLDER = fileURLToPath(new URL('../../assets/', import.meta.url));

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

interface Asset {
  /** Below the service's own address; it changes with the content. */
  path: string;
  reply: Reply;
}

function asset(name: string, body: string): [name: string, asset: Asset] {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [stem = '', ending = ''] = name.split('.');
  const type = TYPES[ending] ?? 'text/plain';
  const path = `/pages/${stem}-${hash}.${ending}`;
  return [name, { path, reply: { body, type, lifetime: 'immutable' } }];
}

const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** All styles are one file, in the order of their names: a page asks once. */
const styles = readdirSync(join(FOLDER, 'styles'))
  .sort()
  .map((name) => read(`styles/${name}`))
  .join('\n');

const assets = new Map([
  asset('pages.css', styles),
  ...[
    'configure.js',
    'directory.js',
    'frame.css',
    'frame.js',
    'icon.svg',
    'sheet.js',
    'static-frame.js',
    'static.js',
  ].map((name) => asset(name, read(name))),
]);
const replies = new Map([...assets.values()].map(({ path, reply }) => [path, reply]));

/** The path of one of our files, with a hash in it, so that browsers keep it for ever. */
export function assetPath(name: string): string {
  const found = assets.get(name);
  if (!found) throw new Error(`There is no file "${name}" among those of the pages.`);
  return found.path;
}

/**
 * `GET /pages/{name}-{hash}.{css|js|svg}`
 * @throws Problem 404 where there is no such file, or it has another content by now
 */
export function assetFile(name: string): Reply {
  const reply = replies.get(`/pages/${name}`);
  if (!reply) throw new Problem(404, `The pages have no file "${name}".`);
  return reply;
}
